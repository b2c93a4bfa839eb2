"""From a Metanorma file to the tree (读取): the parts in the order of the printed document."""

from collections.abc import Iterator

from lxml import etree

from guiju.core.documents.metanorma.blocks import blocks_in, blocks_of
from guiju.core.documents.metanorma.inline import text_of
from guiju.core.documents.metanorma.meta import language_of, read_meta
from guiju.core.documents.metanorma.names import CLAUSES, said, words
from guiju.core.documents.metanorma.numbering import is_normative, number
from guiju.core.documents.metanorma.references import reference
from guiju.core.documents.metanorma.state import State
from guiju.core.documents.metanorma.terms import term
from guiju.core.documents.model import Block, Document, Nature, Reading, Section, SectionKind, Text
from guiju.core.documents.structure.words import element as element_named
from guiju.core.documents.sts.aiming import settled
from guiju.core.documents.sts.names import child, line_of, local
from guiju.core.documents.sts.safe import WrongRoot, read_xml

_KINDS: dict[str, SectionKind] = {
    "foreword": "foreword",
    "introduction": "introduction",
    "terms": "terms",
    "definitions": "symbols",
    "annex": "annex",
}
_HOLDERS = ("preface", "sections", "bibliography")
_NATURES: dict[str, Nature] = {"normative": "normative", "informative": "informative"}


def read(data: bytes) -> Reading:
    """A Metanorma XML file of any flavour, semantic or presentation."""
    root = read_xml(data).getroot()
    bibdata = child(root, "bibdata")
    if bibdata is None and child(root, "sections") is None:
        raise WrongRoot(found=local(root), wanted="Metanorma XML")
    parts = _ordered(root)
    state = State(
        language=language_of(bibdata),
        numbering=number(root, parts),
        blocks=blocks_in,
        one=blocks_of,
    )
    read_sections = tuple(section for one in parts for section in _part(state, one))
    read_document = Document(
        meta=read_meta(bibdata),
        sections=read_sections,
        footnotes=state.collected(),
    )
    document, _ = settled(read_document, state.origin, state.numbering.ids)
    return Reading(document=document, doubts=tuple(state.doubts), images=state.images)


def _ordered(root: etree._Element) -> list[etree._Element]:
    """Main parts in the order in which they are printed."""
    parts: list[etree._Element] = []
    for one in said(root):
        if local(one) in _HOLDERS:
            parts += [
                part for part in said(one) if local(part) in CLAUSES and not _is_contents(part)
            ]
        elif local(one) == "annex":
            parts.append(one)
    if any(one.get("displayorder") for one in parts):
        return sorted(parts, key=lambda one: int(one.get("displayorder") or 0))
    return _as_iso_does(parts)


def _is_contents(part: etree._Element) -> bool:
    return part.get("type") == "toc"


def _as_iso_does(parts: list[etree._Element]) -> list[etree._Element]:
    """A semantic file has the normative references at its end: they are clause 2."""
    moved = [one for one in parts if local(one) == "references" and is_normative(one)]
    rest = [one for one in parts if one not in moved]
    before = [at for at, one in enumerate(rest) if _comes_first(one)]
    at = before[-1] + 1 if before else 0
    lists = [one for one in rest if local(one) == "references"]
    ordered = [*rest[:at], *moved, *rest[at:]]
    return [one for one in ordered if one not in lists] + lists


def _comes_first(part: etree._Element) -> bool:
    """Preface and scope stand before the references."""
    above = part.getparent()
    within = "" if above is None else local(above)
    return within == "preface" or element_named(words(child(part, "title"))) == "scope"


def _part(state: State, element: etree._Element) -> Iterator[Section]:
    name = local(element)
    kind: SectionKind = _KINDS.get(name, "clause")
    if name == "references":
        kind = "normative-references" if is_normative(element) else "bibliography"
    elif kind == "clause":
        kind = element_named(words(child(element, "title"))) or "clause"
    yield _section(state, element, kind, 1)


def _section(state: State, element: etree._Element, kind: SectionKind, level: int) -> Section:
    blocks: list[Block] = []
    sections: list[Section] = []
    late: list[Block] = []
    entries = 0
    for one in said(element):
        name = local(one)
        if name in CLAUSES:
            if late:
                sections.append(_loose(late, level + 1))
                late = []
            inner: SectionKind = (
                _KINDS.get(name, "clause") if level > 1 or name != "clause" else "clause"
            )
            sections.append(_section(state, one, inner, level + 1))
            continue
        into = late if sections else blocks
        if name == "term":
            into += term(state, one)
        elif name == "bibitem":
            entries += 1
            into += reference(state, one, entries, bracketed=kind == "bibliography")
        elif name not in ("title", "variant-title"):
            into += blocks_of(state, element, [one])
    if late:
        sections.append(_loose(late, level + 1))
    made = Section(
        kind=kind,
        label=state.numbering.label(element),
        title=_title(state, element),
        level=level,
        blocks=tuple(blocks),
        sections=tuple(sections),
        nature=_NATURES.get(element.get("obligation", ""), "") if kind == "annex" else "",
        line=line_of(element),
    )
    return state.made(made, element)


def _loose(blocks: list[Block], level: int) -> Section:
    """What stands after a clause's own clauses."""
    return Section(kind="other", label="", title=Text(), level=level, blocks=tuple(blocks))


def _title(state: State, element: etree._Element) -> Text:
    """The title; a mark over all of it is only how titles look."""
    text = text_of(state, child(element, "title"))
    whole = (0, len(text.content))
    marks = tuple(one for one in text.marks if (one.start, one.end) != whole or one.kind != "bold")
    return Text(text.content, marks)
