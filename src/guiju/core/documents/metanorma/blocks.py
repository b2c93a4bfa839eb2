"""Blocks of Metanorma (块): paragraphs, lists, notes, tables, figures, formulas."""

from collections.abc import Callable, Iterable, Iterator

from lxml import etree

from guiju.core.documents.metanorma import floats
from guiju.core.documents.metanorma.inline import inline, text_of
from guiju.core.documents.metanorma.names import is_printed, said, words
from guiju.core.documents.metanorma.state import State
from guiju.core.documents.model import Block, Item, Items, Note, Opaque, Paragraph, Quote, Text
from guiju.core.documents.structure.words import NoteKind
from guiju.core.documents.sts.flow import opaque
from guiju.core.documents.sts.gathering import Gatherer
from guiju.core.documents.sts.labels import word
from guiju.core.documents.sts.lists import counted, meaning
from guiju.core.documents.sts.names import child, line_of, local
from guiju.core.documents.sts.notes import plain_label

_LISTS = {
    "alphabet": "alpha-lower",
    "alphabet_upper": "alpha-upper",
    "arabic": "arabic",
    "roman": "roman-lower",
    "roman_upper": "roman-upper",
}
_ADMONITIONS: dict[str, NoteKind] = {
    "important": "important",
    "danger": "danger",
    "warning": "warning",
    "caution": "caution",
    "safety precautions": "warning",
}
_BESIDE = frozenset(["title", "name", "variant-title", "annotation"])


def blocks_in(state: State, element: etree._Element) -> Iterator[Block]:
    """The blocks inside an element; words between them are paragraphs."""
    yield from blocks_of(state, element, element, element.text)


def blocks_of(
    state: State,
    holder: etree._Element,
    children: Iterable[etree._Element],
    words_before: str | None = None,
) -> Iterator[Block]:
    """The same for some children of an element."""
    into = Gatherer()
    into.add(words_before)
    for one in children:
        name = local(one)
        if name in _BESIDE or is_printed(one) or not name:
            pass
        elif name in BLOCKS:
            yield from _paragraph(state, holder, into)
            into = Gatherer()
            yield from BLOCKS[name](state, one)
        elif name in _INLINE or into or (one.tail or "").strip():
            inline(state, one, into)
        else:
            state.doubt("metanorma-unknown", one, name)
            yield state.made(opaque(one), one)
        into.add(one.tail)
    yield from _paragraph(state, holder, into)


def _paragraph(state: State, element: etree._Element, into: Gatherer) -> Iterator[Block]:
    text = into.text()
    if text or text.marks:
        yield state.made(Paragraph(text=text, line=line_of(element)), element)


def _p(state: State, element: etree._Element) -> Iterator[Block]:
    """A paragraph; notes that stand inside it follow it."""
    yield from blocks_in(state, element)


def _list(state: State, element: etree._Element) -> Iterator[Block]:
    rows = [one for one in said(element) if local(one) == "li"]
    labels = ["".join(words(child(one, "fmt-name")).split()) for one in rows]
    if not any(labels) and local(element) == "ol":
        labels = counted(_LISTS.get(element.get("type", ""), "order"), len(rows))
    elif not any(labels):
        labels = ["——" if state.language.startswith("zh") else "—"] * len(rows)
    items = tuple(
        state.made(Item(label=label, blocks=tuple(blocks_in(state, one)), line=line_of(one)), one)
        for label, one in zip(labels, rows, strict=True)
    )
    yield state.made(Items(items=items, line=line_of(element)), element)


def _definitions(state: State, element: etree._Element) -> Iterator[Block]:
    """A dl: each term with a dash before what it means."""
    items: list[Item] = []
    term, at = Text(), element
    for one in said(element):
        if local(one) == "dt":
            term, at = text_of(state, one), one
        elif local(one) == "dd":
            dash = "——" if state.language.startswith("zh") else " — "
            blocks = list(blocks_in(state, one))
            first = blocks[0] if blocks else None
            if isinstance(first, Paragraph):
                blocks[0] = Paragraph(text=meaning(term, dash, first.text), line=first.line)
            elif term:
                blocks.insert(0, Paragraph(text=term, line=line_of(at)))
            items.append(state.made(Item(label="", blocks=tuple(blocks), line=line_of(at)), at))
            term = Text()
    if items:
        yield state.made(Items(items=tuple(items), line=line_of(element)), element)


