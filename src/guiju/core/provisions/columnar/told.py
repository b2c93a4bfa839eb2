"""What is told of all rows (批量适用条件): attributes of words and of numbers."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from guiju.core.provisions.columnar.columns import Codes, Numbers


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """An attribute of words: a code a row, its place in `values` counted from 1; 0 is not told."""

    codes: Codes
    values: tuple[str, ...]

    def some(self, rows: NDArray[np.intp]) -> "Words":
        return Words(self.codes[rows], self.values)


@dataclass(frozen=True, slots=True, eq=False)
class Amounts:
    """An attribute of numbers; NaN is not told."""

    numbers: Numbers

    def some(self, rows: NDArray[np.intp]) -> "Amounts":
        return Amounts(self.numbers[rows])


Told = Mapping[str, "Words | Amounts | str | float"]


def some(told: Told, rows: NDArray[np.intp]) -> dict[str, Words | Amounts | str | float]:
    """What is told of some of the rows."""
    return {
        name: one.some(rows) if isinstance(one, Words | Amounts) else one
        for name, one in told.items()
    }


def untold(one: Words | Amounts | str | float | None) -> NDArray[np.bool_] | bool:
    """Whether it was not told, of all rows or of each."""
    if not isinstance(one, Words | Amounts):
        return one is None
    lost: NDArray[np.bool_] = one.codes == 0 if isinstance(one, Words) else np.isnan(one.numbers)
    return lost
