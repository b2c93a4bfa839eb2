"""Keeping the index of passages in step with the texts (条款索引维护)."""

from collections.abc import Iterator
from pathlib import Path

from guiju.apps.catalogue.services.index_keeper import IndexKeeper
from guiju.apps.library.models import PassageTask, Text
from guiju.apps.library.selectors.clauses import index_root, reader
from guiju.apps.library.selectors.passage_entries import BATCH, all_entries, entries_of
from guiju.search import Reader
from guiju.search.passages import TextEntry, Writer

_MANY = 100  # waiting texts; when they are most of all, building anew is faster


class _Passages(IndexKeeper[TextEntry]):
    tasks = PassageTask
    thing = "text"
    writer = Writer
    batch = BATCH
    round = BATCH

    def root(self) -> Path:
        return index_root()

    def reader(self) -> Reader:
        return reader()

    def all_entries(self) -> Iterator[TextEntry]:
        return all_entries()

    def entries_of(self, pks: list[int]) -> list[TextEntry]:
        return entries_of(pks)

    def is_most(self, waiting: int) -> bool:
        return waiting > _MANY and 2 * waiting > Text.objects.filter(state="published").count()


def bring_up_to_date() -> int:
    """Index what waits, or everything where no index can be read. How many texts were taken."""
    return _Passages().bring_up_to_date()


def rebuild_index() -> int:
    """Build the index from all published texts, beside the old one, then swap."""
    return _Passages().rebuild()
