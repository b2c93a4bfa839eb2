"""The life of a report: drafted, handed in, returned, accepted, reopened, published; one event each."""

import pytest
from django.utils import timezone

from guiju.apps.governance.models import Action, Report
from guiju.apps.governance.rules.reports import READ_REPORT, Filed
from guiju.apps.governance.selectors.duties import duties_of
from guiju.apps.governance.selectors.reports import (
    change_since_previous,
    filed,
    open_window,
    reports_of_measure,
)
from guiju.apps.governance.services.report_content import BadContent, Content, Incomplete, Line
from guiju.apps.governance.services.reports import (
    StaleReport,
    accept_report,
    publish_report,
    reopen_report,
    return_report,
    submit_report,
    withdraw_report,
)
from guiju.apps.journal.models import Event
from guiju.core.errors import NotFoundError, RefusedError
from guiju.core.plans.quarters import ClosedQuarter, NotAQuarter
from guiju.core.plans.reporting import ReasonMissing, WrongState
from tests.factories import accounts, reports

pytestmark = pytest.mark.django_db


@pytest.fixture
def ledger():
    return reports.small_ledger()


def acts():
    return list(Event.objects.order_by("number").values_list("action", flat=True))


def test_returned_revised_and_accepted_with_one_event_each(ledger):
    handed_in = reports.submitted(ledger)
    returned = return_report(
        report=handed_in.pk, version=handed_in.version, reason="请补充数据。", by=ledger.office
    )
    assert (returned.state, returned.decision_note) == ("returned", "请补充数据。")
    revised = reports.draft(
        ledger, version=returned.version, content=Content(text="示例：已补充数据。")
    )
    assert (revised.state, revised.decision_note) == ("returned", "请补充数据。")
    again = submit_report(report=revised.pk, version=revised.version, by=ledger.lead)
    done = accept_report(report=again.pk, version=again.version, by=ledger.office)
    assert (done.state, done.decision_note, done.is_public) == ("accepted", "", False)
    assert acts() == [
        "governance.edit_report",
        "governance.submit_report",
        "governance.return_report",
        "governance.edit_report",
        "governance.submit_report",
        "governance.accept_report",
    ]
    event = Event.objects.get(action="governance.return_report")
    assert event.subject == f"governance.report:{done.pk}"
    assert event.reason == "请补充数据。"
    assert event.organisation == f"accounts.organisation:{ledger.office_body.pk}"
    assert event.before != event.after


def test_accepting_brings_state_and_risk_into_the_ledger(ledger):
    handed_in = reports.submitted(ledger)
    ledger.action.refresh_from_db()
    assert ledger.action.state == Action.State.NOT_STARTED
    accept_report(report=handed_in.pk, version=handed_in.version, by=ledger.office)
    for row in (ledger.action, ledger.second, ledger.measure):
        row.refresh_from_db()
    assert (ledger.action.state, ledger.second.state) == ("in_progress", "not_started")
    assert (ledger.measure.risk, ledger.measure.risk_note) == ("watch", "示例：人手不足。")
    details = Event.objects.get(action="governance.accept_report").details
    assert details["actions"] == {str(ledger.action.pk): ["not_started", "in_progress"]}
    assert details["risk"] == ["none", "watch"]


def test_what_a_shared_body_reports_changes_no_state_and_no_risk(ledger):
    reports.accepted(ledger)
    reports.accepted(ledger, "shared")
    ledger.measure.refresh_from_db()
    assert ledger.measure.risk == "watch"


def test_an_older_quarter_accepted_late_does_not_undo_a_newer_one(ledger):
    newer = Content(text="示例", lines={ledger.action.pk: Line("示例", "done")})
    older = Content(
        text="示例",
        risk="high",
        risk_note="示例",
        lines={
            ledger.action.pk: Line("示例", "in_progress"),
            ledger.second.pk: Line("示例", "stopped"),
        },
    )
    reports.accepted(ledger, period="2023Q1", content=newer)
    reports.accepted(ledger, period="2022Q4", content=older)
    for row in (ledger.action, ledger.second, ledger.measure):
        row.refresh_from_db()
    assert (ledger.action.state, ledger.second.state) == ("done", "stopped")
    assert ledger.measure.risk == "none"


