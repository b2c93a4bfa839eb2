"""Our own reading page read again (读回阅读页): what its classes say needs no recognising."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from lxml import etree

from guiju.core.documents.html.inline import Inline, classes_of, drop, line_of, of_class, words_of
from guiju.core.documents.model import (
    Block,
    Figure,
    Footnote,
    Item,
    Items,
    Mark,
    Note,
    Paragraph,
    Quote,
    Text,
)
from guiju.core.documents.structure.cutting import joined
from guiju.core.documents.structure.marks import NOTES, sign_of

_NO_SIGNS = {"lt-key", "lt-aside", "lt-parts"}
Inner = Callable[[etree._Element], tuple[Block, ...]]


def block(one: etree._Element, inner: Inner) -> Block | None:
    """The block that the element says by its class; None for any other."""
    classes = classes_of(one)
    if one.tag == "ul" and "lt-items" in classes:
        return _items(one, inner)
    if one.tag == "figure" and "lt-figure" in classes:
        return figure(one, inner)
    if one.tag == "blockquote":
        return Quote(blocks=inner(one), code="lt-code" in classes, line=line_of(one))
    if "lt-aside" in classes:
        kind = next((name for name in NOTES if f"lt-{name}" in classes), None)
        if kind is not None:
            label = _label(one).rstrip(":：")
            return Note(kind=kind, label=label, blocks=inner(one), line=line_of(one))
    return None


def footnote(one: etree._Element, inner: Inner) -> Footnote:
    """A footnote; its label stands raised before it."""
    sign = next(iter(one.iter("sup")), None)
    label = words_of(sign).strip() if sign is not None else ""
    if sign is not None:
        drop(sign)
    name = one.get("id") or ""
    return Footnote(id=name, label=label, blocks=inner(one), line=line_of(one))


def figure(one: etree._Element, inner: Inner) -> Figure:
    """A figure with its parts, the explanation of its signs, notes and caption."""
    caption = one.find("figcaption")
    written = _label(caption) if caption is not None else ""
    sign = sign_of(f"{written} x")
    title = Inline()
    if caption is not None:
        title.inside(caption)
    unit = next((words_of(x) for x in one if "lt-unit" in classes_of(x)), "")
    under = [part for part in one if part.tag in ("p", "ul", "pre", "div", "dl")]
    notes = [made for part in under if isinstance(made := block(part, inner), Note)]
    signs = [part for part in under if not classes_of(part) & _NO_SIGNS]
    return Figure(
        label=sign.label if sign.kind == "figure" else written,
        title=title.text(),
        images=tuple(name for part in one for name in _images(part)),
        parts=tuple(figure(part, inner) for part in one.iterfind("div/figure")),
        key=tuple(made for part in signs for made in _alone(part, inner)),
        unit=sign_of(unit).label if sign_of(unit).kind == "unit" else unit,
        notes=tuple(notes),
        footnotes=tuple(
            footnote(part, inner) for part in under if "lt-footnoted" in classes_of(part)
        ),
        line=line_of(one),
    )


def _alone(part: etree._Element, inner: Inner) -> tuple[Block, ...]:
    """The blocks of one element, which is taken out of its place."""
    holder = etree.Element("div")
    part.tail = None
    holder.append(part)
    return inner(holder)


def below(one: etree._Element, inner: Inner) -> Iterator[Paragraph]:
    """The notes and footnotes of a table as lines, each with its label before it."""
    for aside in one.iter("div"):
        if "lt-aside" not in classes_of(aside):
            continue
        is_footnote = "lt-footnoted" in classes_of(aside)
        said = footnote(aside, inner).label if is_footnote else _label(aside)
        marks = (Mark(0, len(said), "sup"),) if is_footnote and said else ()
        lead = Text(said, marks)
        for part in inner(aside):
            if isinstance(part, Paragraph):
                yield replace(part, text=joined([lead, part.text], " ") if lead else part.text)
                lead = Text()


def _items(one: etree._Element, inner: Inner) -> Items:
    items = [part for part in one if part.tag == "li"]
    return Items(
        items=tuple(
            Item(label=_label(item), blocks=inner(item), line=line_of(item)) for item in items
        ),
        line=line_of(one),
    )


def _label(one: etree._Element) -> str:
    """The label with which the element begins, taken out of it."""
    found = of_class(one, "lt-label")
    if found is None or words_of(one).strip()[: len(words_of(found))] != words_of(found):
        return ""
    label = " ".join(words_of(found).split())
    drop(found)
    return label


def _images(one: etree._Element) -> tuple[str, ...]:
    """A picture, or the name of one that was not at hand."""
    if one.tag == "img":
        source = (one.get("src") or "").strip()
        return (source,) if source and not source.startswith("data:") else (one.get("alt") or "",)
    is_named = one.tag == "span" and "lt-no-image" in classes_of(one)
    return (words_of(one).strip("[]"),) if is_named else ()
