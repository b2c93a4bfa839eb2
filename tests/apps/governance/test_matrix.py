"""The matrix says what the assignments say; workload and timeline count the same records."""

from collections import Counter

import pytest

from guiju.apps.accounts.models import Succession
from guiju.apps.governance.models import Action, Assignment
from guiju.apps.governance.selectors.filters import ActionFilter, DutyFilter
from guiju.apps.governance.selectors.ledger import ledger
from guiju.apps.governance.selectors.views_of_work import ROLES, matrix, timeline, workload
from tests.factories import accounts, reading

pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    return reading.ledger_of(6)


def cells(found):
    """Every filled cell: (measure, key of the body, role)."""
    return {
        (row.measure.pk, body.key, role)
        for row in found.rows
        for body, roles in zip(found.bodies, row.cells, strict=True)
        for role in roles
    }


def test_it_equals_the_assignments(world):
    found = matrix(ledger(world.public, world.plan.slug))
    rows = Assignment.objects.values_list(
        "note__measure", "organisation__slug", "as_written", "role"
    )
    named = {(measure, slug or f"*name:{name}", role) for measure, slug, name, role in rows}
    local = {(measure.pk, "*local", "shared") for measure in world.measures}
    assert cells(found) == named | local


def test_its_totals_are_those_of_its_cells(world):
    found = matrix(ledger(world.public, world.plan.slug))
    every = cells(found)
    by_body = Counter(key for _, key, _ in every)
    by_measure = Counter(measure for measure, _, _ in every)
    assert {body.key: total for body, total in found.columns()} == by_body
    assert {row.measure.pk: row.total for row in found.rows} == by_measure
    assert found.total == len(every) == 42


def test_organisations_come_first_then_collectives_then_unknown_names(world):
    found = matrix(ledger(world.public, world.plan.slug))
    assert [body.key[0] == "*" for body in found.bodies] == [False] * 5 + [True] * 3
    assert [body.key for body in found.bodies[5:]] == [
        "*local",
        "*name:示例未识别1",
        "*name:示例未识别0",
    ]


def test_a_body_twice_under_one_measure_counts_once_for_each_role(world):
    note = world.measures[0].notes.last()
    Assignment.objects.create(
        note=note, organisation=world.bodies[1], as_written="示例", role="lead", order=9
    )
    found = matrix(ledger(world.public, world.plan.slug))
    column = [body.key for body in found.bodies].index(world.bodies[1].slug)
    assert found.rows[0].cells[column] == ("lead",)
    Assignment.objects.create(
        note=note, organisation=world.bodies[1], as_written="示例", role="guiding", order=10
    )
    assert cells(matrix(ledger(world.public, world.plan.slug))) >= {
        (world.measures[0].pk, world.bodies[1].slug, "lead"),
        (world.measures[0].pk, world.bodies[1].slug, "guiding"),
    }


def test_only_duties_of_the_day_count(world):
    Assignment.objects.filter(organisation=world.bodies[0]).update(until=world.today)
    found = matrix(ledger(world.public, world.plan.slug))
    assert world.bodies[0].slug not in [body.key for body in found.bodies]
    Assignment.objects.filter(organisation=world.bodies[0]).update(until="2023-05-11")
    found = matrix(ledger(world.public, world.plan.slug))
    assert world.bodies[0].slug in [body.key for body in found.bodies]


def test_a_successor_stands_in_for_its_predecessor(world):
    heir = accounts.organisation("示例新局")
    Succession.objects.create(
        predecessor=world.bodies[0], successor=heir, on=world.today, is_whole=True
    )
    keys = [body.key for body in matrix(ledger(world.public, world.plan.slug)).bodies]
    assert (heir.slug in keys, world.bodies[0].slug in keys) == (True, False)


def test_the_workload_counts_the_same_duties(world):
    found = ledger(world.public, world.plan.slug)
    for load in workload(found):
        for role, count in zip(ROLES, load.roles, strict=True):
            assert count == len(DutyFilter(organisation=load.body.key, role=role).of(found))
        key = load.body.key
        assert load.open_actions == len(ActionFilter(organisation=key, state="open").of(found))
        assert load.overdue == len(ActionFilter(organisation=key, state="overdue").of(found))


def test_the_timeline_holds_every_task_once(world):
    found = ledger(world.public, world.plan.slug)
    days = timeline(found)
    assert [day.day for day in days] == sorted({action.due for _, action in found.actions})
    assert sum(day.total for day in days) == Action.objects.count() == 18


def test_each_sign_on_the_page_opens_its_measure(client, world):
    html = client.get(f"/plans/{world.plan.slug}/matrix/").content.decode()
    measure = world.measures[0]
    sign = f'class="gl-role gl-role-lead" href="/plans/{world.plan.slug}/measures/{measure.pk}/#duties"'
    assert html.count(sign) == 1
    assert 'aria-label="示例乙局 牵头单位">牵</a>' in html


def test_the_english_page_has_latin_signs(client, world):
    html = client.get(f"/en/plans/{world.plan.slug}/matrix/").content.decode()
    assert 'Lead">L</a>' in html
