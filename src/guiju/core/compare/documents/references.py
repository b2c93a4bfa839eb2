"""References compared (引用文件比对): by number without the year."""

from collections.abc import Iterator
from typing import NamedTuple

from guiju.core.compare.documents.aligning import Aligned
from guiju.core.compare.documents.flat import Flat
from guiju.core.compare.documents.model import ReferenceChange, ReferenceChangeKind
from guiju.core.compare.documents.words import bare
from guiju.core.documents.model import Reference
from guiju.core.documents.walking import blocks
from guiju.core.numbers import find, try_read, work_key


class Cited(NamedTuple):
    """A reference, the work that it names, and whether the list is normative."""

    reference: Reference
    work: str
    dated: bool
    normative: bool


def reference_changes(found: Aligned) -> tuple[ReferenceChange, ...]:
    own, other = cited(found.a), cited(found.b)
    answer = []
    rest = list(own)
    for one in other:
        same = [its for its in rest if its.work == one.work]
        its = next(
            (its for its in same if its.normative == one.normative), same[0] if same else None
        )
        if its is None:
            answer.append(_alone(one, "added"))
            continue
        rest.remove(its)
        change = _change(its, one)
        if change:
            answer.append(_both(its, one, change))
    return (*answer, *(_alone(one, "removed") for one in rest))


def cited(side: Flat) -> list[Cited]:
    return list(_cited(side))


def _cited(side: Flat) -> Iterator[Cited]:
    for path, block in blocks(side.document):
        if isinstance(block, Reference):
            number = try_read(block.number) if block.number else None
            if number is None:
                first = find(block.text.content)[:1]
                number = first[0].number if first and first[0].start == 0 else None
            work = work_key(number) if number else bare(block.number or block.text.content)
            normative = bool(path) and path[0].kind == "normative-references"
            dated = bool(number.year) if number else block.dated
            yield Cited(block, work, dated, normative)


def _change(old: Cited, new: Cited) -> ReferenceChangeKind | None:
    if old.normative != new.normative:
        return "moved"
    if old.dated != new.dated:
        return "dated" if new.dated else "undated"
    if bare(number_of(old)) != bare(number_of(new)):
        return "redated"
    if bare(old.reference.title.content) != bare(new.reference.title.content):
        return "retitled"
    return None


def number_of(one: Cited) -> str:
    return one.reference.number or one.reference.text.content


def _alone(one: Cited, change: ReferenceChangeKind) -> ReferenceChange:
    address, number = one.reference.address, number_of(one)
    title, gone = one.reference.title.content, change == "removed"
    return ReferenceChange(
        a=address if gone else "", b="" if gone else address, change=change,
        a_number=number if gone else "", b_number="" if gone else number,
        title=title, normative=one.normative,
    )  # fmt: skip


def _both(old: Cited, new: Cited, change: ReferenceChangeKind) -> ReferenceChange:
    return ReferenceChange(
        a=old.reference.address, b=new.reference.address, change=change,
        a_number=number_of(old), b_number=number_of(new),
        title=new.reference.title.content, normative=new.normative,
    )  # fmt: skip
