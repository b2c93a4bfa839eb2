"""The real catalogues: everything is read, and every state agrees or the conflict has its reason."""

import re
from collections import Counter

import pytest

from guiju.core.records.agreement import agreements, documents, said_by
from guiju.core.records.findings import findings_of
from guiju.core.records.model import Record
from guiju.core.records.readers import read, reader_for
from guiju.core.records.readers.own import from_line, to_line
from tests.shared_data import shared

AS_OF = "2026-03-13"  # the latest day that the catalogue of ISO and IEC knows of


@pytest.fixture(scope="module")
def international():
    path = shared("data/catalogue/iso-iec.jsonl.zst")
    assert reader_for(path) == "iso_iec"
    return list(read(path, "iso_iec", as_of=AS_OF))


@pytest.fixture(scope="module")
def sports():
    path = shared("data/catalogue/sports-standards.json")
    assert reader_for(path) == "sports"
    return list(read(path, "sports"))


def test_every_line_is_read(international, sports):
    assert len(international) == 103_791
    assert len({one.number for one in international}) == 88_805
    assert len({(one.source, one.key) for one in international}) == 103_791
    assert len(sports) == 1_339
    assert all(isinstance(one, Record) for one in [*international, *sports])


def test_every_record_comes_back_from_our_own_format(international, sports):
    for one in [*international[::50], *sports]:
        assert from_line(to_line(one)) == one


def test_states_of_the_international_catalogue(international):
    assert Counter(one.status for one in international) == {
        "in_force": 45_821,
        "withdrawn": 33_174,
        "superseded": 15_489,
        "draft": 9_035,
        "abandoned": 253,
        "": 19,
    }


def test_states_agree_with_the_international_catalogue(international):
    """All that a third of the series say: an edition and its successors stay together."""
    series = [one for one in international if int(re.search(r"\d+", one.number)[0]) % 3 == 0]
    found = list(agreements(documents(said_by(series, "iso"))))
    assert len(found) > 25_000
    kinds = Counter(one.kind for one in found)
    assert "unexplained" not in kinds
    assert all(one.reason for one in found if not one.kind.startswith("agrees"))
    assert kinds["agrees"] + kinds["agrees as ended"] > 0.97 * len(found)


def test_states_agree_with_the_sports_catalogue(sports):
    found = list(agreements(documents(said_by(sports, "sports"))))
    assert Counter(one.kind for one in found) == {
        "agrees": 1_294,
        "agrees as ended": 35,
        "day of effect not reached": 7,
        "replaced already": 3,
    }
    assert all(one.reason for one in found if not one.kind.startswith("agrees"))


def test_the_dirt_of_the_sports_catalogue_is_found(sports):
    found = Counter(finding.code for one in sports for finding in findings_of(one))
    assert found["committee_as_standard"] == 56
    assert found["self_replacement"] == 1
