"""AsciiDoc pieces to blocks (块): paragraphs, notes, lists, tables, figures, formulas."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import get_args

from guiju.core.documents.model import (
    Block,
    Figure,
    Footnote,
    Formula,
    Item,
    Items,
    Note,
    Paragraph,
    Quote,
    Table,
    Text,
)  # fmt: skip
from guiju.core.documents.structure.lists import symbols
from guiju.core.documents.structure.marks import sign_of
from guiju.core.documents.structure.words import NoteKind
from guiju.core.documents.texts.asciidoc import tables
from guiju.core.documents.texts.asciidoc.inline import Inline, linear
from guiju.core.documents.texts.asciidoc.numbering import Numbering
from guiju.core.documents.texts.asciidoc.scanning import Piece, pieces
from guiju.core.documents.texts.asciidoc.targets import Target, word_of

_ADMONITION = re.compile(r"(NOTE|TIP|CAUTION|WARNING|IMPORTANT|DANGER):\s+", re.S)
_KINDS = {"TIP": "note"}
_STYLES = {"loweralpha": "a", "arabic": "1", "lowerroman": "i", "upperalpha": "A"}
_KEYS = re.compile(r"\*([^*]{1,20})\*$")


@dataclass(slots=True)
class Blocks:
    """Makes the blocks of one section after another; `targets` collects what has an anchor."""

    inline: Inline
    numbering: Numbering
    targets: dict[str, Target]
    at_figure: bool = field(default=False)

    def add(self, out: list[Block], piece: Piece) -> None:
        """Puts a piece behind the blocks that stand, or into the last of them."""
        if piece.kind == "item":
            self._item(out, piece)
        elif piece.kind == "definition":
            self._symbol(out, piece)
        elif piece.kind == "paragraph":
            self._paragraph(out, piece)
        else:
            out.append(self._made(piece))

    def _made(self, piece: Piece) -> Block:
        if piece.kind == "table":
            return self._table(piece)
        if piece.kind == "formula":
            return self._formula(piece)
        if piece.kind == "image":
            return self._figure(piece, (piece.text,), ())
        return self._fenced(piece)

    def _paragraph(self, out: list[Block], piece: Piece) -> None:
        note = _ADMONITION.match(piece.text)
        style = piece.said.options[0] if piece.said.options else ""
        if note or style.upper() in (
            "NOTE",
            "CAUTION",
            "WARNING",
            "IMPORTANT",
            "DANGER",
            "TIP",
            "EXAMPLE",
        ):
            word = note[1] if note else style.upper()
            self._note(
                out, _KINDS.get(word, word.lower()), piece.text[note.end() if note else 0 :], piece
            )
            return
        last = out[-1] if out else None
        if piece.text.startswith("footnote:[") and isinstance(last, Figure):
            out[-1] = self._with_footnote(last, piece)
            return
        text = self.inline.text(piece.text)
        key = _KEYS.match(piece.text)
        self.at_figure = bool(key and sign_of(key[1]).kind == "key" and isinstance(last, Figure))
        if text and not self.at_figure:
            out.append(Paragraph(text=text, line=piece.line))

    def _with_footnote(self, figure: Figure, piece: Piece) -> Figure:
        count = len(self.inline.footnotes)
        self.inline.text(piece.text)
        if len(self.inline.footnotes) == count:
            return figure
        note = self.inline.footnotes.pop()
        own: Footnote = replace(note, id=f"figure-{figure.label}-a", label="a")
        return replace(figure, footnotes=(*figure.footnotes, own))

    def _note(self, out: list[Block], kind: str, words: str, piece: Piece) -> None:
        known = kind if kind in get_args(NoteKind) else "note"
        text = Paragraph(text=self.inline.text(words), line=piece.line)
        label = word_of("blocks", known, self.inline.language)
        note = Note(kind=known, label=label, blocks=(text,), line=piece.line)  # type: ignore[arg-type]
        last = out[-1] if out else None
        if known == "note" and isinstance(last, Table | Figure):
            out[-1] = replace(last, notes=(*last.notes, note))
        else:
            out.append(note)

    def _item(self, out: list[Block], piece: Piece) -> None:
        depth = len(piece.sign) if piece.sign != "-" else 1
        inside: tuple[Block, ...] = (Paragraph(text=self.inline.text(piece.text), line=piece.line),)
        last = out[-1] if out else None
        if depth > 1 and isinstance(last, Items):
            out[-1] = self._deeper(last, piece, inside)
        elif isinstance(last, Items) and _shape(last) == piece.sign[0] and not piece.said.options:
            label = self._label(piece, len(last.items), 1)
            item = Item(label=label, blocks=inside, line=piece.line)
            out[-1] = replace(last, items=(*last.items, item))
        else:
            item = Item(label=self._label(piece, 0, 1), blocks=inside, line=piece.line)
            out.append(Items(items=(item,), line=piece.line))

    def _deeper(self, items: Items, piece: Piece, inside: tuple[Block, ...]) -> Items:
        last = items.items[-1]
        lower = last.blocks[-1] if last.blocks else None
        if isinstance(lower, Items):
            item = Item(
                label=self._label(piece, len(lower.items), 2), blocks=inside, line=piece.line
            )
            below = (*last.blocks[:-1], replace(lower, items=(*lower.items, item)))
        else:
            item = Item(label=self._label(piece, 0, 2), blocks=inside, line=piece.line)
            below = (*last.blocks, Items(items=(item,), line=piece.line))
        return replace(items, items=(*items.items[:-1], replace(last, blocks=below)))

    def _label(self, piece: Piece, at: int, depth: int) -> str:
        if piece.sign[0] != ".":
            return ("——" if self.inline.language == "zh" else "—") if depth == 1 else "·"
        style = next(
            (_STYLES[one] for one in piece.said.options if one in _STYLES),
            "a" if depth == 1 else "1",
        )
        sign = str(at + 1) if style == "1" or at > 25 else chr(ord("a") + at)
        return f"{sign})"

    def _symbol(self, out: list[Block], piece: Piece) -> None:
        row = (self.inline.text(piece.sign).content, self.inline.text(piece.text), piece.line)
        last = out[-1] if out else None
        if self.at_figure and isinstance(last, Figure):
            key = last.key[0] if last.key else None
            items = key.items if isinstance(key, Items) else ()
            out[-1] = replace(
                last, key=(Items(items=(*items, *symbols([row]).items), line=piece.line),)
            )
        elif isinstance(last, Items):
            out[-1] = replace(last, items=(*last.items, *symbols([row]).items))
        else:
            out.append(symbols([row]))

    def _table(self, piece: Piece) -> Table:
        label = self._labelled("table", piece)
        self.inline.table, self.inline.below = label, []
        made = tables.table(piece.rows, piece.said, self.inline.text, piece.line)
        title, notes = self.inline.text(piece.said.title), tuple(self.inline.below)
        self.inline.table = None
        return replace(made, label=label, title=title, footnotes=notes)

    def _formula(self, piece: Piece) -> Formula:
        label = self._labelled("formula", piece)
        return Formula(label=label, linear=linear(piece.text), line=piece.line)

    def _labelled(self, kind: str, piece: Piece) -> str:
        if "%unnumbered" in piece.said.options:
            return ""
        label = self.numbering.counted(kind)
        if piece.said.anchor:
            known: Target = Target(kind, label, f"{kind}-{label}")  # type: ignore[arg-type]
            self.targets[piece.said.anchor] = known
        return label

    def _figure(self, piece: Piece, images: tuple[str, ...], parts: tuple[Figure, ...]) -> Figure:
        label = self._labelled("figure", piece)
        title = self.inline.text(piece.said.title)
        return Figure(label=label, title=title, images=images, parts=parts, line=piece.line)

    def _fenced(self, piece: Piece) -> Block:
        """A fence around pictures is a figure of parts; around words, an example or a quotation."""
        inside = list(pieces(piece.rows)) if piece.sign != "----" else []
        images = [one for one in inside if one.kind == "image"]
        if images:
            return self._figure(
                piece, (), tuple(self._part(one, at) for at, one in enumerate(images))
            )
        blocks: list[Block] = []
        for one in inside:
            self.add(blocks, one)
        if piece.sign == "====":
            label = word_of("blocks", "example", self.inline.language)
            return Note(kind="example", label=label, blocks=tuple(blocks), line=piece.line)
        if not inside:
            words = Paragraph(text=Text(piece.text), line=piece.line)
            return Quote(blocks=(words,), code=True, line=piece.line)
        return Quote(blocks=tuple(blocks), line=piece.line)

    def _part(self, piece: Piece, at: int) -> Figure:
        title = self.inline.text(piece.said.title)
        return Figure(
            label=f"{chr(ord('a') + at)})", title=title, images=(piece.text,), line=piece.line
        )


def _shape(items: Items) -> str:
    first = items.items[0].label
    return "." if first.endswith(")") else "*"


def numbered_notes(
    blocks: Sequence[Block], language: str, entry: bool = False
) -> tuple[Block, ...]:
    """注 stands alone, several are 注1, 注2; in an English entry each is Note 1 to entry."""
    in_english_entry = entry and language != "zh"
    several = sum(_is_note(one) for one in blocks) > 1
    made: list[Block] = []
    count = 0
    for one in blocks:
        if isinstance(one, Table | Figure) and len(one.notes) > 1:
            below = tuple(_numbered(note, at, language) for at, note in enumerate(one.notes, 1))
            made.append(replace(one, notes=below))
        elif isinstance(one, Note) and _is_note(one) and (several or in_english_entry):
            count += 1
            to_entry = replace(one, label=f"Note {count} to entry")
            made.append(to_entry if in_english_entry else _numbered(one, count, language))
        else:
            made.append(one)
    return tuple(made)


def _is_note(one: Block) -> bool:
    return isinstance(one, Note) and one.kind == "note"


def _numbered(note: Note, at: int, language: str) -> Note:
    return replace(note, label=f"{note.label}{at}" if language == "zh" else f"{note.label} {at}")
