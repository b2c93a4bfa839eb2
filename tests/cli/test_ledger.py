"""`guiju ledger …`: reminders, freezing a quarter, verifying what was frozen."""

import json

import pytest
import time_machine
from click.testing import CliRunner

from guiju.apps.governance.models import Snapshot
from guiju.cli.ledger import ledger as group
from tests import guards
from tests.factories import reports


@pytest.fixture
def ledger():
    with time_machine.travel("2023-05-10 10:00+08:00", tick=False):
        yield reports.small_ledger()


def run(*arguments):
    return CliRunner().invoke(group, arguments)


@pytest.mark.django_db
def test_remind(ledger):
    first = run("remind", "--on", "2023-04-03", "--json")
    assert (first.exit_code, json.loads(first.stdout)["report_wanted"]) == (0, 2)
    again = run("remind", "--on", "2023-04-03")
    assert (again.exit_code, again.stdout) == (
        0,
        "已发送提醒 0 条：即将到期 0，逾期 0，应报 0，迟报 0。 Reminders sent: 0.\n",
    )
    assert run("remind", "--on", "yesterday").exit_code == 2


@pytest.mark.django_db(transaction=True)
def test_snapshot_and_verify(ledger):
    taken = run("snapshot", ledger.plan.slug, "--period", "2023Q1")
    frozen = Snapshot.objects.get()
    assert taken.stdout == f"2023Q1 SM3 {frozen.sm3} SHA-256 {frozen.sha256}\n"
    assert run("verify-snapshots").stdout == "全部快照完整。 Every snapshot is whole.\n"
    guards.take_off()
    Snapshot.objects.update(content={})
    damaged = run("verify-snapshots")
    assert (damaged.exit_code, damaged.stdout) == (1, "")
    assert f"{ledger.plan.slug} 2023Q1" in damaged.stderr
    answer = json.loads(run("verify-snapshots", "--json").stdout)
    assert answer == {"whole": False, "damaged": [f"{ledger.plan.slug} 2023Q1"]}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("plan", "period", "code"),
    [("no-such-plan", "2023Q1", "not_found"), ("", "2023Q2", "snapshot_running")],
)
def test_a_snapshot_that_cannot_be_taken(ledger, plan, period, code):
    answer = run("snapshot", plan or ledger.plan.slug, "--period", period)
    assert answer.exception.code == code
