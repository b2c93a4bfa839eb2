"""Procedure files: what the rulebook has, and how a wrong file is refused."""

from datetime import date
from importlib import resources

import pytest

from guiju.core.params import all_params
from guiju.core.procedures.ballots.rules import ballot_rules
from guiju.core.procedures.files.reading import read_procedure
from guiju.core.procedures.files.rulebook import procedure, procedures
from guiju.core.procedures.files.stages import stages
from guiju.core.provisions.files.nodes import RuleFileError
from tests.core.procedures.small import SMALL


def test_the_procedures_of_the_rulebook():
    assert [one.id for one in procedures()] == [
        "adoption", "amendment", "committee-assessment", "committee-ending", "committee-members",
        "committee-renewal", "committee-setup", "corrigendum", "enterprise", "group", "guidance",
        "industry", "interpretation", "local-city", "local-joint", "local", "national-fast-track",
        "national-mandatory", "national-recommended-experts", "national-recommended", "pre-review",
        "review", "sample", "translation", "transposed", "withdrawal",
    ]  # fmt: skip
    assert procedure("review", date(2026, 1, 5)).title.zh == "标准复审程序"
    assert list(stages()) == ["00", "10", "20", "30", "40", "50", "60", "90", "95"]


def test_every_file_with_a_publication_has_what_the_law_asks_of_it():
    """Declared by hand here: a file that drops a declaration must not pass unseen."""
    plan, made, yes = ("plan_issued",), ("approved", "edition_published"), ("approved",)
    open_ = {"notice": plan, "main": made}
    patents = open_ | {"patent_notice": yes}
    by_committee, by_experts = {"review": ("committee", yes)}, {"review": ("expert_group", yes)}
    by_locals = {"review": ("local_review", yes)}
    conclusions = ("edition_confirmed", "revision_ordered")
    assert {
        one.id: (
            {key: each.before for key, each in one.consultations.items()},
            {key: (each.rule, each.decides) for key, each in one.ballots.items()},
        )
        for one in procedures()
    } == {
        "adoption": (patents, by_committee),
        "amendment": ({"main": ("approved", "amendment_published")}, by_committee),
        "committee-assessment": ({}, {}),
        "committee-ending": ({"notice": ("committee_ended",)}, {}),
        "committee-members": ({}, {"change": ("committee", ("members_changed",))}),
        "committee-renewal": ({"call": ("committee_renewed",)}, {}),
        "committee-setup": (
            {"notice": ("committee_prepared",)},
            {"parent": ("committee", ("committee_prepared",))},
        ),
        "corrigendum": ({}, {}),
        "enterprise": ({"main": made}, {"review": ("enterprise", yes)}),
        "group": ({"main": made}, {"review": ("association", yes)}),
        "guidance": (patents, by_committee),
        "industry": ({"main": made}, by_committee),
        "interpretation": ({}, {}),
        "local": ({"main": made}, by_locals),
        "local-city": ({"main": made}, by_locals),
        "local-joint": ({"main": made}, by_locals),
        "national-fast-track": (patents, {"proposal": ("committee", plan)} | by_committee),
        "national-mandatory": (patents | {"tbt": yes}, by_experts),
        "national-recommended": (patents, {"proposal": ("committee", plan)} | by_committee),
        "national-recommended-experts": (patents, by_experts),
        "pre-review": ({}, {"review": ("pre_review", ("pre_reviewed",))}),
        "review": ({}, {"conclusion": ("committee", conclusions)}),
        "sample": ({"notice": plan}, {"review": ("sample_review", yes)}),
        "translation": ({}, {"review": ("translation_review", yes)}),
        "transposed": (patents, by_committee),
        "withdrawal": ({"main": ("edition_withdrawn",)}, {}),
    }


def test_what_else_the_law_asks_stands_in_the_files():
    papers = {
        one.id: {key: each.before for key, each in one.materials.items() if each.before}
        for one in procedures()
    }
    yes = ("approved",)
    data = {"homogeneity": yes, "stability": yes, "traceability": yes}
    assert data.items() <= papers["sample"].items()
    regions = {"approval_beijing": yes, "approval_tianjin": yes, "approval_hebei": yes}
    assert regions.items() <= papers["local-joint"].items()
    assert papers["local-city"]["province_consent"] == ("plan_issued",)
    assert papers["translation"]["chinese_edition"] == ("translation_published",)
    assert papers["translation"]["chinese_end"] == ("translation_withdrawn",)
    assert papers["national-fast-track"]["waiver_decision"] == ("consultation_waived",)
    barred = {
        one.id: sorted(
            (key, value, effect)
            for key, fact in one.facts.items()
            for value, effects in fact.bars.items()
            for effect in effects
        )
        for one in procedures()
    }
    refusal = ("patents", "refused", "approved")
    assert {key for key, found in barred.items() if refusal in found} == {
        "adoption", "group", "guidance", "industry", "local", "local-city", "local-joint",
        "national-fast-track", "national-mandatory", "national-recommended",
        "national-recommended-experts", "transposed",
    }  # fmt: skip
    assert barred["corrigendum"] == [
        ("changes", "requirements", "approved"),
        ("changes", "requirements", "corrigendum_published"),
    ]
    assert {key for key, found in barred.items() if found and refusal not in found} == {
        "committee-assessment",
        "corrigendum",
    }


