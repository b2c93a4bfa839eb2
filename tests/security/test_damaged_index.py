"""Bytes that changed on the disk: a sentence instead of a panic, and the worker builds anew."""

import random

import pytest
from django.test import Client
from django.urls import reverse

from guiju.apps.catalogue.selectors import searching
from guiju.apps.catalogue.services.indexing import bring_up_to_date
from guiju.cli import work
from guiju.search import paging, place
from guiju.search.soundness import is_whole
from tests.factories import catalogue as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def root(tmp_path, settings, monkeypatch):
    settings.GUIJU_INDEX = tmp_path / "index"
    monkeypatch.setattr("django.db.close_old_connections", lambda: None)  # it holds the test's rows
    make.editions(*(f"T/EXAMPLE {one}-2020" for one in range(1, 200)))
    bring_up_to_date()
    return settings.GUIJU_INDEX


def opened(query):
    return Client(raise_request_exception=False).get(reverse("catalogue:search"), {"q": query})


@pytest.mark.parametrize("end", ["idx", "pos", "term", "fast", "store", "fieldnorm"])
def test_damage_is_told_and_mended(root, end, monkeypatch):
    file = max(place.current(root).glob(f"*.{end}"), key=lambda one: one.stat().st_size)
    content, drawn = bytearray(file.read_bytes()), random.Random(1)
    for _ in range(max(20, len(content) // 10)):
        content[drawn.randrange(max(1, len(content) - 120))] = drawn.randrange(256)
    file.write_bytes(content)
    monkeypatch.setattr(searching, "_reader", None)  # a new process: nothing is open any more
    assert not is_whole(root)
    for query in ("示例标准", "T/EXAMPLE 7-2020", "77"):
        opened(query)  # whatever it answers, it does not end the process
    place.suspect(root)
    work._work(lambda: False, once=True)
    assert (is_whole(root), place.is_suspect(root)) == (True, False)
    assert "T/EXAMPLE 7-2020" in opened("T/EXAMPLE 7-2020").content.decode()


def test_a_whole_index_is_not_built_anew_for_a_suspicion(root):
    folder = place.current(root)
    place.suspect(root)
    assert (is_whole(root), bring_up_to_date()) == (True, 0)
    assert (place.current(root), place.is_suspect(root)) == (folder, False)


def test_a_panic_while_reading_is_a_sentence(root, monkeypatch):
    panic = type("PanicException", (BaseException,), {"__module__": "pyo3_runtime"})

    def panics(*_, **__):
        raise panic("index out of bounds")

    monkeypatch.setattr(paging, "page", panics)
    answer = opened("示例")
    assert (answer.status_code, place.is_suspect(root)) == (409, True)
