"""The one writer (写入): changes go in by batches, all of a batch or nothing."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, ClassVar, Generic, Self

from tantivy import Index, IndexWriter

from guiju.search import place
from guiju.search.documents import LAYOUT
from guiju.search.entry import Entry
from guiju.search.layout import E, Layout
from guiju.search.schema import register

HEAP = 384_000_000  # a hundred thousand editions make one segment, which is asked fastest
_SMALL_HEAP = 30_000_000
PATIENCE = 10.0


class LaidOutWriter(Generic[E]):
    """Adds, replaces and removes entries of one index folder; `commit` makes them visible.

    Use `open`, which holds the lock.
    """

    layout: ClassVar[Layout[Any]]

    def __init__(self, writer: IndexWriter) -> None:
        self._writer = writer

    @classmethod
    @contextmanager
    def open(cls, root: Path, patience: float = PATIENCE) -> Iterator[Self]:
        """The writer of the current index. What is not committed at the end is committed.

        After an exception nothing of the batch remains.
        """
        with place.lock(root, "writer", patience), cls.of(place.current(root)) as writer:
            yield writer

    @classmethod
    @contextmanager
    def of(cls, folder: Path, heap: int = _SMALL_HEAP) -> Iterator[Self]:
        """A writer of one folder; the caller holds the lock."""
        index = register(Index.open(str(folder)))
        writer = index.writer(heap, num_threads=1)
        try:
            yield cls(writer)
        except BaseException:
            writer.rollback()
            raise
        else:
            writer.commit()
        finally:
            writer.wait_merging_threads()

    def put(self, entry: E) -> None:
        """Add the entry, or replace the one of its id."""
        self.remove(entry.id)
        self._add(entry)

    def put_all(self, entries: Iterable[E]) -> int:
        count = 0
        for entry in entries:
            self.put(entry)
            count += 1
        return count

    def fill(self, entries: Iterable[E]) -> int:
        """Add entries that are known to be new: no old one is looked for."""
        count = 0
        for entry in entries:
            self._add(entry)
            count += 1
        return count

    def remove(self, id: int) -> None:
        self._writer.delete_documents_by_term("id", id)

    def commit(self) -> None:
        self._writer.commit()

    def _add(self, entry: E) -> None:
        for document in self.layout.documents(entry):
            self._writer.add_document(document)


class Writer(LaidOutWriter[Entry]):
    """The writer of the catalogue's index."""

    layout = LAYOUT
