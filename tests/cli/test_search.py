"""`guiju search`: the same answer as the API, and lines to read."""

import json

import pytest
from click.testing import CliRunner

from guiju.cli.main import guiju
from tests.factories.api import caller
from tests.factories.sample_catalogue import take_samples

pytestmark = pytest.mark.django_db
ON = ("--on", "2026-01-05")


@pytest.fixture
def run():
    take_samples()  # the command builds the index
    return lambda *arguments: CliRunner().invoke(guiju, ["search", *arguments])


def test_json_is_what_the_api_says(run, client):
    answer = run("gb3838", "--json", "--limit", "2", *ON)
    said = json.loads(answer.stdout)
    facets = "&".join(f"facets={name}" for name in said["facets"])
    _, api = caller(client)(
        "get", f"/catalogue/search?q=gb3838&limit=2&on=2026-01-05&sort=relevance&{facets}"
    )
    assert {**said, "took_ms": 0, "next_cursor": ""} == {**api, "took_ms": 0, "next_cursor": ""}
    assert said["hits"][0]["number"] == "GB 3838-2002"
    assert answer.exit_code == 0


def test_lines_show_number_state_and_title(run):
    answer = run("GB/T 1.1-2009", "--limit", "1", "--on", "2015-01-01")
    (line,) = answer.stdout.splitlines()
    assert line.split("\t")[:2] == ["GB/T 1.1—2009", "现行"]
    assert answer.stderr.startswith("共 ")


def test_nothing_found_is_said(run):
    answer = run("没有这样的词", *ON)
    assert (answer.exit_code, answer.stdout, answer.stderr) == (0, "", "共 0 条。 0 found.\n")


def test_other_searches_that_find_something_are_proposed(run):
    answer = run("标准化工作导则 没有这样的词", *ON)
    assert (answer.exit_code, answer.stdout) == (0, "")
    nothing, head, *ideas = answer.stderr.splitlines()
    assert (nothing, head) == ("共 0 条。 0 found.", "可改查： These would find something:")
    assert ideas == ["  标准化工作导则\t7"]
