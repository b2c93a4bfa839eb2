"""`guiju project …`: what the public sees of projects, what is due, which reviews are."""

import json

import pytest
from click.testing import CliRunner

from guiju.cli.project import project as group
from tests.factories import catalogue
from tests.factories.development import committee, planned

pytestmark = pytest.mark.django_db


def run(*words):
    answer = CliRunner().invoke(group, words)
    assert answer.exit_code == 0, answer.output
    return answer.stdout


def lines(*words):
    return [json.loads(line) for line in run(*words, "--json").splitlines()]


def test_projects_are_listed_shown_and_due():
    made = planned(title_zh="示例大米水分", committee=committee())
    number = str(made.project.pk)
    duty = "from the plan to submission"
    assert run("list", "--on", "2024-05-01", "--lang", "en") == (
        f"{number}\t20.20\tdrafting\tExample rice\t—\t2025-10-09 {duty}\n"
    )
    for words, found in (
        (("--stage", "20"), 1), (("--stage", "30"), 0), (("--state", "ended"), 0),
        (("--procedure", "national-recommended", "-q", "水分"), 1), (("--overdue",), 0),
        (("--committee", made.committee.key, "--overdue", "--on", "2025-10-10"), 1),
    ):  # fmt: skip
        assert (
            len(lines("list", *(("--on", "2024-05-01") if "--on" not in words else ()), *words))
            == found
        )
    (shown,) = lines("show", number, "--on", "2024-05-01")
    assert (shown["plan_number"], shown["due"], shown["steps"][-1]) == (
        "20240001-T-469", "2025-10-09",
        {"on": "2024-04-02", "step": {"zh": "下达计划", "en": "issue the plan"}},
    )  # fmt: skip
    assert [one["id"] for one in lines("due", "--on", "2024-05-01")] == [made.project.pk]
    missing = CliRunner().invoke(group, ["show", "999999"])
    assert missing.exception.sentence.en == "There is no “999999” in this project."


def test_reviews_that_are_due_are_listed():
    key = committee(1).key
    catalogue.edition("GB/T 1-2015", committees=(key,))
    catalogue.edition("GB/T 2-2016")
    assert [
        (one["number"], one["committee"]) for one in lines("reviews", "--on", "2025-01-02")
    ] == [("GB/T 1-2015", key)]
    assert [
        (one["number"], one["committee"])
        for one in lines("reviews", "--everywhere", "--on", "2025-01-02")
    ] == [("GB/T 1-2015", key), ("GB/T 2-2016", None)]
