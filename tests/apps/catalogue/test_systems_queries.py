"""A system asks the database as often for three hundred lines as for one."""

import pytest

from guiju.apps.catalogue.models import SystemEntry
from guiju.apps.catalogue.selectors.systems.incoming import TableRow, incoming
from guiju.apps.catalogue.selectors.systems.reading import system_on, system_rows
from guiju.apps.catalogue.services.systems.entries import fill
from guiju.apps.catalogue.services.systems.imports import tie
from tests.factories import catalogue
from tests.factories import catalogue_systems as make

pytestmark = pytest.mark.django_db

SIZES = (1, 300)
PAGES = {
    "": 8,
    "tree/": 7,
    "table/": 7,
    "statistics/": 7,
    "checks/": 7,
    "export.csv": 7,
    "export.xlsx": 7,
    "export.json": 7,
}


def system_of(size):
    """A system with lines of superseded standards, so that every relation is looked for."""
    made = make.system()
    node = make.node(made, "1")
    works = [f"GB/T {92000 + at}" for at in range(size)]
    numbers = [f"{work}-2010" for work in works]
    catalogue.taken(
        *(catalogue.record(number) for number in numbers),
        *(
            catalogue.record(
                f"{work}-2020",
                relations=(catalogue.Relation(type="replaces", target=f"{work}-2010"),),
            )
            for work in works
        ),
    )
    rows = []
    for order, number in enumerate(numbers, start=1):
        row = SystemEntry(node=node, order=order)
        fill(row, number, "", "", "", "")
        rows.append(row)
    tie(rows)
    SystemEntry.objects.bulk_create(rows)
    return made


@pytest.mark.parametrize("size", SIZES)
def test_the_whole_system(django_assert_num_queries, size):
    by = make.keeper_viewer(system_of(size).keeper)
    with django_assert_num_queries(7):
        found = system_on(by, "example")
    assert [line.state for line in found.lines] == ["superseded"] * size


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("view", PAGES)
def test_the_pages(client, django_assert_num_queries, view, size):
    system_of(size)
    client.get("/systems/")
    with django_assert_num_queries(PAGES[view]):
        assert client.get(f"/systems/example/{view}").status_code == 200


@pytest.mark.parametrize("size", [1, 30])
def test_the_list_of_systems(django_assert_num_queries, size):
    for at in range(size):
        system = make.system(slug=f"example-{at}")
    by = make.keeper_viewer(system.keeper)
    with django_assert_num_queries(2):
        assert len(system_rows(by)) == size


@pytest.mark.parametrize("size", SIZES)
def test_the_preview_of_an_import(django_assert_num_queries, size):
    system = system_of(size)
    rows = [
        TableRow(line=at, code="1", number=f"GB/T {92000 + at}-2010", remark="备注")
        for at in range(size)
    ]
    with django_assert_num_queries(3):
        assert incoming(system, rows).counts["changed"] == size
