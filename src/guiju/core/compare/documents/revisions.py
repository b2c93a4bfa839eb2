"""Tracked changes of a DOCX (修订标记): the elements that Word, WPS and LibreOffice read.

A run stands bare, or in w:ins, w:del, w:moveFrom, w:moveTo; a paragraph's end and a table's row
are marked in their properties.
"""

import re
from collections.abc import Iterable
from datetime import datetime
from typing import Any, Literal, NamedTuple

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from guiju.core.compare.documents.texts import text_ops

Mark = Literal["", "ins", "del", "moveFrom", "moveTo"]
# What XML 1.0 cannot carry.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


class Piece(NamedTuple):
    """A stretch of text and what became of it."""

    text: str
    mark: Mark = ""


def pieces_of(old: str, new: str) -> list[Piece]:
    """A line with its changes in place."""
    answer, at = [], 0
    for op in text_ops(old, new):
        answer += [Piece(old[at : op.a_start]), Piece(op.old, "del"), Piece(op.new, "ins")]
        at = op.a_end
    return [*answer, Piece(old[at:])]


class Reviser:
    """Makes marked elements; each revision gets the author, the date and a number of its own."""

    def __init__(self, author: str, date: datetime) -> None:
        self.author = _UNWRITABLE.sub("", author)
        self.date = date.isoformat(timespec="seconds").replace("+00:00", "Z")
        self._last = 0

    def mark(self, name: str) -> Any:
        """An element with author, date and number."""
        self._last += 1
        element = OxmlElement(f"w:{name}")
        element.set(qn("w:id"), str(self._last))
        element.set(qn("w:author"), self.author)
        element.set(qn("w:date"), self.date)
        return element

    def paragraph(
        self, pieces: Iterable[Piece], *, end: Mark = "", style: str = "", move: str = ""
    ) -> Any:
        """A paragraph; `end` marks its end. `move` names the move of which it is one side."""
        made = OxmlElement("w:p")
        properties = OxmlElement("w:pPr")
        if style:
            named = OxmlElement("w:pStyle")
            named.set(qn("w:val"), style)
            properties.append(named)
        if end:
            inner = OxmlElement("w:rPr")
            inner.append(self.mark(end))
            properties.append(inner)
        made.append(properties)
        around = self._range(end, move) if move else ()
        made.extend(around[:1])
        for piece in pieces:
            if piece.text:
                made.append(self.run(piece))
        made.extend(around[1:])
        return made

    def run(self, piece: Piece) -> Any:
        """Text with its line breaks, in the element that marks it."""
        run = OxmlElement("w:r")
        for at, line in enumerate(_UNWRITABLE.sub("", piece.text).split("\n")):
            if at:
                run.append(OxmlElement("w:br"))
            text = OxmlElement("w:delText" if piece.mark == "del" else "w:t")
            text.text = line
            text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            run.append(text)
        if not piece.mark:
            return run
        around = self.mark(piece.mark)
        around.append(run)
        return around

    def row(self, mark: Mark) -> Any:
        """A row without cells."""
        made = OxmlElement("w:tr")
        if mark:
            properties = OxmlElement("w:trPr")
            properties.append(self.mark(mark))
            made.append(properties)
        return made

    def _range(self, side: str, name: str) -> tuple[Any, Any]:
        start = self.mark(f"{side}RangeStart")
        start.set(qn("w:name"), name)
        end = OxmlElement(f"w:{side}RangeEnd")
        end.set(qn("w:id"), start.get(qn("w:id")))
        return start, end
