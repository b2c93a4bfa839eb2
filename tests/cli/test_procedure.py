"""`guiju procedure`: listed, checked, told and drawn."""

import json

from click.testing import CliRunner

from guiju.cli.main import guiju
from guiju.core.procedures.files.rulebook import procedures
from tests.core.procedures.small import SMALL


def run(*arguments):
    return CliRunner().invoke(guiju, ["procedure", *arguments])


def test_the_list():
    rows = [json.loads(line) for line in run("list", "--json").stdout.splitlines()]
    assert [row["id"] for row in rows] == [one.id for one in procedures()]
    assert "group\t2019-01-09\t团体标准制修订程序\t" in run("list").stdout


def test_a_sound_procedure_is_checked():
    answer = run("check", "review", "amendment", "--json")
    assert answer.exit_code == 0
    review, amendment = (json.loads(line) for line in answer.stdout.splitlines())
    assert (review["sound"], amendment["sound"], review["broken"]) == (True, True, [])
    assert review["proved"] == [
        "conclusion.ripe",
        "conclusion.passed.edition_confirmed",
        "conclusion.passed.revision_ordered",
        "revision_proposal.revision_ordered",
    ]


def test_a_broken_file_is_told_with_the_way_to_its_breach(tmp_path):
    file = tmp_path / "example.yaml"
    file.write_text(SMALL.replace("{answered: main}, ", ""), "utf-8")
    answer = run("check", str(file))
    assert answer.exit_code == 1
    assert "NOT sound" in answer.stdout
    assert "“征求意见”有意见未答复不得批准" in answer.stdout
    assert "ask → vote → count → approve" in answer.stdout
    file.write_text(
        SMALL.replace("[clerk]\nroles:", "[clerk]\nroles:\n  idle: [闲人, idle]"), "utf-8"
    )
    assert "example.yaml:9 “闲人”声明后没有用到。" in run("check", str(file)).stdout


def test_it_is_told_and_drawn():
    told = run("show", "review", "--lang", "en").stdout
    assert (
        "begin the review\tsecretariat of the committee\treview due → collecting experience" in told
    )
    drawn = run("draw", "withdrawal").stdout
    assert drawn.splitlines()[:5] == [
        "stateDiagram-v2",
        '  state "95 废止阶段" as stage_95 {',
        '    state "95.00 废止建议" as proposed',
        '    state "95.20 废止公示" as consulting',
        '    state "95.60 公示结束" as consulted',
    ]
    assert drawn.splitlines()[-5:] == [
        "  decided --> withdrawn : 废止（国务院标准化行政主管部门）",
        "  proposed --> kept : 不予废止（国务院标准化行政主管部门）",
        "  consulted --> kept : 不予废止（国务院标准化行政主管部门）",
        "  withdrawn --> [*]",
        "  kept --> [*]",
    ]


def test_no_such_procedure():
    assert "neither a file nor a procedure" in str(run("draw", "nothing").exception)
