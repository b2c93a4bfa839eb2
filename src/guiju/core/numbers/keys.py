"""Numbers compared (比较编号): order, the key of the work and of the series, matching."""

import re
from collections.abc import Collection
from dataclasses import replace
from typing import Any

from guiju.core.numbers.model import Number
from guiju.core.numbers.printing import key

SortKey = tuple[Any, ...]

_RUNS = re.compile(r"(\d+)|(\D+)")
# What each word of `ignoring` leaves out of a comparison. An edition is said by its year or number.
_IGNORED: dict[str, tuple[str, ...]] = {
    "year": ("year", "month", "edition", "stage", "iteration"),
    "part": ("parts", "all_parts"),
    "amendment": ("supplements", "suffix"),
    "language": ("languages",),
}
_COMPARED = (
    "kind", "code", "publishers", "type", "seq", "parts", "suffix", "year", "month", "edition",
    "stage", "iteration", "all_parts", "supplements", "languages",
)  # fmt: skip


def sort_key(number: Number) -> SortKey:
    """A total order: code, sequence, parts and year as numbers, then all else.

    >>> from guiju.core.numbers import parse
    >>> sort_key(parse("GB/T 9")) < sort_key(parse("GB/T 10.2")) < sort_key(parse("GB/T 10.11"))
    True
    """
    return (
        number.code,
        number.publishers,
        _natural(number.seq),
        tuple(map(_natural, number.parts)),
        number.suffix,
        number.year,
        number.month,
        number.edition,
        number.stage,
        number.iteration,
        tuple((one.kind, _natural(one.number), one.year) for one in number.supplements),
        key(number),
    )


def base_of(number: Number) -> Number:
    """The edition to which amendments and corrigenda belong, or which a consolidated text (CSV) is of."""
    if not number.supplements:
        return number
    return replace(number, supplements=(), suffix="" if number.publishers else number.suffix)


def work_key(number: Number) -> str:
    """The work: the same through all editions, drafts, amendments and languages. Parts stay.

    >>> from guiju.core.numbers import parse
    >>> work_key(parse("GB/T 1.1-2020/XG1-2026"))
    'GB/T 1.1'
    """
    return key(_work(number))


def series_key(number: Number) -> str:
    """The work with all its parts.

    >>> from guiju.core.numbers import parse
    >>> series_key(parse("GB/T 1.1-2020"))
    'GB/T 1'
    """
    return key(_work(number, parts=()))


def matches(a: Number, b: Number, ignoring: Collection[str] = ()) -> bool:
    """Whether both are the same number, less what is ignored: year, part, amendment, language.

    >>> from guiju.core.numbers import parse
    >>> matches(parse("GB/T 1.1-2020"), parse("GB/T 1.1-2009"), ignoring={"year"})
    True
    """
    left_out = {name for word in ignoring for name in _IGNORED[word]}
    return all(getattr(a, name) == getattr(b, name) for name in _COMPARED if name not in left_out)


def _work(number: Number, **changes: Any) -> Number:
    if number.kind in ("plan", "committee"):
        return number
    return replace(
        number,
        year="",
        year_written="",
        month="",
        stage="",
        iteration="" if number.kind != "document" else number.iteration,
        edition="",
        all_parts=False,
        languages=(),
        supplements=(),
        suffix=number.suffix if number.level == "enterprise" else "",
        **changes,
    )


def _natural(text: str) -> tuple[tuple[int, str], ...]:
    """Runs of digits by their value, between them text; zeros in front decide last."""
    return tuple(
        (int(found[1]), found[1]) if found[1] else (-1, found[2]) for found in _RUNS.finditer(text)
    )
