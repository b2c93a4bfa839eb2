"""What the index keeps to show a hit, written and read in one place."""

import json
from typing import Any, NamedTuple

from tantivy import Document

from guiju.core.records.facts import Span
from guiju.search.passages.entry import Passage, TextEntry


class Row(NamedTuple):
    """The stored part of a passage; `text` is the id of its text."""

    text: int
    number: str
    display: str
    language: str
    address: str
    kind: str
    label: str
    title: str
    modality: tuple[str, ...]
    span: Span | None


def add_row(made: Document, entry: TextEntry, one: Passage) -> None:
    """Keep the row and, apart from it, the words."""
    span = entry.span.as_list() if entry.span else None
    own = [one.address, one.kind, one.label, one.title, one.modality, span]
    values = [entry.id, entry.number, entry.display, entry.language, *own]
    packed = json.dumps(values, ensure_ascii=False, separators=(",", ":"))
    made.add_bytes("row", packed.encode())
    made.add_bytes("body", one.plain.encode())


def body_of(title: str, plain: str) -> str:
    """What is read in it, without the title that it begins with."""
    head, _, rest = plain.partition("\n")
    return rest if title and head == title else plain


def read_row(document: Document) -> Row:
    packed: Any = document.get_first("row")
    values = json.loads(packed.decode())
    values[-2], values[-1] = tuple(values[-2]), Span(*values[-1]) if values[-1] else None
    return Row(*values)


def read_plain(document: Document) -> str:
    packed: Any = document.get_first("body")
    words: str = packed.decode()
    return words
