"""A page asks the database as often for thirty measures as for one."""

import pytest

from guiju.apps.governance.selectors.changes import changes, in_words
from guiju.apps.governance.selectors.ledger import ledger, measure_line
from guiju.apps.governance.selectors.plans import plan_rows
from guiju.apps.journal.services import record
from tests.factories import reading

pytestmark = pytest.mark.django_db

SIZES = (1, 30)
LEDGER = {"public": 12, "office": 14, "member": 19}
PAGES = {"": 20, "measures/": 12, "actions/": 12, "matrix/": 12, "workload/": 12, "timeline/": 12}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("who", LEDGER)
def test_the_ledger(django_assert_num_queries, who, size):
    world = reading.ledger_of(size)
    with django_assert_num_queries(LEDGER[who]):
        found = ledger(getattr(world, who), world.plan.slug)
        assert len(found.measures) == size


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("view", PAGES)
def test_the_pages(client, django_assert_num_queries, view, size):
    world = reading.ledger_of(size)
    with django_assert_num_queries(PAGES[view]):
        assert client.get(f"/plans/{world.plan.slug}/{view}").status_code == 200


@pytest.mark.parametrize("size", SIZES)
def test_one_measure_of_many(django_assert_num_queries, size):
    world = reading.ledger_of(size)
    with django_assert_num_queries(12):
        measure_line(world.public, world.plan.slug, world.measures[0].pk)


@pytest.mark.parametrize("size", [1, 5])
def test_the_list_of_plans(django_assert_num_queries, size):
    for _ in range(size):
        world = reading.ledger_of(1)
    with django_assert_num_queries(3):
        assert len(plan_rows(world.public)) == size


@pytest.mark.parametrize("size", SIZES)
def test_what_happened(django_assert_num_queries, size):
    world = reading.ledger_of(size)
    _acts(world)
    plan = plan_rows(world.public)[0].plan
    with django_assert_num_queries(7):
        assert len(in_words(world.public, plan, changes(world.public, plan))) == 2 * size


def _acts(world):
    for measure in world.measures:
        for kind, pk in (("measure", measure.pk), ("action", measure.actions.first().pk)):
            name = "assign" if kind == "measure" else "set_due"
            record(by=world.office, action=f"governance.{name}", subject=f"governance.{kind}:{pk}")
