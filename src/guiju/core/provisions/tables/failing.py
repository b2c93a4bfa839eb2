"""The first rows of a table that do not conform (首批不符合的行), noted while it is judged."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import polars as pl

from guiju.core.provisions.words_of import STATUS_WORDS

ADDED = (
    "grade",
    "verdict",
    "limiting",
    "clause",
    "rules_verdict",
    "rules_limiting",
    "rules_clause",
    "edition",
    "reason",
    "total",
)
_VERDICTS = ("verdict", "rules_verdict")
_MOST_COLUMNS = 6


@dataclass(slots=True)
class Failing:
    """At most `most` rows that fail: their number in the table, and their cells under `heads`.

    `shown` are the columns that hold results; the first columns of the table say which row it is.
    """

    shown: Sequence[str]
    most: int = 20
    heads: tuple[str, ...] = ()
    rows: list[tuple[int, tuple[str, ...]]] = field(default_factory=list)
    count: int = 0

    def noted(self, pieces: Iterable[pl.DataFrame]) -> Iterator[pl.DataFrame]:
        """The pieces as they are."""
        before = 0
        for piece in pieces:
            self._note(piece, before)
            before += len(piece)
            yield piece

    def _note(self, piece: pl.DataFrame, before: int) -> None:
        verdicts = [name for name in _VERDICTS if name in piece.columns]
        if not verdicts:
            return
        word = STATUS_WORDS["fail"].zh
        places = piece.select(
            pl.any_horizontal(pl.col(name) == word for name in verdicts).fill_null(False).arg_true()
        ).to_series()
        self.count += len(places)
        if not self.heads:
            self.heads = self._columns(piece.columns)
        some = places.head(max(0, self.most - len(self.rows)))
        cells = piece.select(self.heads)[some]
        for place, row in zip(some, cells.iter_rows(), strict=True):
            texts = tuple("" if cell is None else str(cell) for cell in row)
            self.rows.append((before + place + 1, texts))

    def _columns(self, columns: Sequence[str]) -> tuple[str, ...]:
        """What names the row, the results, and the answers."""
        added = [name for name in columns if name in ADDED]
        results = [name for name in columns if name in set(self.shown)]
        names = [name for name in columns if name not in results and name not in added]
        return (*names[:2], *results[:_MOST_COLUMNS], *added)
