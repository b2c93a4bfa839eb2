"""Clauses of other texts that say nearly the same, or the contrary (条款重复与矛盾)."""

from collections.abc import Iterable, Iterator
from itertools import groupby, islice
from operator import attrgetter
from typing import NamedTuple

from django.db.models import QuerySet

from guiju.apps.library.models import Passage, Text
from guiju.apps.library.rules import READ_WHOLE
from guiju.apps.library.selectors.marks import Sharing, sharing
from guiju.apps.library.selectors.texts import whole_texts
from guiju.core.compare.documents import Clause, Likeness, judged
from guiju.web.viewer import Viewer

# Of those that share marks with a passage so many are looked at, the nearest first.
MOST_LOOKED_AT = 20


class Alike(NamedTuple):
    """A passage of the text, one of another text, and how they stand to each other."""

    own: Passage
    other: Passage
    found: Likeness


def overlaps(viewer: Viewer, text: Text, *, editions: bool = False) -> list[Alike]:
    """All that is alike, in reading order; `editions`: in other editions of the standard too.

    Other texts are those that are published and that the viewer may read whole.
    """
    READ_WHOLE.check(viewer, text)
    shared = sharing(text, _others(viewer, text, editions=editions))
    found = list(_alike(shared))
    return sorted(found, key=lambda one: (one.own.order, -one.found.score, one.other.pk))


def library_overlaps(viewer: Viewer, *, editions: bool = False) -> Iterator[Alike]:
    """The same over all published texts, each pair once: the later text first (`own`).

    Of passages with the same words each is paired with the first, and only that with others. One
    text after the other is looked at, so that memory stays bounded.
    """
    for text in whole_texts(viewer).order_by("pk").iterator(chunk_size=50):
        others = _others(viewer, text, editions=editions)
        found = _alike(_once(sharing(text, others, only_before=True)))
        for _, pairs in groupby(found, key=lambda one: one.own.pk):
            yield from _firsts(list(pairs))


def _others(viewer: Viewer, text: Text, *, editions: bool) -> QuerySet[Text]:
    rows = whole_texts(viewer).filter(language=text.language)
    if editions:
        return rows.exclude(edition=text.edition_id)
    return rows.exclude(edition__work=text.edition.work_id)


def _alike(shared: Iterable[Sharing]) -> Iterator[Alike]:
    nearest = [
        pair
        for _, pairs in groupby(shared, key=attrgetter("own"))
        for pair in islice(pairs, MOST_LOOKED_AT)
    ]
    found = list(_judged(nearest))
    wanted = {one for pair, _ in found for one in (pair.own, pair.other)}
    rows = Passage.objects.select_related("text__edition").in_bulk(list(wanted))
    for pair, likeness in found:
        yield Alike(rows[pair.own], rows[pair.other], likeness)


def _judged(pairs: list[Sharing]) -> Iterator[tuple[Sharing, Likeness]]:
    wanted = {one for pair in pairs for one in (pair.own, pair.other)}
    rows = Passage.objects.only("plain").in_bulk(list(wanted))
    clauses = {pk: Clause(one.plain) for pk, one in rows.items()}
    for pair in pairs:
        likeness = judged(clauses[pair.own], clauses[pair.other])
        if likeness is not None:
            yield pair, likeness


def _once(shared: Iterable[Sharing]) -> Iterator[Sharing]:
    """Whoever has the same words as an earlier one is looked at beside the first of these alone."""
    for _, pairs in groupby(shared, key=attrgetter("own")):
        every = list(pairs)
        same = [one.other for one in every if one.all_words]
        yield from (one for one in every if not same or one.other == min(same))


def _firsts(pairs: list[Alike]) -> Iterator[Alike]:
    """Each wording of those beside one passage once, its first."""
    seen = set()
    for one in sorted(pairs, key=lambda one: one.other.pk):
        said = Clause(one.other.plain).words
        if said not in seen:
            seen.add(said)
            yield one
