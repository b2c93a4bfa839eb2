"""Where a document contradicts itself (自相矛盾): dates of references, methods, limits."""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from guiju.core import numbers
from guiju.core.documents.model import (
    Block,
    Document,
    Paragraph,
    Reference,
    Table,
    Term,
)
from guiju.core.documents.walking import blocks, plain
from guiju.core.drafting.provisions.documents import provisions
from guiju.core.drafting.provisions.model import Conflict, Interval, Limit, Provision
from guiju.core.units import factors

_NEAR = Decimal("1E-12")
_HISTORY = frozenset(("foreword", "introduction", "contents", "index"))


class _Cited(NamedTuple):
    """A document named somewhere: without its year it is `work`."""

    work: str
    year: str
    written: str
    address: str


def conflicts(
    document: Document, found: tuple[Provision, ...] | None = None
) -> tuple[Conflict, ...]:
    """References dated differently, methods that are not listed, limits that differ.

    `found` are the provisions, when they are known. What the foreword tells of earlier editions
    is history and contradicts nothing.
    """
    known = provisions(document) if found is None else found
    cited = tuple(_cited(document))
    return (
        *_dates(document, cited),
        *_methods(document, known, cited),
        *_limits(document, known),
    )


def _cited(document: Document) -> Iterator[_Cited]:
    for path, block in blocks(document):
        if path and path[0].kind in _HISTORY:
            continue
        text = _own_text(block)
        for one in numbers.find(text) if text else ():
            if one.number.kind == "standard":
                written = text[one.start : one.end]
                yield _Cited(numbers.work_key(one.number), one.number.year, written, block.address)


def _own_text(block: Block) -> str:
    if isinstance(block, Paragraph | Reference):
        return plain(block)
    if isinstance(block, Table):
        return block.title.content
    if isinstance(block, Term):
        return "\n".join(
            text.content for text in (*(d for _, d in block.definitions), *block.sources)
        )
    return ""


def _dates(document: Document, cited: tuple[_Cited, ...]) -> Iterator[Conflict]:
    own = numbers.try_read(document.meta.number) if document.meta.number else None
    dated: dict[str, dict[str, _Cited]] = defaultdict(dict)
    for one in cited:
        if one.year and not (own and one.work == numbers.work_key(own)):
            dated[one.work].setdefault(one.year, one)
    for by_year in dated.values():
        if len(by_year) < 2:
            continue
        both = list(by_year.values())
        shown = "、".join(f"{one.written}（{one.address}）" for one in both)
        shown_en = ", ".join(f"{one.written} ({one.address})" for one in both)
        yield Conflict(
            code="reference-dates",
            addresses=tuple(one.address for one in both),
            zh=f"同一文件在不同位置注了不同的日期：{shown}。请统一为一个版本，或说明为何引用多个版本。",
            en=f"One document is cited with different dates: {shown_en}. Cite one edition, or say why there are several.",
        )


def _methods(
    document: Document, known: tuple[Provision, ...], cited: tuple[_Cited, ...]
) -> Iterator[Conflict]:
    """Only where the document has a clause of normative references at all."""
    listed_at = {
        block.address
        for path, block in blocks(document)
        if path and path[0].kind == "normative-references"
    }
    if not any(section.kind == "normative-references" for section in document.sections):
        return
    listed = {one.work for one in cited if one.address in listed_at}
    told: set[str] = set()
    for one in known:
        if not one.normative:
            continue
        for text in dict.fromkeys((one.method, *(limit.method for limit in one.limits))):
            for found in numbers.find(text) if text else ():
                work = numbers.work_key(found.number)
                if found.number.kind != "standard" or work in listed or work in told:
                    continue
                told.add(work)
                written = text[found.start : found.end]
                yield Conflict(
                    code="method-not-listed",
                    addresses=(one.address,),
                    zh=f"{one.address} 规定按{written}试验，但规范性引用文件清单中没有它。请将其列入清单。",
                    en=f"{one.address} has a test done to {written}, which is not among the normative references. List it.",
                )


