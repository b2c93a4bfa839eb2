"""Keeping a search index in step with the rows of the database (索引维护).

Who changes something leaves a task in the same transaction; the worker takes the tasks. Nothing is
struck off before the index holds it, so that a process killed on the way only does it again.
"""

from abc import ABC, abstractmethod
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, ClassVar, Generic, TypeVar

from django.db.models import Model

from guiju.search import Reader, place, soundness
from guiju.search.errors import IndexMissing, IndexOutdated
from guiju.search.layout import HasId
from guiju.search.rebuild import build_anew
from guiju.search.writing import LaidOutWriter

E = TypeVar("E", bound=HasId)
_STRUCK = 1_000  # tasks a statement


class IndexKeeper(ABC, Generic[E]):
    """One index. `tasks` is the model of what waits, `thing` its field with the key of an entry.

    `batch` entries are read at a time; a commit takes so many `round` tasks.
    """

    tasks: ClassVar[type[Model]]
    thing: ClassVar[str]
    writer: ClassVar[type[LaidOutWriter[Any]]]
    batch: ClassVar[int]
    round: ClassVar[int]

    @abstractmethod
    def root(self) -> Path: ...

    @abstractmethod
    def reader(self) -> Reader: ...

    @abstractmethod
    def all_entries(self) -> Iterator[E]: ...

    @abstractmethod
    def entries_of(self, pks: list[int]) -> Iterable[E]:
        """Those that are to be found; the others of the keys leave the index."""

    @abstractmethod
    def is_most(self, waiting: int) -> bool:
        """Whether so much waits that building anew is faster."""

    def bring_up_to_date(self) -> int:
        """Index what waits, or everything where no index can be read. How many were taken."""
        root = self.root()
        if place.is_suspect(root):
            if not soundness.is_whole(root):
                return self.rebuild()
            place.acquit(root)  # a question was at fault, not the index
        waiting = self._waiting().count()
        try:
            self.reader().view()
        except (IndexMissing, IndexOutdated):
            return self.rebuild()
        if not waiting:
            return 0
        if self.is_most(waiting):
            return self.rebuild()
        with soundness.told(root), self.writer.open(root) as writer:
            return self._drain(writer)

    def rebuild(self) -> int:
        """Build the index from all rows, beside the old one, then swap.

        What waits already is read with everything else. It is struck off only after the swap: a
        process killed before leaves the old index with all that it has to take.
        """
        seen = array("q", self._waiting().values_list("pk", flat=True).iterator())
        late = array("q")

        def catch_up(writer: LaidOutWriter[Any]) -> None:
            late.extend(self._take_unseen(writer, seen))

        root = self.root()
        count = build_anew(self.writer, root, self.all_entries(), catch_up=catch_up)
        place.acquit(root)
        self.strike_off(seen)
        self.strike_off(late)
        return count

    def strike_off(self, tasks: "array[int]") -> None:
        """The index holds what these tasks were left for."""
        for start in range(0, len(tasks), _STRUCK):
            self._waiting().filter(pk__in=list(tasks[start : start + _STRUCK])).delete()

    def _waiting(self) -> Any:
        return self.tasks._default_manager.order_by("pk")

    def _take_unseen(self, writer: LaidOutWriter[Any], seen: "array[int]") -> "array[int]":
        """Take what came to wait while everything was read."""
        taken = array("q")
        things = set()
        for pk, thing in self._waiting().values_list("pk", self.thing).iterator():
            at = bisect_left(seen, pk)
            if at == len(seen) or seen[at] != pk:
                taken.append(pk)
                things.add(thing)
        self._put(writer, sorted(things))
        return taken

    def _drain(self, writer: LaidOutWriter[Any]) -> int:
        """All that waits goes in, and only then is no longer waiting.

        A process killed between the two does it again; what changed meanwhile has a task of its own.
        """
        taken = 0
        while tasks := list(self._waiting().values_list("pk", self.thing)[: self.round]):
            things = {thing for _, thing in tasks}
            self._put(writer, sorted(things))
            writer.commit()
            self.strike_off(array("q", (pk for pk, _ in tasks)))
            taken += len(things)
        return taken

    def _put(self, writer: LaidOutWriter[Any], pks: list[int]) -> None:
        for start in range(0, len(pks), self.batch):
            wanted = pks[start : start + self.batch]
            found = {one.id: one for one in self.entries_of(wanted)}
            writer.put_all(found.values())
            for gone in set(wanted) - set(found):
                writer.remove(gone)
