"""The invented system of the samples: public, marked, loaded once."""

import pytest

from guiju.apps.catalogue.models import StandardsSystem
from guiju.apps.catalogue.selectors.systems.checks import checks
from guiju.apps.catalogue.selectors.systems.reading import system_on
from guiju.apps.catalogue.services.system_examples import load_example_system, stated
from guiju.apps.catalogue.services.systems import errors, systems
from guiju.apps.journal.models import Event
from guiju.core.errors import RefusedError
from tests.factories import accounts
from tests.factories import catalogue_systems as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def keeper():
    return accounts.organisation("示例市水务局")


def test_it_is_loaded_once_and_marked(keeper):
    by = make.keeper_viewer(keeper)
    made = [load_example_system(keeper=keeper, by=by) for _ in range(2)]
    assert made[0] == made[1] == StandardsSystem.objects.get()
    assert (made[0].is_public, made[0].is_example, "示例" in made[0].title_zh) == (True,) * 3
    assert [event.action for event in Event.objects.all()] == ["catalogue.load_example_system"]


def test_it_holds_what_the_rulebook_states(keeper):
    by = make.keeper_viewer(keeper)
    view = system_on(by, load_example_system(keeper=keeper, by=by).slug)
    facts = stated()
    assert sorted(box.code for box in view.boxes) == sorted(row[0] for row in facts["nodes"])
    assert len(view.lines) == sum(len(rows) for rows in facts["entries"].values())
    assert [box.code for box in view.tops] == ["100", "200", "300"]
    assert all(line.readable and line.level for line in view.lines)
    assert {one.code for one in checks(view)} == {"duplicate", "unlisted", "gap"}


def test_only_the_keeper_loads_it_and_it_stays(keeper):
    with pytest.raises(RefusedError):
        load_example_system(keeper=keeper, by=make.keeper_viewer(accounts.organisation()))
    by = make.keeper_viewer(keeper)
    made = load_example_system(keeper=keeper, by=by)
    systems.publish_system(system=made, is_public=False, reason="示例", by=by)
    with pytest.raises(errors.WasPublishedError):
        systems.remove_system(system=made, reason="示例", by=by)
