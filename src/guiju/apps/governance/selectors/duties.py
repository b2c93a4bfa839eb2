"""Who answers for a measure on the viewer's day: read once for many measures."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from django.db.models import Q

from guiju.apps.accounts.models import Organisation, Succession
from guiju.apps.governance.models import Assignment, Measure, Note
from guiju.apps.governance.rules.duties import REPORTING, Duties, NoteDuties, Role, strongest
from guiju.core.errors import NotFoundError
from guiju.web.viewer import Viewer

Kind = Organisation.Kind


def current(on: date) -> Q:
    """The assignments that hold on a day."""
    return (Q(since=None) | Q(since__lte=on)) & (Q(until=None) | Q(until__gt=on))


def passed_on(on: date) -> dict[int, int]:
    """From each organisation whose duties have wholly passed on to the one that holds them."""
    rows = Succession.objects.filter(on__lte=on, is_whole=True).order_by("on", "pk")
    steps = dict(rows.values_list("predecessor_id", "successor_id"))
    found: dict[int, int] = {}
    for start in steps:
        at, seen = start, {start}
        while (after := steps.get(at)) is not None and after not in seen:
            seen.add(after)
            at = after
        found[start] = at
    return found


def duties(viewer: Viewer, measures: Iterable[int]) -> dict[int, Duties]:
    """The duties under each of `measures` on the viewer's day, in five queries at most."""
    offices = dict(Measure.objects.filter(pk__in=measures).values_list("pk", "plan__office_id"))
    notes = list(Note.objects.filter(measure__in=offices, withdrawn=None).order_by("order"))
    passed = passed_on(viewer.today)
    assigned: dict[int, list[tuple[int | None, str]]] = defaultdict(list)
    rows = Assignment.objects.filter(current(viewer.today), note__in=[one.pk for one in notes])
    for under_note, organisation, role in rows.values_list("note_id", "organisation_id", "role"):
        assigned[under_note].append((organisation, role))
    kinds = _kinds(viewer, notes)
    under: dict[int, list[NoteDuties]] = defaultdict(list)
    for note in notes:
        named = _named(note, assigned[note.pk], passed)
        under[note.measure_id].append(NoteDuties(note.pk, named, _collective(note, kinds)))
    return {
        pk: Duties(pk, office, tuple(under[pk]), passed) for pk, office in sorted(offices.items())
    }


def duties_of(viewer: Viewer, measure: int) -> Duties:
    """The duties under one measure."""
    found = duties(viewer, [measure])
    if measure not in found:
        raise NotFoundError(f"{measure}")
    return found[measure]


def _kinds(viewer: Viewer, notes: list[Note]) -> dict[int, str]:
    """The kinds of the viewer's own organisations, if a note speaks of a kind at all."""
    if not any(note.all_departments or note.local_governments for note in notes):
        return {}
    rows = Organisation.objects.filter(pk__in=viewer.organisations())
    return dict(rows.values_list("pk", "kind"))


def _named(
    note: Note, rows: list[tuple[int | None, str]], passed: dict[int, int]
) -> dict[int, Role]:
    roles: dict[int, list[str]] = defaultdict(list)
    for organisation, held in rows:
        if organisation is not None:
            roles[passed.get(organisation, organisation)].append(held)
    responsible = [role for _, role in rows if role in REPORTING]
    is_sole = responsible == [Role.SHARED] and not (note.others or note.all_departments)
    found = {one: role for one, every in roles.items() if (role := strongest(every))}
    if is_sole:
        found = {one: Role.LEAD if role == Role.SHARED else role for one, role in found.items()}
    return found


def _collective(note: Note, kinds: dict[int, str]) -> frozenset[int]:
    meant = set()
    if note.all_departments:
        meant.add(Kind.STATE_COUNCIL)
    if note.local_governments:
        meant.add(Kind.LOCAL_GOVERNMENT)
    return frozenset(one for one, kind in kinds.items() if kind in meant)
