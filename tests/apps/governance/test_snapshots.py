"""The frozen ledger: taken once, after the quarter; the database keeps it, its digests prove it."""

import json
from datetime import date

import pytest
from django.db import DatabaseError, connection, transaction

from guiju.apps.accounts.models import OrganisationName
from guiju.apps.governance.models import Action, Snapshot
from guiju.apps.governance.selectors.snapshots import (
    Difference,
    compare,
    damaged_snapshots,
    is_whole,
    snapshot,
    snapshots,
)
from guiju.apps.governance.services.report_content import Content, Line
from guiju.apps.governance.services.reports import submit_report
from guiju.apps.governance.services.snapshots import (
    AlreadyTaken,
    QuarterBeforePlan,
    QuarterRunning,
    take_snapshot,
)
from guiju.apps.journal.models import Event
from guiju.core.errors import NotFoundError, RefusedError
from guiju.core.seals.chain import canonical, digests
from tests import guards
from tests.factories import reports

pytestmark = pytest.mark.django_db


@pytest.fixture
def ledger():
    return reports.small_ledger()


def take(ledger, period=reports.Q1, by=None):
    return take_snapshot(plan=ledger.plan.slug, period=period, by=by or ledger.office)


def test_what_is_frozen(ledger):
    reports.accepted(ledger, files=[reports.upload("机密姓名.pdf")])
    reports.submitted(ledger, "shared")
    content = take(ledger).content
    assert (content["period"], content["on"]) == ("2023Q1", "2023-03-31")
    assert content["plan"]["slug"] == ledger.plan.slug
    (measure,) = content["measures"]
    assert (measure["risk"], measure["risk_note"]) == ("watch", "示例：人手不足。")
    (note,) = measure["notes"]
    assert [duty["role"] for duty in note["duties"]] == [
        "lead", "shared", "shared", "cooperating", "guiding",
    ]  # fmt: skip
    assert [
        (one["id"], one["state"], one["due"], one["overdue"]) for one in measure["actions"]
    ] == [
        (ledger.action.pk, "in_progress", "2023-12-31", False),
        (ledger.second.pk, "not_started", "2023-12-31", False),
    ]
    lead, shared = measure["reports"]
    assert (lead["state"], lead["text"]) == ("accepted", "示例：本季度已完成立项。")
    assert lead["lines"] == [
        {"action": ledger.action.pk, "text": "示例：已立项。", "state": "in_progress"}
    ]
    assert sorted(shared) == ["organisation", "role", "state"]


def test_a_draft_is_nobodys_business_yet(ledger):
    reports.draft(ledger)
    assert take(ledger).content["measures"][0]["reports"] == []


def test_nothing_personal_is_frozen(ledger):
    person = ledger.lead_user.person
    person.name, person.phone = "机密姓名", "13800000000"
    person.save()
    reports.accepted(ledger, files=[reports.upload("机密姓名.pdf")])
    text = json.dumps(take(ledger).content, ensure_ascii=False)
    assert "示例：已立项。" in text
    found = [
        secret
        for secret in ("机密姓名", "13800000000", person.email, ledger.lead_user.username)
        if secret in text
    ]
    assert found == []


def test_organisations_bear_the_names_of_the_quarters_last_day(ledger):
    ledger.lead_body.names.update(until=date(2023, 4, 1))
    OrganisationName.objects.create(
        organisation=ledger.lead_body, zh="示例新名", short_zh="新名", since=date(2023, 4, 1)
    )
    old = ledger.lead_body.names.get(until=date(2023, 4, 1)).zh
    duty = take(ledger).content["measures"][0]["notes"][0]["duties"][0]
    assert duty["zh"] == old


def test_a_snapshot_is_one_event_that_carries_its_digests(ledger):
    taken = take(ledger)
    expected = digests(canonical(taken.content))
    assert (taken.sm3, taken.sha256) == (expected.sm3, expected.sha256)
    event = Event.objects.get()
    assert (event.action, event.subject) == (
        "governance.take_snapshot",
        f"governance.snapshot:{taken.pk}",
    )
    assert event.details == {
        "plan": ledger.plan.slug,
        "period": "2023Q1",
        "sm3": taken.sm3,
        "sha256": taken.sha256,
    }


