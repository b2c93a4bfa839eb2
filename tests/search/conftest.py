"""An index of the small catalogue, built once."""

from dataclasses import replace

import pytest

from guiju.search import Query, Reader, execute, ids, rebuild
from tests.search.corpus import BOOK, TODAY


@pytest.fixture(scope="session")
def book(tmp_path_factory):
    root = tmp_path_factory.mktemp("index")
    rebuild(root, BOOK)
    return Reader(root)


@pytest.fixture
def found(book):
    """Ids of what a text finds, in order."""

    def ask(text, **more):
        return [hit.id for hit in execute(book, Query(on=TODAY, text=text, **more)).hits]

    return ask


@pytest.fixture
def all_ids(book):
    def ask(text, reader=book, **more):
        return ids(reader, replace(Query(on=TODAY, text=text), **more), 1_000_000)

    return ask
