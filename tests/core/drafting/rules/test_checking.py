"""A check: modes, rules left out with a reason, what is known of citations, order of findings."""

from dataclasses import replace
from datetime import date

import pytest

from guiju.core.drafting.checking import RuleError, check
from guiju.core.drafting.finding import Report
from guiju.core.drafting.rules import Cited, Context, Facts
from tests.core.drafting.rules import notation

BAD = notation.sample().replace("壶体应标明", "壶体必须标明").replace("倒置30 min后", "倒置30min后")


def rules(made, **how):
    report = check(made, **({"mode": "submission", "on": notation.ON} | how))
    return [(one.rule, one.address) for one in report.findings]


def test_findings_stand_as_one_reads():
    assert rules(notation.read(BAD)) == [("N01", "6.3/p1"), ("M01", "9.1/p1")]


def test_a_rule_is_left_out_with_its_reason():
    made = notation.read(BAD)
    report = check(made, mode="draft", on=notation.ON, off={"M01": "引用法规原文"})
    assert [one.rule for one in report.findings] == ["N01"]
    assert report.off == {"M01": "引用法规原文"}


@pytest.mark.parametrize("off", [{"M01": " "}, {"M99": "原因"}])
def test_without_reason_or_rule_it_is_refused(off):
    with pytest.raises(RuleError) as refused:
        check(notation.read(BAD), mode="draft", on=notation.ON, off=off)
    assert refused.value.subject == next(iter(off))
    assert "规则" in refused.value.sentence.zh


def test_a_draft_need_not_have_a_full_cover():
    made = notation.read(notation.sample().replace("2026-03-01 发布\n", ""))
    assert rules(made, mode="draft") == []
    assert rules(made, mode="submission") == [("F01", "")]


def test_counts_by_severity():
    report = check(notation.read(BAD), mode="draft", on=notation.ON)
    assert report.counts == {"E": 2, "W": 0, "I": 0}
    assert Report(findings=()).counts == {"E": 0, "W": 0, "I": 0}


@pytest.mark.parametrize(
    ("state", "found"),
    [("in_force", []), ("withdrawn", [("R07", "2/ref-4"), ("R07", "7.3/p3")])],
)
def test_facts_tell_what_is_withdrawn(state, found):
    facts = Facts({"GB/T 8170": Cited(state)})
    assert rules(notation.read(notation.sample()), facts=facts) == found


@pytest.mark.parametrize(
    ("issued", "number", "on", "is_old"),
    [
        ("2020-09-30", "GB/T 1—2020", date(2026, 1, 1), True),
        ("2020-10-01", "GB/T 1—2020", date(2026, 1, 1), False),
        ("", "GB/T 1—2019", date(2026, 1, 1), True),
        ("", "GB/T 1—2021", date(2026, 1, 1), False),
        ("", "", date(2020, 1, 1), True),
        ("", "", date(2026, 1, 1), False),
    ],
)
def test_which_edition_measures(issued, number, on, is_old):
    made = notation.read(notation.sample())
    made = replace(made, meta=replace(made.meta, issued=issued, number=number))
    assert Context(made, "draft", on).is_old is is_old


def test_a_document_that_names_the_edition_of_2009_is_old():
    made = notation.read(notation.sample().replace("GB/T 1.1—2020", "GB/T 1.1—2009"))
    assert Context(made, "draft", notation.ON).is_old


def test_addresses_are_given_where_there_are_none():
    made = notation.read(BAD)
    bare = replace(made, sections=tuple(replace(one, address="") for one in made.sections))
    assert rules(bare) == rules(made)


def test_an_empty_document_is_told_so_and_breaks_nothing():
    made = notation.read("")
    assert {name for name, _ in rules(made, mode="draft")} == {"S01", "F01"}
