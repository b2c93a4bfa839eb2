"""A rebuild loses nothing: what waits before, during and after it, and where a process is killed."""

import pytest

from guiju.apps.catalogue.models import IndexTask
from guiju.apps.catalogue.selectors.searching import Query, find, index_mark
from guiju.apps.catalogue.services import indexing
from guiju.apps.catalogue.services.indexing import bring_up_to_date, rebuild_index
from guiju.search import place
from guiju.web.viewer import Viewer
from tests.factories import catalogue as make
from tests.factories.sample_catalogue import TODAY

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def own_index(tmp_path, settings):
    settings.GUIJU_INDEX = tmp_path / "index"


def found(text):
    return sorted(one.number for one in find(Viewer(TODAY), Query(text=text, on=TODAY)).hits)


class KilledError(Exception):
    """Here the process ends."""


def test_what_changes_while_it_is_built_is_in_it(monkeypatch):
    make.edition("GB/T 1-2020", title_zh="旧名")
    read = indexing.all_entries

    def read_and_then_a_change():
        yield from read()
        make.edition("GB/T 1-2020", title_zh="新名")
        make.edition("GB/T 2-2020", title_zh="新名")

    monkeypatch.setattr(indexing, "all_entries", read_and_then_a_change)
    rebuild_index()
    assert (found("新名"), found("旧名")) == (["GB/T 1-2020", "GB/T 2-2020"], [])
    assert not IndexTask.objects.exists()


def test_killed_before_the_swap_everything_still_waits(monkeypatch):
    make.edition("GB/T 1-2020")
    rebuild_index()
    make.edition("GB/T 2-2020")

    def killed(*_):
        raise KilledError

    with monkeypatch.context() as patch:
        patch.setattr(place, "point_to", killed)
        with pytest.raises(KilledError):
            rebuild_index()
    assert found("GB/T") == ["GB/T 1-2020"]
    assert bring_up_to_date() == 1
    assert found("GB/T") == ["GB/T 1-2020", "GB/T 2-2020"]


def test_killed_before_tasks_are_struck_off_they_are_done_again(monkeypatch):
    make.edition("GB/T 1-2020")
    rebuild_index()
    make.edition("GB/T 2-2020")

    def killed(_):
        raise KilledError

    with monkeypatch.context() as patch:
        patch.setattr(indexing, "_strike_off", killed)
        with pytest.raises(KilledError):
            bring_up_to_date()
    assert IndexTask.objects.exists()
    assert bring_up_to_date() == 1
    assert found("GB/T") == ["GB/T 1-2020", "GB/T 2-2020"]


def test_an_edition_that_is_gone_leaves_the_index():
    one = make.edition("GB/T 1-2020")
    make.edition("GB/T 2-2020")
    rebuild_index()
    pk = one.pk
    one.statements.all().delete()
    one.work.newest = None
    one.work.save()
    one.delete()
    IndexTask.objects.create(edition=pk)
    assert bring_up_to_date() == 1
    assert found("GB/T") == ["GB/T 2-2020"]


def test_the_mark_changes_with_the_index_and_only_then():
    make.edition("GB/T 1-2020")
    bring_up_to_date()
    mark = index_mark()
    bring_up_to_date()
    assert index_mark() == mark
    make.edition("GB/T 2-2020")
    bring_up_to_date()
    assert index_mark() != mark


@pytest.mark.parametrize(("waiting", "rebuilt"), [(2, True), (1, False)])
def test_when_most_waits_all_is_built_anew(monkeypatch, waiting, rebuilt):
    make.editions("GB/T 1-2020", "GB/T 2-2020", "GB/T 3-2020")
    rebuild_index()
    monkeypatch.setattr(indexing, "_MANY", 0)
    folder = place.current(indexing.index_root())
    IndexTask.objects.bulk_create(
        IndexTask(edition=make.found(f"GB/T {one}-2020").pk) for one in range(1, waiting + 1)
    )
    bring_up_to_date()
    assert (place.current(indexing.index_root()) != folder) == rebuilt
