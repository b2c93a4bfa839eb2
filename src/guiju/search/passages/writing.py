"""Passages go in by texts: all of a text, in the place of what stood there before."""

from collections.abc import Callable, Iterable
from pathlib import Path

from guiju.search.passages.documents import LAYOUT
from guiju.search.passages.entry import TextEntry
from guiju.search.rebuild import build_anew
from guiju.search.writing import PATIENCE, LaidOutWriter


class Writer(LaidOutWriter[TextEntry]):
    """The writer of the index of passages."""

    layout = LAYOUT


def rebuild(
    root: Path,
    entries: Iterable[TextEntry],
    *,
    catch_up: Callable[[Writer], None] | None = None,
    patience: float = PATIENCE,
) -> int:
    """Make an index of all texts and put it in the place of the old one. How many texts there are."""
    return build_anew(Writer, root, entries, catch_up=catch_up, patience=patience)
