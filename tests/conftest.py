"""What all Django tests share."""

import os
from pathlib import Path
from uuid import uuid4

import pytest
from django.test import TransactionTestCase
from django.utils import translation

from tests import guards, random_cases, shared_data  # noqa: F401 random_cases sets hypothesis

DATABASE = {"db", "transactional_db", "live_server"}


# What is shown, searched or attacked is run on PostgreSQL where it is there; what is locked, chained
# and counted on, on both: on SQLite the browser tests load everything else and open every page.
SHOWN = ("_page", "_pages", "_lists", "_exports", "_api", "_matrix", "_figures", "_queries")
ON_BOTH = ("accounts", "development", "governance", "journal", "search", "cli", "web")


def _one_is_enough(one):
    on_both = one.path.parent.name in ON_BOTH or "at_once" in one.path.stem
    return one.path.stem.endswith(SHOWN) or not on_both


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config, items):
    """Run on PostgreSQL only what touches the database: the rest has been run once already."""
    if "GUIJU_DATABASE_URL" not in os.environ:
        for one in items:
            if _one_is_enough(one) and _touches(one):
                one.add_marker(pytest.mark.once)
        return
    needed, left_out = [], []
    for one in items:
        (needed if _touches(one) else left_out).append(one)
    config.hook.pytest_deselected(items=left_out)
    items[:] = needed


def _touches(one):
    return one.get_closest_marker("django_db") or DATABASE.intersection(one.fixturenames)


@pytest.fixture
def shared():
    return shared_data.shared()


@pytest.fixture(autouse=True, scope="session")
def guards_step_aside_when_rows_are_cleared():
    """A test that commits clears its rows at the end, which the append-only guards would refuse."""
    clear = TransactionTestCase._fixture_teardown

    def clear_without_guards(self):
        guards.take_off()
        clear(self)
        guards.put_back()

    TransactionTestCase._fixture_teardown = clear_without_guards
    yield
    TransactionTestCase._fixture_teardown = clear


@pytest.fixture(autouse=True)
def each_test_begins_in_chinese():
    """A request to /en/ leaves its language in the thread; the next test must not inherit it."""
    with translation.override("zh-hans"):
        yield


@pytest.fixture(autouse=True)
def each_test_has_an_index_of_its_own(settings):
    """There is none until it is built; none is left over from another test."""
    settings.GUIJU_INDEX = Path(settings.VAR) / "indexes" / uuid4().hex
