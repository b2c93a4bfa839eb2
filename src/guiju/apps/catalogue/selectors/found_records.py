"""All that a search finds, as rows for files (检索结果导出): in its order, in bounded memory."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice

from guiju.apps.catalogue.models import Edition, EditionCode, EditionCommittee, EditionRole
from guiju.apps.catalogue.selectors.facts import span_of
from guiju.apps.catalogue.selectors.searching import Query, everything
from guiju.core.records.facts import ALWAYS, NEVER
from guiju.core.records.span import state_of_span
from guiju.web.viewer import Viewer

BATCH = 1_000  # rows that are read from the database at once
_KEYS = 20_000  # keys that are asked of the index at once


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundRecord:
    """One edition found. Days are as sources give them, so they may be years or months."""

    number: str
    title_zh: str
    title_en: str
    level: str
    nature: str
    status: str
    issued: str
    effective: str
    ended: str
    ics: tuple[str, ...]
    ccs: tuple[str, ...]
    committees: tuple[str, ...]
    issuers: tuple[str, ...]


def found_records(viewer: Viewer, query: Query) -> Iterator[FoundRecord]:
    """Four queries for each thousand."""
    for keys in everything(viewer, query, _KEYS):
        stream = iter(keys)
        while part := list(islice(stream, BATCH)):
            yield from _read(part, query.on)


def _read(keys: list[int], on: date) -> Iterator[FoundRecord]:
    editions = Edition.objects.in_bulk(keys)
    codes: defaultdict[tuple[int, str], list[str]] = defaultdict(list)
    rows = EditionCode.objects.filter(edition__in=keys).order_by("pk")
    for pk, scheme, code in rows.values_list("edition", "scheme", "code"):
        codes[pk, scheme].append(code)
    in_care = EditionCommittee.objects.filter(edition__in=keys).order_by("pk")
    committees = _grouped(in_care.values_list("edition", "committee__key"))
    issued = EditionRole.objects.filter(edition__in=keys, role="issuer").order_by("order", "pk")
    issuers = _grouped(issued.values_list("edition", "issuer__name"))
    for pk in keys:
        if pk in editions:
            one = editions[pk]
            yield FoundRecord(
                number=one.key,
                title_zh=one.title_zh,
                title_en=one.title_en,
                level=one.level,
                nature=one.nature,
                status=_state(one, on),
                issued=one.issued,
                effective=one.effective,
                ended=_end(one),
                ics=tuple(codes[pk, "ics"]),
                ccs=tuple(codes[pk, "ccs"]),
                committees=committees[pk],
                issuers=issuers[pk],
            )


def _grouped(pairs: Iterable[tuple[int, str]]) -> defaultdict[int, tuple[str, ...]]:
    found: defaultdict[int, tuple[str, ...]] = defaultdict(tuple)
    for pk, value in pairs:
        if value not in found[pk]:
            found[pk] += (value,)
    return found


def _state(edition: Edition, on: date) -> str:
    span = span_of(edition)
    return state_of_span(span, on.toordinal()) if span else "unknown"


def _end(edition: Edition) -> str:
    """The day on which it ended or will, where that is known to the day."""
    span = span_of(edition)
    if span is None or span.end_lo != span.end_hi or not ALWAYS < span.end_hi < NEVER:
        return ""
    return date.fromordinal(span.end_hi).isoformat()
