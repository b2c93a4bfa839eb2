"""Columns of results (结果列): numbers as they are, and everything else once for each writing."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from guiju.core.provisions.measured import Measured, read_measured

Numbers = NDArray[np.float64]
Codes = NDArray[np.int32]
Small = NDArray[np.uint8]
# Decimals of so many digits differ as binary numbers wherever they differ.
EXACT_DIGITS = 15


@dataclass(frozen=True, slots=True, eq=False)
class Column:
    """`codes` is 0 where a number stands, else the place in `others`, counted from 1.

    Where there is no number, `numbers` is NaN.
    """

    numbers: Numbers
    codes: Codes | None = None
    others: tuple[Measured, ...] = ()

    def __len__(self) -> int:
        return len(self.numbers)

    def some(self, rows: NDArray[np.intp]) -> "Column":
        codes = None if self.codes is None else self.codes[rows]
        return Column(self.numbers[rows], codes, self.others)

    def part(self, start: int, end: int) -> "Column":
        codes = None if self.codes is None else self.codes[start:end]
        return Column(self.numbers[start:end], codes, self.others)


def column(texts: Iterable[str]) -> Column:
    """A column of what is written; each way of writing is read once."""
    known: dict[str, tuple[float, int]] = {}
    others: list[Measured] = []
    rows = [known.get(text) or _read(text, known, others) for text in texts]
    numbers = np.fromiter((number for number, _ in rows), np.float64, len(rows))
    if not others:
        return Column(numbers)
    return Column(
        numbers, np.fromiter((code for _, code in rows), np.int32, len(rows)), tuple(others)
    )


def _read(
    text: str, known: dict[str, tuple[float, int]], others: list[Measured]
) -> tuple[float, int]:
    measured = read_measured(text)
    if is_plain(measured):
        found = (float(measured.number or 0), 0)
    else:
        others.append(measured)
        found = (np.nan, len(others))
    known[text] = found
    return found


def is_plain(measured: Measured) -> bool:
    """Whether a binary number stands for it without loss."""
    number = measured.number
    return measured.kind == "number" and not measured.mark and number is not None and fits(number)


def fits(number: Decimal) -> bool:
    """Whether the binary number nearest to it is nearest to no other decimal of so many digits."""
    digits = len(number.normalize().as_tuple().digits)
    return digits <= EXACT_DIGITS and (not number or -290 < number.adjusted() < 290)


Answer = TypeVar("Answer")


def answered(
    column: Column,
    places: Codes | int,
    width: int,
    answer: Callable[[Measured, int], Answer],
    alike: Callable[[Codes], Codes] = lambda places: places,
) -> tuple[NDArray[np.intp], list[Answer], NDArray[np.intp]]:
    """The rows that hold no number, their answers, and which of these each has.

    Every writing is answered once for each place among `width` at which it stands; a place below 0
    is counted from the end. `alike` brings places that are the same together.
    """
    if column.codes is None:
        return np.empty(0, np.intp), [], np.empty(0, np.intp)
    at = np.flatnonzero(column.codes)
    if isinstance(places, int):
        found = [answer(one, places % width) for one in column.others]
        return at, found, (column.codes[at] - 1).astype(np.intp)
    pairs = column.codes[at].astype(np.int64) * width + alike(places[at]) % width
    different, back = np.unique(pairs, return_inverse=True)
    found = [answer(column.others[int(pair) // width - 1], int(pair) % width) for pair in different]
    return at, found, back
