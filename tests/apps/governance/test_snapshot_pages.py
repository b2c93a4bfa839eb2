"""The pages of frozen ledgers: taken by the office, read by those who work on the plan."""

import pytest
import time_machine

from guiju.apps.governance.models import Snapshot
from guiju.apps.governance.services.snapshots import take_snapshot
from tests import guards
from tests.factories import reports

pytestmark = pytest.mark.django_db
BACKEND = "guiju.apps.accounts.backends.SeatBackend"


@pytest.fixture
def ledger():
    with time_machine.travel("2023-05-10 10:00+08:00", tick=False):
        yield reports.small_ledger()


@pytest.fixture
def visit(ledger, client):
    def visit(who, path="", method="get", **values):
        client.logout()
        if who:
            client.force_login(getattr(ledger, f"{who}_user"), backend=BACKEND)
        return getattr(client, method)(f"/plans/{ledger.plan.slug}/snapshots/{path}", values)

    return visit


def take(ledger, period="2023Q1"):
    return take_snapshot(plan=ledger.plan.slug, period=period, by=ledger.office)


def test_the_office_freezes_a_quarter(ledger, visit):
    shown = visit("office").content.decode()
    assert [period for period in ("2022Q3", "2022Q4", "2023Q1", "2023Q2") if period in shown] == [
        "2022Q3", "2022Q4", "2023Q1",
    ]  # fmt: skip
    taken = visit("office", method="post", period="2023Q1")
    assert taken.url == f"/plans/{ledger.plan.slug}/snapshots/2023Q1/"
    frozen = visit("office", "2023Q1/").content.decode()
    assert "内容与哈希相符" in frozen
    assert Snapshot.objects.get().sm3 in frozen
    again = visit("office", method="post", period="2023Q1")
    assert "gj-errors" in again.content.decode()
    assert Snapshot.objects.count() == 1


def test_others_see_the_closed_button_with_the_reason(visit):
    assert "只有管理本计划台账的办公室可以这样做。" in visit("lead").content.decode()
    assert visit("lead", method="post", period="2023Q1").status_code == 403
    assert Snapshot.objects.count() == 0


STATUSES = [("office", 200), ("lead", 200), ("helper", 200), ("stranger", 403), (None, 403)]


@pytest.mark.parametrize(("who", "status"), STATUSES)
def test_who_reads(ledger, visit, who, status):
    take(ledger)
    paths = ("", "2023Q1/", "compare/")
    assert [visit(who, path).status_code for path in paths] == [status] * 3


def test_a_quarter_without_a_snapshot_is_not_found(visit):
    assert visit("office", "2022Q4/").status_code == 404
    assert visit("office", "nonsense/").status_code == 400


@pytest.mark.django_db(transaction=True)
def test_a_changed_snapshot_says_so(ledger, visit):
    content = take(ledger).content
    guards.take_off()
    Snapshot.objects.update(content={**content, "on": "2023-03-30"})
    assert "内容已被改动：与哈希不符" in visit("office", "2023Q1/").content.decode()


def test_two_compared(ledger, visit):
    take(ledger, "2022Q4")
    reports.accepted(ledger)
    take(ledger, "2023Q1")
    shown = visit("lead", "compare/").content.decode()
    assert "需关注" in shown
    assert "进行中" in shown
    same = visit("lead", "compare/?old=2023Q1&new=2023Q1").content.decode()
    assert "两份快照之间没有变化。" in same


@pytest.mark.parametrize("measures", [1, 30])
def test_the_pages_ask_as_much_for_thirty_measures_as_for_one(
    ledger, visit, client, django_assert_num_queries, measures
):
    for no in range(2, measures + 1):
        of = reports.measure(ledger.plan, no=no)
        reports.action(of, reports.note(of, lead=[ledger.lead_body]))
    take(ledger)
    visit("office")
    with django_assert_num_queries(9):
        client.get(f"/plans/{ledger.plan.slug}/snapshots/2023Q1/")
