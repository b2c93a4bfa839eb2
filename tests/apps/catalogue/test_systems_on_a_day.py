"""A system for a day: which edition each line means, its state, and what stands in the columns."""

from datetime import date

import pytest

from guiju.apps.catalogue.selectors.systems.reading import system_on
from tests.factories import catalogue
from tests.factories import catalogue_systems as make

pytestmark = pytest.mark.django_db


def states(world, on):
    return [line.state for line in system_on(world.by, "example", on).lines]


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2000-01-01", ["draft", "draft", "draft", "draft", "unlisted", "gap"]),
        ("2012-01-01", ["draft", "in_force", "in_force", "draft", "unlisted", "gap"]),
        ("2020-06-30", ["in_force", "in_force", "withdrawn", "draft", "unlisted", "gap"]),
        ("2020-07-01", ["in_force", "superseded", "withdrawn", "draft", "unlisted", "gap"]),
        ("2024-03-15", ["in_force", "superseded", "withdrawn", "upcoming", "unlisted", "gap"]),
        ("2024-07-01", ["in_force", "superseded", "withdrawn", "in_force", "unlisted", "gap"]),
    ],
)
def test_the_state_of_each_line_follows_the_day(on, expected):
    assert states(make.small_system(), date.fromisoformat(on)) == expected


def test_without_a_day_it_is_today():
    world = make.small_system()
    assert system_on(world.by, "example").on == make.TODAY


def test_the_columns_come_from_the_catalogue():
    world = make.small_system()
    catalogue.relate("GB/T 90001-2015", "replaces", "GB/T 90001-2008")
    first, second, *_ = system_on(world.by, "example", make.TODAY).lines
    assert (first.place, first.code, first.number) == (1, "201", "GB/T 90001—2015")
    assert first.shown_title == ("示例标准 GB/T 90001-2015", "Example standard one")
    assert (first.level, first.listed.effective, first.remark) == (
        "national",
        "2015-07-01",
        "示例备注",
    )
    assert [(one.number, one.degree) for one in first.listed.adopts] == [("ISO 90001:2012", "IDT")]
    assert first.listed.replaces == ("GB/T 90001—2008",)
    assert first.listed.successors == ()
    assert second.listed.successors == ("GB/T 90003—2020",)


@pytest.mark.parametrize(
    ("on", "meant"),
    [
        ("2011-01-01", "GB/T 91001-2010"),
        ("2020-03-01", "GB/T 91001-2010"),
        ("2020-07-01", "GB/T 91001-2020"),
        ("2005-01-01", "GB/T 91001-2020"),
    ],
)
def test_an_undated_number_means_the_edition_in_force(on, meant):
    system = make.system()
    catalogue.editions("GB/T 91001-2010", "GB/T 91001-2020")
    make.entry(make.node(system, "1"), "GB/T 91001")
    (line,) = system_on(make.keeper_viewer(system.keeper), "example", date.fromisoformat(on)).lines
    assert (line.number, line.listed.key) == ("GB/T 91001", meant)


def test_a_later_edition_is_the_successor_where_no_source_names_one():
    system = make.system()
    catalogue.editions("GB/T 91002-2010", "GB/T 91002-2015", "GB/T 91002-2020")
    make.entry(make.node(system, "1"), "GB/T 91002-2010")
    (line,) = system_on(make.keeper_viewer(system.keeper), "example", make.TODAY).lines
    assert (line.state, line.listed.successors) == ("superseded", ("GB/T 91002—2015",))


def test_a_standard_that_comes_into_the_catalogue_later_is_found():
    system = make.system()
    make.entry(make.node(system, "1"), "GB/T 91003-2015")
    by = make.keeper_viewer(system.keeper)
    assert [line.state for line in system_on(by, "example").lines] == ["unlisted"]
    catalogue.edition("GB/T 91003-2015")
    assert [line.state for line in system_on(by, "example").lines] == ["in_force"]


def test_own_titles_and_levels_come_before_those_of_the_catalogue():
    system = make.system()
    catalogue.edition("GB/T 91004-2015", title_en="Its English title")
    make.entry(make.node(system, "1"), "GB/T 91004-2015", title_zh="自拟名称", level="group")
    (line,) = system_on(make.keeper_viewer(system.keeper), "example").lines
    assert (line.shown_title, line.level) == (("自拟名称", "Its English title"), "group")


def test_boxes_stand_in_tree_order_and_lines_in_theirs():
    system = make.system()
    ten, two = make.node(system, "10"), make.node(system, "2")
    deep = make.node(system, "2.10", parent=two)
    make.node(system, "2.9", parent=two)
    make.entry(ten, title_zh="丁")
    make.entry(deep, title_zh="丙")
    make.entry(two, title_zh="乙")
    make.entry(two, title_zh="甲", place=1)
    view = system_on(make.keeper_viewer(system.keeper), "example")
    assert [box.code for box in view.boxes] == ["2", "2.9", "2.10", "10"]
    assert [(line.place, line.code, line.title.zh) for line in view.lines] == [
        (1, "2", "甲"),
        (2, "2", "乙"),
        (3, "2.10", "丙"),
        (4, "10", "丁"),
    ]
