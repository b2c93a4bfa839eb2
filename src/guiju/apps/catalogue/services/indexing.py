"""Keeping the search index in step with the records (索引维护)."""

from array import array
from bisect import bisect_left
from pathlib import Path

from django.conf import settings

from guiju.apps.catalogue.models import Edition, IndexTask
from guiju.apps.catalogue.selectors.entries import BATCH, all_entries, entries_of
from guiju.apps.catalogue.selectors.searching import reader
from guiju.search import Writer, place, rebuild, soundness
from guiju.search.errors import IndexMissing, IndexOutdated

_MANY = 20_000  # waiting editions; when they are most of all, building anew is faster
_ROUND = 4 * BATCH  # tasks a commit


def index_root() -> Path:
    return Path(settings.GUIJU_INDEX)


def bring_up_to_date() -> int:
    """Index what waits, or everything where no index can be read. How many editions were taken."""
    root = index_root()
    if place.is_suspect(root):
        if not soundness.is_whole(root):
            return rebuild_index()
        place.acquit(root)  # a question was at fault, not the index
    waiting = IndexTask.objects.count()
    try:
        reader().view()
    except (IndexMissing, IndexOutdated):
        return rebuild_index()
    if not waiting:
        return 0
    if waiting > _MANY and 2 * waiting > Edition.objects.count():
        return rebuild_index()
    with soundness.told(root), Writer.open(root) as writer:
        return _drain(writer)


def rebuild_index() -> int:
    """Build the index from all records, beside the old one, then swap.

    What waits already is read with everything else. It is struck off only after the swap: a
    process killed before leaves the old index with all that it has to take.
    """
    waiting = IndexTask.objects.order_by("pk").values_list("pk", flat=True)
    seen = array("q", waiting.iterator())
    late = array("q")

    def catch_up(writer: Writer) -> None:
        late.extend(_take_unseen(writer, seen))

    count = rebuild(index_root(), all_entries(), catch_up=catch_up)
    place.acquit(index_root())
    _strike_off(seen)
    _strike_off(late)
    return count


def _take_unseen(writer: Writer, seen: "array[int]") -> "array[int]":
    """Take what came to wait while everything was read."""
    taken = array("q")
    tasks = IndexTask.objects.order_by("pk").values_list("pk", "edition")
    editions = set()
    for pk, edition in tasks.iterator():
        at = bisect_left(seen, pk)
        if at == len(seen) or seen[at] != pk:
            taken.append(pk)
            editions.add(edition)
    _put(writer, sorted(editions))
    return taken


def _drain(writer: Writer) -> int:
    """All waiting editions go in, and only then are no longer waiting.

    A process killed between the two does it again; an edition that changed meanwhile has a
    task of its own.
    """
    taken = 0
    while tasks := list(IndexTask.objects.order_by("pk").values_list("pk", "edition")[:_ROUND]):
        editions = {edition for _, edition in tasks}
        _put(writer, sorted(editions))
        writer.commit()
        _strike_off(array("q", (pk for pk, _ in tasks)))
        taken += len(editions)
    return taken


def _put(writer: Writer, pks: list[int]) -> None:
    for start in range(0, len(pks), BATCH):
        wanted = pks[start : start + BATCH]
        entries = {one.id: one for one in entries_of(wanted)}
        writer.put_all(entries.values())
        for gone in set(wanted) - set(entries):
            writer.remove(gone)


def _strike_off(tasks: "array[int]") -> None:
    for start in range(0, len(tasks), BATCH):
        IndexTask.objects.filter(pk__in=list(tasks[start : start + BATCH])).delete()
