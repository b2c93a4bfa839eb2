"""A page read (读取网页): blocks to lines, lines to the tree."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from lxml import etree

from guiju.core.documents.html import counting, own, tables
from guiju.core.documents.html.footnotes import Below, found_in
from guiju.core.documents.html.inline import (
    DROPPED,
    Inline,
    classes_of,
    drop,
    formula,
    leads_on,
    line_of,
    of_class,
    picture,
    tex_of,
    words_of,
)
from guiju.core.documents.html.parsing import parse
from guiju.core.documents.lines import Line
from guiju.core.documents.model import (
    Block,
    Footnote,
    Formula,
    Meta,
    Paragraph,
    Quote,
    Reading,
    Text,
)
from guiju.core.documents.structure import build
from guiju.core.documents.structure.cutting import joined
from guiju.core.documents.structure.starts import starts
from guiju.core.documents.texts import latex
from guiju.core.documents.texts.covers import told_with
from guiju.core.documents.texts.doubts import Told
from guiju.core.documents.texts.repairs import repaired
from guiju.core.markup import BLOCKS

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BLOCKS = BLOCKS | {"td", "th"}
_LABEL = re.compile(r"(?:[A-Z]|\d{1,2})(?:\.\d{1,3})+")


def read(data: bytes, *, name: str = "") -> Reading:
    """The tree of a page. Raises BrokenHtml, NotText and Undecodable."""
    root = parse(data, name=name)
    article = next((one for one in root.iter("article") if "lt-text" in classes_of(one)), None)
    groups = [one for one in root.iter("section") if "lt-footnotes" in classes_of(one)]
    free = [one for group in groups for one in group if one.get("id")]
    reader = _Reader(frozenset(str(one.get("id")) for one in free), own=article is not None)
    footnotes = [own.footnote(one, reader.inner) for one in free]
    if article is None:
        reader.rules = counting.rules_of(root)
        footnotes += reader.taken_out(found_in(root))
    reader.walk(root)
    language = "" if article is None else (article.get("lang") or "")
    meta = Meta(language="en") if language.startswith("en") else None
    if article is not None:
        return build(reader.lines, footnotes=footnotes, meta=meta)
    told = Told()
    lines = repaired(reader.lines, told)
    return told_with(build(lines, footnotes=footnotes, meta=meta), lines, told)


@dataclass(slots=True)
class _Reader:
    notes: frozenset[str]
    own: bool = False
    lines: list[Line] = field(default_factory=list)
    rules: counting.Rules = field(default_factory=dict)

    def taken_out(self, found: Sequence[Below]) -> list[Footnote]:
        """The footnotes, which stand where the page ends; from now on their marks are known."""
        self.notes = self.notes | {one.name for one in found}
        made: list[Footnote] = []
        for one in found:
            if one.place.getparent() is None or one.back.getparent() is None:
                continue
            drop(one.back)
            inside = self.inner(one.place)
            drop(one.place)
            made.append(
                Footnote(id=one.name, label=one.label, blocks=inside, line=line_of(one.place))
            )
        return made

    def walk(self, element: etree._Element) -> None:
        """The blocks inside an element; words between them are paragraphs."""
        words = Inline(self.notes)
        words.add(element.text)
        for one in element:
            if isinstance(one.tag, str) and self._is_block(one):
                self._paragraph(words, element)
                words = Inline(self.notes)
                self._block(one)
            else:
                words.element(one)
            words.add(one.tail)
        self._paragraph(words, element)

    def _is_block(self, one: etree._Element) -> bool:
        """An inline element with blocks inside counts as a block, as browsers show it."""
        name = one.tag
        if name in _BLOCKS or (name == "math" and one.get("display") == "block"):
            return True
        if tex_of(one) is not None:
            return "display" in (one.get("type") or "")
        if name in DROPPED or name == "math":
            return False
        return next(one.iter(*_BLOCKS), None) is not None or self._is_alone(one)

    def _is_alone(self, one: etree._Element) -> bool:
        """A picture that is all of its paragraph."""
        parent = one.getparent()
        return (
            one.tag == "img"
            and parent is not None
            and parent.tag in _BLOCKS
            and not words_of(parent).strip()
        )

    def _block(self, one: etree._Element) -> None:
        name, classes = str(one.tag), classes_of(one)
        if (name in DROPPED and tex_of(one) is None) or classes & {"lt-footnotes", "lt-no-image"}:
            return
        if name in _HEADINGS:
            self._heading(one)
        elif name == "math" or "lt-formula" in classes:
            self._formula(one)
        elif self.own and (made := own.block(one, self.inner)) is not None:
            self._add(Line(block=made, line=line_of(one)))
        elif name == "script":
            self._scripted(one)
        elif name == "img":
            self._add(Line(block=picture(one), line=line_of(one)))
        elif name == "table":
            self._table(one, ())
        elif name in ("ul", "ol", "menu", "dir"):
            if self.own or not leads_on(one):
                self._list(one)
        elif name == "dl" and "lt-entry" in classes:
            self._term(one)
        elif name == "pre":
            words = words_of(one).strip("\n")
            inside = (Paragraph(text=Text(words), line=line_of(one)),)
            self._add(Line(block=Quote(blocks=inside, code=True), line=line_of(one)))
        elif "lt-tabled" in classes and one.find(".//table") is not None:
            self._table_with_notes(one)
        else:
            self.walk(one)

    def _add(self, line: Line) -> None:
        self.lines.append(line)

    def _paragraph(self, words: Inline, element: etree._Element) -> None:
        text = words.text()
        if not text:
            return
        whole = (0, len(text.content))
        bold = any(one.kind == "bold" and one[:2] == whole for one in text.marks)
        if bold:
            marks = tuple(x for x in text.marks if x.kind != "bold" or x[:2] != whole)
            text = Text(text.content, marks)
        said = f"{element.get('align') or ''} {element.get('style') or ''}".lower()
        line = Line(text=text, line=line_of(element), bold=bold, centred="center" in said)
        self._add(line)

    def _words(self, element: etree._Element) -> Text:
        words = Inline(self.notes)
        words.inside(element)
        return words.text()

    def _heading(self, one: etree._Element) -> None:
        text, line = self._words(one), line_of(one)
        level = _HEADINGS[str(one.tag)]
        if _LABEL.fullmatch(text.content):
            self._add(Line(number=text.content, line=line, heading=level))
        elif text:
            self._add(Line(text=text, line=line, heading=level))

    def _formula(self, one: etree._Element) -> None:
        """A displayed formula, as MathML or as one line, and its number in brackets."""
        math = one if one.tag == "math" else one.find(".//math")
        label, line = of_class(one, "lt-label"), of_class(one, "lt-linear")
        sign = words_of(label).strip(" ()（）") if label is not None else ""
        if math is None and line is None:
            self.walk(one)
            return
        value, linear = formula(math) if math is not None else ("", "")
        if line is not None and not linear:
            linear = " ".join(words_of(line).split())
        made = Formula(label=sign, linear=linear, mathml=value, line=line_of(one))
        self._add(Line(block=made, line=made.line))

    def _scripted(self, one: etree._Element) -> None:
        """A displayed formula in TeX."""
        made = latex.displayed(tex_of(one) or "")
        block = Formula(label=made.label, linear=made.linear, mathml=made.mathml, line=line_of(one))
        self._add(Line(block=block, line=block.line))

    def _table(self, one: etree._Element, below: tuple[Paragraph, ...]) -> None:
        cells = [cell for row in tables.rows_of(one) for cell in tables.cells_of(row)]
        is_frame = not self.own and tables.is_frame(one, cells)
        if (len(cells) == 1 and not below) or is_frame:
            for cell in cells:
                self.walk(cell)
            return
        for caption in one.findall("caption"):
            if "visually-hidden" not in classes_of(caption):
                self._caption(caption)
        if cells:
            made = tables.table(one, below, self.inner)
            made = made if self.own else tables.headed(made)
            self._add(Line(block=made, line=made.line))

    def _caption(self, one: etree._Element) -> None:
        unit = of_class(one, "lt-unit")
        words = Text()
        if unit is not None:
            words = self._words(unit)
            drop(unit)
        self._paragraph_of(self._words(one), one)
        self._paragraph_of(words, one)

    def _paragraph_of(self, text: Text, one: etree._Element) -> None:
        if text:
            self._add(Line(text=text, line=line_of(one)))

    def _table_with_notes(self, one: etree._Element) -> None:
        below = tuple(own.below(one, self.inner))
        for part in one.iter("table"):
            self._table(part, below)
            return

    def inner(self, element: etree._Element) -> tuple[Block, ...]:
        reader = _Reader(self.notes, self.own)
        reader.walk(element)
        return tuple(map(_as_block, reader.lines))

    def _list(self, one: etree._Element) -> None:
        count = 0
        for item in one:
            if item.tag == "li":
                count += 1
                at = len(self.lines)
                self.walk(item)
                if at < len(self.lines):
                    self._label(at, one, count)
            elif isinstance(item.tag, str) and item.tag not in DROPPED:
                self._block(item)

    def _label(self, at: int, listed: etree._Element, count: int) -> None:
        """The first line of an item gets the label that a browser would show."""
        first = self.lines[at]
        if first.block is None and not first.number and not starts(first.text.content):
            self.lines[at] = replace(first, number=counting.label(listed, count, self.rules))

    def _term(self, one: etree._Element) -> None:
        names: list[str] = []
        for part in one:
            text, classes = self._words(part), classes_of(part)
            if part.tag == "dt" and "lt-label" in classes:
                self._add(Line(number=text.content, line=line_of(part), heading=2))
            elif part.tag == "dt" and {"lt-preferred", "lt-term"} <= classes:
                names.append(text.content)
            else:
                self._names(names, part)
                names = []
                self._block(part)
        self._names(names, one)

    def _names(self, names: list[str], part: etree._Element) -> None:
        self._paragraph_of(Text(" ".join(names)), part)


def _as_block(line: Line) -> Block:
    if line.block is not None:
        return line.block
    if not line.number:
        return Paragraph(text=line.text, line=line.line)
    return Paragraph(text=joined([Text(line.number), line.text], " "), line=line.line)
