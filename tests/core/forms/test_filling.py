"""Filling from data: what is filled, what is missing and why, and what is not as the field asks."""

from datetime import date

import pytest

from guiju.core.forms.checking import check
from guiju.core.forms.files.rulebook import form
from guiju.core.forms.filling import fill

ON = date(2026, 1, 1)
PAPER = form("ballot-paper", ON)
FULL = {
    "ballot.paper.number": 7,
    "ballot": {"until": date(2026, 3, 1), "paper": {"person": "示例人", "mark": "for",
                                                    "on": date(2026, 2, 1), "signed": "示例人"}},
    "project": {"title_zh": "示例标准"},
}  # fmt: skip


def test_dotted_names_are_found_in_mappings_and_as_they_are():
    filled = fill(PAPER, FULL)
    assert filled.values["number"] == "7"
    assert filled.values["until"] == "2026-03-01"
    assert filled.values["voter"] == "示例人"
    assert check(filled) == ()


def test_what_is_given_goes_before_the_data():
    assert fill(PAPER, FULL, {"number": "甲-1"}).values["number"] == "甲-1"


@pytest.mark.parametrize(
    ("given", "missing"),
    [({"mark": "for"}, []), ({"mark": "against"}, ["reasons"]), ({"mark": ""}, ["mark"])],
)
def test_reasons_are_needed_only_of_those_who_are_against(given, missing):
    assert [one.field for one in fill(PAPER, FULL, given).missing] == missing


def test_a_missing_field_is_said_in_both_languages():
    (one,) = fill(PAPER, FULL, {"voter": ""}).missing
    assert one.says.zh == "《标准草案投票单》的“投票人”是必填项，尚未填写。"
    assert one.says.en == "“voter” of “ballot paper” is required and is not filled in."


def test_what_does_not_apply_is_neither_shown_nor_missing():
    review = form("review-form", ON)
    filled = fill(review, {}, {"conclusion": "withdraw"})
    missing = {one.field for one in filled.missing}
    assert ("replacement" in missing, "proposal" in missing) == (True, False)
    assert "proposal" not in filled.applies


@pytest.mark.parametrize(
    ("given", "code", "row"),
    [
        (
            {"members": [{"person": "甲", "unit": "乙", "side": "nobody", "office": "chair"}]},
            "choice",
            1,
        ),
        (
            {"members": [{"person": "", "unit": "乙", "side": "user", "office": "chair"}]},
            "missing",
            1,
        ),
        ({"day": "2026年3月1日"}, "date", 0),
    ],
)
def test_a_value_that_is_none_of_its_kind_is_said(given, code, row):
    data = {"committee": {"name_zh": "示例", "term": "1", "secretariat": "示例", "seats": [
        {"person": "甲", "unit": "乙", "side": "user", "office": "chair"}]},
        "project": {"today": ON}}  # fmt: skip
    found = check(fill(form("member-list", ON), data, given))
    assert [(one.code, one.row) for one in found] == [(code, row)]