def test_a_failure_at_the_end_leaves_nothing_accepted(ledger, monkeypatch):
    handed_in = reports.submitted(ledger)
    monkeypatch.setattr("guiju.apps.governance.services.reports.record", lambda **_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        accept_report(report=handed_in.pk, version=handed_in.version, by=ledger.office)
    handed_in.refresh_from_db()
    ledger.action.refresh_from_db()
    assert (handed_in.state, ledger.action.state) == ("submitted", "not_started")


def test_four_eyes(ledger):
    """The office leads a measure itself: another person of the office accepts."""
    both = accounts.seated("liaison", ledger.office_body)
    accounts.seat(both, "office", ledger.office_body)
    both = accounts.viewer(both, reports.TODAY)
    ledger.note.assignments.filter(role="lead").update(organisation=ledger.office_body)
    ledger.lead, ledger.lead_body = both, ledger.office_body
    handed_in = reports.submitted(ledger)
    with pytest.raises(RefusedError) as refused:
        accept_report(report=handed_in.pk, version=handed_in.version, by=both)
    assert refused.value.sentence.zh == "这份报告由您本人报送，须由办公室另一人审核通过。"
    done = accept_report(report=handed_in.pk, version=handed_in.version, by=ledger.office)
    assert done.state == "accepted"


@pytest.mark.parametrize("who", ["lead", "shared", "stranger", "reader", "public"])
def test_only_the_office_decides(ledger, who):
    handed_in = reports.submitted(ledger)
    by = getattr(ledger, who)
    deeds = {
        accept_report: {},
        return_report: {"reason": "示例"},
        reopen_report: {"reason": "示例"},
        publish_report: {"public": True},
    }
    for act, values in deeds.items():
        with pytest.raises(RefusedError):
            act(report=handed_in.pk, version=handed_in.version, by=by, **values)
    handed_in.refresh_from_db()
    assert (handed_in.state, handed_in.version) == ("submitted", 2)


def test_the_office_of_another_plan_does_not_decide(ledger):
    other = accounts.seated("office", accounts.organisation())
    handed_in = reports.submitted(ledger)
    with pytest.raises(RefusedError):
        accept_report(
            report=handed_in.pk,
            version=handed_in.version,
            by=accounts.viewer(other, reports.TODAY),
        )


def test_the_state_refuses_what_comes_too_early_or_too_late(ledger):
    saved = reports.draft(ledger)
    with pytest.raises(WrongState):
        accept_report(report=saved.pk, version=saved.version, by=ledger.office)
    handed_in = submit_report(report=saved.pk, version=saved.version, by=ledger.lead)
    with pytest.raises(WrongState):
        reports.draft(ledger, version=handed_in.version)
    done = accept_report(report=handed_in.pk, version=handed_in.version, by=ledger.office)
    with pytest.raises(WrongState):
        withdraw_report(report=done.pk, version=done.version, by=ledger.lead)


def test_a_return_needs_its_reason(ledger):
    handed_in = reports.submitted(ledger)
    with pytest.raises(ReasonMissing):
        return_report(report=handed_in.pk, version=handed_in.version, reason=" ", by=ledger.office)


def test_withdrawing_before_the_decision(ledger):
    handed_in = reports.submitted(ledger)
    taken_back = withdraw_report(report=handed_in.pk, version=handed_in.version, by=ledger.lead)
    assert (taken_back.state, taken_back.submitted_by_id) == ("draft", None)


def test_reopening_takes_the_report_from_the_public(ledger):
    done = reports.accepted(ledger, publish=True)
    opened = reopen_report(report=done.pk, version=done.version, reason="有误", by=ledger.office)
    assert (opened.state, opened.is_public) == ("returned", False)


def test_a_lost_update_is_told_and_nothing_is_written(ledger):
    saved = reports.draft(ledger)
    reports.draft(ledger, version=saved.version, content=Content(text="示例：甲"))
    with pytest.raises(StaleReport) as stale:
        reports.draft(ledger, version=saved.version, content=Content(text="示例：乙"))
    assert "现为第 2 版" in stale.value.sentence.zh
    assert Report.objects.get().text == "示例：甲"
    with pytest.raises(StaleReport):
        reports.draft(ledger, version=0)
    with pytest.raises(StaleReport):
        submit_report(report=saved.pk, version=1, by=ledger.lead)


def test_a_line_that_is_no_longer_spoken_of_becomes_empty(ledger):
    saved = reports.draft(ledger)
    reports.draft(
        ledger,
        version=saved.version,
        content=Content(text="示例", lines={ledger.second.pk: Line("示例：二")}),
    )
    lines = saved.lines.order_by("action").values_list("action", "text", "proposed_state")
    assert list(lines) == [(ledger.action.pk, "", ""), (ledger.second.pk, "示例：二", "")]


INCOMPLETE = [
    (Content(text="  "), "报告还不能报送：请填写本季度进展情况。"),
    (Content(text="示例", risk="high"), "报告还不能报送：有风险时请写明风险说明。"),
]


@pytest.mark.parametrize(("content", "sentence"), INCOMPLETE)
def test_an_incomplete_report_is_kept_but_not_handed_in(ledger, content, sentence):
    saved = reports.draft(ledger, content=content)
    with pytest.raises(Incomplete) as refused:
        submit_report(report=saved.pk, version=saved.version, by=ledger.lead)
    assert refused.value.sentence.zh == sentence


@pytest.mark.parametrize(
    "content",
    [
        Content(text="长" * 20_001),
        Content(text="示\x00例"),
        Content(text="示例", risk="terrible"),
        Content(text="示例", risk="high", risk_note="长" * 501),
        Content(text="示例", lines={0: Line("示例")}),
    ],
)
def test_what_cannot_be_stored_is_refused(ledger, content):
    with pytest.raises(BadContent):
        reports.draft(ledger, content=content)
    assert Report.objects.count() == 0


def test_a_task_of_another_measure_is_refused(ledger):
    other = reports.action(reports.measure(ledger.plan, no=2))
    with pytest.raises(BadContent):
        reports.draft(ledger, content=Content(text="示例", lines={other.pk: Line("示例")}))


@pytest.mark.parametrize(
    ("period", "error"),
    [("2023Q3", ClosedQuarter), ("2022Q2", ClosedQuarter), ("2023", NotAQuarter)],
)
def test_quarters_that_are_not_open_are_refused(ledger, period, error):
    with pytest.raises(error):
        reports.draft(ledger, period=period)


def test_after_its_end_a_plan_stays_open_while_work_is_unfinished(ledger):
    later = accounts.viewer(ledger.lead_user, reports.TODAY.replace(year=2024))
    assert str(open_window(later, ledger.plan).last) == "2024Q2"
    Action.objects.update(state="done")
    assert str(open_window(later, ledger.plan).last) == "2023Q4"


def test_a_withdrawn_measure_takes_no_report(ledger):
    ledger.measure.withdrawn = 2
    ledger.measure.save()
    with pytest.raises(NotFoundError):
        reports.draft(ledger)


READERS = {
    # state: who reads the lead's report
    "draft": {"lead"},
    "submitted": {"lead", "shared", "helper", "guide", "reader", "office"},
    "returned": {"lead", "shared", "helper", "guide", "reader", "office"},
    "accepted": {"lead", "shared", "helper", "guide", "reader", "office"},
    "published": {"lead", "shared", "helper", "guide", "reader", "office", "stranger", "public"},
}


@pytest.mark.parametrize(("state", "expected"), READERS.items())
def test_who_reads_a_report(ledger, state, expected):
    report = reports.draft(ledger)
    Report.objects.filter(pk=report.pk).update(
        state="accepted" if state == "published" else state, is_public=state == "published"
    )
    people = ("lead", "shared", "helper", "guide", "reader", "office", "stranger", "public")
    able = set()
    for who in people:
        viewer = getattr(ledger, who)
        try:
            filed(viewer, report.pk)
        except RefusedError:
            assert reports_of_measure(viewer, ledger.measure) == []
        else:
            able.add(who)
            assert len(reports_of_measure(viewer, ledger.measure)) == 1
    assert able == expected


def test_a_published_report_of_a_plan_that_is_not_public_stays_inside(ledger):
    done = reports.accepted(ledger, publish=True)
    duties = duties_of(ledger.public, ledger.measure.pk)
    assert READ_REPORT.allows(ledger.public, Filed(done, duties, is_open=True))
    assert not READ_REPORT.allows(ledger.public, Filed(done, duties, is_open=False))


def test_publishing_an_accepted_report(ledger):
    done = reports.accepted(ledger)
    shown = publish_report(report=done.pk, version=done.version, public=True, by=ledger.office)
    assert (shown.state, shown.is_public) == ("accepted", True)
    hidden = publish_report(report=done.pk, version=shown.version, public=False, by=ledger.office)
    assert hidden.is_public is False


def test_the_text_beside_that_of_the_quarter_before(ledger):
    reports.accepted(ledger, period="2022Q4", content=Content(text="已立项。正在起草。"))
    now = reports.submitted(ledger, content=Content(text="已立项。已完成起草。"))
    change = change_since_previous(filed(ledger.office, now.pk))
    assert str(change.previous) == "2022Q4"
    assert [tuple(piece) for piece in change.pieces] == [
        ("same", "已立项。"),
        ("del", "正在"),
        ("ins", "已完成"),
        ("same", "起草。"),
    ]
    first = reports.submitted(ledger, "shared")
    assert change_since_previous(filed(ledger.office, first.pk)) is None


def test_times_are_kept(ledger):
    start = timezone.now()
    done = reports.accepted(ledger)
    assert start <= done.submitted <= done.decided <= timezone.now()
