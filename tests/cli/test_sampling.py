"""`guiju sampling`: a plan with its risks, and a history of lots."""

import json

import pytest
from click.testing import CliRunner

from guiju.cli.main import guiju


def run(*arguments):
    return CliRunner().invoke(guiju, ["sampling", *map(str, arguments)])


def test_a_plan():
    answer = run("plan", "--lot", 1000, "--level", "II", "--aql", "1.0", "--json")
    assert answer.exit_code == 0
    said = json.loads(answer.stdout)
    assert (said["letter"], said["n"], said["Ac"], said["Re"]) == ("J", 80, 2, 3)
    assert (said["accepted_at_aql"], said["quality_at_10_percent"]) == (0.9534, 6.516)
    told = run("plan", "--lot", 30, "--aql", "0.4", "--state", "tightened")
    assert "100%检验" in told.stdout


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--lot", 1000, "--aql", "1.1"), "0.010"),
        (("--lot", 1000, "--aql", "15"), "per 100 items"),
        (("--lot", 1000, "--aql", "1", "--level", "IV"), "S-1"),
    ],
)
def test_wrong_use_is_a_sentence(arguments, says):
    answer = run("plan", *arguments)
    assert says in str(answer.exception)


def test_a_history(tmp_path):
    file = tmp_path / "lots.csv"
    file.write_bytes("批号,批量,不合格数\n甲,1000,3\n乙,1000,3\n丙,1000,1\n".encode("gb18030"))
    answer = run("history", file, "--aql", "1.0", "--json")
    assert answer.exit_code == 0
    rows = [json.loads(line) for line in answer.stdout.splitlines()]
    assert [(row["lot"], row["state"], row["accepted"], row["next"]) for row in rows] == [
        ("甲", "normal", False, "normal"),
        ("乙", "normal", False, "tightened"),
        ("丙", "tightened", True, "tightened"),
    ]
    assert "9.3.1" in rows[1]["reason"]["zh"]
    assert "加严检验" in run("history", file, "--aql", "1.0").stdout