def test_what_is_stored_is_what_was_sealed(ledger):
    take(ledger)
    assert is_whole(Snapshot.objects.get())


REFUSED = [
    (
        "2023Q2",
        QuarterRunning,
        "2023年第二季度尚未结束，不能生成快照。请在 2023-06-30 之后再生成。",
    ),
    (
        "2023Q4",
        QuarterRunning,
        "2023年第四季度尚未结束，不能生成快照。请在 2023-12-31 之后再生成。",
    ),
    (
        "2022Q2",
        QuarterBeforePlan,
        "2022年第二季度早于计划开始的季度，没有可以冻结的台账。请改选计划期内的季度。",
    ),
]


@pytest.mark.parametrize(("period", "error", "sentence"), REFUSED)
def test_only_an_ended_quarter_of_the_plan(ledger, period, error, sentence):
    with pytest.raises(error) as refused:
        take(ledger, period)
    assert refused.value.sentence.zh == sentence


def test_once_only(ledger):
    take(ledger)
    with pytest.raises(AlreadyTaken) as refused:
        take(ledger)
    assert refused.value.sentence.zh == (
        "2023年第一季度的快照已经生成，不能改动也不能重做。请直接查看。"
    )
    assert Snapshot.objects.count() == 1


@pytest.mark.parametrize("who", ["lead", "stranger", "reader", "public"])
def test_only_the_office_takes_it(ledger, who):
    with pytest.raises(RefusedError):
        take(ledger, by=getattr(ledger, who))


def test_who_reads_it(ledger):
    take(ledger)
    for who in ("lead", "shared", "helper", "reader", "office"):
        plan, found = snapshot(getattr(ledger, who), ledger.plan.slug, "2023q1")
        assert (plan.slug, found.period) == (ledger.plan.slug, "2023Q1")
    for who in ("stranger", "public"):
        with pytest.raises(RefusedError):
            snapshots(getattr(ledger, who), ledger.plan.slug)
    with pytest.raises(NotFoundError):
        snapshot(ledger.office, ledger.plan.slug, "2022Q4")


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE governance_snapshot SET period = '2020Q1'",
        "UPDATE governance_snapshot SET content = '{}'",
        "DELETE FROM governance_snapshot",
    ],
)
def test_the_database_refuses_to_change_it(ledger, statement):
    take(ledger)
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert is_whole(Snapshot.objects.get())


@pytest.mark.django_db(transaction=True)
def test_what_was_changed_past_the_database_is_found(ledger):
    take(ledger)
    other = take(ledger, "2022Q4")
    assert damaged_snapshots() == []
    guards.take_off()
    content = {**other.content, "measures": []}
    Snapshot.objects.filter(pk=other.pk).update(content=content)
    assert damaged_snapshots() == [other]


def test_the_present_goes_on_and_the_snapshot_stays(ledger):
    taken = take(ledger)
    saved = reports.draft(
        ledger, content=Content(text="示例", lines={ledger.action.pk: Line("示例", "done")})
    )
    submit_report(report=saved.pk, version=saved.version, by=ledger.lead)
    Action.objects.update(state="done")
    ledger.measure.title_zh = "改名"
    ledger.measure.save()
    assert Snapshot.objects.get().content == taken.content


def test_two_snapshots_compared(ledger):
    old = take(ledger, "2022Q4").content
    ledger.action.due = date(2023, 1, 31)
    ledger.action.save()
    ledger.second.state = "done"
    ledger.second.save()
    ledger.measure.risk = "high"
    ledger.measure.save()
    reports.measure(ledger.plan, no=2)
    added = reports.action(ledger.measure, ledger.note, order=3)
    new = take(ledger, "2023Q1").content
    assert compare(old, old) == []
    assert compare(old, new) == [
        Difference("risk", "1. 示例措施1", "", "none", "high"),
        Difference("overdue", "1. 示例措施1", ledger.action.text, "", "yes"),
        Difference("state", "1. 示例措施1", ledger.second.text, "not_started", "done"),
        Difference("action", "1. 示例措施1", added.text, "", "yes"),
        Difference("measure", "2. 示例措施2", "", "", "yes"),
    ]
    assert compare(new, old)[-1] == Difference("measure", "2. 示例措施2", "", "yes", "")
