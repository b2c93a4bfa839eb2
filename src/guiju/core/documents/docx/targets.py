"""Where pointers of Word lead (交叉引用): bookmarks as addresses, marks of footnotes of tables."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from guiju.core.documents.mapping import mapped
from guiju.core.documents.model import (
    Document,
    Figure,
    Footnote,
    Formula,
    Items,
    Mark,
    Paragraph,
    Table,
    Term,
    Text,
)  # fmt: skip
from guiju.core.documents.structure.cutting import cut
from guiju.core.documents.walking import blocks, sections

_NEAR = 3  # a caption stands that near its table or figure


def aimed(document: Document, marked: Mapping[str, int]) -> Document:
    """Marks that name a bookmark, with the address of what it stands at; "" where that is nothing.

    A raised letter in a table is its footnote of that letter.
    """
    exact, near, terms = _places(document)
    letters = _letters(document)

    def place(mark: Mark) -> Mark:
        if mark.kind != "internal" or not mark.value.startswith("#"):
            return mark
        line = marked.get(mark.value[1:], -1)
        here = (line, *(line + step * sign for step in range(1, _NEAR) for sign in (1, -1)))
        found = exact.get(line) or next((near[at] for at in here if at in near), "")
        if line < 0:
            found = ""
        return mark._replace(kind="term" if found in terms else "internal", value=found)

    def text(one: Text, address: str) -> Text:
        own = letters.get(address.split("/")[0], {})
        marks = []
        for mark in one.marks:
            called = own.get(one.content[mark.start : mark.end], "") if mark.kind == "sup" else ""
            marks.append(mark._replace(kind="footnote", value=called) if called else place(mark))
        return Text(one.content, tuple(marks))

    return mapped(document, text)


def _places(document: Document) -> tuple[dict[int, str], dict[int, str], frozenset[str]]:
    exact: dict[int, str] = {}
    near: dict[int, str] = {}
    terms: set[str] = set()
    for path in sections(document):
        exact.setdefault(path[-1].line, path[-1].address)
    for _, one in blocks(document):
        if isinstance(one, Table | Figure):
            near.setdefault(one.line, one.address)
        elif isinstance(one, Term | Formula | Paragraph):
            exact.setdefault(one.line, one.address)
        elif isinstance(one, Items):
            for item in one.items:
                exact.setdefault(item.line, item.address)
        if isinstance(one, Term):
            terms.add(one.address)
    exact.pop(0, None)
    return {at: one for at, one in exact.items() if at not in near}, near, frozenset(terms)


def _letters(document: Document) -> dict[str, dict[str, str]]:
    return {
        one.address: {note.label: note.id for note in one.footnotes}
        for _, one in blocks(document)
        if isinstance(one, Table | Figure) and one.footnotes
    }


def without_label(note: Footnote) -> Footnote:
    """A footnote whose label is typed at its start, without it."""
    first: Any = note.blocks[0] if note.blocks else None
    if not isinstance(first, Paragraph) or not note.label:
        return note
    typed = (note.label, note.label.lstrip("0123456789"))  # all of it, or the bracket behind
    found = next((one for one in typed if one and first.text.content.startswith(one)), "")
    if not found:
        return note
    rest = replace(first, text=cut(first.text, len(found)))
    return replace(note, blocks=(rest, *note.blocks[1:]))
