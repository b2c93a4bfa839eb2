"""By hand: names made clear, duties given and ended, the plan's facts; one event each, office only."""

from datetime import date

import pytest
from django.urls import reverse

from guiju.apps.accounts.models import Alias
from guiju.apps.governance.models import Action, Assignment, Measure, Note, Plan
from guiju.apps.governance.services import duties, plans
from guiju.apps.journal.models import Event
from guiju.core.errors import GuijuError, RefusedError
from guiju.web.viewer import Viewer
from tests.factories import accounts
from tests.factories import governance as make

pytestmark = pytest.mark.django_db
WHY = "联席会议决定"


@pytest.fixture
def office():
    return accounts.organisation("示例办公室")


@pytest.fixture
def by(office):
    return make.office_viewer(office)


@pytest.fixture
def plan(office):
    return make.imported_plan(office=office)


@pytest.fixture
def signed_in(client, office):
    client.force_login(make.office_user(office))
    return client


def last_event():
    event = Event.objects.latest("number")
    return event.action, event.subject, event.reason


def code_of(act, **values):
    with pytest.raises(GuijuError) as caught:
        act(**values)
    return caught.value.code


def acts(plan, other):
    """Every act by hand with values that work."""
    note = Note.objects.first()
    return {
        duties.assign: {
            "note": note,
            "organisation": other,
            "role": "guiding",
            "since": None,
        },
        duties.end_assignment: {
            "assignment": note.assignments.first(),
            "until": make.TODAY,
        },
        duties.resolve_name: {"plan": plan, "name": "示例乙局", "organisation": other},
        plans.edit_plan: {
            "plan": plan,
            "title_en": "Example plan",
            "starts": date(2023, 1, 1),
            "ends": date(2023, 12, 31),
            "office": plan.office,
        },
        plans.publish_plan: {"plan": plan, "is_public": True},
        plans.set_due: {"action": Action.objects.first(), "due": date(2023, 5, 1)},
        plans.name_measures: {
            "plan": plan,
            "titles": {Measure.objects.first().pk: "Build the example system"},
        },
    }


def test_each_act_is_one_event_with_its_reason(plan, by):
    other = accounts.organisation("另一单位")
    for act, values in acts(plan, other).items():
        count = Event.objects.count()
        act(**values, reason=f" {WHY} ", by=by)
        assert Event.objects.count() == count + 1
        assert last_event()[2] == WHY


def test_each_act_needs_a_reason_and_the_office_of_the_plan(plan, by, office):
    other = accounts.organisation("另一单位")
    strangers = [
        Viewer(today=make.TODAY),
        accounts.viewer(accounts.seated("liaison", office)),
        make.office_viewer(accounts.organisation("另一示例办公室")),
    ]
    for act, values in acts(plan, other).items():
        count = Event.objects.count()
        assert code_of(act, **values, reason="  ", by=by) == "no_reason"
        for stranger in strangers:
            with pytest.raises(RefusedError):
                act(**values, reason=WHY, by=stranger)
        assert Event.objects.count() == count


def test_a_name_is_made_clear_for_all_its_duties_at_once(plan, by):
    other = accounts.organisation("另一单位")
    count = duties.resolve_name(plan=plan, name="示例乙局", organisation=other, reason=WHY, by=by)
    named = Assignment.objects.filter(as_written="示例乙局")
    assert (count, set(named.values_list("organisation", flat=True))) == (2, {other.pk})
    assert (Alias.objects.get().text, Alias.objects.get().organisation) == ("示例乙局", other)
    assert last_event()[:2] == ("governance.resolve_name", f"governance.plan:{plan.pk}")
    values = {"plan": plan, "organisation": other, "reason": WHY, "by": by}
    assert code_of(duties.resolve_name, name="示例乙局", **values) == "not_found"
    elsewhere = accounts.organisation("示例甲局")
    values["organisation"] = accounts.organisation("第三单位")
    assert code_of(duties.resolve_name, name="示例甲局", **values) == "name_taken"
    assert Assignment.objects.filter(as_written="示例甲局", organisation=None).count() == 2
    assert elsewhere.aliases.count() == 0


def test_a_duty_is_dated_and_never_deleted(plan, by):
    other = accounts.organisation("另一单位")
    note = Note.objects.first()
    given = {"note": note, "organisation": other, "role": "shared", "reason": WHY, "by": by}
    duty = duties.assign(since=None, **given)
    assert (duty.since, duty.by_hand, duty.as_written) == (make.TODAY, True, "另一单位")
    assert code_of(duties.assign, since=None, **given) == "duty_exists"
    end = {"assignment": duty, "reason": WHY, "by": by}
    assert code_of(duties.end_assignment, until=date(2023, 3, 1), **end) == "duty_dates"
    duties.end_assignment(until=date(2023, 4, 1), **end)
    assert code_of(duties.end_assignment, until=date(2023, 5, 1), **end) == "duty_ended"
    duty.refresh_from_db()
    assert duty.until == date(2023, 4, 1)


