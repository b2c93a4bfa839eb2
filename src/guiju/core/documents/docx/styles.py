"""Styles of a DOCX (样式): what a paragraph's or run's style says of it, with those it rests on."""

from dataclasses import dataclass, field

from lxml import etree

from guiju.core.documents.docx.layout import Role, role_of
from guiju.core.documents.docx.names import below, q, switched, val, whole

_DEEPEST = 12
_BODY = 9  # outline level of running text


@dataclass(frozen=True, slots=True)
class Style:
    """A style with what it takes over from the one it is based on."""

    name: str = ""
    role: Role = field(default_factory=Role)
    properties: tuple[etree._Element, ...] = ()  # w:pPr, the nearest first
    runs: tuple[etree._Element, ...] = ()  # w:rPr, the nearest first

    def on(self, name: str) -> bool:
        return next((said for one in self.runs if (said := switched(one, name)) is not None), False)

    def run(self, path: str) -> str:
        return next((said for one in self.runs if (said := val(one, path))), "")

    def paragraph(self, path: str) -> etree._Element | None:
        return next(
            (found for one in self.properties if (found := below(one, path)) is not None), None
        )


@dataclass(slots=True)
class Styles:
    """All styles of a file; `of` gives them by their id."""

    known: dict[str, etree._Element] = field(default_factory=dict)
    default: str = ""
    defaults: etree._Element | None = None
    made: dict[str, Style] = field(default_factory=dict)

    def of(self, identity: str) -> Style:
        if identity not in self.made:
            self.made[identity] = self._make(identity)
        return self.made[identity]

    def _make(self, identity: str) -> Style:
        chain: list[etree._Element] = []
        at = identity
        while at in self.known and len(chain) < _DEEPEST:
            chain.append(self.known[at])
            at = val(chain[-1], "w:basedOn")
        names = [val(one, "w:name") for one in chain]
        called = [name for one in chain for name in _names(one)]
        role = next((found for one in called if (found := role_of(one)).role), Role())
        properties = tuple(x for one in chain if (x := below(one, "w:pPr")) is not None)
        runs = [x for one in chain if (x := below(one, "w:rPr")) is not None]
        if self.defaults is not None:
            runs.append(self.defaults)
        return Style(names[0] if names else "", role, properties, tuple(runs))


def read(root: etree._Element | None) -> Styles:
    """The styles of a styles.xml."""
    styles = Styles()
    if root is None:
        return styles
    styles.defaults = below(root, "w:docDefaults/w:rPrDefault/w:rPr")
    for one in root.iterchildren(q("w:style")):
        identity = one.get(q("w:styleId"), "")
        styles.known[identity] = one
        is_default = one.get(q("w:default"), "0") in ("1", "true", "on")
        if is_default and one.get(q("w:type")) == "paragraph":
            styles.default = identity
    return styles


def _names(style: etree._Element) -> list[str]:
    """Its other names first: a template gives them to Word's own styles."""
    others = val(style, "w:aliases").split(",")
    return [one.strip() for one in (*others, val(style, "w:name")) if one.strip()]


def outline(properties: etree._Element | None, style: Style) -> int:
    """The level of a heading as paragraph or style say it in so many words; 0 for text."""
    own = below(properties, "w:outlineLvl")
    found = own if own is not None else style.paragraph("w:outlineLvl")
    if found is None:
        return 0
    level = whole(val(found))
    return 0 if level >= _BODY else level + 1
