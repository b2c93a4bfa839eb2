"""The 103,791 records of ISO and IEC: each number prints back, and its URN is ours."""

import io
import json
import re

import pytest
import zstandard

from guiju.core.numbers import international
from tests.shared_data import shared

_STAGE = re.compile(r":stage-[^:]*")
_SETTLED_STAGE = re.compile(r":stage-\d[^:]*")
# URNs that contradict their own number: the type is missing (TR, TS, R), an amendment is missing,
# doubled or without its number, a package is called so in the URN alone.
CONTRADICTED = {"iso": 11, "iec": 8}
# Of these the amendment without a date cannot be told from one that is not there.
NOT_WRITTEN_BACK = 2


@pytest.fixture(scope="module")
def records():
    """Number, URN, edition and source of each record."""
    found = []
    with shared("data/catalogue/iso-iec.jsonl.zst").open("rb") as packed:
        stream = zstandard.ZstdDecompressor().stream_reader(packed)
        for line in io.TextIOWrapper(stream, "utf-8"):
            record = json.loads(line)
            urn = next((text for kind, text in record["ids"] if kind == "URN"), "")
            found.append((record["id"], urn, record["edition"] or "", record["src"]))
    return found


def test_each_number_prints_back_and_its_key_reads_as_the_same(records):
    assert len(records) == 103_791
    for written, *_ in records[::3]:
        number = international.read(written, written)
        assert international.canonical(number) == written
        if number.style:
            assert international.read(international.key(number), "") == number


def test_each_urn_less_its_stage_is_ours(records):
    different = {"iso": 0, "iec": 0}
    for written, urn, edition, source in records:
        if not urn:
            continue
        number = international.read(written, written)
        if source == "iso":
            ours = international.urn(
                number, edition=edition if number.supplements else "", space="iso"
            )
        else:
            ours = international.urn(number, published=_dates(urn), space="iec")
        different[source] += _STAGE.sub("", ours) != _STAGE.sub("", urn)
    assert different == CONTRADICTED


def test_each_urn_is_read_and_written_back(records):
    different = 0
    for _, urn, _, source in records:
        if urn:
            back = international.urn(international.from_urn(urn), space=source)
            different += back != _SETTLED_STAGE.sub("", urn)
    assert different == NOT_WRITTEN_BACK


def _dates(urn):
    """The dates that the record would give: the number has only years."""
    number = international.from_urn(urn)
    return [f"{one.year}-{one.month}" if one.year else "" for one in (number, *number.supplements)]
