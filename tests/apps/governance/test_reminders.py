"""Reminders: before a due day, after it, and for reports; each is told once."""

from datetime import date

import pytest
from django.core import mail

from guiju.apps.accounts.models import Notice, Succession
from guiju.apps.governance.models import Action
from guiju.apps.governance.services.reminders import remind
from guiju.apps.governance.services.reports import return_report
from guiju.apps.journal.models import Event
from guiju.apps.journal.selectors import verify_chain
from tests.factories import accounts, reports

pytestmark = pytest.mark.django_db
NONE = {"due": 0, "overdue": 0, "report_wanted": 0, "report_late": 0}
QUIET = date(2023, 2, 20)  # reports of the last quarter are in, nothing is due


@pytest.fixture
def ledger():
    world = reports.small_ledger()
    for who in ("lead", "shared"):
        reports.accepted(world, who, period="2022Q4")
    return world


def told():
    rows = Notice.objects.order_by("pk").values_list("user__username", "text_zh")
    return list(rows)


def test_nothing_to_say(ledger):
    assert remind(on=QUIET) == NONE
    assert Event.objects.filter(action="governance.send_reminders").count() == 0


def due_on(ledger, day):
    Action.objects.filter(pk=ledger.action.pk).update(due=day)


STEPS = [
    # due day, on QUIET: which message
    (date(2023, 3, 23), None),
    (date(2023, 3, 22), "due"),
    (date(2023, 2, 27), "due"),
    (date(2023, 2, 20), "due"),
    (date(2023, 2, 19), "overdue"),
    (date(2022, 8, 1), "overdue"),
]


@pytest.mark.parametrize(("due", "kind"), STEPS)
def test_before_and_after_the_due_day(ledger, due, kind):
    due_on(ledger, due)
    # The lead and one shared body have an officer; cooperating and guiding ones are not told.
    assert remind(on=QUIET) == (NONE | {kind: 2} if kind else NONE)
    assert [name for name, _ in told()] == (
        sorted([ledger.lead_user.username, ledger.shared_user.username]) if kind else []
    )


def test_the_words(ledger, django_capture_on_commit_callbacks):
    due_on(ledger, date(2023, 2, 27))
    with django_capture_on_commit_callbacks(execute=True):
        remind(on=QUIET)
    notice = Notice.objects.first()
    assert notice.text_zh == ("《示例行动计划》有 1 项任务将于2023年2月27日到期：完成示例任务1。")
    assert notice.text_en == (
        "1 task(s) of “Example action plan” are due on 2023-02-27: 完成示例任务1."
    )
    assert notice.link == "/work/"
    assert sorted(one for message in mail.outbox for one in message.to) == sorted(
        [ledger.lead_user.person.email, ledger.shared_user.person.email]
    )


def test_nobody_is_told_twice_and_a_missed_day_loses_nothing(ledger):
    due_on(ledger, date(2023, 3, 10))
    days = [date(2023, 2, 8), date(2023, 2, 9), date(2023, 3, 5), date(2023, 3, 11)]
    counts = [sum(remind(on=day).values()) for day in days for _ in range(2)]
    # 30 days before; the same step; the 7-day step, two days late; overdue.
    assert counts == [2, 0, 0, 0, 2, 0, 2, 0]


def test_a_new_due_day_is_told_anew(ledger):
    due_on(ledger, date(2023, 2, 27))
    remind(on=QUIET)
    due_on(ledger, date(2023, 2, 26))
    assert remind(on=QUIET) == NONE | {"due": 2}


def test_what_is_done_is_not_reminded_of(ledger):
    due_on(ledger, date(2023, 2, 27))
    Action.objects.update(state="done")
    assert remind(on=QUIET) == NONE


REPORTING = [
    (date(2023, 4, 1), {"report_wanted": 1}),
    (date(2023, 4, 15), {"report_wanted": 1}),
    (date(2023, 4, 16), {"report_late": 1}),
    (date(2023, 6, 30), {"report_late": 1}),
]


@pytest.mark.parametrize(("on", "expected"), REPORTING)
def test_reports_that_are_missing_after_a_quarter(ledger, on, expected):
    reports.submitted(ledger, "lead", period="2023Q1")
    assert remind(on=on) == NONE | expected
    assert [name for name, _ in told()] == [ledger.shared_user.username]


def test_the_sentence_about_a_report_names_what_is_missing(ledger):
    remind(on=date(2023, 4, 16))
    assert told()[0][1] == (
        "《示例行动计划》2023年第一季度进展报告已过报送期限（2023年4月15日），"
        "尚有 1 项措施未报：1. 示例措施1。请尽快报送。"
    )


def test_a_successor_is_told_and_its_predecessor_is_not(ledger):
    successor = accounts.organisation()
    officer = accounts.seated("liaison", successor)
    Succession.objects.create(
        predecessor=ledger.lead_body, successor=successor, on=date(2023, 4, 2)
    )
    remind(on=date(2023, 4, 3))
    names = {name for name, _ in told()}
    assert names == {ledger.shared_user.username, officer.username}


def test_one_event_a_run_and_no_names_in_it(ledger):
    due_on(ledger, date(2023, 2, 27))
    remind(on=QUIET)
    event = Event.objects.get(action="governance.send_reminders")
    assert (event.actor, event.subject) == ("system", "governance.reminders:2023-02-20")
    assert event.details == NONE | {"due": 2}
    assert verify_chain().fault is None


@pytest.mark.parametrize("measures", [1, 12])
def test_a_second_run_is_cheap(ledger, measures, django_assert_num_queries):
    for no in range(2, measures + 1):
        of = reports.measure(ledger.plan, no=no)
        reports.action(of, reports.note(of, lead=[ledger.lead_body]), due=date(2023, 2, 27))
    due_on(ledger, date(2023, 2, 27))
    remind(on=QUIET)
    with django_assert_num_queries(12):
        remind(on=QUIET)


def test_a_returned_report_is_told_at_once(ledger):
    report = reports.submitted(ledger)
    return_report(report=report.pk, version=report.version, reason="请补充。", by=ledger.office)
    notice = Notice.objects.get()
    assert notice.user == ledger.lead_user
    assert notice.text_zh == ("2023年第一季度进展报告已退回修改：1. 示例措施1。理由：请补充。")
    assert notice.link == f"/reports/{report.pk}/"
