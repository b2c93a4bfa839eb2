"""Keeping the search index in step with the records (索引维护).

`followers` are told of the editions that changed, in the transaction that strikes off their tasks:
an index of another app leaves its own tasks then, so that no change is lost to it.
"""

from array import array
from collections.abc import Callable, Iterator
from pathlib import Path

from django.conf import settings
from django.db import transaction

from guiju.apps.catalogue.models import Edition, IndexTask
from guiju.apps.catalogue.selectors.entries import BATCH, all_entries, entries_of
from guiju.apps.catalogue.selectors.searching import reader
from guiju.apps.catalogue.services.index_keeper import IndexKeeper
from guiju.search import Entry, Reader, Writer

_MANY = 20_000  # waiting editions; when they are most of all, building anew is faster

followers: list[Callable[[set[int]], None]] = []


class _Catalogue(IndexKeeper[Entry]):
    tasks = IndexTask
    thing = "edition"
    writer = Writer
    batch = BATCH
    round = 4 * BATCH

    def root(self) -> Path:
        return index_root()

    def reader(self) -> Reader:
        return reader()

    def all_entries(self) -> Iterator[Entry]:
        return all_entries()

    def entries_of(self, pks: list[int]) -> list[Entry]:
        return entries_of(pks)

    def is_most(self, waiting: int) -> bool:
        return waiting > _MANY and 2 * waiting > Edition.objects.count()

    def strike_off(self, tasks: "array[int]") -> None:
        _strike_off(tasks)


def index_root() -> Path:
    return Path(settings.GUIJU_INDEX)


def bring_up_to_date() -> int:
    """Index what waits, or everything where no index can be read. How many editions were taken."""
    return _Catalogue().bring_up_to_date()


def rebuild_index() -> int:
    """Build the index from all records, beside the old one, then swap."""
    return _Catalogue().rebuild()


def _strike_off(tasks: "array[int]") -> None:
    for start in range(0, len(tasks), BATCH):
        with transaction.atomic():
            rows = IndexTask.objects.filter(pk__in=list(tasks[start : start + BATCH]))
            editions = set(rows.values_list("edition", flat=True))
            for follow in followers:
                follow(editions)
            rows.delete()
