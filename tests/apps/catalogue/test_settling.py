"""What follows for neighbours: ends, arrows that wait, circles, conflicts of state."""

from datetime import date

import pytest

from guiju.apps.catalogue.models import Conflict, Finding, Relation
from guiju.apps.catalogue.selectors.facts import facts_of, span_of
from guiju.core.records.model import Relation as Said
from guiju.core.records.span import state_of_span
from guiju.core.records.status import status_on
from tests.factories import catalogue as make

pytestmark = pytest.mark.django_db


def state(number, on):
    return state_of_span(span_of(make.found(number)), date.fromisoformat(on).toordinal())


def test_a_replaced_edition_ends_when_its_successor_takes_effect():
    make.replaces("GB/T 1.1-2020", "GB/T 1.1-2009")
    assert [state("GB/T 1.1-2009", day) for day in ("2008-12-31", "2020-06-30", "2020-07-01")] == [
        "draft", "in_force", "superseded",
    ]  # fmt: skip
    assert state("GB/T 1.1-2020", "2020-03-01") == "upcoming"


def test_it_does_not_matter_which_record_comes_first():
    make.taken(make.record("GB/T 2-2020", relations=(Said(type="replaces", target="GB/T 1-2009"),)))
    make.edition("GB/T 1-2009")
    assert state("GB/T 1-2009", "2021-01-01") == "superseded"


def test_a_replacement_told_from_the_other_side():
    told = (Said(type="replaces", target="GB/T 2-2020", inverse=True),)
    make.taken(make.record("GB/T 1-2009", relations=told))
    make.edition("GB/T 2-2020")
    assert state("GB/T 1-2009", "2021-01-01") == "superseded"


def test_what_is_learnt_of_a_successor_passes_down_the_chain():
    """The middle edition has no day of effect, but it took effect before it was itself replaced."""
    make.edition("GB 1-1987", issued="1987", effective="")
    make.edition("GB/T 1-1993", issued="1993", effective="")
    make.replaces("GB/T 1-1993", "GB 1-1987")
    assert state("GB 1-1987", "2020-01-01") == "unknown"
    make.replaces("GB/T 1-2000", "GB/T 1-1993")
    assert state("GB 1-1987", "2020-01-01") == "superseded"


def test_a_part_replaced_ends_nothing():
    make.replaces("GB/T 2-2020", "GB/T 1-2009", whole=False)
    assert state("GB/T 1-2009", "2021-01-01") == "in_force"


def test_a_number_without_a_year_means_the_edition_before():
    make.editions("GB/T 1-2001", "GB/T 1-2009", "GB/T 1-2023")
    make.relate("GB/T 2-2020", "replaces", "GB/T 1")
    arrow = Relation.objects.get(type="replaces")
    assert arrow.target.key == "GB/T 1-2009"


def test_a_later_edition_of_the_same_number_supersedes_without_being_told():
    make.editions("GB/T 1-2001", "GB/T 1-2009")
    found = facts_of([make.found("GB/T 1-2001")])[make.found("GB/T 1-2001").pk]
    assert status_on(found, date(2010, 1, 1)).state == "superseded"


def test_but_not_against_a_source_that_says_it_is_still_in_force():
    make.edition("GB/T 1-2001", status="in_force", as_of="2015-01-01")
    make.edition("GB/T 1-2009")
    assert state("GB/T 1-2001", "2016-01-01") == "in_force"


def test_a_circle_is_kept_out_and_reported():
    make.taken(
        make.record("GB/T 1-2005", relations=(Said(type="replaces", target="GB/T 2-2005"),)),
        make.record("GB/T 2-2005", relations=(Said(type="replaces", target="GB/T 1-2005"),)),
    )
    assert {one.kept_out for one in Relation.objects.all()} == {"circle"}
    assert state("GB/T 1-2005", "2020-01-01") == "in_force"
    assert {one.code for one in Finding.objects.all()} == {"circle"}


def test_a_circle_that_is_broken_comes_back_into_the_graph():
    make.taken(
        make.record("GB/T 1-2005", relations=(Said(type="replaces", target="GB/T 2-2005"),)),
        make.record("GB/T 2-2005", relations=(Said(type="replaces", target="GB/T 1-2005"),)),
    )
    make.taken(make.record("GB/T 2-2005"))
    assert {one.kept_out for one in Relation.objects.all()} == {""}
    assert state("GB/T 2-2005", "2020-01-01") == "superseded"
    assert list(Finding.objects.all()) == []


@pytest.mark.parametrize(
    ("target", "code"),
    [
        ("TC456", "committee_as_standard"),
        ("GB/T 1-2009", "self_replacement"),
        ("GB/T 1-2001", "replaces_newer"),
        ("见附件", "unreadable_target"),
    ],
)
def test_what_cannot_replace_is_kept_out_with_its_reason(target, code):
    told = (Said(type="replaces", target=target, inverse=True),)
    one = make.edition("GB/T 1-2009", relations=told)
    assert [found.code for found in one.findings.all()] == [code]
    assert Relation.objects.get().kept_out == code
    assert state("GB/T 1-2009", "2020-01-01") == "in_force"


def test_a_claim_against_the_dates_stands_in_the_conflict_list():
    make.replaces("GB/T 2-2020", "GB/T 1-2009")
    make.edition("GB/T 1-2009", slug="other", status="in_force", as_of="2022-01-01")
    found = Conflict.objects.get(field="state")
    assert found.values == [["other", "in_force 2022-01-01"], ["", "superseded"]]
    assert "GB/T 2" in found.reason_zh
