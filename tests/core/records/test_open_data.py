"""ISO Open Data: committees, and lists in cells."""

import io
import json
from pathlib import Path

import pytest

from guiju.core.records.readers import Refused, Unreadable, read, reader_for
from guiju.core.records.readers.iso_lists import Committee, read_committees
from guiju.core.records.readers.open_data_rows import as_list

FOLDER = Path(__file__).parent / "golden"
SC2 = Committee(
    number="ISO/IEC JTC 1/SC 2",
    titles={"en": "Coded character sets"},
    status="Active",
    created="1987-12-16",
    secretariat="JISC",
    identifier="45050",
    parent_identifier="45020",
)


def test_committees_from_csv():
    first, second = read_committees(FOLDER / "committees.csv")
    assert first == SC2
    assert isinstance(second, Refused)


def test_committees_from_json_lines():
    row = {
        "id": 45050,
        "reference": "ISO/IEC JTC 1/SC 2",
        "status": "Active",
        "title": {"en": "Coded character sets"},
        "secretariat": {"id": 1835, "acronym": "JISC"},
        "creationDate": "1987-12-16",
        "parentId": 45020,
        "sortKey": "ISO/IEC JTC 001/~SC 002",
    }
    data = io.BytesIO(json.dumps(row).encode())
    assert reader_for(data) == "iso_committees"
    data.seek(0)
    assert list(read_committees(data)) == [SC2]


@pytest.mark.parametrize(
    ("name", "kind"), [("committees.csv", "iso_committees"), ("ics.csv", "iso_ics")]
)
def test_they_are_recognised_and_hold_no_standards(name, kind):
    assert reader_for(FOLDER / name) == kind
    with pytest.raises(Unreadable, match="no records of standards"):
        read(FOLDER / name, kind)


@pytest.mark.parametrize(
    ("written", "values"),
    [
        ("['49.140', '01.020']", ["49.140", "01.020"]),
        ("[46486, 54538]", ["46486", "54538"]),
        ("[ETSI, ITU]", ["ETSI", "ITU"]),
        ("[]", []),
        ("", []),
        (None, []),
        (7, ["7"]),
        (["a", None, 3], ["a", "3"]),
        ("ISO/TC 1", ["ISO/TC 1"]),
    ],
)
def test_lists_in_cells(written, values):
    assert as_list(written) == values


def test_a_stream_that_cannot_be_rewound_is_refused():
    class Once:
        def __init__(self):
            self.data = io.BytesIO((FOLDER / "open-data.jsonl").read_bytes())

        def read(self, size=-1):
            return self.data.read(size)

    with pytest.raises(Unreadable, match="cannot be read twice"):
        list(read(Once(), "iso_open_data"))
