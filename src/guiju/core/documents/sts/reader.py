"""What all parts of the view share (读取状态): the file's ids and entities, and what came from where."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.entities import html5
from typing import Protocol, TypeVar

from lxml import etree

from guiju.core.documents.model import Block, Footnote
from guiju.core.documents.sts.gathering import collapsed
from guiju.core.documents.sts.names import local

T = TypeVar("T")
_LONGEST_ENTITY = 200


class BlockReader(Protocol):
    """What an element of a block's name is in the view."""

    def __call__(self, reader: "Reader", element: etree._Element, /) -> Iterator[Block]: ...


class Flow(Protocol):
    """The blocks inside an element, words in between being paragraphs."""

    def __call__(
        self,
        reader: "Reader",
        element: etree._Element,
        /,
        *,
        skip: tuple[str, ...] = (),
        cell: bool = False,
    ) -> Iterator[Block]: ...


@dataclass(slots=True)
class Reader:
    """`origin` says which element a value of the view was made of; its keys are identities."""

    language: str
    ids: dict[str, etree._Element]
    entities: dict[str, str]
    pointed: frozenset[str]  # ids that some xref names
    blocks: dict[str, BlockReader]
    flow: Flow
    origin: dict[int, tuple[object, etree._Element]] = field(default_factory=dict)
    footnotes: list[list[Footnote]] = field(default_factory=lambda: [[]])
    count: int = 0

    def made(self, thing: T, element: etree._Element) -> T:
        """The value, remembered with its element."""
        self.origin[id(thing)] = (thing, element)
        return thing

    def footnote_id(self, element: etree._Element) -> str:
        """An id of its own for a footnote that has none."""
        own = element.get("id")
        if own and self.ids.get(own) is element:
            return own
        self.count += 1
        while f"fn-n{self.count}" in self.ids:
            self.count += 1
        return f"fn-n{self.count}"

    def collect_footnotes(self) -> None:
        """From here footnotes belong to a table or figure, until `collected`."""
        self.footnotes.append([])

    def collected(self) -> tuple[Footnote, ...]:
        return tuple(self.footnotes.pop())

    def target(self, rids: str | None) -> str:
        """The first id that a pointer names and that is in the file."""
        return next((rid for rid in (rids or "").split() if rid in self.ids), "")

    def entity(self, element: etree._Element) -> str:
        """The characters of an entity that is one string; any other stays as it is written."""
        written = element.text or ""
        name = written.strip("&;")
        return self.entities.get(name) or html5.get(f"{name};") or written


def ids_of(root: etree._Element) -> dict[str, etree._Element]:
    """Elements by id, the first where one comes twice."""
    found: dict[str, etree._Element] = {}
    for element in root.iter(etree.Element):
        own = element.get("id")
        if own:
            found.setdefault(own, element)
    return found


def pointed_at(root: etree._Element) -> frozenset[str]:
    """The ids of all footnotes that some pointer names."""
    return frozenset(rid for one in root.iter("{*}xref") for rid in (one.get("rid") or "").split())


def entities_of(tree: etree._ElementTree) -> dict[str, str]:
    """Entities that the file itself defines as a short plain string."""
    declared = tree.docinfo.internalDTD
    if declared is None:
        return {}
    found = {str(one.name): str(one.content or "") for one in declared.iterentities()}  # type: ignore[attr-defined]
    return {
        name: content
        for name, content in found.items()
        if content and len(content) < _LONGEST_ENTITY and not set(content) & set("&<")
    }


def label_of(element: etree._Element) -> str:
    """The plain words of a label or another short element, without what stands in footnotes."""
    parts: list[str] = [element.text or ""]
    for one in element:
        if isinstance(one.tag, str) and local(one) != "fn":
            parts.append(label_of(one))
        parts.append(one.tail or "")
    return collapsed("".join(parts))
