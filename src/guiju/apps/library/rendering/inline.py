"""Running text (行内文字): its marks, and what the look lays over them, nested soundly."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from django.utils.safestring import SafeString

from guiju.apps.library.rendering.look import Hit, Look
from guiju.apps.library.rendering.mathml import mathml
from guiju.apps.library.rendering.tags import closed, joined, opened, tag
from guiju.core.documents.model import Mark, Text

_PLAIN = {
    "italic": "i",
    "bold": "strong",
    "underline": "u",
    "sub": "sub",
    "sup": "sup",
    "code": "code",
}
_LINKS = ("standard", "internal", "link", "term", "footnote")
_SAFE = ("http://", "https://", "mailto:")
_AROUND = 24  # characters beside a hit
_SEVERITY = {"E": "error", "W": "warning", "I": "information"}


class Layer(NamedTuple):
    """Characters that lie inside an element. Where two start together, the smaller rank is outside."""

    start: int
    end: int
    rank: int
    name: str
    opening: SafeString
    after: SafeString = SafeString()
    is_link: bool = False


def inline(text: Text, look: Look, address: str, part: str = "") -> SafeString:
    """The text with its marks. `address` and `part` say whose text it is."""
    return _drawn(text, sorted(_layers(text, look, address, part), key=_order))


def _order(layer: Layer) -> tuple[int, int, int]:
    return layer.start, -layer.end, layer.rank


def _layers(text: Text, look: Look, address: str, part: str) -> Iterator[Layer]:
    linked = [one for one in text.marks if one.kind in (*_LINKS, "math")]
    for mark in text.marks:
        if (layer := _of_mark(mark, look)) is not None:
            yield layer
    if look.terms is not None and not part:
        for use in look.terms.uses(text.content, address):
            if all(use.end <= one.start or one.end <= use.start for one in linked):
                yield _term(use.start, use.end, use.entry.address, look)
    for number, one in look.findings.get((address, part), ()):
        where = f"#finding-{number}"
        opening = opened(
            "mark", class_=f"lt-finding lt-is-{_SEVERITY[one.severity]}", id=f"at-{number}"
        )
        link = tag(
            "a",
            number,
            href=where,
            class_="lt-finding-number",
            title=one.message[0 if look.is_chinese else 1],
        )
        yield Layer(one.start, one.end, 0, "mark", opening, after=link)
    if look.query is not None:
        for found in look.query.finditer(text.content):
            yield _hit(found.start(), found.end(), text.content, look, address)


def _hit(start: int, end: int, content: str, look: Look, address: str) -> Layer:
    number = len(look.hits) + 1
    look.hits.append(
        Hit(
            number,
            address,
            content[max(0, start - _AROUND) : start],
            content[start:end],
            content[end : end + _AROUND],
        )
    )
    return Layer(start, end, 9, "mark", opened("mark", class_="lt-hit", id=f"hit-{number}"))


def _of_mark(mark: Mark, look: Look) -> Layer | None:
    start, end, kind, value = mark
    if kind in _PLAIN:
        return Layer(start, end, 5, _PLAIN[kind], opened(_PLAIN[kind]))
    if kind == "term":
        return _term(start, end, value, look)
    opening = None
    if kind == "internal" and value:
        opening = opened("a", href=f"#{look.id(value)}")
    elif kind == "link" and value.startswith(_SAFE):
        opening = opened("a", href=value, rel="noopener noreferrer")
    elif kind == "footnote":
        opening = opened("a", href=f"#{look.id(f'footnote-{value}')}", class_="lt-footnote-mark")
    elif kind == "standard" and (found := look.standards.get(value)) is not None:
        told = f"{found.display} {found.title} · {found.words}".strip()
        opening = opened("a", href=found.url, title=told, class_=f"lt-standard lt-is-{found.state}")
    return Layer(start, end, 3, "a", opening, is_link=True) if opening else None


def _term(start: int, end: int, address: str, look: Look) -> Layer:
    entry = look.terms.by_address.get(address) if look.terms else None
    said = entry.definition if entry else ""
    opening = opened(
        "a", href=f"#{look.id(address)}", class_="lt-term-link", title=said, data_definition=said
    )
    return Layer(start, end, 3, "a", opening, is_link=True)


@dataclass(slots=True)
class _Drawing:
    """Elements are closed in the order in which they were opened; one that goes on is opened again."""

    made: list[object] = field(default_factory=list)
    stack: list[Layer] = field(default_factory=list)

    def open(self, layer: Layer) -> None:
        if layer.is_link and any(one.is_link for one in self.stack):
            return
        self.made.append(layer.opening)
        self.stack.append(layer)

    def close(self, at: int) -> None:
        ending = [one for one in self.stack if one.end <= at]
        while ending:
            again = []
            while (top := self.stack.pop()) not in ending:
                self.made.append(closed(top.name))
                again.append(top)
            self.made += (closed(top.name), top.after)
            ending.remove(top)
            for one in reversed(again):
                self.made.append(one.opening)
                self.stack.append(one)


def _drawn(text: Text, layers: list[Layer]) -> SafeString:
    formulas = {one.start: one for one in text.marks if one.kind == "math" and one.end > one.start}
    breaks = {one.start for one in text.marks if one.kind == "break"}
    spans = [(one.start, one.end) for one in layers]
    spans += [(one.start, one.end) for one in formulas.values()]
    ends = {edge for span in spans for edge in span}
    edges = sorted({0, len(text.content), *ends, *breaks, *(one + 1 for one in breaks)})
    drawing, skip = _Drawing(), -1
    for at, until in zip(edges, [*edges[1:], len(text.content)], strict=True):
        drawing.close(at)
        for layer in layers:
            if layer.start == at and (layer.end > at or layer.after):
                drawing.open(layer)
        drawing.close(at)  # what is marked at a point has no characters
        if at < skip:
            continue
        formula = formulas.get(at)
        drawn = mathml(formula.value) if formula and formula.value else None
        if formula is not None and drawn is not None:
            drawing.made.append(drawn)
            skip = formula.end
        elif at in breaks:
            drawing.made.append(tag("br"))
        else:
            drawing.made.append(text.content[at:until])
    return joined(*drawing.made)
