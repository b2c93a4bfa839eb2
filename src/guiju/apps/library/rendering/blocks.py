"""Blocks (块): paragraphs, lists, notes, terms, formulas, figures, references."""

from collections.abc import Iterable

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from guiju.apps.library.rendering.inline import inline
from guiju.apps.library.rendering.look import Look
from guiju.apps.library.rendering.mathml import mathml
from guiju.apps.library.rendering.tables import table_html
from guiju.apps.library.rendering.tags import joined, tag
from guiju.core.documents.model import (
    Block,
    Figure,
    Footnote,
    Formula,
    Item,
    Items,
    Note,
    Opaque,
    Paragraph,
    Quote,
    Reference,
    Table,
    Term,
    Text,
)


def anchor(address: str, look: Look) -> SafeString:
    """The link to a place, to be copied: it shows the whole address."""
    if not address or look.prefix:
        return joined()
    whole = f"{look.number}#{address}"
    return tag(
        "a",
        "#",
        href=f"#{look.id(address)}",
        class_="lt-anchor",
        title=whole,
        aria_label=_("Address %(address)s") % {"address": whole},
    )


def blocks_html(blocks: Iterable[Block], look: Look) -> SafeString:
    return joined(*(block_html(one, look) for one in blocks))


def block_html(block: Block, look: Look) -> SafeString:
    """One block with everything in it."""
    match block:
        case Paragraph():
            return tag("p", inline(block.text, look, block.address), id=look.id(block.address))
        case Items():
            return _items(block, look)
        case Note():
            return _note(block, look)
        case Table():
            return table_html(block, look, blocks_html, anchor)
        case Figure():
            return _figure(block, look)
        case Formula():
            return _formula(block, look)
        case Quote():
            name = "pre" if block.code else "blockquote"
            return tag(name, blocks_html(block.blocks, look), id=look.id(block.address))
        case Reference():
            return _reference(block, look)
        case Term():
            return _term(block, look)
        case Footnote():
            return _footnote(block, look)
        case Opaque():
            return tag("p", block.text, id=look.id(block.address)) if block.text else joined()


def _items(block: Items, look: Look) -> SafeString:
    return tag(
        "ul",
        *(_item(one, look) for one in block.items),
        class_="lt-items",
        id=look.id(block.address),
    )


def _item(item: Item, look: Look) -> SafeString:
    label = tag("span", item.label, class_="lt-item-label")
    inside = tag("div", blocks_html(item.blocks, look))
    return tag("li", label, inside, id=look.id(item.address))


def _note(block: Note, look: Look) -> SafeString:
    label = tag("span", block.label, look.word("：", ": "), class_="lt-note-label")
    return tag(
        "div",
        _led(label if block.label else "", block.blocks, look),
        class_=f"lt-note lt-note-{block.kind}",
        id=look.id(block.address),
    )


def _led(label: object, blocks: tuple[Block, ...], look: Look) -> SafeString:
    """Blocks with a label at the beginning of the first paragraph."""
    first = blocks[0] if blocks else None
    if not isinstance(first, Paragraph):
        return joined(tag("p", label), blocks_html(blocks, look))
    lead = tag("p", label, inline(first.text, look, first.address), id=look.id(first.address))
    return joined(lead, blocks_html(blocks[1:], look))


def _footnote(block: Footnote, look: Look) -> SafeString:
    label = tag("sup", block.label)
    inside = _led(label, block.blocks, look)
    target = tag("span", id=look.id(f"footnote-{block.id}"))
    own = look.id(block.address)
    same = block.address == f"footnote-{block.id}"
    return tag("div", joined() if same else target, inside, class_="lt-footnote", id=own)


def _formula(block: Formula, look: Look) -> SafeString:
    drawn = mathml(block.mathml, block=True) if block.mathml else None
    shown = drawn or tag("span", block.linear, class_="lt-linear")
    label = tag("span", f"({block.label})", class_="lt-formula-label") if block.label else ""
    return tag(
        "div",
        tag("div", shown, class_="lt-formula-body", role="math" if not drawn else "", tabindex="0",
            aria_label=block.linear),
        label,
        anchor(block.address, look),
        class_="lt-formula",
        id=look.id(block.address),
    )  # fmt: skip


def _figure(block: Figure, look: Look) -> SafeString:
    words = look.word("图", "Figure ")
    name = f"{words}{block.label}" if block.label else ""
    return tag(
        "figure",
        *(_image(one, block.title, look) for one in block.images),
        blocks_html(block.parts, look),
        blocks_html(block.key, look),
        blocks_html((*block.notes, *block.footnotes), look),
        tag(
            "figcaption",
            tag("span", name, class_="lt-caption-label") if name else "",
            inline(block.title, look, block.address, "title"),
            anchor(block.address, look),
        ),
        class_="lt-figure",
        id=look.id(block.address),
    )


def _image(name: str, title: Text, look: Look) -> SafeString:
    if url := look.images.get(name):
        return tag("img", src=url, alt=title.content or name, loading="lazy")
    return tag(
        "p", _("The picture %(name)s is not in the library.") % {"name": name}, class_="lt-no-image"
    )


def _reference(block: Reference, look: Look) -> SafeString:
    label = tag("span", block.label, class_="lt-item-label") if block.label else ""
    keys = [one.value for one in block.text.marks if one.kind == "standard"]
    found = look.standards.get(keys[0]) if keys else None
    state = ""
    if found is not None and found.words:
        told = (
            found.words if found.display in block.text.content else f"{found.display} {found.words}"
        )
        state = tag("span", told, class_=f"lt-state lt-is-{found.state}")
    return tag(
        "p",
        label,
        inline(block.text, look, block.address),
        state,
        class_="lt-reference",
        id=look.id(block.address),
    )


def _term(block: Term, look: Look) -> SafeString:
    names = [
        tag(
            "span",
            inline(one.text, look, block.address, f"designation/{at}"),
            lang=_lang(one.language),
            class_=f"lt-name lt-name-{one.status}",
        )
        for at, one in enumerate(block.designations, 1)
    ]
    domain = [tag("span", f"<{block.domain}>", class_="lt-domain")] if block.domain else []
    spaced = [part for name in names for part in (name, " ")]
    definitions = [
        tag("p", *(domain if not at else ()), inline(text, look, block.address, f"definition/{language}"),
            lang=_lang(language), class_="lt-definition")
        for at, (language, text) in enumerate(block.definitions)
    ]  # fmt: skip
    sources = [
        tag(
            "p",
            look.word("[来源：", "[SOURCE: "),
            inline(text, look, block.address, f"source/{at}"),
            "]",
            class_="lt-source",
        )
        for at, text in enumerate(block.sources, 1)
    ]
    head = tag(
        "p",
        tag("span", block.label, class_="lt-label"),
        tag("span", *spaced, class_="lt-names"),
        anchor(block.address, look),
        class_="lt-term-head",
    )
    return tag(
        "div",
        head,
        *definitions,
        blocks_html(block.blocks, look),
        *sources,
        class_="lt-term",
        id=look.id(block.address),
    )


def _lang(language: str) -> str:
    return "zh-Hans" if language.startswith("zh") else language
