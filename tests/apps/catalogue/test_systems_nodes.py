"""The boxes of a system: added, named, moved with what is below them, removed."""

import pytest

from guiju.apps.catalogue.models import SystemEntry, SystemNode
from guiju.apps.catalogue.selectors.systems.codes import above, read_code
from guiju.apps.catalogue.services.systems import errors, nodes
from guiju.apps.journal.models import Event
from tests.factories import catalogue_systems as make

pytestmark = pytest.mark.django_db


def codes(system):
    return sorted(SystemNode.objects.filter(system=system).values_list("code", flat=True))


def tree(system):
    rows = SystemNode.objects.filter(system=system).select_related("parent")
    return {one.code: one.parent.code if one.parent else None for one in rows}


def events(action):
    return list(Event.objects.filter(action=f"catalogue.{action}").order_by("number"))


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("201.3.2", "201.3.2"),
        (" 201．3 ", "201.3"),
        ("A-1.b", "A-1.b"),
        ("甲.1", "甲.1"),
        ("201.", "201"),
        ("", None),
        ("2 1", None),
        ("1..2", None),
        ("~1", None),
        ("1/2", None),
        ("1" * 41, None),
    ],
)
def test_what_is_a_code(written, code):
    assert read_code(written) == code


@pytest.mark.parametrize(
    ("code", "others", "expected"),
    [
        ("201.3.2", {"201", "201.3"}, "201.3"),
        ("201.3.2", {"201"}, "201"),
        ("201", {"200", "300"}, "200"),
        ("200", {"200"}, None),
        ("12", {"1"}, None),
        ("A", {"1"}, None),
    ],
)
def test_where_a_code_stands(code, others, expected):
    assert above(code, others) == expected


def test_a_box_without_a_code_takes_the_next_one():
    system = make.system()
    top = make.node(system)
    assert [make.node(system, parent=top).code for _ in range(2)] == ["1.1", "1.2"]
    assert make.node(system).code == "2"
    make.node(system, "201")
    assert make.node(system).code == "202"


def test_adding_is_told_once_with_its_record():
    system = make.system()
    made = make.node(system, "201")
    (event,) = events("add_node")
    assert (event.subject, event.details) == (
        f"catalogue.standardssystem:{system.pk}",
        {"system": "example", "node": "201"},
    )
    assert (event.before, event.after != "") == ("", True)
    assert made.owner == "示例负责单位"


@pytest.mark.parametrize(
    ("values", "error"),
    [
        ({"code": "201"}, errors.CodeTakenError),
        ({"code": "2 1"}, errors.BadCodeError),
        ({"code": "1", "title_zh": " "}, errors.NoTitleError),
        ({"code": "1", "title_zh": "长" * 201}, errors.TooLongError),
        ({"code": "1", "owner": "长" * 121}, errors.TooLongError),
    ],
)
def test_what_no_box_is_made_of(values, error):
    system = make.system()
    make.node(system, "201")
    with pytest.raises(error):
        make.node(system, **values)
    assert codes(system) == ["201"]


def test_a_box_of_another_system_holds_none_of_this():
    system = make.system()
    foreign = make.node(make.system(slug="other"), "1")
    with pytest.raises(errors.OtherSystemError):
        make.node(system, "1", parent=foreign)


def test_a_tree_that_is_too_deep():
    system = make.system()
    parent = None
    for layer in range(3):
        parent = make.node(system, f"N{layer}{'1' * 30}", parent=parent)
    with pytest.raises(errors.TooDeepError):
        make.node(system, f"N9{'1' * 30}", parent=parent)
    assert len(codes(system)) == 3


def test_renaming_says_what_it_was_and_again_changes_nothing():
    system = make.system()
    by = make.keeper_viewer(system.keeper)
    node = make.node(system, "1")
    for _ in range(2):
        nodes.edit_node(node=node, title_zh="新名称", title_en="New", owner="新单位", by=by)
    (event,) = events("edit_node")
    assert "" not in (event.before, event.after)
    assert event.before != event.after
    node.refresh_from_db()
    assert (node.title_zh, node.title_en, node.owner) == ("新名称", "New", "新单位")


@pytest.fixture
def branch():
    system = make.system()
    one, two = make.node(system, "1"), make.node(system, "2")
    middle = make.node(system, "1.1", parent=one)
    make.node(system, "1.1.1", parent=middle)
    make.node(system, "X9", parent=middle)
    return system, one, two, middle


def test_moving_takes_all_below_along(branch):
    system, _, two, middle = branch
    nodes.move_node(node=middle, parent=two, code="2.5", by=make.keeper_viewer(system.keeper))
    assert tree(system) == {"1": None, "2": None, "2.5": "2", "2.5.1": "2.5", "X9": "2.5"}
    (event,) = events("move_node")
    assert event.details == {"system": "example", "node": "2.5", "was": "1.1"}


def test_moving_to_the_top_without_a_code(branch):
    system, _, _, middle = branch
    nodes.move_node(node=middle, parent=None, code="", by=make.keeper_viewer(system.keeper))
    assert tree(system) == {"1": None, "2": None, "3": None, "3.1": "3", "X9": "3"}


def test_a_code_may_move_within_its_own_branch(branch):
    """1 becomes 1.1, so that the former 1.1 becomes 1.1.1."""
    system, one, *_ = branch
    nodes.move_node(node=one, parent=None, code="1.1", by=make.keeper_viewer(system.keeper))
    assert tree(system) == {
        "1.1": None,
        "1.1.1": "1.1",
        "1.1.1.1": "1.1.1",
        "X9": "1.1.1",
        "2": None,
    }


def test_where_a_box_cannot_move(branch):
    system, one, two, middle = branch
    by, before = make.keeper_viewer(system.keeper), tree(system)
    for parent in (one, middle):
        with pytest.raises(errors.IntoItselfError):
            nodes.move_node(node=one, parent=parent, code="9", by=by)
    with pytest.raises(errors.CodeTakenError):
        nodes.move_node(node=middle, parent=two, code="2", by=by)
    assert (tree(system), events("move_node")) == (before, [])


def test_the_same_place_is_no_move(branch):
    system, one, _, middle = branch
    nodes.move_node(node=middle, parent=one, code="1.1", by=make.keeper_viewer(system.keeper))
    assert events("move_node") == []


def test_before_publication_a_box_goes_with_all_below():
    world = make.small_system(is_public=False)
    nodes.remove_node(node=world.top, reason="示例", by=world.by)
    assert (codes(world.system), SystemEntry.objects.count()) == (["202"], 0)
    (event,) = events("remove_node")
    assert event.details == {"system": "example", "node": "201", "nodes": 2, "lines": 6}
    assert (event.reason, event.before != "", event.after) == ("示例", True, "")


def test_from_a_public_system_only_an_empty_box_goes():
    world = make.small_system()
    for node in (world.top, world.below):
        with pytest.raises(errors.NotEmptyError):
            nodes.remove_node(node=node, reason="示例", by=world.by)
    nodes.remove_node(node=world.empty, reason="示例", by=world.by)
    assert codes(world.system) == ["201", "201.1"]


def test_removing_needs_a_reason():
    world = make.small_system()
    with pytest.raises(errors.NoReasonError):
        nodes.remove_node(node=world.empty, reason=" ", by=world.by)
