"""Who sees which plan: owner, member, stranger and public."""

import pytest

from guiju.apps.accounts.models import Organisation, Succession
from guiju.apps.governance.rules.reading import KEEP_LEDGER, READ_INTERNAL
from guiju.apps.governance.selectors.plans import plan_facts, plan_rows
from guiju.core.errors import NotFoundError
from tests.factories import accounts, reading
from tests.factories import reports as make

pytestmark = pytest.mark.django_db

VIEWS = (
    "",
    "text/",
    "measures/",
    "measures/{measure}/",
    "measures/{measure}/history/",
    "actions/",
    "actions/{action}/",
    "outputs/",
    "outputs/{output}/",
    "duties/",
    "matrix/",
    "workload/",
    "timeline/",
    "changes/",
    "organisations/{organisation}/",
    "export.xlsx",
    "export.docx",
    "export.json",
)


def addresses(world):
    measure = world.measures[0]
    names = {
        "measure": measure.pk,
        "action": measure.actions.first().pk,
        "output": measure.outputs.first().pk,
        "organisation": world.bodies[0].slug,
    }
    return [f"/plans/{world.plan.slug}/" + view.format(**names) for view in VIEWS]


def statuses(client, world, user=None, prefix=""):
    client.logout()
    if user:
        client.force_login(user)
    return {client.get(prefix + url).status_code for url in addresses(world)}


@pytest.mark.once
def test_a_public_plan_is_open_to_all_in_both_languages(client):
    world = reading.ledger_of(2)
    for user in (None, world.stranger_user, world.member_user, world.office_user):
        for prefix in ("", "/en"):
            assert statuses(client, world, user, prefix) == {200}


@pytest.mark.once
def test_a_plan_that_is_not_public_is_found_by_those_in_it_only(client):
    world = reading.ledger_of(2, is_public=False)
    assert statuses(client, world, world.office_user) == {200}
    assert statuses(client, world, world.member_user) == {200}
    assert statuses(client, world, world.stranger_user) == {404}
    assert statuses(client, world) == {404}


@pytest.mark.parametrize(
    ("who", "seen"), [("office", 1), ("member", 1), ("stranger", 0), ("public", 0)]
)
def test_the_list_holds_what_may_be_seen(who, seen):
    world = reading.ledger_of(1, is_public=False)
    assert len(plan_rows(getattr(world, who))) == seen


def test_what_is_not_found_is_said_in_words(client):
    answer = client.get("/plans/no-such-plan/")
    assert answer.status_code == 404
    assert "没有找到“no-such-plan”。请核对名称或编号。" in answer.content.decode()


@pytest.mark.parametrize(
    "path", ["measures/{}/", "actions/{}/", "outputs/{}/", "measures/{}/history/"]
)
def test_a_record_of_another_plan_is_not_found_here(client, path):
    here, there = reading.ledger_of(1), reading.ledger_of(1, is_public=False)
    measure = there.measures[0]
    pk = {
        "actions": measure.actions.first().pk,
        "outputs": measure.outputs.first().pk,
    }.get(path.split("/")[0], measure.pk)
    assert client.get(f"/plans/{here.plan.slug}/" + path.format(pk)).status_code == 404


def test_a_successor_sees_the_plan_of_its_predecessor():
    world = reading.ledger_of(1, is_public=False)
    heir = accounts.organisation()
    viewer = accounts.viewer(accounts.seated("liaison", heir), world.today)
    assert plan_rows(viewer) == []
    Succession.objects.create(predecessor=world.bodies[0], successor=heir, on="2023-03-10")
    assert [row.plan.slug for row in plan_rows(viewer)] == [world.plan.slug]


@pytest.mark.parametrize(
    ("kind", "flag"),
    [
        (Organisation.Kind.LOCAL_GOVERNMENT, "local_governments"),
        (Organisation.Kind.STATE_COUNCIL, "all_departments"),
    ],
)
def test_those_who_are_meant_collectively_see_the_plan(kind, flag):
    meant, office = accounts.organisation(kind=kind), accounts.organisation()
    plan = make.plan(office)
    note = make.note(make.measure(plan))
    viewer = accounts.viewer(accounts.seated("reader", meant), reading.TODAY)
    assert plan_rows(viewer) == []
    setattr(note, flag, True)
    note.save()
    assert [row.plan.slug for row in plan_rows(viewer)] == [plan.slug]


@pytest.mark.parametrize("role", ["system_admin", "security_admin", "audit_admin"])
def test_administrators_are_no_readers_of_plans(role):
    world = reading.ledger_of(1, is_public=False)
    viewer = accounts.viewer(accounts.seated(role, world.office_body), world.today)
    with pytest.raises(NotFoundError):
        plan_facts(viewer, world.plan.slug)


@pytest.mark.parametrize(
    ("who", "reads", "keeps"),
    [
        ("office", True, True),
        ("member", True, False),
        ("stranger", False, False),
        ("public", False, False),
    ],
)
def test_the_rules_of_reading(who, reads, keeps):
    world = reading.ledger_of(1)
    viewer = getattr(world, who)
    plan = plan_facts(viewer, world.plan.slug)
    assert (READ_INTERNAL.allows(viewer, plan), KEEP_LEDGER.allows(viewer, plan)) == (reads, keeps)


def test_a_refusal_says_who_may():
    world = reading.ledger_of(1)
    plan = plan_facts(world.stranger, world.plan.slug)
    assert READ_INTERNAL.refusal(world.stranger, plan).zh == (
        "只有本计划的办公室、承担任务的单位和经授权的内部查阅人员可以查看。"
    )
    assert KEEP_LEDGER.refusal(world.member, plan).en == (
        "Only the office that keeps the ledger of this plan may do this."
    )
