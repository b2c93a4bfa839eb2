"""What is to be used instead of an edition on a day (后继版本): along replacements, to what still holds."""

from collections.abc import Iterable
from datetime import date

from guiju.apps.catalogue.models import Edition
from guiju.apps.catalogue.selectors.facts import facts_of
from guiju.apps.catalogue.selectors.standard.shown import state_of
from guiju.core.records.facts import ENDED
from guiju.web.viewer import Viewer

STEPS = 8  # a chain of replacements is followed so far; queries grow with it, never with the rows

Next = dict[int, tuple[Edition, ...]]


def successors(viewer: Viewer, editions: Iterable[Edition], on: date) -> Next:
    """By edition: the published ones that take its place, ended ones left out.

    Of an edition still in force they are those announced. Nothing stands for an edition that was
    withdrawn without a successor.
    """
    rows = {one.pk: one for one in editions}
    steps: Next = {}
    frontier = rows
    for _ in range(STEPS):
        if not frontier:
            break
        steps |= _next(frontier.values())
        frontier = {
            one.pk: one
            for pk in frontier
            for one in steps[pk]
            if one.pk not in steps and state_of(one, on) in ENDED
        }
    return {pk: tuple(_standing(pk, steps, on, set())) for pk in rows}


def _next(editions: Iterable[Edition]) -> Next:
    """The next editions as the facts name them, in four queries."""
    rows = list(editions)
    facts = facts_of(rows)
    names = {pk: [end.by for end in one.ends if end.whole and end.by] for pk, one in facts.items()}
    wanted = {key for keys in names.values() for key in keys}
    found = {one.key: one for one in Edition.objects.filter(key__in=wanted).select_related("work")}
    return {
        pk: tuple(found[key] for key in dict.fromkeys(keys) if key in found)
        for pk, keys in names.items()
    }


def _standing(pk: int, steps: Next, on: date, seen: set[int]) -> Iterable[Edition]:
    for one in steps.get(pk, ()):
        if one.pk in seen:
            continue
        seen.add(one.pk)
        state = state_of(one, on)
        if state in ENDED:
            yield from _standing(one.pk, steps, on, seen)
        elif state != "draft":
            yield one
