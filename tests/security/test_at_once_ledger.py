"""Two people act on one plan at once: nothing is done twice, and no act is lost."""

import pytest

from guiju.apps.governance.models import Plan, Report, Snapshot
from guiju.apps.governance.services.reports import accept_report, submit_report
from guiju.apps.governance.services.snapshots import take_snapshot
from guiju.apps.journal.models import Event
from guiju.apps.journal.selectors import verify_chain
from guiju.apps.journal.services import record
from guiju.web.viewer import Viewer
from tests.factories import accounts
from tests.factories import governance as texts
from tests.factories import reports as make
from tests.security.together import at_once

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def ledger():
    return make.small_ledger()


def events(action):
    assert verify_chain().fault is None
    return Event.objects.filter(action=f"governance.{action}").count()


def test_two_first_drafts_of_one_report(ledger):
    acts = [lambda: make.draft(ledger)] * 2
    assert at_once(*acts) == ["done", "report_stale"]
    assert (Report.objects.count(), events("edit_report")) == (1, 1)


def test_one_report_handed_in_twice(ledger):
    saved = make.draft(ledger)
    acts = [lambda: submit_report(report=saved.pk, version=saved.version, by=ledger.lead)] * 2
    assert at_once(*acts) == ["done", "report_stale"]
    assert events("submit_report") == 1


def test_one_report_accepted_twice(ledger):
    found = make.submitted(ledger)
    acts = [lambda: accept_report(report=found.pk, version=found.version, by=ledger.office)] * 2
    assert at_once(*acts) == ["done", "report_stale"]
    assert events("accept_report") == 1


def test_one_quarter_frozen_twice(ledger):
    acts = [lambda: take_snapshot(plan=ledger.plan.slug, period="2022Q4", by=ledger.office)] * 2
    assert at_once(*acts) == ["done", "snapshot_taken"]
    assert (Snapshot.objects.count(), events("take_snapshot")) == (1, 1)


def test_two_offices_import_the_same_number():
    offices = [texts.office_viewer(accounts.organisation()) for _ in range(2)]
    other = texts.TEXT.replace("示例市", "示例县")
    acts = [
        lambda: texts.import_text(by=offices[0]),
        lambda: texts.import_text(other, by=offices[1]),
    ]
    assert at_once(*acts) == ["done", "done"]
    slugs = sorted(Plan.objects.values_list("slug", flat=True))
    assert (slugs, events("import_plan")) == (["2023-5", "2023-5-2"], 2)


def test_eight_hands_write_one_chain_without_gaps():
    from django.db import transaction

    def write():
        for _ in range(5):
            with transaction.atomic():
                record(by=Viewer(today=make.TODAY), action="test.act", subject="test.thing:1")

    assert at_once(*[write] * 8) == ["done"] * 8
    assert list(Event.objects.values_list("number", flat=True)) == list(range(1, 41))
    assert verify_chain().fault is None
