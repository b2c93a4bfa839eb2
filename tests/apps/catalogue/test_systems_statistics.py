"""The statistics table: 应有数, 现有数, 现有/应有 and the gaps, for a day."""

from datetime import date

import pytest

from guiju.apps.catalogue.selectors.systems.filters import NONE, LineFilter, narrowed
from guiju.apps.catalogue.selectors.systems.reading import system_on
from guiju.apps.catalogue.selectors.systems.statistics import statistics
from guiju.apps.catalogue.selectors.systems.values import Count
from tests.factories import catalogue_systems as make

pytestmark = pytest.mark.django_db


def on(world, day="2024-03-15"):
    return system_on(world.by, "example", date.fromisoformat(day))


def test_a_row_for_each_category_and_the_total():
    world = make.small_system()
    found = statistics(on(world))
    rows = [
        (box.code, box.count.wanted, box.count.there, box.count.gaps) for box in found.categories
    ]
    assert rows == [("201", 6, 3, 3), ("202", 0, 0, 0)]
    assert [box.count.percent for box in found.categories] == [50.0, None]
    assert found.total == Count(wanted=6, there=3, unverified=1)


def test_a_branch_counts_all_below_it():
    world = make.small_system()
    assert [(box.code, box.count.wanted, box.count.there) for box in on(world).boxes] == [
        ("201", 6, 3),
        ("201.1", 4, 2),
        ("202", 0, 0),
    ]


@pytest.mark.parametrize(
    ("day", "there", "gaps"),
    [("2000-01-01", 1, 5), ("2012-01-01", 3, 3), ("2024-07-01", 3, 3)],
)
def test_what_exists_depends_on_the_day(day, there, gaps):
    found = statistics(on(make.small_system(), day))
    assert (found.total.there, found.total.gaps, len(found.gaps)) == (there, gaps, gaps)


def test_the_gaps_are_those_lines_for_which_a_standard_is_missing():
    found = statistics(on(make.small_system()))
    assert [(line.place, line.state) for line in found.gaps] == [
        (2, "superseded"),
        (3, "withdrawn"),
        (6, "gap"),
    ]


def test_a_row_for_each_level():
    world = make.small_system()
    make.entry(world.empty, title_zh="未定级别")
    rows = [(row.level, row.count.wanted, row.count.there) for row in statistics(on(world)).levels]
    assert rows == [("national", 5, 3), ("industry", 1, 0), ("", 1, 0)]


@pytest.mark.parametrize(
    ("asked", "places"),
    [
        ({}, [1, 2, 3, 4, 5, 6]),
        ({"node": "top"}, [1, 2, 3, 4, 5, 6]),
        ({"node": "below"}, [3, 4, 5, 6]),
        ({"node": "empty"}, []),
        ({"level": "industry"}, [6]),
        ({"level": NONE}, []),
        ({"state": "withdrawn"}, [3]),
        ({"gap": "yes"}, [2, 3, 6]),
        ({"gap": "no"}, [1, 4, 5]),
        ({"node": "below", "gap": "yes"}, [3, 6]),
    ],
)
def test_the_table_is_narrowed(asked, places):
    world = make.small_system()
    if "node" in asked:
        asked = {**asked, "node": getattr(world, asked["node"]).pk}
    assert [line.place for line in narrowed(on(world), LineFilter(**asked))] == places


def test_a_box_that_is_not_there_narrows_to_nothing():
    assert narrowed(on(make.small_system()), LineFilter(node=10**9)) == []