def test_every_day_that_is_named_has_its_earliest():
    days = {
        (one.id, fact.id): (fact.earliest.after, fact.earliest.unless)
        for one in procedures()
        for fact in one.facts.values()
        if fact.is_day and fact.earliest
    }
    assert len(days) == sum(one.is_day for each in procedures() for one in each.facts.values())
    transition = ("procedures.transition_mandatory", "short_transition")
    assert days.pop(("national-mandatory", "in_force_on")) == transition
    assert set(days.values()) == {("", "")}


def test_each_form_of_a_material_is_in_the_rulebook():
    forms = resources.files("guiju.rulebook") / "forms" / "files"
    known = {one.name.removesuffix(".yaml") for one in forms.iterdir()}
    named = {each.form for one in procedures() for each in one.materials.values()} - {""}
    assert sorted(named - known) == []
    assert {"proposal-mandatory", "explanation-group", "patent-disclosure"} <= named


def test_every_number_stands_in_the_rulebook_and_is_used():
    texts = "".join(
        file.read_text("utf-8")
        for file in (resources.files("guiju.rulebook") / "procedures" / "files").iterdir()
    )
    rules = {
        key
        for one in ballot_rules().values()
        for key in (one.abstentions, one.invalid, *(each.key for each in one.clauses))
    }
    unused = [
        one.key
        for one in all_params()
        if one.key.startswith("procedures.") and one.key not in texts and one.key not in rules
    ]
    assert sorted(set(unused)) == ["procedures.last_day_rolls"]  # asked by the calendar


@pytest.mark.parametrize(
    ("old", "new", "line", "says"),
    [
        ("start: filed", "start: begun", 6, "there is no state “begun”"),
        ("kind: project", "kind: thing", 3, "only project, review, committee"),
        ("from: 2024-01-01}", "from: 2024-13-01}", 4, "is no date"),
        ("from: 2024-01-01}", "from: 2024-01-01, until: 2023-01-01}", 4, "ends before it begins"),
        ("basis: 示例\nstart", "start", 1, "“basis” is missing"),
        ('stage: "30.20"', 'stage: "35.20"', 15, "SS.ss is expected"),
        ('stage: "30.20"', 'stage: "30.21"', 15, "SS.ss is expected"),
        ("of: procedures.consultation_national", "of: 60", 23, "rulebook/params"),
        ("of: procedures.consultation_national", "of: procedures.committee_for", 23, "does not fit"),
        ("{of: procedures.consultation_national}]", "]", 23, "the last row has no “when”"),
        ("when: {urgent: yes}", "when: {urgent: perhaps}", 23, "there is no value of “urgent” “perhaps”"),
        ("rule: committee", "rule: acclamation", 31, "there is no ballot rule"),
        ("owner: clerk", "owner: nobody", 39, "there is no role “nobody”"),
        ("begins: ask", "begins: begin", 40, "there is no transition “begin”"),
        ("{ripe: review}", "{ripened: review}", 47, "“ripened” is not known"),
        ("{ripe: review}", "{ripe: main}", 47, "there is no entry of ballots “main”"),
        ("{ripe: review}", "{ripe: review, is: yes}", 47, "only a fact has “is”"),
        ("title: [实施日期, day]}", "title: [实施日期, day], earliest: soon}", 11, "step or {after, unless} is expected"),
        ("title: [实施日期, day]}", "title: [实施日期, day], earliest: {after: procedures.filing, unless: letter}}", 11, "there is no material “letter”"),
        ("title: [实施日期, day]}", "title: [实施日期, day], bars: {}}", 11, "“bars” is not known"),
        ("no: [否, no]}}", "no: [否, no]}, bars: {perhaps: [approved]}}", 12, "there is no value “perhaps”"),
        ("no: [否, no]}}", "no: [否, no]}, bars: {no: [applauded]}}", 12, "there is no effect “applauded”"),
        ("before: [approved]}}", "before: [approved], text: no}}", 18, "only “yes” is possible"),
        ("    decides: [approved]", "    variants: [{rule: committee, electorate: [委员, members]}]\n    decides: [approved]", 33, "“when” is missing"),
        ("basis: 示例\nstart", "basis: 示例\nfalls_due: {after: [approved], lasts: procedures.nothing, basis: 示例}\nstart", 6, "has no parameter"),
        ("{reached: day}", "{reached: urgent}", 49, "only a day can be reached"),
        ("{reached: day}", "{fact: urgent, is: perhaps}", 49, "there is no value “perhaps”"),
        ("effects: [approved]", "effects: [{approved: main}]", 49, "“approved” is not known"),
        ("effects: [approved]", "effects: [ballot_opened]", 49, "write one effect"),
        ("from: voted, to: done", "from: done, to: done", 49, "“done” is an end"),
        ("  clerk: [办事员, clerk]", "  clerk: 办事员", 9, "a list is expected"),
        ("lasts: procedures.making_group", "lasts: procedures.nothing", 42, "has no parameter"),
        ("values: {yes: [是, yes], no: [否, no]}", "values: {yes: [是, yes]}", 12, "two values at least"),
    ],
)  # fmt: skip
def test_a_wrong_file_is_refused_with_its_line(old, new, line, says):
    assert SMALL.count(old) == 1
    with pytest.raises(RuleFileError) as caught:
        read_procedure(SMALL.replace(old, new), "example.yaml")
    assert caught.value.values["line"] == line
    assert says in caught.value.sentence.en
    assert caught.value.sentence.zh.startswith("规则文件 example.yaml 第")
