"""A written number finds its editions, the likeliest first."""

from datetime import date

import pytest

from guiju.apps.catalogue.selectors.lookup import (
    NoSuchStandardError,
    edition_by_key,
    editions_by_number,
)
from guiju.web.viewer import Viewer
from tests.factories import catalogue as make

pytestmark = pytest.mark.django_db
PUBLIC = Viewer(date(2026, 1, 5))


@pytest.fixture
def standards():
    make.editions(
        "GB/T 1.1-2009", "GB/T 1.1-2020", "GB/T 1.2-2020", "GB/T 11-2001", "GB 3838-2002",
        "ISO 9001:2015", "DB11/T 1322-2016", "T/CAS 115-2015", "GB/T 7714-1987",
    )  # fmt: skip
    make.edition("GB/T 19001-2016/ISO 9001:2015")


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("GB/T 1.1-2020", "GB/T 1.1-2020"),
        ("gbt1.1", "GB/T 1.1-2020"),
        ("ＧＢＴ 1.1—2009", "GB/T 1.1-2009"),
        ("gb/t 11", "GB/T 11-2001"),
        ("gb3838", "GB 3838-2002"),
        ("3838", "GB 3838-2002"),
        ("GBT3838", "GB 3838-2002"),
        ("iso9001", "ISO 9001:2015"),
        ("ISO 9001-2015", "ISO 9001:2015"),
        ("db11t1322", "DB11/T 1322-2016"),
        ("tcas 115", "T/CAS 115-2015"),
        ("GB/T 7714-87", "GB/T 7714-1987"),
        ("GB/T 19001—2016/ISO 9001:2015", "GB/T 19001-2016"),
        ("GB/T 1", "GB/T 1.1-2020"),
    ],
)
def test_sloppy_numbers_find_the_standard(standards, written, key):
    assert editions_by_number(PUBLIC, written)[0].key == key


def test_what_is_not_there_is_told(standards):
    assert editions_by_number(PUBLIC, "GB/T 99999") == []
    assert editions_by_number(PUBLIC, "没有") == []
    with pytest.raises(NoSuchStandardError) as told:
        edition_by_key(PUBLIC, "没有")
    assert "没有" in told.value.sentence.zh


def test_a_year_that_is_not_there_is_no_other_number():
    make.editions("GB/T 12099-2001", "GB/T 1-2020")
    assert editions_by_number(PUBLIC, "GB/T 1-2099") == []


def test_a_look_up_takes_few_queries(standards, django_assert_max_num_queries):
    with django_assert_max_num_queries(7):
        editions_by_number(PUBLIC, "GB/T 99999")
