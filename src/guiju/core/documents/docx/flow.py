"""The body of a DOCX as lines (正文): paragraphs in reading order, tables and pictures among them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from guiju.core.documents.docx import grouped, pictures, tables
from guiju.core.documents.docx.inline import Inline
from guiju.core.documents.docx.layout import Role
from guiju.core.documents.docx.names import below, q, switched, val, whole
from guiju.core.documents.docx.source import Source
from guiju.core.documents.docx.styles import Style, outline
from guiju.core.documents.lines import Line
from guiju.core.documents.model import Block, Figure, Footnote, Formula, Paragraph, Text
from guiju.core.documents.structure import labels, marks
from guiju.core.documents.structure.cutting import cut, joined
from guiju.core.documents.structure.words import folded, pattern
from guiju.core.documents.walking import plain

_LEFT_OUT = {q("w:del"), q("w:moveFrom"), q("w:sectPr"), q("w:sdtPr"), q("w:sdtEndPr")}
_TRACKED = {q("w:ins"), q("w:moveTo"), q("w:del"), q("w:moveFrom")}
_ROWS = ("w:ins", "w:del")
_TWIPS = 20.0
_NUMBER = re.compile(r"[\s…·.]*[(（]\s*((?:[A-Z]\s?\.\s?)?\d{1,3})\s*[)）]\s*$")
_ANNEX = re.compile(rf"\s*{pattern('annex', 'word')}")
_FILLING = " \t\n\u3000….·"


@dataclass(slots=True)
class Flow:
    """Goes through the children of a body, cell or note."""

    source: Source
    carried: Text = field(default_factory=Text)  # of a paragraph whose end was deleted

    def lines(self, holder: etree._Element) -> Iterator[Line]:
        yield from self._each(holder)
        yield from self._flushed()

    def _flushed(self) -> Iterator[Line]:
        """The words of a paragraph whose end was deleted, where none follows."""
        if self.carried:
            yield Line(text=self.carried, line=self.source.line)
            self.carried = Text()

    def _each(self, holder: etree._Element) -> Iterator[Line]:
        for one in holder:
            if one.tag in _TRACKED:
                self.source.doubts.add("tracked", self.source.line)
            if not isinstance(one.tag, str) or one.tag in _LEFT_OUT:
                continue
            if one.tag == q("w:p"):
                yield from self._paragraph(one)
            elif one.tag == q("w:tbl"):
                yield from self._table(one)
            elif one.tag == q("w:sdt"):
                yield from self._control(one)
            elif one.tag == q("w:altChunk"):
                target = self.source.target(one.get(q("r:id"), "")).target
                self.source.doubts.add("subdocument", self.source.line, target)
            elif one.tag == q("mc:AlternateContent"):
                branch = pictures.chosen(one)
                yield from self._each(branch) if branch is not None else ()
            elif one.tag in (q("w:bookmarkStart"),):
                self.source.marked.setdefault(one.get(q("w:name"), ""), self.source.line + 1)
            else:
                yield from self._each(one)

    def _control(self, one: etree._Element) -> Iterator[Line]:
        inside = below(one, "w:sdtContent")
        if inside is None or switched(below(one, "w:sdtPr"), "w:showingPlcHdr"):
            return
        tag = val(one, "w:sdtPr/w:tag")
        found = list(self._each(inside))
        if grouped.is_group(tag):
            made = grouped.block(tag, found)
            yield from [Line(line=self.source.line, block=made)] if made is not None else found
            return
        if tag:
            words = "\n".join(line.text.content for line in found).strip()
            self.source.said.append((tag, words))
        yield from found

    def _table(self, one: etree._Element) -> Iterator[Line]:
        yield from self._flushed()
        line = self.source.line + 1
        if any(below(row, f"w:trPr/{kind}") is not None for row in one for kind in _ROWS):
            self.source.doubts.add("tracked", line)
        table = tables.read(one, self._blocks, self._covered, line)
        if table is not None:
            formula = tables.as_formula(table)
            yield Line(line=line, block=formula or table)

    def _covered(self, blocks: tuple[Block, ...]) -> None:
        words = " ".join(filter(None, map(plain, blocks)))
        if words:
            self.source.doubts.add("merged", self.source.line, words)

    def _blocks(self, cell: etree._Element) -> tuple[tuple[Block, ...], str]:
        """The blocks of a cell, and how its first paragraph is aligned."""
        found = Flow(self.source)
        made: list[Block] = []
        for one in found.lines(cell):
            text = joined([Text(one.number), one.text], " ") if one.number else one.text
            if one.block is not None:
                made.append(one.block)
            elif text.content.strip():
                made.append(Paragraph(text=cut(text, 0), line=one.line))
        first = cell.find(q("w:p"))
        return tuple(made), val(first, "w:pPr/w:jc") if first is not None else ""

    def _paragraph(self, one: etree._Element) -> Iterator[Line]:
        self.source.line += 1
        properties = below(one, "w:pPr")
        style = self.source.styles.of(val(properties, "w:pStyle") or self.source.styles.default)
        boxes: list[Line] = []
        inline = Inline(
            source=self.source,
            style=style,
            boxed=lambda box: boxes.extend(Flow(self.source).lines(box)),
            noted=self._noted,
        )
        inline.read(one)
        if self.source.fields.is_contents or style.role.role == "contents":
            self.source.listed.add(self.source.line)
        inline.end()
        text = joined([self.carried, inline.text()])
        self.carried = Text()
        if below(properties, "w:rPr/w:del") is not None and self.source.line:
            self.source.doubts.add("tracked", self.source.line)
            self.carried = text
            return
        yield from self._line(one, style, inline, text)
        yield from boxes

    def _line(
        self, one: etree._Element, style: Style, inline: Inline, text: Text
    ) -> Iterator[Line]:
        properties, at = below(one, "w:pPr"), self.source.line
        is_said = bool(text.content.strip()) and not inline.is_field
        number = "" if inline.is_field else self.source.numbering.next(one)
        formula = _formula(inline, text, style, number, at) if is_said else None
        if formula is not None:
            yield Line(line=at, block=formula)
        elif is_said:
            line = Line(
                text=text,
                line=at,
                number=number.replace("\u3000", " ").strip(),
                style=style.name,
                bold=inline.is_bold,
                size=inline.size,
                indent=_indent(properties, style),
                centred=_aligned(properties, style) == "center",
            )
            yield _headed(line, style.role, outline(properties, style))
        elif _ANNEX.match(folded(number)):
            yield _headed(Line(line=at, number=number, style=style.name), style.role, 0)
        if inline.images:
            picture = Figure(label="", title=Text(), images=tuple(inline.images), line=at)
            yield Line(line=at, block=picture)

    def _noted(self, kind: str, identity: str, custom: bool) -> tuple[str, str]:
        """Id and label of a footnote or endnote; it is read where it is first called."""
        name = f"{kind}-{identity}"
        if name in self.source.called:
            return name, self.source.called[name]
        note = self.source.notes.get((kind, identity))
        self.source.automatic += not custom
        label = "" if custom else str(self.source.automatic)
        self.source.called[name] = label
        if note is not None and not self.source.in_note:
            self.source.in_note = self.source.package.part(f"{kind}s")
            place = self.source.line
            found = list(Flow(self.source).lines(note))
            self.source.in_note, self.source.line = "", place
            blocks = tuple(_as_blocks(found))
            self.source.footnotes.append(Footnote(id=name, label=label, blocks=blocks, line=place))
        return name, label


def _as_blocks(lines: list[Line]) -> Iterator[Block]:
    for one in lines:
        if one.block is not None:
            yield one.block
        elif one.text.content.strip():
            yield Paragraph(text=cut(one.text, 0), line=one.line)


def _headed(line: Line, role: Role, level: int) -> Line:
    """The line with what its style says of headings, its typed label taken apart."""
    if role.role == "heading":
        level = role.level
    is_clause = role.role == "untitled"
    if not level and not is_clause:
        return line
    titled = False if is_clause else True if role.sure else None
    line = replace(line, heading=0 if is_clause else level)
    label = labels.read(line.number or line.text.content)
    if label is None:
        return line
    if not line.number:
        line = replace(line, number=label.text, text=cut(line.text, label.end))
    return replace(line, titled=titled)


def _formula(inline: Inline, text: Text, style: Style, number: str, line: int) -> Formula | None:
    """A paragraph that is a formula and no more than its number."""
    is_own = style.role.role == "formula"
    if not is_own and len(inline.formulas) != 1:
        return None
    content = f"{text.content}\t{number}" if number else text.content
    found = _NUMBER.search(content)
    label = "".join(found[1].split()) if found else ""
    rest = content[: found.start()] if found else content
    maths = [one for one in text.marks if one.kind == "math"]
    if len(maths) == 1:
        mathml, linear = inline.formulas[0]
        around = rest[: maths[0].start] + rest[maths[0].end :]
        if around.strip(_FILLING) or maths[0].end > len(rest.rstrip()):
            return None
        return Formula(label=label, linear=linear, mathml=mathml, line=line)
    if not is_own or maths or not rest.strip() or _is_said(rest):
        return None
    return Formula(label=label, linear=" ".join(rest.split()), line=line)


def _is_said(text: str) -> bool:
    """Words in a style for formulas that are none: 式中 and sentences."""
    kind = marks.sign_of(text).kind
    return kind not in ("plain", "formula", "item") or text.rstrip().endswith(("。", "；", "："))


def _indent(properties: etree._Element | None, style: Style) -> float:
    own = below(properties, "w:ind")
    found = own if own is not None else style.paragraph("w:ind")
    if found is None:
        return 0.0
    left = whole(found.get(q("w:left")) or found.get(q("w:start")))
    return (left + whole(found.get(q("w:firstLine"))) - whole(found.get(q("w:hanging")))) / _TWIPS


def _aligned(properties: etree._Element | None, style: Style) -> str:
    own = below(properties, "w:jc")
    return val(own if own is not None else style.paragraph("w:jc"))
