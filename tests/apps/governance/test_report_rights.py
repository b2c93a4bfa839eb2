"""Who may report, and what: lead, shared, sole, cooperating, local, successor, deputy, stranger."""

from dataclasses import replace
from datetime import date

import pytest

from guiju.apps.accounts.models import Delegation, Organisation, Seat, Succession
from guiju.apps.governance.models import Report
from guiju.apps.governance.rules.reports import REPORT
from guiju.apps.governance.selectors.duties import duties_of, passed_on
from guiju.apps.governance.services.report_content import Content, Line
from guiju.apps.governance.services.reports import save_draft, submit_report
from guiju.core.errors import RefusedError
from tests.factories import accounts, reports

pytestmark = pytest.mark.django_db
PLAIN = Content(text="示例：已启动。")


@pytest.fixture
def ledger():
    return reports.small_ledger()


def save(ledger, organisation, by, content=PLAIN, **values):
    measure = values.pop("measure", ledger.measure)
    return save_draft(
        measure=measure.pk,
        organisation=organisation.pk,
        period=reports.Q1,
        content=content,
        version=0,
        by=by,
        **values,
    )


def liaison(organisation, on=reports.TODAY):
    return accounts.viewer(accounts.seated("liaison", organisation), on)


def state_of_second(ledger):
    """What only a lead may say."""
    return Content(text="示例", lines={ledger.second.pk: Line("示例", "done")})


REFUSED = {
    "helper": "配合、指导单位不报送进展，可以查阅报告并发表意见。",
    "guide": "配合、指导单位不报送进展，可以查阅报告并发表意见。",
    "stranger": "本单位在这项措施中没有分工，不能报送进展。",
    "office": "只有联络员可以报送进展。",
    "reader": "只有联络员可以报送进展。",
    "public": "请先登录。",
}


@pytest.mark.parametrize(("who", "sentence"), REFUSED.items())
def test_who_does_not_report_is_told_why(ledger, who, sentence):
    viewer = getattr(ledger, who)
    with pytest.raises(RefusedError) as refused:
        save(ledger, ledger.lead_body, viewer)
    assert refused.value.sentence.zh == sentence
    assert Report.objects.count() == 0


def test_the_lead_reports_in_full(ledger):
    report = reports.draft(ledger)
    assert (report.role, report.risk, report.state, report.version) == ("lead", "watch", "draft", 1)
    lines = report.lines.values_list("action", "text", "proposed_state")
    assert list(lines) == [(ledger.action.pk, "示例：已立项。", "in_progress")]


def test_a_shared_body_reports_its_contribution(ledger):
    report = reports.draft(ledger, "shared")
    assert (report.role, report.risk) == ("shared", "none")


@pytest.mark.parametrize(
    "content",
    [
        Content(text="示例", risk="high", risk_note="示例"),
        Content(text="示例", risk_note="示例"),
    ],
)
def test_a_shared_body_sets_no_risk(ledger, content):
    with pytest.raises(RefusedError) as refused:
        save(ledger, ledger.shared_body, ledger.shared, content)
    assert refused.value.sentence.zh == "只有牵头单位可以提出任务状态和风险等级。"


def test_a_shared_body_proposes_no_state(ledger):
    with pytest.raises(RefusedError) as refused:
        save(ledger, ledger.shared_body, ledger.shared, state_of_second(ledger))
    assert refused.value.sentence.zh == "只有牵头单位可以提出任务状态和风险等级。"


def test_nobody_reports_for_another_body(ledger):
    with pytest.raises(RefusedError):
        save(ledger, ledger.lead_body, ledger.shared)
    saved = reports.draft(ledger)
    with pytest.raises(RefusedError) as refused:
        submit_report(report=saved.pk, version=saved.version, by=ledger.shared)
    assert refused.value.sentence.zh == "这份报告由其他单位报送，只有该单位的联络员可以修改。"


def test_a_lead_of_one_note_is_not_the_lead_of_another(ledger):
    under = reports.note(
        ledger.measure, order=2, lead=[ledger.shared_body], shared=[ledger.other_body]
    )
    other = reports.action(ledger.measure, under, order=3)
    theirs = Content(text="示例", lines={other.pk: Line("示例", "done")})
    assert save(ledger, ledger.shared_body, ledger.shared, theirs).role == "lead"
    with pytest.raises(RefusedError) as refused:
        save(ledger, ledger.lead_body, ledger.lead, theirs)
    assert refused.value.sentence.zh == "本单位不在此项任务的责任分工之列。"


SOLE = [
    ({}, "lead"),
    ({"local_governments": True}, "lead"),
    ({"others": True}, "shared"),
    ({"all_departments": True}, "shared"),
    ({"shared_too": "未识别的单位"}, "shared"),
    ({"cooperating_too": "未识别的单位"}, "lead"),
]


