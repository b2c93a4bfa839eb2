"""What a parsed text would change in the ledger (文本与台账的差异), measure by measure."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from django.db.models import Prefetch, QuerySet

from guiju.apps.governance.models import Action, Assignment, Measure, Note, Output, Plan
from guiju.core.compare.wording import Piece, wording
from guiju.core.plans import compare, normal_name
from guiju.core.plans.compare import Keyed

Status = Literal["new", "changed", "unchanged", "withdrawn"]
Item = Mapping[str, Any]
Duty = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Difference:
    """One measure before (`row`) and after (`item`), and which of its parts differ.

    `fields` holds some of label, title, text, notes. `added` and `ended` are duties:
    (role, name as written).
    """

    status: Status
    row: Measure | None
    item: Item | None
    fields: tuple[str, ...] = ()
    added: tuple[Duty, ...] = ()
    ended: tuple[Duty, ...] = ()

    @property
    def given(self) -> dict[str, list[str]]:
        """The duties that begin, by role."""
        found: dict[str, list[str]] = {}
        for role, name in self.added:
            found.setdefault(role, []).append(name)
        return found

    @property
    def label(self) -> str:
        return str(self.item["label"] if self.item else self.row.label if self.row else "")

    @property
    def wording(self) -> list[Piece]:
        """The old and the new text in one, as pieces kept, deleted and inserted."""
        return wording(self.row.text if self.row else "", self.item["text"] if self.item else "")

    @property
    def title(self) -> str:
        return str(self.item["title"] if self.item else self.row.title_zh if self.row else "")


def _rows(plan: Plan) -> QuerySet[Measure]:
    """Every row of the plan, withdrawn ones too, each with all that hangs on it."""
    notes = Note.objects.prefetch_related(
        Prefetch("assignments", Assignment.objects.order_by("order", "pk"))
    ).order_by("order", "pk")
    return (
        Measure.objects.filter(plan=plan)
        .prefetch_related(
            Prefetch("notes", notes),
            Prefetch("actions", Action.objects.order_by("order", "pk")),
            Prefetch("outputs", Output.objects.order_by("order", "pk")),
        )
        .order_by("order", "pk")
    )


def continued(plan: Plan, parsed: Item) -> tuple[dict[str, Measure], list[Measure]]:
    """Which row goes on as which item of the text (by the item's key), and the rows that end.

    A measure that was withdrawn comes back when the text holds the very same one again.
    """
    rows = list(_rows(plan))
    current = {row.key: row for row in rows if row.withdrawn is None}
    # A ledger set down as facts has headings only; a number is no part of the wording.
    by_heading = not any(row.text for row in current.values())
    before = [
        Keyed(row.key, row.title_zh if by_heading else row.text.removeprefix(row.label))
        for row in current.values()
    ]
    after = [
        Keyed(
            item["key"], item["title"] if by_heading else item["text"].removeprefix(item["label"])
        )
        for item in parsed["measures"]
    ]
    found = {
        match.new.key: current[match.old.key]
        for match in compare(before, after)
        if match.old and match.new
    }
    former = {(row.key, row.title_zh, row.text): row for row in rows if row.withdrawn is not None}
    for item in parsed["measures"]:
        if item["key"] not in found:
            back = former.pop((item["key"], item["title"], item["text"]), None)
            if back is not None:
                found[item["key"]] = back
    kept = {row.pk for row in found.values()}
    return found, [row for row in current.values() if row.pk not in kept]


def duties_in_force(row: Measure) -> Counter[Duty]:
    """The duties that the text in force gives a measure; those given by hand are not the text's."""
    return Counter(
        (duty.role, duty.as_written)
        for note in row.notes.all()
        if note.withdrawn is None
        for duty in note.assignments.all()
        if duty.until is None and not duty.by_hand
    )


def is_ended_by_hand(duty: Assignment, note: Note) -> bool:
    """Was this duty ended although the text in force still gives it? Then the text stays overruled."""
    if duty.until is None or duty.by_hand:
        return False
    return not note.raw or normal_name(duty.as_written) in normal_name(note.raw)


def _overruled(row: Measure) -> Counter[Duty]:
    return Counter(
        (duty.role, normal_name(duty.as_written))
        for note in row.notes.all()
        if note.withdrawn is None
        for duty in note.assignments.all()
        if is_ended_by_hand(duty, note)
    )


def named_bodies(note: Item) -> list[Item]:
    """The bodies that a parsed note names; collectives (各有关部门) are flags of the note."""
    return [body for body in note["organisations"] if body["kind"] == "named"]


def duties_of(item: Item) -> Counter[Duty]:
    """The duties that a parsed measure gives."""
    return Counter(
        (body["role"], body["name"])
        for note in item["responsibilities"]
        for body in named_bodies(note)
    )


def differences(
    found: Mapping[str, Measure], ending: list[Measure], parsed: Item
) -> list[Difference]:
    """Every measure of the text and every one that ends, in order."""
    answer = [_difference(found.get(item["key"]), item) for item in parsed["measures"]]
    return answer + [
        Difference("withdrawn", row, None, ended=tuple(duties_in_force(row).elements()))
        for row in ending
    ]


def _difference(row: Measure | None, item: Item) -> Difference:
    after = duties_of(item)
    if row is None or row.withdrawn is not None:
        return Difference("new", row, item, added=tuple(after.elements()))
    before = duties_in_force(row)
    added, ended = _apart(before, after, _overruled(row))
    fields = [
        name
        for name, differs in (
            ("label", row.label != item["label"]),
            ("title", row.title_zh != item["title"]),
            ("text", row.text != item["text"]),
            ("notes", bool(added or ended) or _flags(row) != _flags_of(item)),
        )
        if differs
    ]
    status: Status = "changed" if fields else "unchanged"
    return Difference(status, row, item, tuple(fields), added, ended)


def _apart(
    before: Counter[Duty], after: Counter[Duty], overruled: Counter[Duty]
) -> tuple[tuple[Duty, ...], tuple[Duty, ...]]:
    """Duties only after and only before; brackets of another width are no difference."""

    def folded(duties: Counter[Duty]) -> Counter[Duty]:
        total: Counter[Duty] = Counter()
        for (role, name), count in duties.items():
            total[(role, normal_name(name))] += count
        return total

    one, other = folded(before), folded(after)
    shown = {(role, normal_name(name)): (role, name) for role, name in (*before, *after)}
    return (
        tuple(shown[duty] for duty in (other - one - overruled).elements()),
        tuple(shown[duty] for duty in (one - other).elements()),
    )


def _flags(row: Measure) -> list[tuple[bool, bool, bool]]:
    return [
        (note.all_departments, note.local_governments, note.others)
        for note in row.notes.all()
        if note.withdrawn is None
    ]


def _flags_of(item: Item) -> list[tuple[bool, bool, bool]]:
    return [
        (note["all_departments"], note["local_governments"], note["etc"])
        for note in item["responsibilities"]
    ]
