"""What takes an edition's place, and how things stand with it."""

from datetime import date

import pytest

from guiju.apps.catalogue.selectors.successors import successors
from guiju.apps.catalogue.selectors.watching import situations
from guiju.web.viewer import Viewer
from tests.factories import catalogue as make

TODAY = date(2026, 1, 5)
PUBLIC = Viewer(today=TODAY)

pytestmark = pytest.mark.django_db


def keys(found):
    return [one.key for one in found]


def heirs(number, on=TODAY):
    one = make.found(number)
    return keys(successors(PUBLIC, [one], on)[one.pk])


def test_the_chain_is_followed_to_what_holds():
    make.editions("GB/T 1.1-2000", "GB/T 1.1-2009", "GB/T 1.1-2020")
    assert heirs("GB/T 1.1-2000") == ["GB/T 1.1-2020"]
    assert heirs("GB/T 1.1-2000", date(2012, 1, 1)) == ["GB/T 1.1-2009"]
    assert heirs("GB/T 1.1-2020") == []


def test_one_that_is_announced_stands_beside_one_in_force():
    make.edition("GB 2-2010")
    make.edition("GB 2-2025", issued="2025-12-01", effective="2026-12-01")
    assert heirs("GB 2-2010") == ["GB 2-2025"]
    assert heirs("GB 2-2010", date(2025, 11, 1)) == []


def test_a_standard_that_was_split_has_two():
    make.replaces("GB/T 30-2018", "GB/T 29-2001", whole=True)
    make.replaces("GB/T 31-2018", "GB/T 29-2001", whole=True)
    assert heirs("GB/T 29-2001") == ["GB/T 30-2018", "GB/T 31-2018"]


def test_a_part_replaced_is_no_successor():
    make.replaces("GB/T 30-2018", "GB/T 29-2001", whole=False)
    assert heirs("GB/T 29-2001") == []


def test_a_chain_that_ends_in_nothing_advises_nothing():
    make.replaces("GB/T 30-2008", "GB/T 29-2001")
    make.edition("GB/T 30-2008", withdrawn="2015-01-01")
    make.replaces("GB/T 30-2008", "GB/T 29-2001", note="again")
    assert heirs("GB/T 29-2001") == []


def test_queries_do_not_grow(django_assert_num_queries):
    rows = make.editions(*(f"GB/T {n}-2001" for n in range(100, 130)))
    make.editions(*(f"GB/T {n}-2021" for n in range(100, 130)))
    for few in (rows[:1], rows):
        with django_assert_num_queries(4):
            found = successors(PUBLIC, few, TODAY)
        assert [len(one) for one in found.values()] == [1] * len(few)


def test_a_situation_holds_all_that_is_worth_telling():
    old, draft = make.editions("GB/T 5-2010")[0], "GB/T 5-2026"
    make.edition(draft, issued="", effective="", status="draft", as_of="2025-06-01")
    make.edition("GB/T 5-2010/XG1-2015")
    found = situations(PUBLIC, [old], TODAY)[old.pk]
    assert found.as_told() == {
        "state": "in_force",
        "successors": [],
        "amendments": ["GB/T 5-2010/XG1-2015"],
        "drafts": ["GB/T 5-2026"],
    }
    assert found.since == date(2010, 7, 1)