class _Set(NamedTuple):
    """A limit that the document sets, and what it is of."""

    limit: Limit
    about: str  # subject, otherwise title of the table
    in_table: bool
    place: str  # the table, or the sentence
    annex: str


def _limits(document: Document, known: tuple[Provision, ...]) -> Iterator[Conflict]:
    titles = _titles(document)
    places: dict[tuple[str, frozenset[str]], list[_Set]] = defaultdict(list)
    for one in known:
        for limit in one.limits if one.normative else ():
            if limit.role != "limit" or not _is_bounded(limit.interval):
                continue
            name = _bare(limit.characteristic)
            if len(name) < 2:
                continue
            in_table = limit.address.startswith("table-") or "/table-" in limit.address
            place = limit.address.rsplit("/r", 1)[0] if in_table else limit.address
            about = limit.subject or titles.get(place, "")
            annex = one.clause[:1] if one.clause[:1].isupper() else ""
            conditions = frozenset(map(_bare, limit.condition))
            places[name, conditions].append(_Set(limit, about, in_table, place, annex))
    for alike in places.values():
        for at, first in enumerate(alike):
            for second in alike[at + 1 :]:
                if _is_of_one(first, second) and _differ(
                    first.limit.interval, second.limit.interval
                ):
                    yield _conflict(first.limit, second.limit)


def _titles(document: Document) -> dict[str, str]:
    return {
        block.address: block.title.content
        for _, block in blocks(document)
        if isinstance(block, Table)
    }


def _is_of_one(first: _Set, second: _Set) -> bool:
    """Of one thing: the same subject; a table is about what its title says.

    One table is a series and each annex a matter of its own, so that they contradict only others.
    """
    if first.place == second.place or (
        first.annex and second.annex and first.annex != second.annex
    ):
        return False
    one, other = _bare(first.about), _bare(second.about)
    if not one or not other or one == other:
        return True
    if first.in_table == second.in_table:
        return False
    return any(one[at : at + 2] in other for at in range(len(one) - 1))


def _differ(first: Interval, second: Interval) -> bool:
    """In units of one kind, and not the same; or none of both can be met."""
    by = factors(_bare_unit(first), _bare_unit(second))
    if by is None or first.of or second.of:
        return False
    ends = [_ends(one, factor) for one, factor in zip((first, second), by, strict=True)]
    sides = {first.operator, second.operator}
    alike = len(sides) == 1 or sides <= {"≥", ">"} or sides <= {"≤", "<"}
    if alike or "between" in sides or "=" in sides:
        return not all(_is_same(one, other) for one, other in zip(*ends, strict=True))
    lows = [low for low, _ in ends if low is not None]
    highs = [high for _, high in ends if high is not None]
    return bool(lows and highs) and max(lows) > min(highs) and not _is_same(max(lows), min(highs))


def _bare_unit(one: Interval) -> str:
    return one.unit.replace(" ", "")


def _ends(one: Interval, factor: Decimal) -> tuple[Decimal | None, Decimal | None]:
    low, high = (end if end is None else end * factor for end in (one.low, one.high))
    return low, high


def _is_same(one: Decimal | None, other: Decimal | None) -> bool:
    """6 m3/h and 100 L/min are, though neither third has an end."""
    if one is None or other is None:
        return one is other
    return abs(one - other) <= max(abs(one), abs(other)) * _NEAR


def _is_bounded(interval: Interval) -> bool:
    return interval.low is not None or interval.high is not None


def _conflict(first: Limit, second: Limit) -> Conflict:
    one, other = (f"{limit.interval.operator} {limit.interval.full}" for limit in (first, second))
    return Conflict(
        code="limit",
        addresses=(first.address, second.address),
        zh=f"“{first.characteristic}”的指标前后不一：{first.address} 为 {one}，{second.address} 为 {other}。请核对并统一。",
        en=f"“{first.characteristic}” has two limits: {one} in {first.address}, {other} in {second.address}. Check which holds.",
    )


def _bare(text: str) -> str:
    return "".join(text.split()).lower()
