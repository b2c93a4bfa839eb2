"""A number without a year means the edition in force on the day, however it is written."""

from datetime import date

import pytest

from guiju.apps.catalogue.selectors.standard import asked_for
from guiju.web.viewer import Viewer
from tests.factories import catalogue as make

pytestmark = pytest.mark.django_db
PUBLIC = Viewer(date(2026, 1, 5))


@pytest.mark.parametrize("written", ["GB 5749", "gb5749", "5749", "GBT5749", "ＧＢ 5749"])
@pytest.mark.parametrize(
    ("on", "key"),
    [
        ("2010-01-01", "GB 5749-2006"),
        ("2024-01-01", "GB 5749-2022"),
        ("2022-05-01", "GB 5749-2006"),
    ],
)
def test_the_edition_of_the_day(written, on, key):
    make.replaces("GB 5749-2022", "GB 5749-2006")
    assert asked_for(PUBLIC, written, date.fromisoformat(on)).edition.key == key
