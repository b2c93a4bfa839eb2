"""Mixed content as blocks (混合内容): words make paragraphs, what stands between them is a block."""

from collections.abc import Iterable, Iterator

from lxml import etree

from guiju.core.documents.model import Block, Opaque, Paragraph
from guiju.core.documents.sts.gathering import Gatherer, collapsed
from guiju.core.documents.sts.inline import inline
from guiju.core.documents.sts.names import BLOCKS, MATH, MML, TBX, line_of, local, namespace
from guiju.core.documents.sts.reader import Reader

_KNOWN = ("", MML, TBX)


def flow(
    reader: Reader, element: etree._Element, /, *, skip: tuple[str, ...] = (), cell: bool = False
) -> Iterator[Block]:
    """The blocks inside an element; children named in `skip` are read elsewhere."""
    children = [one for one in element if local(one) not in skip or not local(one)]
    first = element.text
    if len(children) < len(element):  # the words beside a skipped child still count
        first = " ".join(
            filter(None, (element.text, *(one.tail for one in element if one not in set(children))))
        )
    yield from run(reader, children, first, element, cell=cell)


def run(
    reader: Reader,
    children: Iterable[etree._Element],
    words: str | None,
    origin: etree._Element,
    *,
    cell: bool = False,
) -> Iterator[Block]:
    """The same for a part of an element's children."""
    into = Gatherer()
    into.add(words)
    for one in children:
        if _is_block(one, into, cell=cell):
            yield from _paragraph(reader, into, origin)
            into = Gatherer()
            yield from block(reader, one)
        else:
            aside: list[etree._Element] = []
            inline(reader, one, into, aside)
            if aside:
                yield from _paragraph(reader, into, origin)
                into = Gatherer()
                for inner in aside:
                    yield from block(reader, inner)
        into.add(one.tail)
    yield from _paragraph(reader, into, origin)


def _paragraph(reader: Reader, into: Gatherer, origin: etree._Element) -> Iterator[Block]:
    text = into.text()
    if text.content or text.marks:
        made = Paragraph(text=text, line=line_of(origin))
        yield reader.made(made, origin)


def block(reader: Reader, element: etree._Element) -> Iterator[Block]:
    """The blocks that one element is; what nobody reads is kept as it is."""
    known = reader.blocks.get(local(element)) if namespace(element) in _KNOWN else None
    if known is not None:
        yield from known(reader, element)
        return
    yield reader.made(opaque(element), element)


def opaque(element: etree._Element) -> Opaque:
    """What the view has no word for, with what a person would read."""
    words = collapsed(str(element.xpath("string()")))
    xml = etree.tostring(element, encoding="unicode", with_tail=False)
    return Opaque(xml=xml, text=words, line=line_of(element))


def _is_block(element: etree._Element, into: Gatherer, *, cell: bool) -> bool:
    name = local(element)
    if not name:
        return False
    alone = not into and not (element.tail or "").strip()
    if name == "disp-formula":
        if element.get("id") or element.find("label") is not None:
            return True
        ends = not (element.tail or "").strip() and into.last in (":", "：")
        return ends or (alone and not cell)
    if element.tag == MATH or name == "alternatives":
        return alone and not cell
    if name in BLOCKS and namespace(element) == "":
        return True
    return alone and (namespace(element) not in _KNOWN or name not in _INLINE)


_INLINE = frozenset(
    [
        "abbrev",
        "abbreviation",
        "bold",
        "break",
        "chem-struct",
        "citation-alternatives",
        "collab",
        "element-citation",
        "email",
        "entailedTerm",
        "ext-link",
        "fixed-case",
        "fn",
        "index-term",
        "inline-formula",
        "inline-graphic",
        "italic",
        "inline-supplementary-material",
        "milestone-end",
        "milestone-start",
        "mixed-citation",
        "monospace",
        "named-content",
        "num",
        "overline",
        "private-char",
        "related-article",
        "related-object",
        "roman",
        "ruby",
        "sans-serif",
        "sc",
        "std",
        "std-ref",
        "strike",
        "styled-content",
        "sub",
        "sup",
        "target",
        "tex-math",
        "textual-form",
        "underline",
        "uri",
        "xref",
        "editing-instruction",
        "hi",
    ]
)
