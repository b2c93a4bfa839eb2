"""The table of contents (目次): a field whose entries stand already, pages being estimated."""

from collections.abc import Iterator
from typing import NamedTuple

from guiju.core.documents.docx.layout import rows
from guiju.core.documents.docx.writing.making import Element, new, paragraph, run
from guiju.core.documents.docx.writing.pages import field, text_width
from guiju.core.documents.docx.writing.state import State
from guiju.core.documents.model import Block, Figure, Items, Section, Table, Term
from guiju.core.documents.walking import parts, plain, sections

FRONT = ("foreword", "introduction")
_ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
_OWN_PAGE = ("foreword", "introduction", "annex", "bibliography", "index")


class _Entry(NamedTuple):
    section: Section
    level: int
    page: str


def name_of(one: Section, state: State) -> str:
    """The bookmark of a heading: the same for heading and entry."""
    return f"_Toc{state.places[id(one)]:06}"


def contents(state: State) -> list[Element]:
    """Title and entries."""
    deep = int(rows("details")["contents_levels"])
    entries = [one for one in _entries(state, deep) if one.level <= deep]
    title = paragraph("contents_title", *spaced(state.said["contents"]))
    if not entries:
        return [title]
    shown = [_entry(one, state) for one in entries]
    begin, code, separate, end = field(f'TOC \\o "1-{deep}" \\h \\z \\u', dirty=True)
    for at, one in enumerate((begin, code, separate)):
        shown[0].insert(1 + at, one)
    return [title, *shown[:-1], _closed(shown[-1], end)]


def _closed(last: Element, end: Element) -> Element:
    last.append(end)
    return last


def _entry(one: _Entry, state: State) -> Element:
    name = name_of(one.section, state)
    tab = new("w:tab", val="right", leader="dot", pos=text_width())
    link = new("w:hyperlink", run(_words(one.section, state) + "\t"), anchor=name)
    link.extend(field(f"PAGEREF {name} \\h", run(one.page)))
    return paragraph(f"toc{min(one.level, 2)}", link, properties=(new("w:tabs", tab),))


def _words(one: Section, state: State) -> str:
    gap = rows("details")["label_gap"]
    title = one.title.content or state.said["elements"].get(one.kind, "")
    if one.kind == "annex" and one.level == 1:
        nature = state.said["nature_gap"] + state.said[one.nature] if one.nature else ""
        return f"{state.said['annex'].format(one.label)}{nature}{gap}{title}"
    return f"{one.label}{gap}{title}" if one.label else title


def spaced(title: str) -> list[Element]:
    """前言 is printed with two ems between its characters."""
    if len(title) == 2 and not title.isascii():
        return [run(title[0], new("w:spacing", val=640)), run(title[1])]
    return [run(title)]


def _entries(state: State, deep: int) -> Iterator[_Entry]:
    """Sections with titles, with the page on which they should come to stand."""
    listed = sum(path[-1].level <= deep for path in sections(state.document))
    count = _Count(rows=4 + listed)
    for one in state.document.sections:
        is_front = one.kind in FRONT and not one.label
        if not is_front and not count.is_body:
            count = _Count(is_body=True, rows=4)
        yield from _below(one, count)


class _Count:
    """Rows that are filled so far; the front begins after the contents."""

    def __init__(self, *, is_body: bool = False, rows: float = 0) -> None:
        self.is_body, self.page, self.rows = is_body, 1, 0.0
        self.add(rows)

    def add(self, more: float) -> None:
        self.rows += more
        most = int(rows("details")["rows_a_page"])
        self.page += int(self.rows // most)
        self.rows %= most

    def turn(self) -> None:
        if self.rows or not self.is_body:
            self.page, self.rows = self.page + 1, 0

    @property
    def shown(self) -> str:
        if self.is_body:
            return str(self.page)
        return _ROMAN[self.page] if self.page < len(_ROMAN) else str(self.page)


def _below(one: Section, count: _Count) -> Iterator[_Entry]:
    if one.kind == "contents":
        return
    if one.kind in _OWN_PAGE and one.level == 1:
        count.turn()
    if one.title or one.kind == "annex" or (one.kind in FRONT and not one.label):
        yield _Entry(one, one.level, count.shown)
    count.add(2.2)
    for block in one.blocks:
        count.add(_rows(block))
    for part in one.sections:
        yield from _below(part, count)


def _rows(block: Block) -> float:
    if isinstance(block, Table):
        return 2 + 1.2 * (len(block.head) + len(block.body)) + len(block.notes)
    if isinstance(block, Figure):
        return 16.0
    inner = sum(map(_rows, parts(block)))
    if isinstance(block, Term):
        return (
            inner + 1 + len(block.designations) + 1.3 * len(block.definitions) + len(block.sources)
        )
    if inner or isinstance(block, Items):
        return inner + 1
    wide = sum(0.5 if sign.isascii() else 1 for sign in plain(block))
    return 1.0 + wide // int(rows("details")["signs_a_row"])
