"""Readers of the index (读取): many processes read while one writes."""

import os
import threading
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tantivy import Index, Schema, Searcher

from guiju.search import place, soundness
from guiju.search.errors import IndexBroken
from guiju.search.schema import register

_TRIES = 5


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """The index as it stood at one moment; it does not change while it is used.

    `stamp` tells it from every other moment; it is the same in all processes. `counts` keeps what
    was counted without a text: browsing asks the same of everything again; `terms` the conditions
    made for words.
    """

    searcher: Searcher
    schema: Schema
    stamp: tuple[int, ...] = ()
    counts: dict[Any, Any] = field(default_factory=dict)
    terms: dict[Any, Any] = field(default_factory=dict)


class Reader:
    """The one door for reading. Keep one a process; it follows commits and rebuilds by itself.

    Nothing is opened before the first use, so that a process that forks afterwards is safe.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self._lock = threading.Lock()
        self._folder: Path | None = None
        self._index: Index | None = None
        self._seen: tuple[int, ...] = ()
        self._pid = 0
        self._view: View | None = None

    def view(self) -> View:
        """The newest whole state of the index."""
        seen = self._stamp()
        view = self._view
        if view is not None and seen == self._seen and self._pid == os.getpid():
            return view
        with self._lock, soundness.told(self.root):
            return self._renewed()

    def _stamp(self) -> tuple[int, ...]:
        """Changes with every commit and every swap; two looks at the file system."""
        pointer = place.stamp(self.root)
        if self._folder is None:
            return pointer
        try:
            meta = os.stat(f"{self._folder}/meta.json")  # noqa: PTH116 - asked by every search
        except FileNotFoundError:
            return pointer
        return (*pointer, meta.st_mtime_ns, meta.st_ino)

    def _renewed(self) -> View:
        for attempt in range(_TRIES):
            try:
                return self._open()
            except (OSError, ValueError) as failure:
                # A swap or a merge may take files away between two steps of opening.
                self._index = None
                if attempt == _TRIES - 1:
                    raise IndexBroken(str(self.root)) from failure
        raise AssertionError

    def _open(self) -> View:
        folder = place.current(self.root)
        if self._index is None or folder != self._folder or self._pid != os.getpid():
            index = register(Index.open(str(folder)))
            index.config_reader("manual")
            self._index, self._folder, self._pid = index, folder, os.getpid()
        seen = self._stamp()
        self._index.reload()
        self._view = View(self._index.searcher(), self._index.schema, seen)
        self._seen = seen
        return self._view
