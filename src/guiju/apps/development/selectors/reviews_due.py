"""Reviews that fall due by themselves (到期复审): five years after publication or the last conclusion."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from guiju.apps.catalogue.models import Edition, Statement
from guiju.apps.development.models import Committee, Project
from guiju.core.procedures.calendar.files import calendar
from guiju.core.procedures.calendar.periods import add, end, period
from guiju.core.procedures.files.rulebook import procedure
from guiju.core.procedures.model import Procedure, length_of
from guiju.core.records.partial import parse_or_none
from guiju.core.records.readers.own import from_line

REVIEW = "review"
_State = Committee.State
_AT_WORK = (_State.ESTABLISHED, _State.RENEWING, _State.RECTIFYING)
_EFFECT_BY, _END_FROM = "span__3__lte", "span__4__gt"  # core.records.facts.Span as a list


@dataclass(frozen=True, slots=True)
class DueReview:
    """An edition whose review is due, since when, and the committee that is to do it, if one is here."""

    edition: Edition
    committee: Committee | None
    last: date
    due: date
    document: str


def reviews_due(on: date, *, everywhere: bool = False) -> list[DueReview]:
    """Editions in force whose review should have begun by a day and has not; the longest due first.

    Those in the care of a committee that works on this platform; `everywhere`: the others too,
    which are for their authority to hand over.
    """
    found = procedure(REVIEW, on)
    if found.falls_due is None:
        return []
    committees = {one.key: one for one in Committee.objects.filter(state__in=_AT_WORK)}
    rows = _in_force(None if everywhere else committees, on)
    last = _last_looked_at(rows)
    running = set(
        Project.objects.filter(procedure=REVIEW, ended=False).values_list("edition", flat=True)
    )
    answer = []
    for one in rows:
        begun = last.get(one.pk)
        if begun is None or one.pk in running:
            continue
        begins, due = _falls_due(found, one, begun, on)
        if begins <= on:
            keys = [row.committee.key for row in one.committees.all()]
            answer.append(
                DueReview(
                    one,
                    next((committees[key] for key in keys if key in committees), None),
                    begun,
                    due,
                    document_of(one),
                )
            )
    return sorted(answer, key=lambda one: (one.due, one.edition.sort))


def review_due_after(edition: Edition, last: date, on: date) -> date | None:
    """The last day for the next review of an edition that was published or reviewed on a day."""
    found = procedure(REVIEW, on)
    return _falls_due(found, edition, last, on)[1] if found.falls_due else None


def document_of(edition: Edition) -> str:
    """What the procedure asks of the document: guidance is looked at sooner."""
    return "guidance" if edition.nature == "guidance" else "standard"


def _in_force(committees: Iterable[str] | None, on: date) -> list[Edition]:
    day = on.toordinal()
    rows = Edition.objects.filter(
        form=Edition.Form.EDITION, draft=False, **{_EFFECT_BY: day, _END_FROM: day}
    )
    if committees is not None:
        rows = rows.filter(committees__committee__key__in=list(committees))
    rows = rows.exclude(issued="").distinct().order_by("sort")
    return list(rows.prefetch_related("committees__committee"))


def _last_looked_at(rows: list[Edition]) -> dict[int, date]:
    """The day of publication, of the last conclusion in the catalogue or of a review here."""
    found: dict[int, date] = {}

    def at_least(pk: int, day: date) -> None:
        found[pk] = max(found.get(pk, day), day)

    for one in rows:
        if issued := parse_or_none(one.issued):
            at_least(one.pk, issued.last)
    pks = list(found)
    said = Statement.objects.filter(edition__in=pks, content__contains='"reviewed"')
    for pk, content in said.values_list("edition", "content"):
        if reviewed := parse_or_none(from_line(content).reviewed):
            at_least(pk, reviewed.last)
    ended = Project.objects.filter(procedure=REVIEW, ended=True, edition__in=pks)
    for project in ended:
        at_least(project.edition_id or 0, project.entered)
    return found


def _falls_due(found: Procedure, edition: Edition, last: date, on: date) -> tuple[date, date]:
    """The day on which the review is to begin, and the last day for that."""
    rule = found.falls_due
    assert rule is not None  # noqa: S101 - the callers have looked
    length = period(length_of(rule.lengths, {"document": document_of(edition)}), on)
    due = end(calendar(), last, length).day
    if not rule.ahead:
        return due, due
    early = period(rule.ahead, on)
    return add(calendar(), due, -early.count, early.unit), due
