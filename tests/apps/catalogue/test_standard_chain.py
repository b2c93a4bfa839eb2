"""The chain of replacement, to both ends; circles do not hang it."""

import pytest

from guiju.apps.catalogue.selectors.standard.chain import chain
from guiju.core.records.model import Relation
from tests.factories import catalogue as make

pytestmark = pytest.mark.django_db
TODAY = make.timezone.localdate()


def told(number):
    return [
        (step.distance, [(one.key, [link.newer for link in links]) for one, links in step.members])
        for step in chain(make.found(number), TODAY)
    ]


@pytest.fixture
def three():
    make.replaces("GB 2-2000", "GB 1-1990")
    make.replaces("GB 3-2010", "GB 2-2000")


@pytest.mark.parametrize(
    ("number", "first"), [("GB 1-1990", 0), ("GB 2-2000", -1), ("GB 3-2010", -2)]
)
def test_from_every_link_the_whole_chain_is_seen(three, number, first):
    assert told(number) == [
        (first, [("GB 1-1990", ["GB 2-2000"])]),
        (first + 1, [("GB 2-2000", ["GB 3-2010"])]),
        (first + 2, [("GB 3-2010", [])]),
    ]


def test_a_part_and_a_date_are_said():
    make.edition("GB 1-1990")
    make.edition("GB 5-1995")
    make.relate("GB 9-2000", "replaces", "GB 1-1990", whole=False, date="2001-02-03")
    make.relate("GB 9-2000", "replaces", "GB 5-1995")
    first = chain(make.found("GB 9-2000"), TODAY)[0]
    links = {one.key: link for one, (link,) in first.members}
    assert [(key, link.whole, link.date) for key, link in links.items()] == [
        ("GB 1-1990", False, "2001-02-03"),
        ("GB 5-1995", True, "2000-07-01"),
    ]


def test_a_later_edition_of_the_same_number_follows():
    make.editions("GB/T 7-2001", "GB/T 7-2011")
    (_, [(_, (link,))]), _last = [
        (step.distance, list(step.members)) for step in chain(make.found("GB/T 7-2011"), TODAY)
    ]
    assert (link.newer, link.same_number, link.basis) == ("GB/T 7-2011", True, "")


def test_two_that_replace_one_another_stay_outside():
    make.edition("GB 4-2004")
    make.edition("GB 5-2004", relations=(Relation(type="replaces", target="GB 4-2004"),))
    make.relate("GB 4-2004", "replaces", "GB 5-2004")
    assert told("GB 4-2004") == [(0, [("GB 4-2004", [])])]


def test_a_long_chain_is_shown_to_its_end():
    for at in range(12):
        make.replaces(f"GB {at + 2}-{2001 + at}", f"GB {at + 1}-{2000 + at}")
    assert [one for one, _ in told("GB 1-2000")] == list(range(13))
