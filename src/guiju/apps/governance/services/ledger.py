"""Writing a parsed text into the ledger (文本入账): measures, notes and duties.

Rows that the text goes on with keep their key, reports and history; what it no longer holds is
withdrawn with the number of the text; nothing is deleted. Called by `services.imports` only,
inside its transaction.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from django.db.models import Model

from guiju.apps.governance.models import Assignment, Measure, Note, Plan
from guiju.apps.governance.selectors.differences import (
    Duty,
    Item,
    is_ended_by_hand,
    named_bodies,
)
from guiju.apps.governance.services.matching import align
from guiju.core.plans import normal_name

AnyRow = TypeVar("AnyRow", bound=Model)
BATCH = 500


@dataclass(frozen=True, slots=True)
class Writing:
    """One text on its way into the ledger. `organisation` recognises a name as written."""

    plan: Plan
    number: int
    on: date
    organisation: Callable[[str], int | None]

    @property
    def since(self) -> date | None:
        """Duties of the first text hold from the plan's beginning, those of a correction from today."""
        return None if self.number <= 1 else self.on


@dataclass(frozen=True, slots=True)
class Written:
    """A measure with its item of the text, and its notes in the order of the item's."""

    row: Measure
    item: Item
    is_new: bool
    notes: list["WrittenNote"]


@dataclass(frozen=True, slots=True)
class WrittenNote:
    """A note with its item, the duties it had, and those that the office ended against the text."""

    row: Note
    item: Item
    duties: list[Assignment]
    overruled: frozenset[Duty]


def write_measures(
    writing: Writing, items: Sequence[Item], continued: Mapping[str, Measure]
) -> list[Written]:
    """Write the measures of a text with their notes and duties, in the order of `items`."""
    # All give up their keys first: a renumbered text passes keys from row to row.
    Measure.objects.filter(plan=writing.plan, withdrawn=None).update(withdrawn=writing.number)
    rows: dict[str, Measure] = {}
    for order, item in enumerate(items, start=1):
        row = rows[item["key"]] = continued.get(item["key"]) or Measure(plan=writing.plan)
        row.key, row.order, row.level = item["key"], order, item["level"]
        row.no, row.label, row.title_zh = item["no"], item["label"], item["title"]
        row.text, row.start, row.end = item["text"], item["start"], item["end"]
        row.withdrawn = None
    fields = ("key", "order", "level", "no", "label", "title_zh", "text", "start", "end")
    save_rows(Measure, rows.values(), (*fields, "withdrawn"))
    for item in items:
        rows[item["key"]].parent = rows.get(item["parent"] or "")
    save_rows(Measure, rows.values(), ("parent",))
    written = [Written(rows[item["key"]], item, item["key"] not in continued, []) for item in items]
    _write_notes(writing, written)
    _write_assignments(writing, [note for measure in written for note in measure.notes])
    return written


def save_rows(model: type[AnyRow], rows: Iterable[AnyRow], fields: Sequence[str]) -> None:
    """Create the new rows and bring the kept ones up to date, in few queries."""
    new: list[AnyRow] = []
    kept: list[AnyRow] = []
    for row in rows:
        (new if row.pk is None else kept).append(row)
    model._default_manager.bulk_create(new, batch_size=BATCH)
    # An upsert by key: Django's bulk_update takes ten times as long for as many rows.
    model._default_manager.bulk_create(
        kept,
        batch_size=BATCH,
        update_conflicts=True,
        unique_fields=("pk",),
        update_fields=fields,
    )


def split(rows: Iterable[Any]) -> tuple[list[Any], list[Any]]:
    """The rows in force, and those that were withdrawn earlier."""
    rows = list(rows)
    in_force = [row for row in rows if row.withdrawn is None]
    return in_force, [row for row in rows if row.withdrawn is not None]


def withdraw(model: Any, writing: Writing, before: Iterable[Any], after: Iterable[Any]) -> None:
    """Mark what was in force before and is not after as withdrawn by this text."""
    kept = {row.pk for row in after}
    gone = [row.pk for row in before if row.pk not in kept]
    model.objects.filter(pk__in=gone).update(withdrawn=writing.number)


def _write_notes(writing: Writing, written: Sequence[Written]) -> None:
    before: list[Note] = []
    for measure in written:
        current, former = ([], []) if measure.is_new else split(measure.row.notes.all())
        before += current
        items = measure.item["responsibilities"]
        found = _in_order(
            align(
                [row.raw for row in current],
                [item["raw"] for item in items],
                former=[row.raw for row in former],
            ),
            len(current),
        )
        for order, (item, index) in enumerate(zip(items, found, strict=True), start=1):
            row = Note(measure=measure.row) if index is None else [*current, *former][index]
            measure.notes.append(_note(row, item, order))
    after = [note.row for measure in written for note in measure.notes]
    withdraw(Note, writing, before, after)
    flags = ("all_departments", "local_governments", "others", "withdrawn")
    save_rows(Note, after, ("order", "raw", "start", "end", *flags))


def _note(row: Note, item: Item, order: int) -> WrittenNote:
    duties = [] if row.pk is None else list(row.assignments.all())
    overruled = frozenset(
        (duty.role, normal_name(duty.as_written)) for duty in duties if is_ended_by_hand(duty, row)
    )
    row.order, row.raw, row.start, row.end = order, item["raw"], item["start"], item["end"]
    row.all_departments = item["all_departments"]
    row.local_governments, row.others = item["local_governments"], item["etc"]
    row.withdrawn = None
    return WrittenNote(row, item, duties, overruled)


def _in_order(found: list[int | None], count: int) -> list[int | None]:
    """Notes left over on both sides in equal number continue one another (facts have no wording)."""
    left = [index for index in range(count) if index not in found]
    if len(left) != found.count(None):
        return found
    rest = iter(left)
    return [next(rest) if index is None else index for index in found]


def _write_assignments(writing: Writing, notes: Sequence[WrittenNote]) -> None:
    rows: list[Assignment] = []
    ended: list[int] = []
    for note in notes:
        in_force = {
            (duty.role, normal_name(duty.as_written)): duty
            for duty in note.duties
            if duty.until is None
        }
        for order, body in enumerate(named_bodies(note.item), start=1):
            duty_key = (body["role"], normal_name(body["name"]))
            if duty_key in note.overruled:
                continue
            duty = in_force.pop(duty_key, None) or Assignment(
                note=note.row, role=body["role"], since=writing.since
            )
            duty.as_written, duty.order = body["name"], order
            duty.organisation_id = duty.organisation_id or writing.organisation(body["name"])
            rows.append(duty)
        ended += [duty.pk for duty in in_force.values() if not duty.by_hand]
    Assignment.objects.filter(pk__in=ended).update(until=writing.on)
    save_rows(Assignment, rows, ("organisation", "as_written", "order"))
