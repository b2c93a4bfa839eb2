"""The forms of the rulebook: whole for every type of standard, and refused by line where they are wrong."""

from datetime import date

import pytest

from guiju.core.errors import GuijuError
from guiju.core.forms.files.reading import read_definition
from guiju.core.forms.files.rulebook import NoForm, form, form_for, forms
from guiju.core.forms.filling import fill
from guiju.core.forms.model import ALWAYS
from guiju.core.procedures.files.rulebook import procedures
from guiju.core.provisions.files.nodes import RuleFileError

ON = date(2026, 1, 1)
GOOD = """\
form: example
title: [示例表, example]
page: portrait
in_force: {from: 2024-01-01}
basis: 示例
confidence: low
sections:
  head:
    shows: grid
    fields:
      first: {label: [甲, first], kind: choice, choices: {a: [一, one], b: [二, two]}}
      second: {label: [乙, second], required: {first: a}, from: project.second}
"""


def test_what_the_rulebook_must_have():
    families = {one.family for one in forms()}
    assert families == {
        "proposal", "explanation", "comment-table", "iso-comments", "minutes", "ballot-paper",
        "ballot-result", "submission-letter", "checklist", "review-form", "amendment-sheet",
        "tbt-notification", "patent-disclosure", "licence-declaration", "patent-list",
        "consultation-notice", "announcement", "committee-annual-report", "member-list",
    }  # fmt: skip
    served = {key for one in forms() for key in one.serves}
    assert served - {one.id for one in procedures()} == set()


@pytest.mark.parametrize(
    ("procedure", "action", "sections"),
    [
        ("national-recommended", "new", 10),
        ("national-recommended", "revision", 11),
        ("national-mandatory", "new", 12),
        ("group", "new", 8),
        ("enterprise", "new", 5),
    ],
)
def test_the_sections_of_an_explanatory_report(procedure, action, sections):
    found = form_for("explanation", procedure, ON)
    filled = fill(found, {"project": {"procedure": procedure, "action": action}})
    body = next(part for part in found.sections if part.id == "body")
    assert sum(one.id in filled.applies for one in body.fields) == sections


@pytest.mark.parametrize(
    ("procedure", "needed"),
    [
        ("national-recommended", {"title_en", "category", "ics", "ccs", "months", "department",
                                  "committee", "drafters", "purpose", "scope", "situation",
                                  "relations", "patents", "science", "converted", "schedule", "vote"}),
        ("national-mandatory", {"need", "requirements", "domestic", "foreign", "supervision",
                                "punishment", "catalogue", "opinions", "money", "schedule"}),
        ("adoption", {"adopts", "copyright"}),
        ("local", {"special", "absence"}),
        ("transposed", {"experience", "copyright", "converted"}),
        ("group", {"proposer", "gap", "mandatory", "patents"}),
        ("enterprise", {"methods", "mandatory", "purpose"}),
    ],
)  # fmt: skip
def test_a_proposal_asks_what_its_type_must_tell(procedure, needed):
    filled = fill(form_for("proposal", procedure, ON), {"project": {"procedure": procedure}})
    assert needed - {one.field for one in filled.missing} == set()


@pytest.mark.parametrize(
    ("procedure", "always"),
    [
        ("national-recommended", {"letter", "draft", "explanation", "comments", "minutes", "votes"}),
        ("national-mandatory", {"letter", "draft", "explanation", "comments", "minutes",
                                "transition", "departments"}),
        ("group", {"draft", "explanation", "comments", "review", "signed", "approval"}),
        ("enterprise", {"draft", "record", "approval", "declaration"}),
    ],
)  # fmt: skip
def test_the_list_of_material_by_type(procedure, always):
    found = form_for("checklist", procedure, ON)
    part = next(one for one in found.sections if one.id == "materials")
    assert always - {one.id for one in part.fields if one.required == ALWAYS} == set()


def test_conditional_material_is_asked_for_where_it_applies():
    data = {"project": {"procedure": "adoption", "patents": True}}
    missing = {one.field for one in fill(form_for("checklist", "adoption", ON), data).missing}
    assert {"original", "patents", "copyright"} - missing == set()
    assert "use" not in missing


def test_a_form_before_its_day_or_unknown_is_not_found():
    for asked in (("review-form", date(2000, 1, 1)), ("no-such-form", ON)):
        with pytest.raises(NoForm):
            form(*asked)


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("kind: choice, ", "kind: chioce, ", 11),
        ("{first: a}", "{first: z}", 12),
        ("{first: a}", "{third: a}", 12),
        ("from: project.second", "from: second", 12),
        ("[乙, second]", "[甲, second]", 12),
        ("page: portrait", "page: tall", 3),
        ("shows: grid", "shows: grids", 9),
        ("b: [二, two]", "", 11),
        ("confidence: low", "confidence: sure", 6),
        ("basis: 示例\n", "", 1),
    ],
)
def test_a_definition_that_is_wrong_names_its_line(old, new, line):
    assert read_definition(GOOD, "good.yaml").id == "example"
    with pytest.raises(RuleFileError) as caught:
        read_definition(GOOD.replace(old, new), "bad.yaml")
    assert isinstance(caught.value, GuijuError)
    assert caught.value.values["line"] == line
