"""“My work”: what is on the desk of a liaison officer and of the office."""

from datetime import date

import pytest
import time_machine

from guiju.apps.governance.desk import work_panels
from guiju.apps.governance.models import Action, Report
from guiju.apps.governance.selectors.inbox import inbox, office_plans
from guiju.apps.governance.selectors.work import my_work
from guiju.apps.governance.services.reports import return_report
from tests.factories import accounts, reports

pytestmark = pytest.mark.django_db
BACKEND = "guiju.apps.accounts.backends.SeatBackend"


@pytest.fixture
def ledger():
    with time_machine.travel("2023-05-10 10:00+08:00", tick=False):
        yield reports.small_ledger()


def rows(viewer, period=""):
    return [
        (one.measure, one.role, one.report) for plan in my_work(viewer, period) for one in plan.rows
    ]


def test_each_officer_sees_the_measures_and_the_role_of_the_organisation(ledger):
    other = reports.measure(ledger.plan, no=2)
    reports.note(other, shared=[ledger.lead_body], cooperating=[ledger.helper_body])
    roles = {
        who: [(measure.no, str(role)) for measure, role, _ in rows(getattr(ledger, who))]
        for who in ("lead", "shared", "helper", "guide", "stranger", "office")
    }
    assert roles == {
        "lead": [(1, "lead"), (2, "lead")],  # alone responsible for the second
        "shared": [(1, "shared")],
        "helper": [(1, "cooperating"), (2, "cooperating")],
        "guide": [(1, "guiding")],
        "stranger": [],
        "office": [],
    }


def test_the_quarter_its_report_and_what_is_late(ledger):
    report = reports.draft(ledger)
    (now,) = my_work(ledger.lead)
    assert (str(now.quarter), now.due, now.late) == ("2023Q2", date(2023, 7, 15), 1)
    assert now.rows[0].report is None
    (before,) = my_work(ledger.lead, "2023Q1")
    assert (str(before.quarter), before.rows[0].report, before.late) == ("2023Q1", report, 1)
    (unknown,) = my_work(ledger.lead, "2031Q1")
    assert str(unknown.quarter) == "2023Q2"


def test_due_days_and_overdue_tasks(ledger):
    Action.objects.filter(pk=ledger.action.pk).update(due=date(2023, 5, 9))
    progress = my_work(ledger.lead)[0].rows[0].progress
    assert progress == (2, 1, date(2023, 5, 9))
    Action.objects.filter(pk=ledger.action.pk).update(state="done")
    assert my_work(ledger.lead)[0].rows[0].progress == (1, 0, date(2023, 12, 31))


def test_the_inbox_holds_what_was_handed_in_to_this_office(ledger):
    reports.draft(ledger, period="2022Q4")
    first, second = reports.submitted(ledger), reports.submitted(ledger, "shared")
    other = accounts.viewer(accounts.seated("office", accounts.organisation()), reports.TODAY)
    assert list(inbox(ledger.office)) == [first, second]
    for viewer in (other, ledger.lead, ledger.public):
        assert list(inbox(viewer)) == []


def test_what_is_missing_by_organisation(ledger):
    (plan,) = office_plans(ledger.office)
    assert (str(plan.quarter), plan.due, plan.expected) == ("2023Q1", date(2023, 4, 15), 3)
    assert [len(row.measures) for row in plan.missing] == [1, 1, 1]
    reports.submitted(ledger)
    reports.draft(ledger, "shared")  # a draft is not in
    (plan,) = office_plans(ledger.office)
    assert len(plan.missing) == 2
    assert office_plans(ledger.lead) == []


PEOPLE = [
    ("lead", 200),
    ("shared", 200),
    ("helper", 200),
    ("office", 200),
    ("stranger", 200),
    (None, 403),
]


@pytest.mark.parametrize(("who", "status"), PEOPLE)
def test_who_has_a_desk(ledger, client, who, status):
    if who:
        client.force_login(getattr(ledger, f"{who}_user"), backend=BACKEND)
    assert client.get("/work/").status_code == status


def test_a_reader_has_no_desk(ledger, client):
    client.force_login(accounts.seated("reader", ledger.lead_body), backend=BACKEND)
    answer = client.get("/work/")
    assert answer.status_code == 403
    assert "此页供联络员和联席会议办公室使用" in answer.content.decode()


def fill(ledger, measures):
    """`measures` measures, each with a report that waits for the office."""
    reports.submitted(ledger)
    for no in range(2, measures + 1):
        of = reports.measure(ledger.plan, no=no)
        reports.action(of, reports.note(of, lead=[ledger.lead_body], shared=[ledger.shared_body]))
        Report.objects.create(
            measure=of,
            organisation=ledger.lead_body,
            period="2023Q1",
            state="submitted",
            author=ledger.lead_user,
            submitted=Report.objects.first().submitted,
        )


QUERIES = [("lead", 1, 16), ("lead", 30, 16), ("office", 1, 17), ("office", 30, 17)]


@pytest.mark.parametrize(("who", "measures", "queries"), QUERIES)
def test_the_desk_asks_as_much_for_thirty_measures_as_for_one(
    ledger, client, django_assert_num_queries, who, measures, queries
):
    fill(ledger, measures)
    client.force_login(getattr(ledger, f"{who}_user"), backend=BACKEND)
    client.get("/work/")
    with django_assert_num_queries(queries):
        page = client.get("/work/?period=2023Q1").content.decode()
    assert page.count("示例措施") >= measures


@pytest.mark.parametrize("actions", [1, 30])
def test_the_form_asks_as_much_for_thirty_tasks_as_for_one(
    ledger, client, django_assert_num_queries, actions
):
    reports.draft(ledger)
    for order in range(3, actions + 2):
        reports.action(ledger.measure, ledger.note, order=order)
    client.force_login(ledger.lead_user, backend=BACKEND)
    url = f"/plans/{ledger.plan.slug}/measures/{ledger.measure.pk}/report/?period=2023Q1"
    client.get(url)
    with django_assert_num_queries(18):
        client.get(url)


@pytest.mark.parametrize("actions", [1, 30])
def test_the_report_asks_as_much_for_thirty_tasks_as_for_one(
    ledger, client, django_assert_num_queries, actions
):
    report = reports.submitted(ledger)
    for order in range(3, actions + 2):
        of = reports.action(ledger.measure, ledger.note, order=order)
        report.lines.create(action=of, text="示例")
    client.force_login(ledger.office_user, backend=BACKEND)
    client.get(f"/reports/{report.pk}/")
    with django_assert_num_queries(15):
        client.get(f"/reports/{report.pk}/")


def test_the_home_page_points_to_what_waits(ledger):
    report = reports.submitted(ledger)
    assert [panel.number for panel in work_panels(ledger.office)] == [1]
    assert work_panels(ledger.lead) == []
    return_report(report=report.pk, version=report.version, reason="示例", by=ledger.office)
    assert work_panels(ledger.office) == []
    assert [panel.number for panel in work_panels(ledger.lead)] == [1]
    for viewer in (ledger.shared, ledger.stranger, ledger.public):
        assert work_panels(viewer) == []