@pytest.mark.parametrize(("values", "role"), SOLE)
def test_a_sole_responsible_body_has_the_powers_of_a_lead(ledger, values, role):
    body = accounts.organisation()
    named = {
        "shared": [body, *([values["shared_too"]] if "shared_too" in values else [])],
        "cooperating": [values["cooperating_too"]] if "cooperating_too" in values else [],
    }
    flags = {name: value for name, value in values.items() if not name.endswith("_too")}
    of = reports.measure(ledger.plan, no=2)
    reports.note(of, **named, **flags)
    assert duties_of(liaison(body), of.pk).role(body.pk) == role


COLLECTIVE = [
    # kind, flag of the note, may report
    (Organisation.Kind.LOCAL_GOVERNMENT, "local_governments", True),
    (Organisation.Kind.LOCAL_DEPARTMENT, "local_governments", False),
    (Organisation.Kind.STATE_COUNCIL, "local_governments", False),
    (Organisation.Kind.STATE_COUNCIL, "all_departments", True),
    (Organisation.Kind.PARTY, "all_departments", False),
    (Organisation.Kind.LOCAL_GOVERNMENT, "all_departments", False),
]


@pytest.mark.parametrize(("kind", "flag", "may"), COLLECTIVE)
def test_collectives_report_as_shared(ledger, kind, flag, may):
    setattr(ledger.note, flag, True)
    ledger.note.save()
    body = accounts.organisation(kind=kind)
    by = liaison(body)
    assert REPORT.allows(by, duties_of(by, ledger.measure.pk)) is may
    if may:
        assert save(ledger, body, by).role == "shared"


def test_a_collective_is_not_among_those_from_whom_a_report_is_expected(ledger):
    ledger.note.local_governments = True
    ledger.note.save()
    by = liaison(accounts.organisation(kind="local_government"))
    expected = duties_of(by, ledger.measure.pk).responsible()
    assert expected == {
        ledger.lead_body.pk: "lead",
        ledger.shared_body.pk: "shared",
        ledger.other_body.pk: "shared",
    }


ASSIGNED = [
    ({"since": reports.TODAY}, True),
    ({"since": date(2023, 5, 11)}, False),
    ({"until": reports.TODAY}, False),
    ({"until": date(2023, 5, 11)}, True),
]


@pytest.mark.parametrize(("dates", "may"), ASSIGNED)
def test_an_assignment_counts_on_its_days(ledger, dates, may):
    ledger.note.assignments.filter(role="lead").update(**dates)
    duties = duties_of(ledger.lead, ledger.measure.pk)
    assert REPORT.allows(ledger.lead, duties) is may


def test_a_successor_reports_from_its_first_day(ledger):
    successor, on = accounts.organisation(), date(2023, 5, 18)
    Succession.objects.create(predecessor=ledger.lead_body, successor=successor, on=on)
    before, after = liaison(successor, date(2023, 5, 17)), liaison(successor, on)
    with pytest.raises(RefusedError):
        save(ledger, successor, before)
    assert save(ledger, successor, after).role == "lead"
    former = replace(ledger.lead, today=on)
    with pytest.raises(RefusedError):
        save(ledger, ledger.lead_body, former)


def test_a_successor_goes_on_with_what_its_predecessor_began(ledger):
    begun = reports.draft(ledger)
    successor, on = accounts.organisation(), date(2023, 5, 18)
    Succession.objects.create(predecessor=ledger.lead_body, successor=successor, on=on)
    by = liaison(successor, on)
    saved = save_draft(
        measure=ledger.measure.pk,
        organisation=successor.pk,
        period=reports.Q1,
        content=PLAIN,
        version=begun.version,
        by=by,
    )
    assert (saved.pk, saved.organisation_id) == (begun.pk, ledger.lead_body.pk)
    assert submit_report(report=saved.pk, version=saved.version, by=by).state == "submitted"


def test_duties_pass_along_a_chain_but_not_in_part():
    first, second, third, fourth = (accounts.organisation() for _ in range(4))
    days = [date(2018, 3, 1), date(2023, 3, 1), date(2023, 4, 1)]
    Succession.objects.create(predecessor=first, successor=second, on=days[0])
    Succession.objects.create(predecessor=second, successor=third, on=days[1])
    Succession.objects.create(predecessor=third, successor=fourth, on=days[2], is_whole=False)
    assert passed_on(date(2018, 2, 1)) == {}
    assert passed_on(date(2018, 3, 1)) == {first.pk: second.pk}
    assert passed_on(date(2023, 12, 1)) == {first.pk: third.pk, second.pk: third.pk}


def test_a_deputy_reports_while_the_delegation_holds(ledger):
    deputy = accounts.user()
    Delegation.objects.create(
        seat=Seat.objects.get(user=ledger.lead_user),
        to=deputy,
        since=date(2023, 5, 1),
        until=date(2023, 5, 11),
        reason="示例：出差",
    )
    with pytest.raises(RefusedError):
        save(ledger, ledger.lead_body, accounts.viewer(deputy, date(2023, 5, 11)))
    report = save(ledger, ledger.lead_body, accounts.viewer(deputy, reports.TODAY))
    assert (report.role, report.author_id) == ("lead", deputy.pk)
