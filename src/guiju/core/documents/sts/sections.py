"""Clauses, annexes and the other parts (章条、附录)."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from guiju.core.documents.model import Block, Footnote, Nature, Section, SectionKind, Text
from guiju.core.documents.structure.words import element as element_named
from guiju.core.documents.structure.words import nature_of
from guiju.core.documents.sts.flow import run
from guiju.core.documents.sts.inline import text_of
from guiju.core.documents.sts.labels import bare
from guiju.core.documents.sts.names import child, line_of, local
from guiju.core.documents.sts.reader import Reader, label_of
from guiju.core.documents.sts.references import entries
from guiju.core.documents.sts.terms import is_entry

KINDS: dict[str, SectionKind] = {
    "foreword": "foreword",
    "intro": "introduction",
    "introduction": "introduction",
    "scope": "scope",
    "norm-refs": "normative-references",
    "normative-references": "normative-references",
    "terms": "terms",
    "symbols": "symbols",
    "clause": "clause",
    "annex": "annex",
    "bibl": "bibliography",
    "bibliography": "bibliography",
    "index": "index",
    "toc": "contents",
    "contents": "contents",
    "other": "other",
}
_HEAD = ("label", "title", "annex-type")
TOGETHER = "blocks"  # specific-use of a sec that only holds blocks after a term entry


def section(reader: Reader, element: etree._Element, level: int, kind: SectionKind) -> Section:
    """A sec, app or term-sec with all that stands in it."""
    parts = _Parts(reader, level)
    nature = _said_nature(element)
    for one in element:
        name = local(one)
        if name == "annex-type":
            written = nature_of(label_of(one))
            if not written:
                parts.content(one, element)
            nature = written or nature
        elif name == "sec" and one.get("specific-use") == TOGETHER:
            parts.together(one)
        elif name in ("sec", "app") or (name == "term-sec" and not is_entry(one)):
            parts.section(one)
        elif name not in _HEAD and isinstance(one.tag, str):
            parts.content(one, element)
    return parts.made(element, kind, nature)


def _said_nature(element: etree._Element) -> Nature:
    said = element.get("content-type", "") if local(element) == "app" else ""
    if said.startswith("norm"):
        return "normative"
    return "informative" if said.startswith("inform") else ""


@dataclass(slots=True)
class _Parts:
    """Blocks stand before subsections; what comes after one is a section without a heading."""

    reader: Reader
    level: int
    blocks: list[Block] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    late: list[Block] = field(default_factory=list)

    def content(self, one: etree._Element, element: etree._Element) -> None:
        into = self.late if self.sections else self.blocks
        into += run(self.reader, [one], None, element)

    def together(self, element: etree._Element) -> None:
        into = self.late if self.sections else self.blocks
        into += run(self.reader, [one for one in element if local(one) not in _HEAD], None, element)

    def section(self, one: etree._Element) -> None:
        self.finish(one)
        kind: SectionKind = "annex" if local(one) == "app" else "clause"
        kind = KINDS.get(one.get("sec-type", ""), kind)
        self.sections.append(section(self.reader, one, self.level + 1, kind))

    def finish(self, element: etree._Element) -> None:
        if self.late:
            rest = Section(
                kind="other",
                label="",
                title=Text(),
                level=self.level + 1,
                blocks=tuple(self.late),
                line=line_of(element),
            )
            self.sections.append(self.reader.made(rest, element))
            self.late = []

    def made(self, element: etree._Element, kind: SectionKind, nature: Nature) -> Section:
        self.finish(element)
        label, title = child(element, "label"), child(element, "title")
        written = "" if label is None else label_of(label)
        made = Section(
            kind=kind,
            label=bare("annex", written) if kind == "annex" else written,
            title=text_of(self.reader, title),
            level=self.level,
            blocks=tuple(self.blocks),
            sections=tuple(self.sections),
            nature=nature,
            line=line_of(element),
        )
        return self.reader.made(made, element)


def top(reader: Reader, holders: list[etree._Element]) -> Iterator[Section]:
    """The sections of front, body and back, in this order."""
    for holder in holders:
        yield from _held(reader, holder)


def _held(reader: Reader, holder: etree._Element) -> Iterator[Section]:
    loose: list[etree._Element] = []
    for one in holder:
        name = local(one)
        if not name or (name.endswith("-meta") and local(holder).endswith("front")):
            continue
        made = list(_part(reader, one))
        if made or name in ("app-group", "fn-group"):
            yield from _other(reader, loose)
            loose = []
            yield from made
        else:
            loose.append(one)
    yield from _other(reader, loose)


def _part(reader: Reader, one: etree._Element) -> Iterator[Section]:
    """The sections that a child of front, body or back is; none for a block."""
    name = local(one)
    if name == "app-group":
        yield from _held(reader, one)
    elif name == "app":
        yield section(reader, one, 1, "annex")
    elif name == "ref-list":
        yield bibliography(reader, one, 1)
    elif name == "fn-group":
        blocks = list(reader.blocks["fn-group"](reader, one))
        reader.footnotes[0] += [made for made in blocks if isinstance(made, Footnote)]
        rest = tuple(made for made in blocks if not isinstance(made, Footnote))
        if rest:
            made = Section(kind="other", label="", title=Text(), level=1, blocks=rest)
            yield reader.made(made, one)
    elif name == "sec" or (name == "term-sec" and not is_entry(one)):
        yield section(reader, one, 1, _kind(reader, one))


def _kind(reader: Reader, element: etree._Element) -> SectionKind:
    said = KINDS.get(element.get("sec-type", ""))
    title = child(element, "title")
    if said is not None or title is None:
        return said or "clause"
    return element_named(text_of(reader, title).content) or "clause"


def _other(reader: Reader, loose: list[etree._Element]) -> Iterator[Section]:
    """Blocks that stand in no section."""
    blocks = [block for one in loose for block in run(reader, [one], None, one)]
    if blocks:
        made = Section(
            kind="other",
            label="",
            title=Text(),
            level=1,
            blocks=tuple(blocks),
            line=line_of(loose[0]),
        )
        yield reader.made(made, loose[0])


def bibliography(reader: Reader, element: etree._Element, level: int) -> Section:
    """A list of references of the back; lists inside it are its sections."""
    inner = [one for one in element if local(one) == "ref-list"]
    label = child(element, "label")
    made = Section(
        kind="bibliography" if level == 1 else "other",
        label="" if label is None else label_of(label),
        title=text_of(reader, child(element, "title")),
        level=level,
        blocks=tuple(entries(reader, element, lists=False)),
        sections=tuple(bibliography(reader, one, level + 1) for one in inner),
        line=line_of(element),
    )
    return reader.made(made, element)
