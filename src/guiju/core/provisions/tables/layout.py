"""Where the heads of a table stand (表头位置): titles above them, a line of units below them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import polars as pl

NUMBERED = re.compile(r"(?<=.) #\d+$")


@dataclass(frozen=True, slots=True)
class Layout:
    """`head` is the line of the heads, from 1; `units`: the line below it states their units."""

    head: int = 1
    units: bool = False


def with_units(pieces: Iterator[pl.DataFrame]) -> Iterator[pl.DataFrame]:
    """The units of the first row go into the heads: 总磷 over mg/L is 总磷(mg/L)."""
    names: dict[str, str] | None = None
    for piece in pieces:
        if names is None:
            units = piece.row(0) if len(piece) else ()
            heads = [
                _united(head, unit)
                for head, unit in zip(piece.columns, units or [None] * piece.width, strict=True)
            ]
            names = dict(zip(piece.columns, distinct(heads), strict=True))
            yield piece[1:].rename(names)
        else:
            yield piece.rename(names)


def distinct(heads: list[str]) -> list[str]:
    """A head that stands twice is numbered: 总磷, 总磷 #2."""
    seen: dict[str, int] = {}
    found = []
    for head in heads:
        seen[head] = seen.get(head, 0) + 1
        found.append(head if seen[head] == 1 else f"{head} #{seen[head]}")
    return found


def _united(head: str, unit: object) -> str:
    text = "" if unit is None else str(unit).strip().strip("()（）[]【】")
    return f"{NUMBERED.sub('', head)}({text})" if text else head
