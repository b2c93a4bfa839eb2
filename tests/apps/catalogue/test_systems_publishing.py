"""A system is made, described, published, withdrawn; what was public once is never removed."""

import pytest

from guiju.apps.catalogue.models import StandardsSystem
from guiju.apps.catalogue.selectors.systems.reading import system_of, system_rows
from guiju.apps.catalogue.services.systems import errors, systems
from guiju.apps.journal.models import Event
from guiju.core.errors import NotFoundError, RefusedError
from tests.factories import accounts
from tests.factories import catalogue_systems as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def keeper():
    return accounts.organisation("示例体系单位")


@pytest.fixture
def by(keeper):
    return make.keeper_viewer(keeper)


def made(keeper, by, **values):
    given = {"slug": "example", "title_zh": "示例标准体系"} | values
    return systems.create_system(keeper=keeper, by=by, **given)


def told():
    return [event.action for event in Event.objects.order_by("number")]


def test_a_new_system_is_seen_by_its_keeper_only(keeper, by):
    made(keeper, by)
    public = accounts.viewer()
    stranger = make.keeper_viewer(accounts.organisation())
    assert [len(system_rows(viewer)) for viewer in (by, public, stranger)] == [1, 0, 0]
    assert system_of(by, "example").slug == "example"
    for viewer in (public, stranger):
        with pytest.raises(NotFoundError):
            system_of(viewer, "example")
    assert told() == ["catalogue.create_system"]


@pytest.mark.parametrize(
    ("values", "error"),
    [
        ({"slug": "create"}, errors.BadSlugError),
        ({"slug": "x"}, errors.BadSlugError),
        ({"slug": "示例"}, errors.BadSlugError),
        ({"slug": "a--b"}, errors.BadSlugError),
        ({"slug": "a" * 61}, errors.BadSlugError),
        ({"title_zh": " "}, errors.NoTitleError),
        ({"title_zh": "长" * 201}, errors.TooLongError),
    ],
)
def test_what_no_system_is_made_of(keeper, by, values, error):
    with pytest.raises(error):
        made(keeper, by, **values)
    assert (StandardsSystem.objects.count(), told()) == (0, [])


def test_two_systems_cannot_share_an_address(keeper, by):
    made(keeper, by)
    with pytest.raises(errors.SlugTakenError):
        made(keeper, by, slug="EXAMPLE")


def test_only_for_a_body_that_one_may_act_for(by):
    with pytest.raises(RefusedError):
        made(accounts.organisation(), by)
    with pytest.raises(errors.NoKeeperError):
        systems.keeper_for(by, 10**9)


def test_an_example_in_the_title_is_marked(keeper, by):
    assert made(keeper, by).is_example is True
    assert made(keeper, by, slug="other", title_zh="智慧水务标准体系").is_example is False


def test_an_edit_names_what_changed(keeper, by):
    system = made(keeper, by)
    for _ in range(2):
        systems.edit_system(
            system=system,
            title_zh="示例标准体系",
            title_en="Example",
            structure="sequence",
            explanation="第一行\r\n第二行\x00",
            by=by,
        )
    assert told() == ["catalogue.create_system", "catalogue.edit_system"]
    event = Event.objects.get(action="catalogue.edit_system")
    assert event.details["changed"] == ["explanation", "structure", "title_en"]
    system.refresh_from_db()
    assert (system.structure, system.explanation) == ("sequence", "第一行\n第二行")


def test_publishing_and_withdrawing_are_told_with_their_reason(keeper, by):
    system = made(keeper, by)
    systems.publish_system(system=system, is_public=True, reason="示例：审定", by=by)
    assert len(system_rows(accounts.viewer())) == 1
    with pytest.raises(errors.SameStateError):
        systems.publish_system(system=system, is_public=True, reason="示例", by=by)
    systems.publish_system(system=system, is_public=False, reason="示例：修订", by=by)
    assert told()[1:] == ["catalogue.publish_system", "catalogue.unpublish_system"]
    reasons = list(Event.objects.order_by("number").values_list("reason", flat=True))
    assert reasons == ["", "示例：审定", "示例：修订"]


def test_publishing_needs_a_reason(keeper, by):
    with pytest.raises(errors.NoReasonError):
        systems.publish_system(system=made(keeper, by), is_public=True, reason="", by=by)


def test_one_that_was_never_public_can_be_removed_with_all_in_it(keeper, by):
    world = make.small_system(is_public=False)
    systems.remove_system(system=world.system, reason="示例", by=world.by)
    assert StandardsSystem.objects.count() == 0
    event = Event.objects.get(action="catalogue.remove_system")
    assert event.details == {"system": "example", "nodes": 3, "lines": 6}
    assert event.before != ""


@pytest.mark.parametrize("withdrawn", [False, True])
def test_one_that_was_public_stays(keeper, by, withdrawn):
    system = made(keeper, by)
    systems.publish_system(system=system, is_public=True, reason="示例", by=by)
    if withdrawn:
        systems.publish_system(system=system, is_public=False, reason="示例", by=by)
    with pytest.raises(errors.WasPublishedError):
        systems.remove_system(system=system, reason="示例", by=by)
    assert StandardsSystem.objects.count() == 1


def test_nobody_else_changes_it(keeper, by):
    system = made(keeper, by)
    stranger = make.keeper_viewer(accounts.organisation())
    for act, values in (
        (systems.publish_system, {"is_public": True, "reason": "示例"}),
        (systems.remove_system, {"reason": "示例"}),
        (
            systems.edit_system,
            {"title_zh": "乙", "title_en": "", "structure": "layered", "explanation": ""},
        ),
    ):
        with pytest.raises(RefusedError):
            act(system=system, by=stranger, **values)
    assert told() == ["catalogue.create_system"]
