"""Lists: narrowed by the state on a day with right counts, and as many queries for 30 as for 1."""

import itertools
from datetime import date, timedelta

import pytest

from guiju.apps.catalogue.models import Edition, Issuer
from guiju.apps.catalogue.selectors.browsing import STATES, in_state
from guiju.apps.catalogue.selectors.standard import state_of
from guiju.core.records.model import Role
from tests.factories import catalogue as make

pytestmark = pytest.mark.django_db


def test_the_condition_in_the_database_is_the_state():
    """Every edition is in exactly the state that its span says, on every day around its turns."""
    make.editions("GB/T 1-2001", "GB/T 1-2011", "GB/T 1-2021")
    make.edition("GB/T 2-2001", withdrawn="2010-05-05")
    make.edition("GB/T 3-2003", issued="2003", effective="")
    make.edition("GB/T 4-2004", issued="", effective="")
    make.edition("GB/T 5-2005", issued="", effective="", status="abandoned", as_of="2006-01-01")
    make.edition("GB/T 6-2006", issued="2006-03-01", effective="2006-09")
    make.edition("GB/T 7-2007", issued="", effective="", status="superseded", as_of="2016-01-01")
    rows = list(Edition.objects.all())
    starts = {date(2000, 1, 1), date(2040, 1, 1)}
    for bound in itertools.chain.from_iterable(one.span[:6] for one in rows):
        if 1 < bound < 1_000_000:
            starts.add(date.fromordinal(bound))
    days = {day + timedelta(days=by) for day in starts for by in (-1, 0, 1)}
    for day in days:
        for state in STATES:
            found = set(Edition.objects.filter(in_state(state, day)).values_list("key", flat=True))
            assert found == {one.key for one in rows if state_of(one, day) == state}


def test_a_list_is_narrowed_by_state_and_level(client):
    make.edition("GB/T 1-2001", ics=("35.240",))
    make.edition("GB/T 1-2011", ics=("35.240",))
    make.edition("DB32/T 3-2011", ics=("35.240",))
    for query, keys in [
        ("", ["DB32/T 3-2011", "GB/T 1-2001", "GB/T 1-2011"]),
        ("?state=superseded", ["GB/T 1-2001"]),
        ("?state=in_force&on=2005-01-01", ["GB/T 1-2001"]),
        ("?level=local_province", ["DB32/T 3-2011"]),
        ("?state=nonsense", ["DB32/T 3-2011", "GB/T 1-2001", "GB/T 1-2011"]),
    ]:
        answer = client.get(f"/catalogue/ics/35/{query}")
        assert [one.key for one in answer.context["rows"]] == keys
        assert answer.context["page"].paginator.count == len(keys)


def test_the_chosen_day_stays_in_the_links(client):
    make.edition("GB/T 1-2001", ics=("35.240",))
    page = client.get("/en/catalogue/ics/35/?on=2005-01-01").content.decode()
    assert 'href="/en/standards/GB/T_1-2001/?on=2005-01-01"' in page
    assert 'href="/en/catalogue/ics/35.240/?on=2005-01-01"' in page


def filled(times):
    for at in range(times):
        make.edition(f"DB32/T {at + 1}-2020", slug="other", effective="2020-12-12")
        make.edition(
            f"DB32/T {at + 1}-2020",
            ics=("35.240",),
            ccs=("L70",),
            committees=("SAC/TC 28",),
            roles=(Role(role="issuer", name="示例局"), Role(role="drafter", name=f"示例所{at}")),
        )


ADDRESSES = {
    "/catalogue/ics/": 3,
    "/catalogue/ics/35/": 5,
    "/catalogue/ccs/": 2,
    "/catalogue/ccs/L/": 4,
    "/catalogue/ccs/L70/84/": 5,
    "/catalogue/committees/": 1,
    "/catalogue/committees/?body=SAC": 3,
    "/catalogue/committees/SAC/TC_28/": 7,
    "/catalogue/bodies/": 3,
    "/catalogue/regions/": 1,
    "/catalogue/regions/32/": 3,
    "/catalogue/conflicts/": 4,
    "/catalogue/findings/": 2,
    "/catalogue/sources/": 3,
}


@pytest.mark.parametrize("rows", [1, 30])
def test_as_many_queries_for_thirty_as_for_one(client, django_assert_num_queries, rows):
    filled(rows)
    body = Issuer.objects.get(name="示例局").pk
    for address, number in {**ADDRESSES, f"/catalogue/bodies/{body}/": 4}.items():
        with django_assert_num_queries(number, info=address):
            client.get(address)