def test_the_period_and_the_state_of_a_plan_are_checked(plan, by):
    values = {"plan": plan, "title_en": "", "office": plan.office, "reason": WHY, "by": by}
    backwards = {"starts": date(2023, 2, 1), "ends": date(2023, 1, 1)}
    assert code_of(plans.edit_plan, **values, **backwards) == "period"
    publish = {"plan": plan, "reason": WHY, "by": by}
    assert code_of(plans.publish_plan, is_public=False, **publish) == "same_state"
    plans.publish_plan(is_public=True, **publish)
    assert Plan.objects.get().is_public
    count = Event.objects.count()
    plans.edit_plan(starts=None, ends=None, **values)
    assert Event.objects.count() == count


def pages(plan):
    note = Note.objects.first()
    at = {
        "edit_plan": (),
        "publish_plan": (),
        "name_measures": (),
        "assign": (note.pk,),
        "end_assignment": (note.assignments.first().pk,),
        "set_due": (Action.objects.first().pk,),
    }
    found = {
        name: reverse(f"governance:{name}", args=[plan.slug, *more]) for name, more in at.items()
    }
    resolve = reverse("governance:resolve_name", args=[plan.slug])
    return found | {"resolve_name": f"{resolve}?name=示例乙局"}


def test_the_pages_act_and_lead_back(signed_in, plan):
    other = accounts.organisation("另一单位")
    action, note = Action.objects.first(), Note.objects.first()
    duty, measure = note.assignments.first(), Measure.objects.first()
    given = {
        "edit_plan": {"organisation": "示例办公室", "title_en": "Example", "ends": "2023-12-31"},
        "assign": {"organisation": "另一单位", "role": "guiding"},
        "resolve_name": {"organisation": "另一单位"},
        "set_due": {"due": "2023-05-01"},
        "name_measures": {f"measure-{measure.pk}": "Build"},
        "end_assignment": {"until": "2023-09-01"},
        "publish_plan": {},
    }
    addresses = pages(plan)
    for name, values in given.items():
        for language in ("", "/en"):
            assert signed_in.get(language + addresses[name]).status_code == 200
        answer = signed_in.post(addresses[name], values)
        assert (answer.status_code, list(answer.context["form"].errors)) == (200, ["reason"])
        answer = signed_in.post(addresses[name], {**values, "reason": WHY})
        assert answer.status_code == 302, (name, answer.context["form"].errors)
    for record in (plan, action, duty, measure):
        record.refresh_from_db()
    assert (plan.title_en, plan.ends, plan.is_public) == ("Example", date(2023, 12, 31), True)
    assert (action.due, duty.until, measure.title_en) == (
        date(2023, 5, 1),
        date(2023, 9, 1),
        "Build",
    )
    assert note.assignments.filter(organisation=other, role="guiding").count() == 1
    assert Alias.objects.get().organisation == other


def test_the_suggested_organisation_can_be_chosen(signed_in, plan):
    likely = accounts.organisation("示例乙一局")
    address = pages(plan)["resolve_name"]
    assert f'value="{likely.slug}"' in signed_in.get(address).content.decode()
    assert signed_in.post(address, {"reason": WHY}).status_code == 200
    assert signed_in.post(address, {"choice": "no-such", "reason": WHY}).status_code == 200
    assert signed_in.post(address, {"choice": likely.slug, "reason": WHY}).status_code == 302
    named = Assignment.objects.filter(as_written="示例乙局")
    assert set(named.values_list("organisation", flat=True)) == {likely.pk}


def test_a_refusal_of_the_service_is_said_at_the_form(signed_in, plan):
    values = {"organisation": "示例办公室", "starts": "2023-02-01", "ends": "2023-01-01"}
    answer = signed_in.post(pages(plan)["edit_plan"], {**values, "reason": WHY})
    assert answer.status_code == 200
    assert "早于开始日期" in answer.context["form"].non_field_errors()[0]


def test_strangers_are_refused_or_find_nothing(client, plan, office):
    addresses = pages(plan)
    outcomes = {}
    people = {
        "public": None,
        "liaison of the office": accounts.seated("liaison", office),
        "other office": make.office_user(accounts.organisation("另一示例办公室")),
    }
    for who, user in people.items():
        client.logout()
        if user:
            client.force_login(user)
        outcomes[who] = {
            client.post(address, {"reason": WHY}).status_code for address in addresses.values()
        }
    assert outcomes == {
        "public": {403},
        "liaison of the office": {403},
        "other office": {403},
    }
    # An office that nothing in the plan concerns does not even learn that it is there.
    kind = accounts.Organisation.Kind.ENTERPRISE
    client.force_login(make.office_user(accounts.organisation("示例企业", kind=kind)))
    assert {client.get(address).status_code for address in addresses.values()} == {404}
