"""What the index keeps to show a hit (存储行), written and read in one place."""

import json
from typing import Any, NamedTuple

from tantivy import Document

from guiju.core.records.facts import Span
from guiju.search.entry import Entry

_TUPLES = (3, 5, 6)  # numbers, names, codes


class Row(NamedTuple):
    """The stored part of an entry; `codes` are its ICS, CCS and committees."""

    id: int
    number: str
    display: str
    numbers: tuple[str, ...]
    titles: dict[str, str]
    names: tuple[str, ...]
    codes: tuple[str, ...]
    level: str
    nature: str
    kind: str
    work: int
    year: int | None
    newest: bool
    supplement: bool
    span: Span | None


def add_row(made: Document, entry: Entry) -> None:
    """Keep the row and, apart from it, the long texts."""
    values = [
        entry.id,
        entry.number,
        entry.display,
        entry.numbers,
        dict(entry.titles),
        entry.names,
        [*entry.ics, *entry.ccs, *entry.committees],
        entry.level,
        entry.nature,
        entry.kind,
        entry.work,
        entry.year,
        entry.newest,
        entry.supplement,
        entry.span.as_list() if entry.span else None,
    ]
    made.add_bytes("row", _packed(values))
    texts = [text for text in (*entry.abstracts.values(), *entry.text) if text]
    if texts:
        made.add_bytes("body", _packed(texts))


def read_texts(document: Document) -> list[str]:
    """The long texts."""
    packed: Any = document.get_first("body")
    texts: list[str] = json.loads(packed) if packed else []
    return texts


def read_row(document: Document) -> Row:
    packed: Any = document.get_first("row")
    values = json.loads(packed.decode())
    for at in _TUPLES:
        values[at] = tuple(values[at])
    values[-1] = Span(*values[-1]) if values[-1] else None
    return Row(*values)


def _packed(values: list[Any]) -> bytes:
    return json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode()
