"""Three published standards: every heading, term, table, figure and formula (数字与编号为事实)."""

import json
from pathlib import Path
from typing import Any

import pytest

from guiju.core.documents import pdf
from guiju.core.documents.grids import width
from guiju.core.documents.model import Figure, Formula, Reading, Reference, Table, Term
from guiju.core.documents.walking import blocks, plain, sections
from tests.core.documents.skeletons import section
from tests.shared_data import shared

GOLDEN = Path(__file__).parent / "golden"
NAMES = ("GBT435652023", "GBT435642023", "DB37T29042019")


def facts(reading: Reading) -> dict[str, Any]:
    """What is compared: numbers and dimensions, none of the words."""
    document = reading.document
    every = [block for _, block in blocks(document)]
    meta = document.meta
    return {
        "cover": [meta.number, *meta.replaces, *meta.ics, *meta.ccs, meta.issued, meta.effective],
        "elements": [path[-1].kind for path in sections(document) if not path[-1].label],
        "clauses": [path[-1].label for path in sections(document) if path[-1].label],
        "titled": [path[-1].label for path in sections(document) if path[-1].label and path[-1].title],
        "natures": {path[-1].label: path[-1].nature for path in sections(document) if path[-1].kind == "annex"},
        "terms": [one.label for one in every if isinstance(one, Term)],
        "terms_with_two_names": sum(len(one.designations) == 2 for one in every if isinstance(one, Term)),
        "tables": {
            one.label: [len(one.head), len(one.body), width((*one.head, *one.body)), len(one.notes), len(one.footnotes)]
            for one in every
            if isinstance(one, Table)
        },
        "figures": [one.label for one in every if isinstance(one, Figure)],
        "formulas": [one.label for one in every if isinstance(one, Formula)],
        "references": [one.number for one in every if isinstance(one, Reference)],
        "doubts": [one.code for one in reading.doubts],
    }  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_missing(name: str) -> None:
    expected = json.loads((GOLDEN / f"{name}.json").read_text("utf-8"))
    reading = pdf.read(shared(f"data/documents/pdf/{name}.pdf").read_bytes(), name=name)
    assert facts(reading) == expected


def test_table_1_has_its_limits_units_and_methods() -> None:
    document = pdf.read(shared("data/documents/pdf/GBT435652023.pdf").read_bytes()).document
    table = section(document, "5.9").blocks[-1]
    assert isinstance(table, Table)
    rows = [["".join(map(plain, cell.blocks)) for cell in row] for row in table.body]
    assert [row[1:] for row in rows[:7]] == [
        ["20~50", "20~50"],
        ["0.6~3.0", "0.6~3.0"],
        ["≥75", "≥75"],
        ["≥0.70", "≥0.50"],
        ["≥90", "≥50"],
        ["90~110（干测）", "80~110（干测）"],
        ["Ⅰ", "Ⅰ"],
    ]
    assert [row[0].rpartition("/")[2] for row in rows[:7]] == [
        "%",
        "mm",
        "%",
        "MPa",
        "%",
        "(BPN,20 ℃)",
        "级",
    ]
    assert table.body[3][1].address == "table-1/r5/c2"
    methods = [path[-1] for path in sections(document) if path[-1].label.startswith("6.8.")]
    assert [one.label for one in methods] == [f"6.8.{at}" for at in range(1, 8)]
