"""Build the index anew (重建): beside the old one, which answers until the new one is whole."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

from tantivy import Index

from guiju.search import place
from guiju.search.entry import Entry
from guiju.search.schema import register
from guiju.search.writing import HEAP, PATIENCE, LaidOutWriter, Writer

W = TypeVar("W", bound=LaidOutWriter[Any])


def rebuild(
    root: Path,
    entries: Iterable[Entry],
    *,
    catch_up: Callable[[Writer], None] | None = None,
    patience: float = PATIENCE,
) -> int:
    """Make an index of all editions and put it in the place of the old one. How many there are."""
    return build_anew(Writer, root, entries, catch_up=catch_up, patience=patience)


def build_anew(
    kind: type[W],
    root: Path,
    entries: Iterable[Any],
    *,
    catch_up: Callable[[W], None] | None = None,
    patience: float = PATIENCE,
) -> int:
    """Make an index of all entries of a kind and put it in the place of the old one.

    `catch_up` brings in what changed since the entries were read: it runs while no other writer
    may write, just before the swap. A process killed on the way leaves the old index as it was;
    its half-built folder is swept by the next rebuild.
    """
    with place.lock(root, "rebuild", patience):
        place.sweep(root)
        folder = place.fresh(root)
        register(Index(kind.layout.schema(), path=str(folder), reuse=False))
        with kind.of(folder, HEAP) as writer:
            count = writer.fill(entries)
        with place.lock(root, "writer", patience):
            if catch_up is not None:
                with kind.of(folder) as writer:
                    catch_up(writer)
            place.point_to(root, folder)
        place.sweep(root)
    return count
