"""`guiju library overlap`: pairs of clauses over all texts, a line each."""

import json

import pytest
from click.testing import CliRunner

from guiju.cli.main import guiju
from tests.factories import library as make

pytestmark = pytest.mark.django_db
SAID = "灭火器的工作压力不应低于{} MPa，且应每年由专业机构检查一次。"


FIRST = ("contrary", "Q/SLI 2-2020#1", "Q/SLI 1-2020#1")


@pytest.mark.parametrize(
    ("flags", "second", "told"),
    [
        ((), ("contrary", "Q/SLI 1-2021#1", "Q/SLI 2-2020#1"), "相互矛盾 2 对，文字相同 0 对"),
        (
            ("--editions",),
            ("same", "Q/SLI 1-2021#1", "Q/SLI 1-2020#1"),
            "相互矛盾 1 对，文字相同 1 对",
        ),
    ],
)
def test_pairs(flags, second, told):
    for number, limit in (("1-2020", 1.2), ("2-2020", 1.0), ("1-2021", 1.2)):
        make.written(f"Q/SLI {number}", f"# 1 要求\n\n{SAID.format(limit)}\n", language="zh")
    answer = CliRunner().invoke(guiju, ["library", "overlap", "--json", *flags])
    found = [json.loads(line) for line in answer.stdout.splitlines()]
    places = [(one["kind"], one["own"]["address"], one["other"]["address"]) for one in found]
    assert places == [FIRST, second]
    assert (found[0]["differs"], answer.exit_code) == ("limit", 0)
    plain = CliRunner().invoke(guiju, ["library", "overlap", *flags])
    assert plain.stdout.splitlines()[0].split("\t")[:2] == ["limit", "Q/SLI 2-2020#1"]
    assert told in plain.stderr
