"""Mending a stored file (原件改正): the characters change in place, so that nothing else is lost.

What comes out is read again and must say what `apply` says; a mend that would not is left.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, is_dataclass
from typing import Any, NamedTuple

from lxml import etree

from guiju.core.documents import sts
from guiju.core.documents.model import Document, Text
from guiju.core.documents.sts.editing import Edit, put
from guiju.core.documents.sts.places import addressable
from guiju.core.drafting.finding import Finding
from guiju.core.drafting.mending import apply, carried_out
from guiju.core.drafting.rules.places import places

_TRIES = 40  # each reads the file again
_SILENT = ("address", "line", "mathml", "xml", "id")  # not words, or made of other words


class Mended(NamedTuple):
    """The file, the findings that are mended in it, and those whose mend could not be made."""

    data: bytes
    applied: tuple[Finding, ...]
    left: tuple[Finding, ...]


def mend_sts(data: bytes, findings: Sequence[Finding]) -> Mended:
    """An STS file with the mends of these findings; where two overlap, the first counts."""
    possible = carried_out(findings)
    document = sts.view(sts.parse(data))
    mender = _Mender(data, document, _texts(document))
    _, missing = mender.put(possible)
    mender.attempt([one for one in possible if (one.address, one.part) not in missing])
    accepted = set(mender.accepted)
    return Mended(
        mender.made,
        tuple(one for one in findings if one in accepted),
        tuple(one for one in findings if one not in accepted),
    )


class _Mender:
    """Takes as many mends as can be made; a group that fails is tried in halves."""

    def __init__(self, data: bytes, document: Document, texts: dict[tuple[str, str], str]) -> None:
        self.data, self.document, self.texts = data, document, texts
        self.accepted: tuple[Finding, ...] = ()
        self.made = data
        self.tries = 0

    def attempt(self, group: Sequence[Finding]) -> None:
        if not group or self.tries == _TRIES:
            return
        self.tries += 1
        every = (*self.accepted, *group)
        made, _ = self.put(every)
        if _same(apply(self.document, every), sts.view(sts.parse(made))):
            self.accepted, self.made = every, made
        elif len(group) > 1:
            middle = len(group) // 2
            self.attempt(group[:middle])
            self.attempt(group[middle:])

    def put(self, group: Sequence[Finding]) -> tuple[bytes, set[tuple[str, str]]]:
        """The file with these mends, and the texts that are not written in it as they read."""
        file = sts.parse(self.data)
        elements = sts.places(file)
        by_place: dict[tuple[str, str], set[tuple[int, int, str]]] = defaultdict(set)
        for one in group:
            by_place[one.address, one.part].add((one.start, one.end, one.mend or ""))
        missing = set()
        for place, edits in by_place.items():
            element = elements.get(place[0]) if place[0] else file.root
            content = self.texts.get(place)
            if element is None or content is None or not _all_put(element, content, edits):
                missing.add(place)
        return file.write(), missing


def _all_put(element: etree._Element, content: str, edits: Iterable[tuple[int, int, str]]) -> bool:
    """From the last to the first, so that offsets stay true."""
    for start, end, new in sorted(edits, reverse=True):
        if not put(element, Edit(content, start, end, new)):
            return False
        content = content[:start] + new + content[end:]
    return True


def _texts(document: Document) -> dict[tuple[str, str], str]:
    """The text of each place that a finding can name."""
    found = {(one.address, one.part): one.content for one in places(document)}
    for thing in addressable(document):
        for part in ("label", "unit"):
            if words := getattr(thing, part, ""):
                found[thing.address, part] = words
    for language, title in document.meta.titles:
        found["", f"title/{language}"] = title
    return found


def _same(one: Document, other: Document) -> bool:
    return list(_words(one)) == list(_words(other))


def _words(one: Any) -> Iterator[object]:
    """All words of a tree with the spans of their marks, in order."""
    if isinstance(one, Text):
        yield one.content
        yield from ((mark.start, mark.end, mark.kind) for mark in one.marks)
    elif isinstance(one, tuple):
        for part in one:
            yield from _words(part)
    elif is_dataclass(one) and not isinstance(one, type):
        for field in fields(one):
            if field.name not in _SILENT:
                yield from _words(getattr(one, field.name))
    else:
        yield one
