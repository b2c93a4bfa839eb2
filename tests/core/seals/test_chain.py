"""The chain: canonical form, digests, and every fault found at its entry."""

import hashlib
import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guiju.core.seals.chain import (
    FIRST,
    Digests,
    Entry,
    Fault,
    Mark,
    canonical,
    digest_of,
    digests,
    link,
    sm3,
    verify,
)

SHANGHAI = timezone(timedelta(hours=8))


def chain_of(count):
    previous, entries = FIRST, []
    for number in range(1, count + 1):
        fields = {"number": number, "what": f"act {number}"}
        previous = link(previous, fields)
        entries.append(Entry(number, fields, previous))
    return entries


def test_sm3_of_the_standard():
    # GB/T 32905-2016, annex A.1 and A.2
    assert sm3(b"abc") == "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"
    assert sm3(b"abcd" * 16) == "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732"


def test_digests_are_both():
    assert digests(b"guiju") == Digests(sm3(b"guiju"), hashlib.sha256(b"guiju").hexdigest())


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        ({}, "{}"),
        ({"b": 1, "a": "规矩"}, '{"a":"规矩","b":1}'),
        ({"a": None, "b": [True, 0.5]}, '{"a":null,"b":[true,0.5]}'),
        ({"at": datetime(2026, 1, 1, tzinfo=UTC)}, '{"at":"2026-01-01T00:00:00.000000+00:00"}'),
        ({"at": datetime(2026, 1, 1, 8, tzinfo=SHANGHAI)}, '{"at":"2026-01-01T00:00:00.000000+00:00"}'),
    ],
)  # fmt: skip
def test_canonical_form(fields, text):
    assert canonical(fields).decode() == text


def test_one_instant_in_two_zones_has_one_digest():
    east = datetime(2026, 1, 1, 8, tzinfo=SHANGHAI)
    assert digest_of({"at": east}) == digest_of({"at": east.astimezone(UTC)})


def test_a_whole_chain():
    entries = chain_of(5)
    verdict = verify(entries, head_number=5, head=entries[-1].stated)
    assert (verdict.count, verdict.last, verdict.fault) == (5, entries[-1].stated, None)


def test_an_empty_chain():
    assert verify([], head_number=0, head=FIRST).fault is None


def faulty(name):
    entries = chain_of(5)
    head = (5, entries[-1].stated)
    match name:
        case "content changed":
            entries[2] = replace(entries[2], fields={"number": 3, "what": "another act"})
        case "sm3 changed":
            entries[2] = replace(entries[2], stated=replace(entries[2].stated, sm3="0" * 64))
        case "sha256 changed":
            entries[2] = replace(entries[2], stated=replace(entries[2].stated, sha256="0" * 64))
        case "removed":
            del entries[2]
        case "swapped":
            entries[2], entries[3] = entries[3], entries[2]
        case "repeated":
            entries.insert(2, entries[1])
        case "content swapped":
            third, fourth = entries[2], entries[3]
            entries[2] = replace(third, fields=fourth.fields)
        case "first removed":
            del entries[0]
        case "last removed":
            del entries[-1]
        case "one added":
            fields = {"number": 6, "what": "forged"}
            entries.append(Entry(6, fields, link(entries[-1].stated, fields)))
        case "all removed":
            entries = []
        case "head moved":
            head = (5, FIRST)
    return verify(entries, head_number=head[0], head=head[1])


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("content changed", 3),
        ("sm3 changed", 3),
        ("sha256 changed", 3),
        ("removed", 3),
        ("swapped", 3),
        ("repeated", 3),
        ("content swapped", 3),
        ("first removed", 1),
        ("last removed", 5),
        ("one added", 6),
        ("all removed", 1),
        ("head moved", 6),
    ],
)
def test_the_first_bad_entry_is_named(name, number):
    fault = faulty(name).fault
    assert isinstance(fault, Fault)
    assert fault.number == number


def test_a_rewritten_chain_is_found_by_a_mark():
    noted = chain_of(5)[3]
    rewritten, previous = [], FIRST
    for number in range(1, 6):
        fields = {"number": number, "what": f"act {number}" if number != 2 else "rewritten"}
        previous = link(previous, fields)
        rewritten.append(Entry(number, fields, previous))
    head = {"head_number": 5, "head": previous}
    assert verify(rewritten, **head).fault is None
    assert verify(rewritten, **head, mark=Mark(4, noted.stated.sm3)).fault.number == 4
    assert verify(rewritten, **head, mark=Mark(9, noted.stated.sm3)).fault.number == 6


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)  # fmt: skip


@given(st.dictionaries(st.text(max_size=8), values, max_size=5))
def test_canonical_form_survives_the_store(fields):
    """A database gives JSON back with other key order and spacing; the form must not notice."""
    stored = json.dumps(fields, ensure_ascii=True, indent=1)
    reordered = dict(reversed(json.loads(stored).items()))
    assert canonical(reordered) == canonical(fields)
