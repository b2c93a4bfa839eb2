"""`guiju catalogue …` and `guiju search`: files in, one standard out, the one box."""

import json

import pytest
from click.testing import CliRunner
from django.conf import settings

from guiju.cli.catalogue import catalogue as group
from guiju.cli.search import search

pytestmark = pytest.mark.django_db

ROWS = [
    {
        "guiju": 1,
        "number": "GB/T 91001-2010",
        "titles": {"zh": "示例导则"},
        "issued": "2010-01-05",
        "effective": "2010-07-01",
    },
    {
        "guiju": 1,
        "number": "GB/T 91001-2020",
        "titles": {"zh": "示例导则", "en": "Example directives"},
        "issued": "2020-01-05",
        "effective": "2020-07-01",
        "relations": [{"type": "replaces", "target": "GB/T 91001-2010"}],
    },
]


@pytest.fixture(autouse=True)
def own_index(tmp_path, monkeypatch):
    monkeypatch.setattr(settings, "GUIJU_INDEX", tmp_path / "index")


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "records.jsonl"
    path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in ROWS), "utf-8")
    return path


def run(command, *arguments):
    return CliRunner().invoke(command, [str(one) for one in arguments])


def test_a_file_goes_in_and_the_same_again_changes_nothing(file):
    first = run(group, "import", file, "--json")
    assert first.exit_code == 0
    told = json.loads(first.stdout)
    assert told["indexed"] == 2
    assert told["files"][0]["new"] == 2
    again = json.loads(run(group, "import", file, "--json").stdout)
    assert (again["files"][0]["unchanged"], again["files"][0]["new"], again["indexed"]) == (2, 0, 0)


def test_refused_records_are_told_and_end_with_one(file):
    file.write_text(file.read_text("utf-8") + '\n{"guiju": 1}\n', "utf-8")
    done = run(group, "import", file, "--json")
    assert done.exit_code == 1
    (refused,) = json.loads(done.stdout)["files"][0]["reasons"]
    assert (refused["at"], "编号" in refused["zh"], "number" in refused["en"]) == (3, True, True)


def test_progress_is_written_over_on_a_terminal_alone(file, monkeypatch):
    lines = run(group, "import", file).stderr.splitlines()
    assert lines[:2] == [
        "records.jsonl: 2",
        "records.jsonl: 新增 2，变更 0，未变 0，拒收 0。 New 2, changed 0, unchanged 0, refused 0.",
    ]
    monkeypatch.setattr("guiju.cli.catalogue._over", lambda: "\r")
    again = run(group, "import", file, "--source", "other").stderr
    assert again.startswith("\rrecords.jsonl: 2\rrecords.jsonl: ")


def test_a_column_of_either_meaning_is_asked_about(tmp_path):
    table = tmp_path / "table.csv"
    table.write_text("标准号,标准名称,被代替标准\nGB/T 91001-2020,示例,\n", "utf-8")
    told = run(group, "import", table).stderr
    assert "“被代替标准”在有的目录中是本标准所代替的标准" in told
    table.write_text("标准号,标准名称,被代替标准\nGB/T 91001-2020,示例,GB/T 91001-2010\n", "utf-8")
    assert "被代替标准" not in run(group, "import", table).stderr


@pytest.mark.parametrize("name", ["missing.jsonl", "."])
def test_what_is_no_file_is_wrong_use(tmp_path, name):
    assert run(group, "import", tmp_path / name).exit_code == 2


def test_a_standard_on_a_day(file):
    run(group, "import", file)
    done = run(group, "show", "gbt91001-2010", "--on", "2015-06-01", "--json")
    told = json.loads(done.stdout)
    assert (done.exit_code, told["number"], told["status"]["state"]) == (
        0,
        "GB/T 91001-2010",
        "in_force",
    )
    later = json.loads(run(group, "show", "GB/T 91001-2010", "--on", "2021-06-01", "--json").stdout)
    assert later["status"]["state"] == "superseded"
    assert "GB/T 91001—2020" in later["status"]["reasons"][0]["zh"]


def test_in_words(file):
    run(group, "import", file)
    lines = run(group, "show", "GB/T 91001").stdout.splitlines()
    assert lines[:3] == ["GB/T 91001—2020", "  示例导则", "  Example directives"]


def test_the_one_box(file):
    run(group, "import", file)
    told = json.loads(run(search, "示例导则", "--json", "--limit", 1).stdout)
    assert (told["query"], told["total"], len(told["hits"])) == ("示例导则", 2, 1)
    (hit,) = told["hits"]
    assert {name: hit[name] for name in ("number", "title_zh", "title_en", "status")} == {
        "number": "GB/T 91001-2020",
        "title_zh": "示例导则",
        "title_en": "Example directives",
        "status": "in_force",
    }
    assert hit["why"]
    assert told["facets"]["state"] == {"in_force": 1, "superseded": 1}
