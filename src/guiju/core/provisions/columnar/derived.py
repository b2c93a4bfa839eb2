"""Sums of results on columns (批量合成指标): as the decimals have them, row by row."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from math import lcm

import numpy as np
from numpy.typing import NDArray

from guiju.core.provisions.columnar.columns import Codes, Column, Numbers, is_plain
from guiju.core.provisions.columnar.scaled import Wholes, quotients, roomy, scaled, times
from guiju.core.provisions.composed import Derived
from guiju.core.provisions.derived import derived
from guiju.core.provisions.measured import Measured
from guiju.core.provisions.model import RuleSet


def with_sums(rules: RuleSet, columns: Mapping[str, Column], rows: int) -> dict[str, Column]:
    """The columns with those of the sums that they make; a sum that was reported itself stays."""
    found = dict(columns)
    for one in rules.derived:
        if one.id not in found and any(name in columns for name, _ in one.parts):
            found[one.id] = _column(one, columns, rules, rows)
    return found


def _column(one: Derived, columns: Mapping[str, Column], rules: RuleSet, rows: int) -> Column:
    plain = np.ones(rows, np.bool_)
    for name, _ in one.parts:
        column = columns.get(name)
        plain &= False if column is None else ~np.isnan(column.numbers)
    numbers = np.full(rows, np.nan)
    if plain.any():
        here = [(columns[name].numbers[plain], by) for name, by in one.parts]
        numbers[plain] = total(here)
    odd = np.flatnonzero(~plain)
    if not len(odd):
        return Column(numbers)
    return _with_odd(one, columns, rules, numbers, odd)


def total(parts: list[tuple[Numbers, Decimal]]) -> Numbers:
    """The sum of columns of decimals, each divided by a number."""
    wholes = [(*scaled(numbers), by) for numbers, by in parts]
    shares = [1 / (10**places * Fraction(by)) for _, places, by in wholes]
    common = lcm(*(share.denominator for share in shares))
    added: Wholes | None = None
    for (whole, _, _), share in zip(wholes, shares, strict=True):
        own = roomy(times(whole, int(share * common)), len(parts))
        added = own if added is None else added + own
    return np.zeros(0) if added is None else quotients(added, common)


def _with_odd(
    one: Derived,
    columns: Mapping[str, Column],
    rules: RuleSet,
    numbers: Numbers,
    odd: NDArray[np.intp],
) -> Column:
    """Rows in which a part is no number: by the decimals, once for each that is written."""
    codes: Codes = np.zeros(len(numbers), np.int32)
    places: dict[Measured, int] = {}
    known: dict[tuple[float | str | None, ...], Measured] = {}
    for row in odd:
        parts = [(name, columns.get(name)) for name, _ in one.parts]
        key = tuple(_key(column, row) for _, column in parts)
        found = known.get(key)
        if found is None:
            results = {name: measured_at(column, row) for name, column in parts if column}
            found = known[key] = derived(one, results, rules.characteristics)
        if is_plain(found):
            numbers[row] = float(found.number or 0)
        else:
            codes[row] = places.setdefault(found, len(places) + 1)
    return Column(numbers, codes, tuple(places))


def _key(column: Column | None, row: np.intp) -> float | str | None:
    if column is None:
        return None
    if column.codes is not None and column.codes[row]:
        return f"#{column.codes[row]}"
    return float(column.numbers[row])


def measured_at(column: Column, row: np.intp | int) -> Measured:
    """The result in a row of a column."""
    if column.codes is not None and column.codes[row]:
        return column.others[int(column.codes[row]) - 1]
    number = float(column.numbers[row])
    return Measured("missing") if np.isnan(number) else Measured("number", Decimal(repr(number)))
