"""The text of a plan page by page, each measure beside what the ledger knows of it (原文)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from guiju.apps.governance.models import Measure, PlanText
from guiju.apps.governance.selectors.ledger import lines
from guiju.apps.governance.selectors.marked_text import Mark, Piece, paragraphs
from guiju.apps.governance.selectors.plans import PlanFacts, plan_facts
from guiju.apps.governance.selectors.values import MeasureLine
from guiju.core.errors import Bilingual
from guiju.web.viewer import Viewer

PAGE = 12_000  # characters; a page ends with the measure that reaches it


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of the text: a measure, or (None) what stands between measures."""

    measure: MeasureLine | None
    paragraphs: list[list[Piece]]

    @property
    def doubts(self) -> list[Mark]:
        """What the parser was unsure of here."""
        begun = [mark for line in self.paragraphs for piece in line for mark in piece.opened]
        return [mark for mark in begun if mark.kind == "doubt"]


@dataclass(frozen=True, slots=True)
class TextPage:
    """One page of the text in force."""

    number: int
    pages: int
    version: int
    file_name: str
    imported_at: datetime
    sm3: str
    passages: tuple[Passage, ...]

    @property
    def previous(self) -> int:
        return self.number - 1

    @property
    def next(self) -> int:
        return self.number + 1


@dataclass(frozen=True, slots=True)
class _Stretch:
    start: int
    end: int
    measure: Measure | None


@dataclass(frozen=True, slots=True)
class MarkedText:
    """One page of the text in force, as offsets into `source.text`."""

    source: PlanText
    number: int
    pages: int
    stretches: tuple[tuple[int, int, MeasureLine | None], ...]
    marks: list[Mark]

    @property
    def start(self) -> int:
        return self.stretches[0][0]

    @property
    def end(self) -> int:
        return self.stretches[-1][1]


def text_page(
    viewer: Viewer, slug: str, *, number: int = 1, measure: int | None = None
) -> tuple[PlanFacts, TextPage | None]:
    """A page of the text, the one with `measure` if that is given; None if there is no text."""
    plan, marked = marked_text(viewer, slug, number=number, measure=measure)
    if marked is None:
        return plan, None
    source = marked.source
    passages = tuple(
        Passage(line, paragraphs(source.text, marked.marks, start, end))
        for start, end, line in marked.stretches
    )
    answer = TextPage(
        number=marked.number,
        pages=marked.pages,
        version=source.number,
        file_name=source.file_name,
        imported_at=source.imported_at,
        sm3=source.sm3,
        passages=tuple(one for one in passages if one.paragraphs),
    )
    return plan, answer


def marked_text(
    viewer: Viewer, slug: str, *, number: int = 1, measure: int | None = None
) -> tuple[PlanFacts, MarkedText | None]:
    """As `text_page`, with every mark of the page by its offsets."""
    plan = plan_facts(viewer, slug)
    source = PlanText.objects.filter(plan=plan.pk, number=plan.version).first()
    if source is None:
        return plan, None
    pages = _pages(list(_stretches(plan, len(source.text))))
    wanted = [
        at
        for at, page in enumerate(pages, 1)
        if measure is not None and any(one.measure and one.measure.pk == measure for one in page)
    ]
    number = min(max(number, 1), len(pages)) if not wanted else wanted[0]
    page = pages[number - 1]
    rows = lines(viewer, plan, [one.measure for one in page if one.measure])
    known = {line.pk: line for line in rows}
    marks = _marks(rows, source.parsed, page[0].start, page[-1].end, inside=plan.inside)
    stretches = tuple(
        (one.start, one.end, known[one.measure.pk] if one.measure else None) for one in page
    )
    return plan, MarkedText(source, number, len(pages), stretches, marks)


def _stretches(plan: PlanFacts, length: int) -> Iterator[_Stretch]:
    """The whole text without gap or overlap: measures, and what stands between them."""
    at = 0
    measures = Measure.objects.filter(plan=plan.pk, withdrawn=None).exclude(start=None)
    for row in measures.order_by("start"):
        start, end = row.start or 0, min(row.end or 0, length)
        if start < at or end <= start:
            continue
        if start > at:
            yield _Stretch(at, start, None)
        yield _Stretch(start, end, row)
        at = end
    if at < length or at == 0:
        yield _Stretch(at, length, None)


def _pages(stretches: list[_Stretch]) -> list[list[_Stretch]]:
    pages: list[list[_Stretch]] = [[]]
    size = 0
    for one in stretches:
        if size >= PAGE:
            pages.append([])
            size = 0
        pages[-1].append(one)
        size += one.end - one.start
    return pages


def _marks(
    rows: tuple[MeasureLine, ...], parsed: dict[str, Any], start: int, end: int, *, inside: bool
) -> list[Mark]:
    """Every mark on this page; what the parser doubts is shown to those who work on the plan."""
    found = [
        Mark(one.start, one.end, kind, one.pk)
        for row in rows
        for kind, many in (("action", row.actions), ("note", row.notes), ("output", row.outputs))
        for one in many
        if one.start is not None and one.end is not None
    ]
    for measure in parsed.get("measures", ()):
        if start <= measure["start"] < end:
            for part in (*measure["actions"], *measure["responsibilities"]):
                found += [Mark(one["start"], one["end"], "due") for one in part["deadlines"]]
    for doubt in parsed.get("unclear", ()) if inside else ():
        reason = Bilingual(doubt["reason_zh"], doubt["reason_en"])
        found.append(Mark(doubt["start"], doubt["end"], "doubt", 0, reason))
    return [mark for mark in found if max(mark.start, start) < min(mark.end, end)]
