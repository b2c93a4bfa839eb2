"""Overlap of scopes with its reasons; scores, grades and what is left to the assessors."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from guiju.core.committees.assessing import Figure, NoScheme, WrongScoreError, assess, scheme
from guiju.core.committees.overlap import Scope, overlaps

ON = date(2024, 5, 6)
GIVEN = {
    "rules": Decimal(10),
    "system": Decimal(8),
    "plenary": Decimal(10),
    "secretariat": Decimal(12),
}


def test_scopes_overlap_by_codes_standards_and_words_in_that_order():
    rice = Scope(
        key="SAC/TC 9001",
        ics=frozenset({"67.060"}),
        ccs=frozenset({"B22"}),
        text="负责大米、稻谷及其制品的标准化工作",
        standards=frozenset({"GB/T 90001-2020", "GB/T 90002-2020"}),
    )
    found = overlaps(
        rice,
        [
            rice,
            Scope(key="SAC/TC 9002", ics=frozenset({"67.060.10"}), ccs=frozenset({"C10"})),
            Scope(key="SAC/TC 9003", ics=frozenset({"67"}), standards=rice.standards),
            Scope(key="SAC/TC 9004", ics=frozenset({"67.08"}), text="稻谷制品"),
            Scope(key="SAC/TC 9005", ics=frozenset({"67.06"}), text="负责电机标准化工作"),
            Scope(key="SAC/TC 9006", ccs=frozenset({"B"})),
        ],
    )
    assert [(one.key, one.score, [why.en for why in one.reasons]) for one in found] == [
        (
            "SAC/TC 9003",
            40,
            ["standards in the care of both (2): GB/T 90001-2020, GB/T 90002-2020"],
        ),
        ("SAC/TC 9006", 40, ["classes in common (1): B22"]),
        ("SAC/TC 9002", 20, ["classes in common (1): 67.060.10"]),
        ("SAC/TC 9004", 13, ["words of the scope in common (2): 制品, 稻谷"]),
    ]


@pytest.mark.parametrize(
    ("owner", "done", "grade"),
    [
        ("SAC", 100, "一级"), ("SAC", 91, "一级"), ("SAC", 90, "二级"), ("SAC", 0, "不合格"),
        ("JS", 91, "优秀"), ("GD", 82, "优秀"), ("GD", 81, "一般"),
    ],
)  # fmt: skip
def test_the_grade_is_cut_at_its_least_score(owner, done, grade):
    figures = {"projects_in_time": Figure(done, 100), "reviews_in_time": Figure(done, 100)}
    figures["votes_answered"] = Figure(done, 100)
    found = assess(scheme(owner, ON), figures, GIVEN)
    assert (found.total, found.grade_title.zh) == (40 + Fraction(55 * done, 100), grade)


def test_what_was_not_there_to_count_weighs_nothing_and_what_waits_gives_no_grade():
    figures = {"projects_in_time": Figure(1, 2)}
    found = assess(scheme("SAC", ON), figures, GIVEN)
    assert (found.total, found.grade) == (Fraction(5250, 70), "second")
    waiting = assess(scheme("SAC", ON), figures, {})
    assert (waiting.total, waiting.grade) == (50, "")
    assert [one.criterion.id for one in waiting.scores if one.waits] == [
        "rules", "system", "plenary", "secretariat",
    ]  # fmt: skip


def test_wrong_scores_and_unknown_owners_are_refused():
    with pytest.raises(WrongScoreError) as told:
        assess(scheme("SAC", ON), {}, {"rules": Decimal("10.5")})
    assert told.value.sentence.en == "The score 10.5 of “rules of work” is not between 0 and 10."
    with pytest.raises(NoScheme):
        scheme("ISO", ON)
