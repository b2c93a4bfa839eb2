"""`guiju form …`: listed, shown, given out, read back."""

import json

import pytest
from click.testing import CliRunner

from guiju.cli.form import form
from guiju.core.forms.comments.model import CommentRow
from guiju.core.forms.comments.writing import write_comments
from guiju.core.forms.files.rulebook import NoForm, forms


def run(*words):
    return CliRunner().invoke(form, list(map(str, words)))


def test_all_forms_are_listed_and_shown():
    rows = [json.loads(line) for line in run("list", "--json").stdout.splitlines()]
    assert [row["id"] for row in rows] == [one.id for one in forms()]
    shown = run("show", "ballot-paper", "--lang", "en").stdout.splitlines()
    assert shown[0].split("\t")[0] == "ballot paper"
    assert shown[1].split("\t") == ["number*", "text", "number of the paper", "ballot.paper.number"]


@pytest.mark.parametrize("kind", ["docx", "xlsx", "csv"])
def test_a_blank_form_is_written_and_read(tmp_path, kind):
    path = tmp_path / f"blank.{kind}"
    assert run("blank", "minutes", path).exit_code == 0
    told = run("read", "minutes", path, "--json")
    values = json.loads(told.stdout)["values"]
    assert {key for key, value in values.items() if value} == set()


def test_comments_are_read_and_doubts_give_exit_status_1(tmp_path):
    path = tmp_path / "comments.xlsx"
    path.write_bytes(write_comments([CommentRow(clause="某处", text="示例")], {}, {}, file="xlsx"))
    told = run("read", "comments", path, "--json")
    found = json.loads(told.stdout)
    assert told.exit_code == 1
    assert [one["text"] for one in found["comments"]] == ["示例"]
    assert [one["code"] for one in found["problems"]] == ["clause"]


def test_an_unknown_form_or_ending_is_wrong_use(tmp_path):
    assert run("blank", "minutes", tmp_path / "x.pdf").exit_code == 2
    assert isinstance(run("show", "nothing").exception, NoForm)
