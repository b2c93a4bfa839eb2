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
        "adoption", "amendment", "enterprise", "group", "guidance", "industry", "local",
        "national-mandatory", "national-recommended", "review", "transposed", "withdrawal",
    ]  # fmt: skip
    assert procedure("review", date(2026, 1, 5)).title.zh == "标准复审程序"
    assert list(stages()) == ["00", "10", "20", "30", "40", "50", "60", "90", "95"]


def test_every_file_with_a_publication_has_what_the_law_asks_of_it():
    """Declared by hand here: a file that drops a declaration must not pass unseen."""
    needs = {
        one.id: (
            {key: each.before for key, each in one.consultations.items()},
            {key: (each.rule, each.decides) for key, each in one.ballots.items()},
        )
        for one in procedures()
    }
    made = ("approved", "edition_published")
    committee = ("committee", ("approved",))
    assert needs == {
        "adoption": ({"notice": ("plan_issued",), "main": made}, {"review": committee}),
        "amendment": ({"main": ("approved", "amendment_published")}, {"review": committee}),
        "enterprise": ({"main": made}, {"review": ("enterprise", ("approved",))}),
        "group": ({"main": made}, {"review": ("association", ("approved",))}),
        "guidance": ({"notice": ("plan_issued",), "main": made}, {"review": committee}),
        "transposed": ({"notice": ("plan_issued",), "main": made}, {"review": committee}),
        "industry": ({"main": made}, {"review": committee}),
        "local": ({"main": made}, {"review": ("local_review", ("approved",))}),
        "national-mandatory": (
            {"notice": ("plan_issued",), "main": made, "tbt": ("approved",)},
            {"review": ("expert_group", ("approved",))},
        ),
        "national-recommended": (
            {"notice": ("plan_issued",), "main": made, "patent_notice": ("approved",)},
            {"proposal": ("committee", ("plan_issued",)), "review": committee},
        ),
        "review": ({}, {"conclusion": ("committee", ("edition_confirmed", "revision_ordered"))}),
        "withdrawal": ({"main": ("edition_withdrawn",)}, {}),
    }


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
    # Asked by the clock and by the register.
    assert sorted(set(unused)) == [
        "procedures.last_day_rolls",
        "procedures.review_due",
        "procedures.transition_mandatory",
    ]


@pytest.mark.parametrize(
    ("old", "new", "line", "says"),
    [
        ("start: filed", "start: begun", 6, "there is no state “begun”"),
        ("kind: project", "kind: thing", 3, "only project or review"),
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
