"""The comparison as a DOCX with tracked changes (修订稿): accept all and it is b, reject all and it is a."""

import zipfile
from datetime import datetime
from io import BytesIO
from typing import Any

import docx
from docx.oxml.ns import qn

from guiju.core.compare.documents.aligning import Aligned, align
from guiju.core.compare.documents.diffing import heaviest_rise
from guiju.core.compare.documents.flat import Flat, Passage
from guiju.core.compare.documents.redline_tables import table_elements
from guiju.core.compare.documents.revisions import Mark, Piece, Reviser, pieces_of
from guiju.core.documents.model import Document

_WORDS = {"zh": {"table": "表", "figure": "图", "annex": "附录"},
          "en": {"table": "Table ", "figure": "Figure ", "annex": "Annex "}}  # fmt: skip
_FIXED = (1980, 1, 1, 0, 0, 0)
_SPREAD = "\u3000"


def redline(a: Document, b: Document, *, author: str, date: datetime) -> bytes:
    """A DOCX of both texts; `author` and `date` stand at every change."""
    return redline_of(align(a, b), author=author, date=date)


def redline_of(found: Aligned, *, author: str, date: datetime) -> bytes:
    """The same, from an alignment that is at hand."""
    file = docx.Document()
    _fonts(file)
    body = file.element.body
    for element in _Walk(found, Reviser(author, date)).elements():
        body.insert(len(body) - 1, element)
    written = BytesIO()
    file.save(written)
    return _without_clock(written.getvalue())


def shown(passage: Passage, language: str, *, annex: bool = False) -> str:
    """A passage as it is printed: its label before its text."""
    words = _WORDS["en" if language.startswith("en") else "zh"]
    word = words["annex"] if annex else words.get(passage.kind, "")
    label = passage.label
    if passage.kind == "formula":
        return f"{passage.text}{_SPREAD}({label})" if label else passage.text
    if not label:
        return passage.text
    colon = "：" if passage.kind == "note" else _SPREAD
    return f"{word if passage.kind in words or annex else ''}{label}{colon}{passage.text}"


class _Walk:
    """Both texts in one order: what stays is the spine, all else came, went or moved."""

    def __init__(self, found: Aligned, reviser: Reviser) -> None:
        self.found, self.reviser = found, reviser
        self.lines_a, self.styles_a = _lines(found.a)
        self.lines_b, self.styles_b = _lines(found.b)
        linked = [
            (one.a[0], one.b[0]) for row in found.rows for one in row.links if one.a and one.b
        ]
        paired = sorted({**dict(linked), **dict(found.strays)}.items())
        weights = [1 + len(self.lines_a[at]) for at, _ in paired]
        kept = heaviest_rise([two for _, two in paired], weights)
        self.spine = [pair for at, pair in enumerate(paired) if at in kept]
        moves = [pair for at, pair in enumerate(paired) if at not in kept and self._is_line(*pair)]
        self.moved_from = {one: (one, two) for one, two in moves}
        self.moved_to = {two: (one, two) for one, two in moves}

    def _is_line(self, at_a: int, at_b: int) -> bool:
        sides = (self.found.passages_a[at_a], self.found.passages_b[at_b])
        return all(one.table is None for one in sides)

    def elements(self) -> list[Any]:
        answer = self._front()
        at_a = at_b = 0
        for one, two in [*self.spine, (len(self.lines_a), len(self.lines_b))]:
            for at in range(at_a, one):
                answer += self._gone(at)
            for at in range(at_b, two):
                answer += self._come(at)
            if one < len(self.lines_a):
                answer += self._kept(one, two)
            at_a, at_b = one + 1, two + 1
        return answer

    def _front(self) -> list[Any]:
        """Number and titles."""
        metas = [side.document.meta for side in (self.found.a, self.found.b)]
        own, other = ([meta.number, *(title for _, title in meta.titles)] for meta in metas)
        rows = max(len(own), len(other))
        own, other = (lines + [""] * (rows - len(lines)) for lines in (own, other))
        return [
            self.reviser.paragraph(pieces_of(one, two), style="Title" if at else "")
            for at, (one, two) in enumerate(zip(own, other, strict=True))
        ]

    def _kept(self, at_a: int, at_b: int) -> list[Any]:
        own, other = self.found.passages_a[at_a], self.found.passages_b[at_b]
        pieces = pieces_of(self.lines_a[at_a], self.lines_b[at_b])
        answer = [self.reviser.paragraph(pieces, style=self.styles_b[at_b])]
        if own.table is not None and other.table is not None:
            answer += table_elements(self.reviser, own.table, other.table)
        return answer

    def _gone(self, at: int) -> list[Any]:
        passage = self.found.passages_a[at]
        if at in self.moved_from:
            one, two = self.moved_from[at]
            pieces = _one_side(self.lines_a[one], self.lines_b[two], "moveFrom", "del")
            return [self._moved(pieces, "moveFrom", one, self.styles_a[at])]
        answer = [self._whole(self.lines_a[at], "del", self.styles_a[at])]
        if passage.table is not None:
            answer += table_elements(self.reviser, passage.table, None)
        return answer

    def _come(self, at: int) -> list[Any]:
        passage = self.found.passages_b[at]
        if at in self.moved_to:
            one, two = self.moved_to[at]
            pieces = _one_side(self.lines_a[one], self.lines_b[two], "moveTo", "ins")
            return [self._moved(pieces, "moveTo", one, self.styles_b[at])]
        answer = [self._whole(self.lines_b[at], "ins", self.styles_b[at])]
        if passage.table is not None:
            answer += table_elements(self.reviser, None, passage.table)
        return answer

    def _whole(self, line: str, mark: Mark, style: str) -> Any:
        return self.reviser.paragraph([Piece(line, mark)], end=mark, style=style)

    def _moved(self, pieces: list[Piece], mark: Mark, name: int, style: str) -> Any:
        return self.reviser.paragraph(pieces, end=mark, style=style, move=f"move{name + 1}")


def _lines(side: Flat) -> tuple[list[str], list[str]]:
    """Every passage as printed, and its style."""
    lines, styles = [], []
    language = side.document.meta.language
    for clause in side.clauses:
        for passage in clause.passages:
            title = passage.kind == "title"
            lines.append(shown(passage, language, annex=title and clause.kind == "annex"))
            styles.append(f"Heading{min(clause.level, 9)}" if title else "")
    return lines, styles


def _one_side(old: str, new: str, kept: Mark, other: Mark) -> list[Piece]:
    """One end of a move: what stayed the same moved, the rest was deleted there or inserted here."""
    marks: dict[Mark, Mark] = {"": kept, other: other}
    return [
        Piece(piece.text, marks[piece.mark]) for piece in pieces_of(old, new) if piece.mark in marks
    ]


def _fonts(file: Any) -> None:
    fonts = file.styles["Normal"].element.get_or_add_rPr().get_or_add_rFonts()
    fonts.set(qn("w:eastAsia"), "宋体")


def _without_clock(content: bytes) -> bytes:
    """The same package with fixed times, so that equal input gives equal bytes."""
    written = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(written, "w") as new:
        for name in old.namelist():
            info = zipfile.ZipInfo(name, _FIXED)
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, old.read(name))
    return written.getvalue()
