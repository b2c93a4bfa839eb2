"""Each reader on a small file of its own, with what it yields written beside the file.

`UPDATE_GOLDEN=1` writes the expected files anew; read the difference before you keep it.
"""

import json
import os
from pathlib import Path

import pytest

from guiju.core.records.readers import Refused, read, reader_for
from guiju.core.records.readers.own import to_line
from guiju.core.records.readers.tables import preview

FOLDER = Path(__file__).parent / "golden"
FILES = {
    "iso-iec.jsonl": "iso_iec",
    "sports.json": "sports",
    "relaton-first.yaml": "relaton",
    "relaton-second.yaml": "relaton",
    "open-data.jsonl": "iso_open_data",
    "open-data.csv": "iso_open_data",
    "table.csv": "table",
}
AS_OF = {"iso-iec.jsonl": "2026-03-13"}


def told(item):
    """One item as a line: the record in our own format, or where and why it was refused."""
    if isinstance(item, Refused):
        return json.dumps({"refused": item.position, **item.reason._asdict()}, ensure_ascii=False)
    return to_line(item)


def read_file(name, **options):
    path = FOLDER / name
    kind = reader_for(path)
    mapping = preview(path).mapping if kind == "table" else None
    return list(read(path, kind, mapping=mapping, as_of=AS_OF.get(name, ""), **options))


@pytest.mark.parametrize("name", FILES)
def test_it_yields_what_is_written_beside_the_file(name):
    found = [told(item) for item in read_file(name)]
    expected = FOLDER / f"{name}.expected"
    if os.environ.get("UPDATE_GOLDEN"):
        expected.write_text("\n".join(found) + "\n", encoding="utf-8")
    assert found == expected.read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize(("name", "kind"), FILES.items())
def test_the_format_is_recognised(name, kind):
    assert reader_for(FOLDER / name) == kind


@pytest.mark.parametrize("name", FILES)
def test_an_import_can_go_on_where_it_stopped(name):
    whole = read_file(name)
    for done in range(len(whole) + 1):
        assert read_file(name, skip=done) == whole[done:]
