"""The typed view of a standard's text (标准文本): what checker, comparison and pages look at.

A text is a plain string with marks beside it, so that a place is an offset and nothing else.
Readers leave `address` empty; `addresses.addressed` gives them all at once. `line` is the place in
the source (line, paragraph of a DOCX, or page of a PDF; 0: unknown).
"""

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

MarkKind = Literal[
    "italic",
    "bold",
    "underline",
    "sub",
    "sup",
    "code",
    "math",  # value: MathML; the marked characters are its linear form
    "standard",  # a reference to a standard; value: the number as its canonical key
    "internal",  # a pointer inside the document; value: an address, "" when it leads nowhere
    "link",  # value: the address on the web
    "footnote",  # value: the id of a Footnote
    "term",  # value: the address of a term entry
    "break",  # a line break inside a paragraph; marks one "\n"
]
SectionKind = Literal[
    "foreword",  # 前言
    "introduction",  # 引言
    "scope",  # 范围
    "normative-references",  # 规范性引用文件
    "terms",  # 术语和定义
    "symbols",  # 符号和缩略语
    "clause",  # 章、条
    "annex",  # 附录
    "bibliography",  # 参考文献
    "index",  # 索引
    "contents",  # 目次, kept only when it was written by hand
    "other",
]
Nature = Literal["normative", "informative", ""]
Places = Literal["line", "page", "paragraph"]  # 行、页、段


class Mark(NamedTuple):
    """Characters `start` to `end` of a text are of this kind."""

    start: int
    end: int
    kind: MarkKind
    value: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """Characters in reading order; marks lie inside and are sorted by start, longest first."""

    content: str = ""
    marks: tuple[Mark, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.content)


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """段. In a section of kind clause it is 无标题条 when the section has a label and no title."""

    text: Text
    address: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """列项. `label` as written: "a)", "1)", "——", "·"; "" when the source has none."""

    label: str
    blocks: tuple["Block", ...]
    address: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Items:
    """A list (列项) of one level; the next level stands among an item's blocks."""

    items: tuple[Item, ...]
    address: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """注 or 示例, or a safety prompt (警示). `label` as written without the colon: 注1."""

    kind: Literal["note", "example", "important", "danger", "warning", "caution"]
    label: str
    blocks: tuple["Block", ...]
    address: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Footnote:
    """脚注 (条文脚注) or a table's or figure's (表脚注). `id` is unique in the document."""

    id: str
    label: str
    blocks: tuple["Block", ...]
    address: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A cell that stands once and reaches over `rows` and `columns`; `column` counts from 0."""

    blocks: tuple["Block", ...]
    column: int
    rows: int = 1
    columns: int = 1
    head: bool = False
    align: Literal["left", "center", "right", ""] = ""
    address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """表. `label` is its number alone ("1", "A.1"), "" without one.

    `head` are the rows of the head, `body` the others; each row holds the cells that begin in it.
    """

    label: str
    title: Text
    head: tuple[tuple[Cell, ...], ...]
    body: tuple[tuple[Cell, ...], ...]
    unit: str = ""  # 单位为毫米: what is written above the table's right end, without 单位为
    notes: tuple[Note, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    address: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """图. `label` is its number alone. `images` are names or web addresses of files, `key` 标引序号说明; parts are 分图."""

    label: str
    title: Text
    images: tuple[str, ...] = ()
    parts: tuple["Figure", ...] = ()
    key: tuple["Block", ...] = ()
    unit: str = ""
    notes: tuple[Note, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    address: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Formula:
    """A displayed formula (公式). `label` is its number without brackets; `linear` is one line."""

    label: str
    linear: str
    mathml: str = ""
    address: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Words of another text, code, or what must stay as it is written."""

    blocks: tuple["Block", ...]
    code: bool = False
    address: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """An entry of 规范性引用文件 or 参考文献.

    `number` as written ("GB/T 1.1—2020", "ISO 9000:2015"), "" when it is no standard; `dated` says
    whether it names one edition. `label` is "[1]" in a bibliography.
    """

    number: str
    title: Text
    text: Text  # the whole entry as written
    dated: bool = False
    label: str = ""
    address: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Designation:
    """A term (术语), symbol or abbreviation of an entry."""

    text: Text
    language: str
    status: Literal["preferred", "admitted", "deprecated"] = "preferred"
    kind: Literal["term", "symbol", "abbreviation", "formula"] = "term"


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A term entry (术语条目): its number, designations, definitions by language, and what follows."""

    label: str
    designations: tuple[Designation, ...]
    definitions: tuple[tuple[str, Text], ...]  # language, definition
    domain: str = ""
    blocks: tuple["Block", ...] = ()  # figures, formulas, examples, notes, in order
    sources: tuple[Text, ...] = ()  # 来源, without the brackets
    address: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Opaque:
    """What this view has no word for. `xml` is it as read, `text` what a person would read."""

    xml: str
    text: str = ""
    address: str = ""
    line: int = 0


Block = (
    Paragraph
    | Items
    | Note
    | Table
    | Figure
    | Formula
    | Quote
    | Reference
    | Term
    | Footnote
    | Opaque
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """An element, chapter, clause or annex (要素、章、条、附录).

    `label` apart from `title`: "5.4", "附录A" is label "A". `level` is 1 for an element, chapter or
    annex. Blocks stand before subsections.
    """

    kind: SectionKind
    label: str
    title: Text
    level: int
    blocks: tuple[Block, ...] = ()
    sections: tuple["Section", ...] = ()
    nature: Nature = ""  # of an annex as marked: 规范性, 资料性
    address: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Meta:
    """What cover and front matter say (封面). All as written; "" or () when not said."""

    number: str = ""
    numbers: tuple[str, ...] = ()  # all of them, a double number in its parts
    titles: tuple[tuple[str, str], ...] = ()  # language, title
    language: str = "zh"
    ics: tuple[str, ...] = ()
    ccs: tuple[str, ...] = ()
    replaces: tuple[str, ...] = ()
    issued: str = ""  # ISO date, or as written where it is none
    effective: str = ""
    issuers: tuple[str, ...] = ()
    level: str = ""  # the words on the cover: 中华人民共和国国家标准
    committee: str = ""
    adopts: tuple[tuple[str, str], ...] = ()  # number, degree (IDT, MOD, NEQ)
    stage: str = ""  # 征求意见稿 …
    registration: str = ""  # 备案号


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A standard's text in one language, in order: front elements, chapters, annexes, back elements."""

    meta: Meta
    sections: tuple[Section, ...]
    footnotes: tuple[Footnote, ...] = ()  # 条文脚注


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """What a reader was unsure of: where, what it took it for, in both languages."""

    code: str
    zh: str
    en: str
    line: int = 0
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a reader made of a file; `places` says what every `line` of it counts."""

    document: Document
    doubts: tuple[Doubt, ...] = ()
    images: dict[str, bytes] = field(default_factory=dict)  # name → file
    places: Places = "line"
    sts: bytes = b""  # the file itself where it is NISO or ISO STS, which loses nothing
