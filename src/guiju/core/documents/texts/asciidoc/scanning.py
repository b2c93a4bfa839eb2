"""AsciiDoc lines to pieces (切分): sections, paragraphs, lists, tables, each with what is said of it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

Kind = Literal[
    "section",
    "paragraph",
    "item",
    "definition",
    "table",
    "formula",
    "image",
    "block",
    "attribute",
    "include",
]
_ATTRIBUTE = re.compile(r":(!?[\w-]+!?):\s*(.*)$")
_SECTION = re.compile(r"(={1,7})\s+(.*)$")
_ANCHOR = re.compile(r"\[\[([^\],]+)(?:,([^\]]*))?\]\]\s*$")
_LIST = re.compile(r"\[([^\[\]]*)\]\s*$")
_TITLE = re.compile(r"\.([^\s.].*)$")
_ITEM = re.compile(r"(\*{1,5}|\.{1,5}|-)\s+(.*)$")
_DEFINITION = re.compile(r"(\S.{0,120}?)::(?:\s+(.*))?$")
_IMAGE = re.compile(r"image::([^\[]{1,300})\[")
_FENCES = {
    "====": "block",
    "----": "block",
    "....": "block",
    "____": "block",
    "****": "block",
    "++++": "formula",
    "--": "block",
}


class Said(NamedTuple):
    """What stands above a piece: its anchor, the label that it is given, options, its title."""

    anchor: str = ""
    label: str = ""
    options: tuple[str, ...] = ()
    title: str = ""

    def option(self, name: str) -> str:
        """The value of name=value; the name itself for a bare option; "" when absent."""
        for one in self.options:
            key, _, value = one.partition("=")
            if key.strip() == name:
                return value.strip().strip('"') or name
        return ""


@dataclass(slots=True)
class Piece:
    """One piece. `sign` is the marker: the ='s, the bullet, the term, the fence."""

    kind: Kind
    text: str
    line: int
    sign: str = ""
    said: Said = field(default_factory=Said)
    rows: tuple[tuple[int, str], ...] = ()


def pieces(rows: Sequence[tuple[int, str]]) -> Iterator[Piece]:
    """The pieces of numbered lines, in order."""
    return _Scanner(rows).scan()


@dataclass(slots=True)
class _Scanner:
    rows: Sequence[tuple[int, str]]
    at: int = 0
    said: Said = field(default_factory=Said)

    def scan(self) -> Iterator[Piece]:
        while self.at < len(self.rows):
            number, raw = self.rows[self.at]
            row = raw.rstrip()
            self.at += 1
            if row.startswith("////"):
                self._fenced("////")
            elif row.strip() and not row.startswith("//") and not self._says(row):
                piece = self._piece(number, row)
                if piece is not None:
                    piece.said, self.said = self.said, Said()
                    yield piece

    def _says(self, row: str) -> bool:
        anchor, listed, title = _ANCHOR.match(row), _LIST.match(row), _TITLE.match(row)
        if anchor:
            self.said = self.said._replace(
                anchor=anchor[1].strip(), label=(anchor[2] or "").strip()
            )
        elif listed and not row.startswith("[["):
            options = _options(listed[1])
            ids = [one for one in options if one.startswith("#")]
            anchor_id = ids[0][1:] if ids else self.said.anchor
            self.said = self.said._replace(anchor=anchor_id, options=(*self.said.options, *options))
        elif title and not _ITEM.match(row):
            self.said = self.said._replace(title=title[1].strip())
        else:
            return False
        return True

    def _piece(self, number: int, row: str) -> Piece | None:
        section, attribute, image = _SECTION.match(row), _ATTRIBUTE.match(row), _IMAGE.match(row)
        if section:
            return Piece("section", section[2].strip(), number, section[1])
        if attribute:
            return Piece("attribute", attribute[2], number, attribute[1])
        if row.startswith("include::"):
            return Piece("include", row, number)
        if row in ("|===", "!==="):
            return Piece("table", "", number, row, rows=self._fenced(row))
        if row in _FENCES or (len(row) > 4 and set(row) == {row[0]} and row[:4] in _FENCES):
            kind: Kind = "formula" if row.startswith("++++") else "block"
            inside = self._fenced(row)
            return Piece(kind, "\n".join(one for _, one in inside), number, row[:4], rows=inside)
        if image:
            return Piece("image", image[1].strip(), number)
        return self._running(number, row)

    def _running(self, number: int, row: str) -> Piece:
        item, definition = _ITEM.match(row), _DEFINITION.match(row)
        if item:
            return Piece("item", self._rest(item[2]), number, item[1])
        if definition:
            return Piece("definition", self._rest(definition[2] or ""), number, definition[1])
        return Piece("paragraph", self._rest(row), number)

    def _rest(self, first: str) -> str:
        """The lines of a paragraph: up to an empty one, or one that begins something."""
        taken = [first] if first else []
        while self.at < len(self.rows):
            row = self.rows[self.at][1].rstrip()
            if not row.strip():
                break
            if _ITEM.match(row) or _SECTION.match(row) or _DEFINITION.match(row) or row in _FENCES:
                break
            if _LIST.match(row) or _ANCHOR.match(row) or row == "|===" or _IMAGE.match(row):
                break
            self.at += 1
            if row == "+":
                continue
            if not row.startswith("//"):
                taken.append(row)
        return "\n".join(taken)

    def _fenced(self, fence: str) -> tuple[tuple[int, str], ...]:
        first = self.at
        while self.at < len(self.rows) and self.rows[self.at][1].rstrip() != fence:
            self.at += 1
        inside = tuple(self.rows[first : self.at])
        self.at += 1
        return inside


def _options(source: str) -> list[str]:
    """The parts of [a,b="c,d"], not parted inside quotation marks."""
    found = re.findall(r'(?:[^,"]|"[^"]*")+', source)
    return [
        part.strip()
        for one in found
        for part in ([one] if "=" in one else re.split(r"(?=[#%.])", one))
        if part.strip()
    ]
