"""The sample standard comes in with two editions in two languages, and only once."""

import pytest

from guiju.apps.journal.models import Event
from guiju.apps.library.models import Text
from guiju.apps.library.selectors.texts import is_example
from guiju.cli.demonstration_library import is_loaded, load_library
from tests.factories import library as make

pytestmark = pytest.mark.django_db


def test_loading_it_again_changes_nothing():
    viewers = {"cataloguer": make.cataloguer()}
    assert not is_loaded()
    load_library(viewers)
    first = list(Text.objects.values_list("edition__key", "language", "state", "is_open"))
    assert first == [
        (f"T/EXAMPLE 1-{year}", language, "published", True)
        for year in (2025, 2026)
        for language in ("zh", "en")
    ]
    assert is_loaded()
    assert {is_example(one.edition) for one in Text.objects.all()} == {True}
    acts = Event.objects.filter(action__startswith="library.").count()
    load_library(viewers)
    assert Event.objects.filter(action__startswith="library.").count() == acts == 8
