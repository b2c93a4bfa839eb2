"""A page read (读取网页): blocks to lines, lines to the tree."""

import re
from dataclasses import dataclass, field, replace

from lxml import etree

from guiju.core.documents.html import own, tables
from guiju.core.documents.html.inline import (
    DROPPED,
    Inline,
    classes_of,
    drop,
    formula,
    line_of,
    of_class,
    picture,
    words_of,
)
from guiju.core.documents.html.parsing import parse
from guiju.core.documents.lines import Line
from guiju.core.documents.model import (
    Block,
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

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BLOCKS = frozenset(
    [
        "p",
        "div",
        "section",
        "article",
        "header",
        "footer",
        "main",
        "aside",
        "blockquote",
        "pre",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "table",
        "figure",
        "figcaption",
        "hr",
        "form",
        "fieldset",
        "details",
        "summary",
        "center",
        "address",
        "body",
        "html",
        "caption",
        "menu",
        "dir",
        "tr",
        "td",
        "th",
        "tbody",
        "thead",
        "tfoot",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
    ]
)
_LABEL = re.compile(r"(?:[A-Z]|\d{1,2})(?:\.\d{1,3})+")


def read(data: bytes, *, name: str = "") -> Reading:
    """The tree of a page. Raises BrokenHtml, NotText and Undecodable."""
    root = parse(data, name=name)
    article = next((one for one in root.iter("article") if "standard" in classes_of(one)), None)
    groups = [one for one in root.iter("section") if "footnotes" in classes_of(one)]
    free = [one for group in groups for one in group if one.tag == "aside" and one.get("id")]
    reader = _Reader(frozenset(str(one.get("id")) for one in free), own=article is not None)
    footnotes = [own.footnote(one, reader.inner) for one in free]
    reader.walk(root)
    language = "" if article is None else (article.get("lang") or "")
    meta = Meta(language="en") if language.startswith("en") else None
    return build(reader.lines, footnotes=footnotes, meta=meta)


@dataclass(slots=True)
class _Reader:
    notes: frozenset[str]
    own: bool = False
    lines: list[Line] = field(default_factory=list)

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
        if name in DROPPED or classes & {"footnotes", "missing"}:
            return
        if name in _HEADINGS:
            self._heading(one)
        elif name == "math" or "formula" in classes:
            self._formula(one)
        elif self.own and (made := own.block(one, self.inner)) is not None:
            self._add(Line(block=made, line=line_of(one)))
        elif name == "img":
            self._add(Line(block=picture(one), line=line_of(one)))
        elif name == "table":
            self._table(one, ())
        elif name in ("ul", "ol", "menu", "dir"):
            self._list(one)
        elif name == "dl" and "term" in classes:
            self._term(one)
        elif name == "pre":
            words = words_of(one).strip("\n")
            inside = (Paragraph(text=Text(words), line=line_of(one)),)
            self._add(Line(block=Quote(blocks=inside, code=True), line=line_of(one)))
        elif "table" in classes and one.find(".//table") is not None:
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
        label, line = of_class(one, "label"), of_class(one, "linear")
        sign = words_of(label).strip(" ()（）") if label is not None else ""
        if math is None and line is None:
            self.walk(one)
            return
        value, linear = formula(math) if math is not None else ("", "")
        if line is not None and not linear:
            linear = " ".join(words_of(line).split())
        made = Formula(label=sign, linear=linear, mathml=value, line=line_of(one))
        self._add(Line(block=made, line=made.line))

    def _table(self, one: etree._Element, below: tuple[Paragraph, ...]) -> None:
        cells = [cell for row in tables.rows_of(one) for cell in tables.cells_of(row)]
        if len(cells) == 1 and not below:  # a frame around the page
            self.walk(cells[0])
            return
        for caption in one.findall("caption"):
            self._caption(caption)
        if cells:
            made = tables.table(one, below, self.inner)
            self._add(Line(block=made, line=made.line))

    def _caption(self, one: etree._Element) -> None:
        unit = of_class(one, "unit")
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
        below: list[Paragraph] = []
        for aside in one.iter("aside"):
            inside = self.inner(aside)
            below += [x for x in inside if isinstance(x, Paragraph)]
        for part in one.iter("table"):
            self._table(part, tuple(below))
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
            self.lines[at] = replace(first, number=_bullet(listed, count))

    def _term(self, one: etree._Element) -> None:
        names: list[str] = []
        for part in one:
            text, classes = self._words(part), classes_of(part)
            if part.tag == "dt" and "label" in classes:
                self._add(Line(number=text.content, line=line_of(part), heading=2))
            elif part.tag == "dt" and {"preferred", "term"} <= classes:
                names.append(text.content)
            else:
                self._names(names, part)
                names = []
                self._block(part)
        self._names(names, one)

    def _names(self, names: list[str], part: etree._Element) -> None:
        self._paragraph_of(Text(" ".join(names)), part)


def _bullet(listed: etree._Element, count: int) -> str:
    if listed.tag == "ol":
        is_lettered = (listed.get("type") or "") in ("a", "A") and count <= 26
        return f"{chr(96 + count)})" if is_lettered else f"{count})"
    above = sum(one.tag in ("ul", "ol") for one in listed.iterancestors())
    return "·" if above else "——"


def _as_block(line: Line) -> Block:
    if line.block is not None:
        return line.block
    if not line.number:
        return Paragraph(text=line.text, line=line.line)
    return Paragraph(text=joined([Text(line.number), line.text], " "), line=line.line)
