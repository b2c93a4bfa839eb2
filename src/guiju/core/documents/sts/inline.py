"""What stands in a line of STS (行内元素): emphasis, pointers, references, formulas, footnotes."""

from collections.abc import Callable
from functools import lru_cache

from lxml import etree

from guiju.core import numbers
from guiju.core.documents.model import Footnote, MarkKind, Text
from guiju.core.documents.sts import mathml
from guiju.core.documents.sts.gathering import Gatherer
from guiju.core.documents.sts.names import BLOCKS, HREF, STYLES, child, local
from guiju.core.documents.sts.reader import Reader, label_of

_WEB = ("ext-link", "uri", "email")
_SILENT = frozenset(("object-id", "milestone-start", "milestone-end", "target"))


def text_of(reader: Reader, element: etree._Element | None, *, verbatim: bool = False) -> Text:
    """All words of an element as one text; what would be a block begins a new line."""
    gatherer = Gatherer(verbatim=verbatim)
    if element is not None:
        gather(reader, element, gatherer)
    return gatherer.text()


def gather(
    reader: Reader,
    element: etree._Element,
    into: Gatherer,
    blocks: list[etree._Element] | None = None,
) -> None:
    """The words inside an element; blocks met on the way are put aside, or written as lines."""
    into.add(element.text)
    for one in element:
        inline(reader, one, into, blocks)
        into.add(one.tail)


def inline(
    reader: Reader, element: etree._Element, into: Gatherer, blocks: list[etree._Element] | None
) -> None:
    """One element of a line."""
    if not isinstance(element.tag, str):
        if element.tag is etree.Entity:
            into.add(reader.entity(element))
        return
    name = local(element)
    special = _SPECIAL.get(name)
    if name in STYLES:
        _marked(reader, element, into, blocks, STYLES[name])
    elif special:
        special(reader, element, into, blocks)
    elif name in _WEB:
        address = element.get(HREF) or label_of(element)
        _marked(reader, element, into, blocks, "link", address)
    elif name in BLOCKS and blocks is not None:
        blocks.append(element)
    elif name in BLOCKS or name in ("list-item", "def-item"):
        _as_line(reader, element, into)
    elif name not in _SILENT or (element.text or "").strip():
        gather(reader, element, into, blocks)


def _marked(
    reader: Reader,
    element: etree._Element,
    into: Gatherer,
    blocks: list[etree._Element] | None,
    kind: MarkKind,
    value: str = "",
) -> None:
    opened = into.open()
    gather(reader, element, into, blocks)
    into.close(opened, kind, value)


def _as_line(reader: Reader, element: etree._Element, into: Gatherer) -> None:
    """A block where none can stand: on a line of its own."""
    if into.last not in ("", "\n"):
        into.line_break()
    gather(reader, element, into)
    following = element.tail and element.tail.strip()
    if following and into.last not in ("", "\n"):
        into.line_break()


def _math(
    reader: Reader, element: etree._Element, into: Gatherer, _: list[etree._Element] | None
) -> None:
    into.point("math", mathml.linear(element), mathml.canonical(element))


def formula(
    reader: Reader,
    element: etree._Element,
    into: Gatherer,
    blocks: list[etree._Element] | None = None,
) -> None:
    """A formula in a line; of alternatives, MathML with its textual form."""
    choices = element if local(element) == "alternatives" else child(element, "alternatives")
    math = None if choices is None else child(choices, "math")
    if choices is None or math is None:
        gather(reader, element, into, blocks)
        return
    words = child(choices, "textual-form")
    line = mathml.linear(math) if words is None else label_of(words)
    into.point("math", line, mathml.canonical(math))


def _break(
    reader: Reader, element: etree._Element, into: Gatherer, _: list[etree._Element] | None
) -> None:
    into.line_break()


def _pointer(
    reader: Reader, element: etree._Element, into: Gatherer, blocks: list[etree._Element] | None
) -> None:
    """An xref; its value is the id until addresses are given."""
    rid = reader.target(element.get("rid"))
    kind: MarkKind = "internal"
    if rid and local(reader.ids[rid]) == "fn":
        kind = "footnote"
    elif element.get("specific-use") == "term":
        kind = "term"
    _marked(reader, element, into, blocks, kind, rid)


def _entailed(
    reader: Reader, element: etree._Element, into: Gatherer, blocks: list[etree._Element] | None
) -> None:
    _marked(reader, element, into, blocks, "term", reader.target(element.get("target")))


def _standard(
    reader: Reader, element: etree._Element, into: Gatherer, blocks: list[etree._Element] | None
) -> None:
    """A standard named in a line: its number is marked, its title is words."""
    number = child(element, "std-ref")
    if number is None:
        key = standard_key(element.get("std-id", ""), label_of(element))
        _marked(reader, element, into, blocks, "standard", key)
        return
    key = standard_key(element.get("std-id", ""), label_of(number))
    into.add(element.text)
    for one in element:
        if one is number:
            _marked(reader, one, into, blocks, "standard", key)
        else:
            inline(reader, one, into, blocks)
        into.add(one.tail)


@lru_cache(maxsize=4096)
def standard_key(said: str, written: str) -> str:
    """The canonical key of a number as data or, where none is given, as written."""
    number = numbers.try_read(said or written)
    return said if number is None else numbers.canonical(number)


def _footnote(
    reader: Reader, element: etree._Element, into: Gatherer, _: list[etree._Element] | None
) -> None:
    """A footnote where it is called; without a pointer to it, its own sign is the call."""
    note = footnote(reader, element)
    if element.get("id") not in reader.pointed:
        into.point("footnote", note.label, note.id)


def footnote(reader: Reader, element: etree._Element) -> Footnote:
    """Put among the footnotes of the table, figure or document that is being read."""
    from_where = child(element, "label")
    made = Footnote(
        id=reader.footnote_id(element),
        label="" if from_where is None else label_of(from_where),
        blocks=tuple(reader.flow(reader, element, skip=("label",))),
    )
    reader.footnotes[-1].append(reader.made(made, element))
    return made


_Special = Callable[[Reader, etree._Element, Gatherer, "list[etree._Element] | None"], None]
_SPECIAL: dict[str, _Special] = {
    "math": _math,
    "inline-formula": formula,
    "alternatives": formula,
    "disp-formula": formula,
    "break": _break,
    "xref": _pointer,
    "entailedTerm": _entailed,
    "std": _standard,
    "fn": _footnote,
}
