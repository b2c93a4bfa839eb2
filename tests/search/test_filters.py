"""Filters in any combination, counts, pages and orders, against a plain scan of random entries."""

import random
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guiju.core.records.span import state_of_span
from guiju.search import Filters, Query, Reader, Sort, execute, rebuild
from guiju.search.hierarchy import with_parents
from tests.search.corpus import TODAY, entry, life

SIZE = 150
WORDS = ("安全", "质量", "方法", "术语", "water", "steel")
WORDS_BY_SOUND = ("安全", "方法", "术语", "质量")
VALUES = {
    "level": ("national", "industry", "group", ""),
    "nature": ("mandatory", "recommended", ""),
    "kind": ("standard", "guide"),
    "region": ("110000", "320100", "320500", ""),
}
MANY = {
    "ics": ("13", "13.060", "13.060.20", "13.040.20", "01.120"),
    "ccs": ("A00", "A01", "C51", "A95"),
    "committee": ("SAC/TC 1", "SAC/TC 2", "ISO/TC 3"),
    "issuer": ("samr", "iso", "iec"),
}
LIVES = (
    life("2000-01-01", "2001-01-01"),
    life("2000-01-01", "2001-01-01", "2010-01-01"),
    life("2026-01-01", "2027-01-01"),
    None,
)


def made(at, chance):
    many = {
        name: tuple(v for v in values if chance.random() < 0.4) for name, values in MANY.items()
    }
    return replace(
        entry(at, f"GB/T {chance.randrange(1, 40)}-{chance.randrange(2000, 2005)}"),
        titles={
            "zh": "".join(chance.sample(WORDS[:4], 2)),
            "en": " ".join(chance.sample(WORDS[4:], 1)),
        },
        ics=many["ics"],
        ccs=many["ccs"],
        committees=many["committee"],
        issuers=many["issuer"],
        span=chance.choice(LIVES),
        changed=chance.randrange(3),
        **{name: chance.choice(values) for name, values in VALUES.items()},
    )


@pytest.fixture(scope="module")
def heap(tmp_path_factory):
    chance = random.Random(7)
    entries = [made(at, chance) for at in range(1, SIZE + 1)]
    root = tmp_path_factory.mktemp("heap")
    rebuild(root, entries)
    return entries, Reader(root)


def values_of(one, name):
    """What an entry is filtered and counted by."""
    if name == "state":
        return [state_of_span(one.span, TODAY.toordinal()) if one.span else "unknown"]
    if name == "year":
        return [str(one.year)]
    field = {"committee": "committees", "issuer": "issuers"}.get(name, name)
    held = getattr(one, field)
    if name in ("ics", "ccs", "region"):
        return with_parents(name, (held,) if isinstance(held, str) else held)
    return [v for v in ((held,) if isinstance(held, str) else held) if v]


def fits(one, filters, without=""):
    for name in (*VALUES, *MANY, "state"):
        wanted = getattr(filters, name)
        if wanted and name != without and not set(wanted) & set(values_of(one, name)):
            return False
    low, high = filters.year_from or 0, filters.year_to or 9999
    return without == "year" or low <= one.year <= high


def holds(one, text):
    return all(word in " ".join(one.titles.values()) for word in text.split())


def by_sound(title):
    """An quan, fang fa, shu yu, zhi liang."""
    return [WORDS_BY_SOUND.index(title[at : at + 2]) for at in (0, 2)]


CHOICES = st.builds(
    Filters,
    level=st.sampled_from([(), ("national",), ("national", "group")]),
    nature=st.sampled_from([(), ("mandatory",)]),
    kind=st.sampled_from([(), (), ("guide",)]),
    region=st.sampled_from([(), (), ("32",), ("320100",)]),
    ics=st.sampled_from([(), ("13",), ("13.060",), ("01.120", "13.040.20")]),
    ccs=st.sampled_from([(), ("A",), ("A00/09",), ("C51",)]),
    committee=st.sampled_from([(), ("SAC/TC 1",), ("none",)]),
    issuer=st.sampled_from([(), ("iso", "iec")]),
    state=st.sampled_from([(), ("in_force",), ("superseded", "upcoming"), ("unknown",)]),
    year_from=st.sampled_from([None, 2002]),
    year_to=st.sampled_from([None, 2003]),
)
TEXTS = st.sampled_from(["", "安全", "质", "water 方法", "术语 steel", "wat"])
FACETS = (*VALUES, *MANY, "state", "year")
SETTINGS = settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@given(CHOICES, TEXTS)
@SETTINGS
def test_filters_and_counts(heap, filters, text):
    entries, reader = heap
    query = Query(on=TODAY, text=text, filters=filters, limit=SIZE, facets=FACETS, facet_size=1000)
    result = execute(reader, query)
    kept = [one for one in entries if holds(one, text)]
    wanted = {one.id for one in kept if fits(one, filters)}
    assert {hit.id for hit in result.hits} == wanted
    assert result.total == len(wanted)
    for name in FACETS:
        plain = {}
        for one in kept:
            if fits(one, filters, without=name):
                for value in values_of(one, name):
                    plain[value] = plain.get(value, 0) + 1
        assert (name, dict(result.facets[name])) == (name, plain)


@given(CHOICES, TEXTS, st.sampled_from(Sort), st.integers(1, 40))
@SETTINGS
def test_pages_hold_each_hit_once(heap, filters, text, sort, limit):
    _, reader = heap
    query = Query(on=TODAY, text=text, filters=filters, sort=sort, limit=SIZE)
    whole = [hit.id for hit in execute(reader, query).hits]
    query = replace(query, limit=limit)
    paged = []
    while True:
        result = execute(reader, query)
        paged.extend(hit.id for hit in result.hits)
        assert result.total == len(whole)
        if not result.next_cursor:
            break
        query = replace(query, cursor=result.next_cursor)
    assert paged == whole
    assert len(set(whole)) == len(whole)


@pytest.mark.parametrize(
    ("sort", "key"),
    [
        (Sort.NUMBER, lambda one: (one.sort, one.id)),
        (Sort.TITLE, lambda one: (by_sound(one.titles["zh"]), one.id)),
        (Sort.CHANGED, lambda one: (-one.changed, -one.id)),
        (Sort.NEWEST, lambda one: (-(one.span.issued_hi if one.span else 0), -one.id)),
    ],
)
def test_orders_are_total(heap, sort, key):
    entries, reader = heap
    hits = execute(reader, Query(on=TODAY, sort=sort, limit=SIZE)).hits
    assert [hit.id for hit in hits] == [one.id for one in sorted(entries, key=key)]


def test_a_facet_gives_the_largest_counts(heap):
    _, reader = heap
    whole = execute(reader, Query(on=TODAY, facets=("ics",), facet_size=100)).facets["ics"]
    short = execute(reader, Query(on=TODAY, facets=("ics",), facet_size=2)).facets["ics"]
    assert [n for _, n in short] == [n for _, n in whole[:2]]
    assert [n for _, n in whole] == sorted((n for _, n in whole), reverse=True)
