"""The indexed sample catalogue, for tests that search.

def test_something(searching):         # the index alone: made once a session, the tables are empty
def test_something(sample_catalogue):  # records and index, for pages that read both
"""

import pytest
from django.db import transaction

from tests.factories.sample_catalogue import index_at, take_samples


@pytest.fixture(scope="session")
def sample_index(django_db_setup, django_db_blocker, tmp_path_factory):
    root = tmp_path_factory.mktemp("samples") / "index"
    with django_db_blocker.unblock(), transaction.atomic():
        take_samples()
        index_at(root)
        transaction.set_rollback(True)
    return root


@pytest.fixture
def searching(sample_index, settings):
    settings.GUIJU_INDEX = sample_index


@pytest.fixture
def sample_catalogue(db, tmp_path, settings):
    settings.GUIJU_INDEX = tmp_path / "index"
    take_samples()
    index_at(settings.GUIJU_INDEX)
