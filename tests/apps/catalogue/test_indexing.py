"""The index follows the records; what waits is taken once; names of codes are found too."""

from datetime import date

import pytest
from django.conf import settings

from guiju.apps.catalogue.models import IndexTask
from guiju.apps.catalogue.selectors.searching import IndexNotReadyError, Query, find
from guiju.apps.catalogue.services.codes import load_codes
from guiju.apps.catalogue.services.indexing import bring_up_to_date, rebuild_index
from guiju.core.codes.classes import ClassCode
from guiju.web.viewer import Seat, Viewer
from tests.factories import catalogue as make

pytestmark = pytest.mark.django_db
PUBLIC = Viewer(date(2026, 1, 5))


@pytest.fixture(autouse=True)
def own_index(tmp_path, monkeypatch):
    monkeypatch.setattr(settings, "GUIJU_INDEX", tmp_path / "index")


def found(text):
    result = find(PUBLIC, Query(text=text, on=PUBLIC.today))
    return [hit.number for hit in result.hits]


def test_without_an_index_the_search_says_so():
    with pytest.raises(IndexNotReadyError):
        found("标准")


def test_a_change_is_found_after_the_next_round():
    make.edition("GB/T 1.1-2020", title_zh="示例导则")
    assert bring_up_to_date() == 1
    assert found("导则") == ["GB/T 1.1-2020"]
    make.edition("GB/T 1.1-2020", title_zh="示例规程")
    assert found("规程") == []
    assert bring_up_to_date() == 1
    assert (found("规程"), found("导则")) == (["GB/T 1.1-2020"], [])
    assert not IndexTask.objects.exists()


def test_nothing_waits_nothing_is_done():
    make.edition("GB/T 1.1-2020")
    bring_up_to_date()
    assert bring_up_to_date() == 0


def test_a_rebuild_takes_all_and_leaves_nothing_waiting():
    make.editions("GB/T 1-2020", "GB/T 2-2020")
    assert rebuild_index() == 2
    assert not IndexTask.objects.exists()
    assert sorted(found("GB/T")) == ["GB/T 1-2020", "GB/T 2-2020"]


def test_the_name_of_a_code_finds_what_stands_under_it():
    make.edition("GB/T 1-2020", ics=("01.120",))
    bring_up_to_date()
    by = Viewer(PUBLIC.today, name="cli", seats=frozenset({Seat("cataloguer", 0)}))
    load_codes(rows=[ClassCode(scheme="ics", code="01.120", name_zh="示例分类名")], by=by)
    bring_up_to_date()
    assert found("示例分类名") == ["GB/T 1-2020"]


def test_the_state_found_is_that_of_the_day_asked_for():
    make.replaces("GB/T 1-2020", "GB/T 1-2009")
    rebuild_index()
    result = find(PUBLIC, Query(text="GB/T 1-2009", on=date(2015, 1, 1)))
    assert [(hit.number, hit.state) for hit in result.hits[:1]] == [("GB/T 1-2009", "in_force")]


def test_the_edition_in_force_on_the_day_comes_first():
    make.replaces("GB/T 1-2009", "GB/T 1-2001")
    make.replaces("GB/T 1-2020", "GB/T 1-2009")
    rebuild_index()
    firsts = {
        on: find(PUBLIC, Query(text="gbt1", on=date.fromisoformat(on))).hits[0].number
        for on in ("2005-01-01", "2015-01-01", "2026-01-05")
    }
    assert firsts == {
        "2005-01-01": "GB/T 1-2001",
        "2015-01-01": "GB/T 1-2009",
        "2026-01-05": "GB/T 1-2020",
    }
