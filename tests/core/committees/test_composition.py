"""The rules of composition at their edges (委员会组成)."""

from dataclasses import replace
from datetime import date

import pytest

from guiju.core.committees.checking import check
from guiju.core.committees.files import offices, rules, secretariat, voting
from guiju.core.committees.measures import MEASURES
from guiju.core.committees.model import Composition, Seat
from guiju.core.errors import Bilingual

SIDES = ("producer", "operator", "user", "consumer", "public")
ON = date(2024, 5, 6)


def seat(at, **values):
    values = {
        "person": f"p{at}",
        "name": f"示例人员{at}",
        "unit": f"u{at}",
        "unit_name": Bilingual(f"示例单位{at}", f"Example body {at}"),
        "side": SIDES[at % 5],
        "title": "高级工程师",
        "office": "member",
    } | values
    return Seat(**values)


def composed(members=25, kind="tc", **values):
    first = {
        0: {"office": "chair"},
        1: {"office": "secretary"},
        2: {"small_firm": True},
        3: {"office": "vice_chair"},
    }
    seats = tuple(seat(at, **first.get(at, {})) for at in range(members))
    return Composition(**{"kind": kind, "seats": seats, "on": ON} | values)


def changed(of, *which, **values):
    return replace(
        of,
        seats=tuple(
            replace(one, **values) if at in which else one for at, one in enumerate(of.seats)
        ),
    )


UNIT = {"unit": "same", "unit_name": Bilingual("示例院", "Example institute")}
CASES = [
    ("25 of a TC", composed(25), []),
    ("24 of a TC", composed(24), ["There are 24 members; the rule asks for at least 25."]),
    ("15 of an SC", composed(15, "sc"), []),
    ("14 of an SC", composed(14, "sc"), ["There are 14 members; the rule asks for at least 15."]),
    ("a working group", composed(3, "wg"), []),
    ("two chairs", changed(composed(), 4, office="chair"), ["There are 2 chairs; the rule asks for 1."]),
    ("no chair", changed(composed(), 0, office="member"), ["There are 0 chairs; the rule asks for 1."]),
    ("5 vice-chairs", changed(composed(), 4, 5, 6, 7, office="vice_chair"), []),
    (
        "6 vice-chairs",
        changed(composed(), 4, 5, 6, 7, 8, office="vice_chair"),
        ["There are 6 vice-chairs; the rule allows 5 at most."],
    ),
    (
        "4 vice-chairs of an SC",
        changed(composed(15, "sc"), 4, 5, 6, office="vice_chair"),
        ["There are 4 vice-chairs; the rule allows 3 at most."],
    ),
    ("3 of one unit", changed(composed(), 5, 6, 7, **UNIT), []),
    (
        "4 of one unit",
        changed(composed(), 5, 6, 7, 8, **UNIT),
        ["4 members come from “Example institute”; the rule allows 3 of one unit at most."],
    ),
    (
        "chair and vice-chair",
        changed(composed(), 0, 3, **UNIT),
        ["1 vice-chairs are of the chair's unit, “Example institute”; the rule forbids it."],
    ),
    ("3 committees", changed(composed(), 5, committees=3), []),
    (
        "4 committees",
        changed(composed(), 5, committees=4),
        ["“示例人员5” is a member of 4 technical committees at once; the rule allows 3 at most."],
    ),
    (
        "above 1/2",
        changed(composed(25), *range(13), side="user"),
        ["15 members speak for users; the rule allows no side more than 1/2 of all members."],
    ),
    (
        "no small firm",
        changed(composed(), 2, small_firm=False),
        ["0 members speak for small firms; there should be at least 1."],
    ),
    ("odd under forestry", composed(25, authority="forestry"), []),
    (
        "even under forestry",
        composed(26, authority="forestry"),
        ["There are 26 members, an even number; the guiding body asks for an odd one."],
    ),
    ("the last day of the term", composed(term_ends=ON), []),
    (
        "the day after",
        composed(term_ends=date(2024, 5, 5)),
        ["The term ended on 2024-05-05, 1 days ago: re-election is due."],
    ),
    (
        "an engineer in the chair",
        changed(composed(), 0, title="工程师"),
        [
            "1 chairs or vice-chairs have no senior title recorded (示例人员0);"
            " the rule asks for one, or a matching post."
        ],
    ),
    ("an engineer as a member", changed(composed(), 9, title="工程师"), []),
    (
        "a member without",
        changed(composed(), 9, title="", side=""),
        [
            "The side of 1 members is not recorded (示例人员9).",
            "1 members have no middle or senior title recorded (示例人员9);"
            " the rule asks for one, or a matching post.",
        ],
    ),
    ("before the rules", composed(3, on=date(2017, 12, 31)), []),
]  # fmt: skip


@pytest.mark.parametrize(("name", "given", "said"), CASES, ids=[one[0] for one in CASES])
def test_each_rule_at_its_edge(name, given, said):
    assert [one.sentence.en for one in check(given)] == said


def test_half_of_an_even_number_is_allowed_and_one_more_is_not():
    given = composed(26)
    others = [at for at, one in enumerate(given.seats) if one.side != "user"]
    already = 26 - len(others)
    half = changed(given, *others[: 13 - already], side="user")
    more = changed(given, *others[: 14 - already], side="user")
    assert [one.rule for one in check(half)] == []
    assert [(one.rule, one.found) for one in check(more)] == [("side-share", 14)]


def test_advisers_and_staff_do_not_count_and_a_person_counts_once():
    given = composed(24)
    beside = tuple(seat(40 + at, office=name) for at, name in enumerate(("adviser", "staff")))
    twice = (seat(1, office="deputy_secretary"),)
    found = check(replace(given, seats=given.seats + beside + twice))
    assert [one.sentence.zh for one in found] == ["委员 24 人，规定不少于 25 人。"]


def test_offices_say_who_votes_and_who_is_the_secretariat():
    assert voting() == ("chair", "vice_chair", "secretary", "deputy_secretary", "member")
    assert secretariat() == ("secretary", "deputy_secretary", "staff")
    assert [one.id for one in offices().values() if not one.votes and not one.secretariat] == [
        "adviser", "observer", "liaison",
    ]  # fmt: skip


def test_every_rule_is_measured_and_has_its_ground():
    assert {one.measure for one in rules()} == set(MEASURES)
    assert [
        one.id for one in rules() if not one.basis or one.confidence not in "high medium low"
    ] == []
