"""The lines of the detail table: added by number or as a gap, changed, moved, removed."""

import pytest

from guiju.apps.catalogue.models import SystemEntry
from guiju.apps.catalogue.services.systems import entries, errors
from guiju.apps.journal.models import Event
from tests.factories import catalogue
from tests.factories import catalogue_systems as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def node():
    return make.node(make.system(), "1")


@pytest.fixture
def by(node):
    return make.keeper_viewer(node.system.keeper)


def titles(node):
    rows = SystemEntry.objects.filter(node=node).order_by("order", "pk")
    return [(one.order, one.title_zh) for one in rows]


def edited(entry, by, **values):
    names = ("number", "title_zh", "title_en", "level", "remark")
    given = {name: getattr(entry, name) for name in names} | {"node": entry.node} | values
    return entries.edit_entry(entry=entry, by=by, **given)


@pytest.mark.parametrize(
    ("written", "key", "work"),
    [
        ("GB/T 91001—2015", "GB/T 91001-2015", "GB/T 91001"),
        ("GB/T 91001", "GB/T 91001", "GB/T 91001"),
        ("GB/T 91001-1999", "GB/T 91001-1999", "GB/T 91001"),
        ("GB/T 91002-2015", "GB/T 91002-2015", None),
        ("瞎写的编号", "瞎写的编号", None),
    ],
)
def test_a_number_is_tied_to_its_work_and_stays_as_written(node, written, key, work):
    catalogue.edition("GB/T 91001-2015")
    made = make.entry(node, written)
    assert (made.number, made.key, made.work.key if made.work else None) == (written, key, work)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("gbt91001-2015", "GB/T 91001—2015"), ("gb91001", "gb91001"), ("GB/T91001", "GB/T91001")],
)
def test_a_sloppy_number_is_put_right_where_it_can_mean_one_only(node, typed, kept):
    assert make.entry(node, typed).number == kept


def test_a_gap_has_a_title_and_no_number(node, by):
    made = make.entry(node, title_zh="示例待制定标准", level="industry")
    assert (made.number, made.key, made.work) == ("", "", None)
    with pytest.raises(errors.EmptyLineError):
        entries.add_entry(node=node, remark="示例", by=by)


@pytest.mark.parametrize(
    ("values", "error"),
    [
        ({"level": "nonsense"}, errors.BadLevelError),
        ({"number": "长" * 241}, errors.TooLongError),
        ({"remark": "长" * 301}, errors.TooLongError),
    ],
)
def test_what_no_line_is_made_of(node, by, values, error):
    with pytest.raises(error):
        entries.add_entry(node=node, by=by, **{"title_zh": "示例", **values})
    assert (titles(node), Event.objects.filter(action="catalogue.add_entry").count()) == ([], 0)


def test_places(node, by):
    for title, place in (("甲", None), ("丙", None), ("乙", 2), ("首", 1), ("末", 99)):
        make.entry(node, title_zh=title, place=place)
    assert titles(node) == [(1, "首"), (2, "甲"), (3, "乙"), (4, "丙"), (5, "末")]
    edited(SystemEntry.objects.get(title_zh="末"), by, place=2)
    assert titles(node) == [(1, "首"), (2, "末"), (3, "甲"), (4, "乙"), (5, "丙")]


def test_a_line_moves_to_the_end_of_another_box(node, by):
    other = make.node(node.system, "2")
    make.entry(other, title_zh="甲")
    moved = edited(make.entry(node, title_zh="乙"), by, node=other)
    assert (moved.node, titles(node), titles(other)) == (other, [], [(1, "甲"), (2, "乙")])


def test_it_cannot_move_to_another_system(node, by):
    foreign = make.node(make.system(slug="other"), "1")
    with pytest.raises(errors.OtherSystemError):
        edited(make.entry(node, title_zh="甲"), by, node=foreign)


def test_a_change_is_told_once_with_before_and_after(node, by):
    made = make.entry(node, "GB/T 91001-2015")
    for _ in range(2):
        edited(made, by, remark="新备注")
    (event,) = Event.objects.filter(action="catalogue.edit_entry")
    assert event.before not in ("", event.after)
    assert event.details == {"system": "example", "node": "1", "number": "GB/T 91001-2015"}


def test_a_line_of_a_public_system_can_be_removed_with_a_reason(node, by):
    made = make.entry(node, "GB/T 91001-2015")
    with pytest.raises(errors.NoReasonError):
        entries.remove_entry(entry=made, reason="", by=by)
    entries.remove_entry(entry=made, reason="示例：标准已废止", by=by)
    (event,) = Event.objects.filter(action="catalogue.remove_entry")
    assert (titles(node), event.before != "", event.after) == ([], True, "")
    assert (event.reason, event.details["number"]) == ("示例：标准已废止", "GB/T 91001-2015")


def test_lines_are_tied_to_standards_that_came_after_them(node):
    made = make.entry(node, "GB/T 91001")
    other = make.entry(node, "GB/T 91002")
    catalogue.edition("GB/T 91001-2015")
    made.refresh_from_db()
    other.refresh_from_db()
    assert (made.work.key, other.work) == ("GB/T 91001", None)
