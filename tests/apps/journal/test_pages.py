"""The journal's pages and its API."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.core.cache import cache
from django.db import transaction
from django.urls import reverse
from django.utils import translation

from guiju.apps.journal import verification
from guiju.apps.journal.services import record
from guiju.web.viewer import Viewer
from tests.factories import accounts as make

pytestmark = pytest.mark.django_db
LIST = reverse("journal:journal")
VERIFY = reverse("journal:verify")
NINE = datetime(2026, 1, 5, 9, 0, tzinfo=ZoneInfo("Asia/Shanghai"))


@pytest.fixture(autouse=True)
def fresh():
    translation.activate("zh-hans")
    cache.clear()
    yield
    cache.clear()


def act(action="示例.act", subject="示例:1", actor="zhang"):
    with transaction.atomic():
        return record(by=Viewer(today=date(2026, 1, 5), name=actor), action=action, subject=subject)


@pytest.fixture
def auditor(client):
    backend = "guiju.apps.accounts.backends.SeatBackend"
    client.force_login(make.seated("audit_admin", username="auditor"), backend=backend)
    return client


def numbers(client, **asked):
    return [event.number for event in client.get(LIST, asked).context["page"]]


def test_the_auditor_reads_the_newest_first_and_filters(auditor):
    with time_machine.travel(NINE, tick=False) as clock:
        act("plan.import", "plan:1", "zhang")
        clock.shift(24 * 3600)
        act("plan.report", "plan:2", "li")
        act("plan.import", "plan:1", "li")
        found = [
            numbers(auditor, **asked)
            for asked in (
                {},
                {"action": "plan.import"},
                {"subject": "plan:2"},
                {"actor": "li", "action": "plan.i"},
                {"since": "2026-01-06"},
                {"until": "2026-01-05"},
                {"since": "nonsense"},
                {"actor": "nobody"},
            )
        ]
    assert found == [[3, 2, 1], [3, 1], [2], [3], [3, 2], [1], [3, 2, 1], []]


@pytest.mark.parametrize("role", ["system_admin", "security_admin", "office", "liaison"])
def test_nobody_else_reads_it(client, role):
    user = make.seated(role)
    client.force_login(user, backend="guiju.apps.accounts.backends.SeatBackend")
    response = client.get(LIST)
    assert response.status_code == 403
    assert "只有审计管理员可以查阅日志。" in response.content.decode()


def test_the_public_is_asked_to_sign_in(client):
    assert "请先登录。" in client.get(LIST).content.decode()


@pytest.mark.parametrize("many", [1, 30])
def test_the_list_costs_the_same_for_one_and_for_many(auditor, django_assert_num_queries, many):
    for _ in range(many):
        act()
    auditor.get(LIST)
    with django_assert_num_queries(7):
        auditor.get(LIST)


def test_everybody_may_verify(client):
    last = act()
    page = client.get(VERIFY)
    assert (page.context["verdict"].count, page.context["verdict"].fault) == (1, None)
    assert last.sm3 in page.content.decode()
    answer = client.get("/api/v1/journal/verify").json()
    shown = {key: answer[key] for key in ("whole", "count", "sm3", "sha256", "fault")}
    assert shown == {
        "whole": True,
        "count": 1,
        "sm3": last.sm3,
        "sha256": last.sha256,
        "fault": None,
    }


def test_a_fault_is_named(client, monkeypatch):
    from guiju.core.errors import Bilingual
    from guiju.core.seals.chain import FIRST, Fault, Verdict

    fault = Fault(7, Bilingual("第 7 条缺失。", "Entry 7 is missing."))
    monkeypatch.setattr(verification, "verify_chain", lambda: Verdict(6, FIRST, fault))
    page = client.get(VERIFY).content.decode()
    assert "日志不完整。 第 7 条缺失。" in page
    answer = client.get("/api/v1/journal/verify").json()
    assert (answer["whole"], answer["fault"]["number"]) == (False, 7)


def test_the_chain_is_read_at_most_once_a_minute(client, monkeypatch):
    read = []
    verify = verification.verify_chain
    monkeypatch.setattr(verification, "verify_chain", lambda: read.append(1) or verify())
    with time_machine.travel(NINE, tick=False) as clock:
        for seconds in (0, 30, 29, 2):
            clock.shift(seconds)
            client.get(VERIFY)
    assert len(read) == 2


def test_the_auditor_reads_the_act_in_words_and_as_the_journal_names_it(auditor):
    act("accounts.sign_in", "accounts.user:1")
    act("示例.unnamed")
    rows = (
        auditor.get(LIST).content.decode().split("<tbody>")[1].split("</tbody>")[0].split("</tr>")
    )
    assert "示例.unnamed</a>" in rows[0]
    assert "登录</a>" in rows[1]
    assert "accounts.sign_in</code>" in rows[1]
