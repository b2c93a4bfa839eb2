"""Settling (状态结算): what follows for editions when something was said of them or their neighbours.

Arrows are tied to editions, impossible ones kept out with a finding, and for every edition that
may be touched the span, the newest edition of its work, its findings and conflicts are made anew.
"""

from collections.abc import Iterable

from guiju.apps.catalogue.models import Edition, IndexTask, Relation, Work
from guiju.apps.catalogue.selectors.facts import facts_of
from guiju.apps.catalogue.services.bulk import insert, update
from guiju.apps.catalogue.services.denials import strike
from guiju.apps.catalogue.services.doubts import keep_out, write_doubts
from guiju.apps.catalogue.services.tying import tie
from guiju.core.records.deduction import deduce

_EFFECT = slice(2, 4)  # where the days of effect stand in a stored span
_ROUNDS = 20  # a chain of editions without days of effect is settled link by link


def settle(touched: Iterable[int]) -> None:
    """Bring everything that depends on these editions up to date, and tell the index."""
    pks = set(touched)
    tie(pks)
    struck = strike(pks)
    scope = pks | struck | keep_out(pks | struck) | _neighbours(pks)
    moved: set[int] = set()
    works: set[int] = set()
    for _ in range(_ROUNDS):
        rows = list(Edition.objects.filter(pk__in=scope).order_by("pk"))
        changed = _renew_spans(rows)
        works |= {one.work_id for one in rows}
        moved |= set(changed)
        # An edition ends when its successor takes effect: only that passes on.
        scope = _replaced_by({pk for pk, days_moved in changed.items() if days_moved})
        if not scope:
            break
    moved |= _newest(works)
    insert(IndexTask, ["edition"], ((pk,) for pk in sorted(pks | moved)))


def _renew_spans(rows: list[Edition]) -> dict[int, bool]:
    """Deduce and store the spans and doubts of these editions.

    Those whose span is another, and whether its days of effect are.
    """
    lives = {pk: (facts, deduce(facts)) for pk, facts in facts_of(rows).items()}
    changed: dict[int, bool] = {}
    for one in rows:
        found = lives[one.pk][1].span.as_list()
        if found != one.span:
            changed[one.pk] = found[_EFFECT] != one.span[_EFFECT]
            one.span = found
    update(Edition, ["span"], ((one.span, one.pk) for one in rows if one.pk in changed))
    write_doubts(rows, lives)
    return changed


def _replaced_by(pks: set[int]) -> set[int]:
    """What these replace, and the earlier editions of their works."""
    return _neighbours(pks) - pks if pks else set()


def _neighbours(pks: set[int]) -> set[int]:
    """Those whose state may follow from these: what they replace, and the same work's editions."""
    replaced = Relation.objects.filter(subject__in=pks, type="replaces", target__isnull=False)
    works = Edition.objects.filter(pk__in=pks).values("work")
    return {
        *replaced.values_list("target", flat=True),
        *Edition.objects.filter(work__in=works).values_list("pk", flat=True),
    }


def _newest(works: set[int]) -> set[int]:
    """Mark the newest edition of each work; the keys of the editions whose mark changed.

    Whole editions come before supplements, published ones before drafts, then the year counts.
    """
    fields = ("work", "pk", "newest", "form", "draft", "year", "issued")
    best: dict[int, tuple[tuple[bool, bool, int, str, int], int]] = {}
    marked: dict[int, int] = {}
    for work, pk, newest, form, draft, year, issued in Edition.objects.filter(
        work__in=works
    ).values_list(*fields):
        age = (form == Edition.Form.EDITION, not draft, year or 0, issued, pk)
        best[work] = max(best.get(work, (age, pk)), (age, pk))
        if newest:
            marked[pk] = work
    wanted = {pk for _, pk in best.values()}
    gained, lost = wanted - set(marked), set(marked) - wanted
    marks = [*((True, pk) for pk in gained), *((False, pk) for pk in lost)]
    update(Edition, ["newest"], marks)
    update(Work, ["newest"], ((pk, work) for work, (_, pk) in best.items() if pk in gained))
    return gained | lost