def note(state: State, element: etree._Element) -> Iterator[Block]:
    kind: NoteKind = "example" if local(element).endswith("example") else "note"
    yield _note(state, element, kind)


def _note(state: State, element: etree._Element, kind: NoteKind) -> Note:
    title = text_of(state, child(element, "name"))
    head = (Paragraph(text=title, line=line_of(element)),) if title else ()
    made = Note(
        kind=kind,
        label=_label(state, element, kind),
        blocks=(*head, *blocks_in(state, element)),
        line=line_of(element),
    )
    return state.made(made, element)


def _label(state: State, element: etree._Element, kind: NoteKind) -> str:
    """As printed, else 注 or, among several of one holder, 注1."""
    head = child(element, "fmt-name")
    for one in () if head is None else head.iter("{*}span"):
        if one.get("class") == "fmt-caption-label":
            return plain_label(words(one))
    above = element.getparent()
    name = local(element)
    same = [] if above is None else [one for one in said(above) if local(one) == name]
    called = word("blocks", kind, state.language)
    if len(same) < 2:
        return called
    gap = "" if state.language.startswith("zh") else " "
    return f"{called}{gap}{same.index(element) + 1}"


def _admonition(state: State, element: etree._Element) -> Iterator[Block]:
    kind = _ADMONITIONS.get(str(element.get("type", "")), "important")
    made = Note(
        kind=kind,
        label=plain_label(words(child(element, "name"))) or word("blocks", kind, state.language),
        blocks=tuple(blocks_in(state, element)),
        line=line_of(element),
    )
    yield state.made(made, element)


def _quote(state: State, element: etree._Element) -> Iterator[Block]:
    """A quote with who and what is quoted."""
    parts = [one for one in said(element) if local(one) not in ("source", "author", "attribution")]
    blocks = list(blocks_of(state, element, parts))
    source, author = child(element, "source"), child(element, "author")
    cited = "" if source is None else str(source.get("citeas", ""))
    places = [] if source is None else [words(one) for one in source.iter("{*}referenceFrom")]
    by = ", ".join(filter(None, (words(author), cited, *places)))
    if by:
        blocks.append(Paragraph(text=Text(f"— {by}"), line=line_of(element)))
    yield state.made(Quote(blocks=tuple(blocks), line=line_of(element)), element)


def _code(state: State, element: etree._Element) -> Iterator[Block]:
    """Source code as it stands; annotations of its lines follow it."""
    body = child(element, "body")
    inside = element if body is None else body
    text = Text(_verbatim(inside))
    line = line_of(element)
    made = Quote(blocks=(Paragraph(text=text, line=line),) if text else (), code=True, line=line)
    yield state.made(made, element)
    for one in said(element):
        if local(one) not in ("body", "name"):
            yield from blocks_in(state, one)


def _verbatim(element: etree._Element) -> str:
    parts = [element.text or ""]
    for one in element:
        if isinstance(one.tag, str) and not local(one).startswith(("fmt-", "callout-", "semx")):
            parts.append(_verbatim(one))
        parts.append(one.tail or "")
    return "".join(parts)


def _raw(state: State, element: etree._Element) -> Iterator[Block]:
    state.doubt("metanorma-unknown", element, local(element))
    made: Opaque = opaque(element)
    yield state.made(made, element)


def _through(state: State, element: etree._Element) -> Iterator[Block]:
    yield from blocks_in(state, element)


_Block = Callable[[State, etree._Element], Iterator[Block]]
BLOCKS: dict[str, _Block] = {
    "p": _p,
    "ul": _list,
    "ol": _list,
    "dl": _definitions,
    "note": note,
    "termnote": note,
    "example": note,
    "termexample": note,
    "admonition": _admonition,
    "table": floats.table,
    "figure": floats.figure,
    "image": floats.image,
    "formula": floats.formula,
    "quote": _quote,
    "sourcecode": _code,
    "pre": _code,
    "verbal-definition": _through,
    "requirement": _raw,
    "recommendation": _raw,
    "permission": _raw,
}
_INLINE = frozenset(
    [
        "em",
        "strong",
        "sub",
        "sup",
        "tt",
        "underline",
        "strike",
        "smallcap",
        "span",
        "br",
        "tab",
        "stem",
        "xref",
        "eref",
        "link",
        "concept",
        "fn",
        "ruby",
        "keyword",
        "date",
    ]
)
