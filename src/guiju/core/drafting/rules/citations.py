"""R04–R06, R08: citations in the text (引用)."""

import re
from collections.abc import Iterator

from guiju.core import numbers
from guiju.core.documents.model import Reference
from guiju.core.documents.pointing import pointers
from guiju.core.drafting.finding import Finding
from guiju.core.drafting.rulebook import words
from guiju.core.drafting.rules.citing import INFORMATIVE, NORMATIVE_ZONES, Citation, covers
from guiju.core.drafting.rules.context import Context
from guiju.core.drafting.rules.references import listed
from guiju.core.drafting.rules.registry import checks, rule


@checks("R04")
def listed_and_cited(context: Context) -> Iterator[Finding]:
    """Each entry is cited normatively, each normative citation is listed."""
    entries = listed(context)
    if not next(context.top("normative-references"), None):
        return
    cited = context.citations
    everything = "\n".join(
        place.content for place in context.places if place.zone in NORMATIVE_ZONES
    )
    for one, number in entries:
        if number is None:
            continue
        uses = [use for use in cited if covers(number, use.number)]
        if not uses and not _is_named_short(number, everything):
            yield _entry(one, "not_cited")
        elif uses and not any(_counts(use) for use in uses):
            yield _entry(one, "only_informative")
    numbered = [number for _, number in entries if number]
    told: set[str] = set()
    for use in cited:
        key = numbers.work_key(use.number)
        if use.needed and key not in told and not any(covers(one, use.number) for one in numbered):
            told.add(key)
            yield rule("R04")(use.place, "not_listed", (use.start, use.end), number=_written(use))


def _counts(use: Citation) -> bool:
    """Not certainly informative: a cell, a normative sentence, or one that does not say."""
    place = use.place
    return use.needed or (
        place.zone in NORMATIVE_ZONES
        and place.role not in INFORMATIVE
        and not place.is_informative_annex
    )


def _entry(one: Reference, say: str) -> Finding:
    return rule("R04")(
        None, say, (0, len(one.text.content)), address=one.address, line=one.line, number=one.number
    )


def _is_named_short(number: numbers.Number, text: str) -> bool:
    """`GB/T 5009.3、5009.4`: the second number stands without its letters."""
    short = ".".join((number.seq, *number.parts))
    return bool(re.search(rf"(?<![\d.]){re.escape(short)}(?![\d.])", text))


def _written(use: Citation) -> str:
    return use.place.content[use.start : use.end]


@checks("R05")
def dated_where_needed(context: Context) -> Iterator[Finding]:
    """What names a clause, table or figure of a document names its edition."""
    for place, start, end, number, _ in context.citations:
        if number.year or number.year_written or number.all_parts or place.role == "source":
            continue
        inside = [
            one for one in pointers(place.content) if one.of is not None and one.of.start == start
        ]
        if inside:
            stop = max(end, inside[0].end)
            yield rule("R05")(
                place, "undated", (start, stop), number=place.content[start:end],
                what=place.content[inside[0].start : inside[0].end],
            )  # fmt: skip


@checks("R06")
def page_numbers(context: Context) -> Iterator[Finding]:
    """A citation does not name pages."""
    for place in context.places:
        if (
            place.zone in ("bibliography", "contents", "normative-references")
            or place.role == "source"
        ):
            continue
        for found in re.finditer(words("page_pointers"), place.content):
            group = 1 if found[1] else 2 if found[2] else 0
            yield rule("R06")(place, "page", found.span(group), page=found[group])


@checks("R08")
def informative_citations(context: Context) -> Iterator[Finding]:
    """What is cited for information stands in 参考文献, whose entries are numbered."""
    listed_there = [
        numbers.try_read(one.number)
        for path, one in context.blocks
        if path and path[0].kind == "bibliography" and isinstance(one, Reference)
    ]
    known = [one for one in (*listed_there, *(number for _, number in listed(context))) if one]
    told: set[str] = set()
    for use in context.citations:
        place, key = use.place, numbers.work_key(use.number)
        if place.zone in words("zones_without_bibliography") or use.needed or key in told:
            continue
        informative = (
            place.role in INFORMATIVE or place.is_informative_annex or place.zone == "introduction"
        )
        if informative and not any(covers(one, use.number) for one in known):
            told.add(key)
            yield rule("R08")(
                place, "not_in_bibliography", (use.start, use.end), number=_written(use)
            )
    yield from _labels(context)


def _labels(context: Context) -> Iterator[Finding]:
    expected = 1
    for path, one in context.blocks:
        if not path or path[0].kind != "bibliography" or not isinstance(one, Reference):
            continue
        if one.label != f"[{expected}]":
            yield rule("R08")(None, "label", address=one.address, line=one.line, expected=expected)
        expected += 1
