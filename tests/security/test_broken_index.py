"""An index that is missing or damaged: pages say so, and the worker builds it anew."""

import base64
import json

import pytest
from django.test import Client
from django.urls import reverse

from guiju.apps.catalogue.selectors import searching
from guiju.apps.catalogue.selectors.searching import (
    IndexNotReadyError,
    Query,
    find,
    index_mark,
    with_reading,
)
from guiju.apps.catalogue.services.indexing import bring_up_to_date
from guiju.search import Sort, paging, place
from guiju.search.schema import VERSION
from guiju.web.viewer import Viewer
from tests.factories import catalogue as make
from tests.factories.sample_catalogue import TODAY

pytestmark = pytest.mark.django_db

POINTERS = {
    "empty": "",
    "garbage": "{",
    "list": "[]",
    "null": "null",
    "nothing named": "{}",
    "no such folder": json.dumps({"folder": "g-none", "version": VERSION}),
    "another version": json.dumps({"folder": "g-none", "version": VERSION + 1}),
}


@pytest.fixture
def root(tmp_path, settings):
    settings.GUIJU_INDEX = tmp_path / "index"
    make.edition("GB/T 1-2020")
    bring_up_to_date()
    return settings.GUIJU_INDEX


def found():
    return [one.number for one in find(Viewer(TODAY), Query(text="GB/T 1", on=TODAY)).hits]


def said():
    """What a page says while there is no index: whether it is no fault, and names the index."""
    with pytest.raises(IndexNotReadyError):
        index_mark()
    page = Client().get(reverse("catalogue:search"))
    home = Client().get("/").status_code
    return page.status_code < 500, "检索索引" in page.content.decode(), home


def mended():
    bring_up_to_date()
    return found()


@pytest.mark.parametrize("written", POINTERS.values(), ids=POINTERS)
def test_a_pointer_that_names_no_index(root, written):
    (root / "current").write_text(written)
    assert said() == (True, True, 200)
    assert mended() == ["GB/T 1-2020"]


@pytest.mark.parametrize("end", ["idx", "store", "fast", "term", "fieldnorm", "meta.json"])
@pytest.mark.parametrize("kept", [0, 0.5])
def test_a_file_that_was_cut(root, end, kept, monkeypatch):
    file = next(one for one in place.current(root).iterdir() if one.name.endswith(end))
    content = file.read_bytes()
    file.write_bytes(content[: int(len(content) * kept)])
    monkeypatch.setattr(searching, "_reader", None)  # a new process: nothing is open any more
    assert said() == (True, True, 200)
    assert mended() == ["GB/T 1-2020"]


@pytest.mark.parametrize("sort", list(Sort))
@pytest.mark.parametrize("far", [10**9, 10**12, 2**63, 10**30])
def test_a_cursor_made_up_for_a_far_place_costs_nothing(root, sort, far):
    query = with_reading(Query(text="示例", on=TODAY, sort=sort))
    key = {Sort.RELEVANCE: None, Sort.NEWEST: 1, Sort.CHANGED: 1}.get(sort, "")
    said = json.dumps([paging._mark(query), far, key]).encode()
    cursor = base64.urlsafe_b64encode(said).decode().rstrip("=")
    asked = Query(text="示例", on=TODAY, sort=sort, cursor=cursor)
    assert find(Viewer(TODAY), asked).total == 1
