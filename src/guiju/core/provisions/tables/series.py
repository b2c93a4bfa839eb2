"""Columns of a table as columns of results (结果列): numbers go through whole, the rest once each."""

import numpy as np
import polars as pl
from numpy.typing import NDArray

from guiju.core.provisions.columnar.columns import EXACT_DIGITS, Codes, Column, is_plain
from guiju.core.provisions.columnar.told import Amounts, Words
from guiju.core.provisions.measured import Measured, missing_numbers, read_measured
from guiju.core.provisions.model import Attribute
from guiju.core.provisions.sample import value_of
from guiju.core.provisions.words import folded, folded_set

Rows = NDArray[np.intp]
# A plain number: as many digits as binary numbers hold, and nothing else.
_PLAIN = rf"^[+-]?\d{{0,{EXACT_DIGITS}}}(\.\d{{0,{EXACT_DIGITS}}})?$"


def results(series: pl.Series) -> Column:
    """A column of results, of numbers or of texts."""
    if series.dtype.is_numeric():
        return _with_others(series.cast(pl.Float64), series)
    texts = series.cast(pl.String).str.strip_chars()
    plain = texts.str.contains(_PLAIN) & (texts.str.len_bytes() <= EXACT_DIGITS)
    numbers = pl.select(pl.when(plain).then(texts)).to_series().cast(pl.Float64, strict=False)
    return _with_others(numbers, texts)


def words(series: pl.Series, attribute: Attribute) -> tuple[Words | Amounts, Rows]:
    """An attribute: a word of the rule set a row, or a number; and the rows that name neither.

    An empty cell is the default.
    """
    if not attribute.values:
        return _amounts(results(series), attribute)
    known = tuple(attribute.values)
    places = {value: at for at, value in enumerate(known, 1)}
    uniques, codes = _coded(series.cast(pl.String))
    default = places.get(attribute.default, 0)
    table = np.zeros(len(uniques) + 1, np.int32)
    table[0] = default
    odd = np.zeros(len(uniques) + 1, np.bool_)
    for at, text in enumerate(uniques, 1):
        value = value_of(attribute, text)
        empty = value is None and folded(text) in folded_set("values", "missing")
        table[at] = default if empty else places.get(value or "", 0)
        odd[at] = value is None and not empty
    return Words(table[codes], known), np.flatnonzero(odd[codes])


def _amounts(column: Column, attribute: Attribute) -> tuple[Amounts, Rows]:
    """What is no number, or one of too many digits, is not told."""
    if column.codes is None:
        return Amounts(column.numbers), np.empty(0, np.intp)
    empty = np.array([False, *(one.kind == "missing" for one in column.others)])[column.codes]
    numbers = column.numbers
    if attribute.default:
        numbers = np.where(empty, float(attribute.default), numbers)
    return Amounts(numbers), np.flatnonzero((column.codes > 0) & ~empty)


def _with_others(numbers: pl.Series, written: pl.Series) -> Column:
    """What is no number, and numbers that stand for "no result" (-9999), are read as words."""
    marks = pl.Series([float(one) for one in missing_numbers()])
    odd = numbers.is_null() | numbers.is_nan() | numbers.is_in(marks.implode())
    found = numbers.fill_null(np.nan).to_numpy().astype(np.float64)
    if not odd.any():
        return Column(found)
    at = odd.arg_true()
    uniques, codes = _coded(written.gather(at).cast(pl.String))
    read = [read_measured(text) for text in uniques]
    # The first stands for a cell without a text.
    others = [Measured("missing")]
    numbered, places = [np.nan], [1]
    for one in read:
        if is_plain(one):
            numbered.append(float(one.number or 0))
            places.append(0)
        else:
            others.append(one)
            numbered.append(np.nan)
            places.append(len(others))
    rows = at.to_numpy()
    found = found.copy()
    found[rows] = np.array(numbered)[codes]
    all_codes: Codes = np.zeros(len(found), np.int32)
    all_codes[rows] = np.array(places, np.int32)[codes]
    return Column(found, all_codes, tuple(others))


def _coded(texts: pl.Series) -> tuple[list[str], Codes]:
    """The different texts, and for each row its place among them from 1; 0 for none."""
    uniques = texts.drop_nulls().unique(maintain_order=True)
    table = pl.DataFrame({"text": uniques, "code": np.arange(1, len(uniques) + 1, dtype=np.int32)})
    joined = texts.to_frame("text").join(table, on="text", how="left", maintain_order="left")
    return uniques.to_list(), joined["code"].fill_null(0).to_numpy()
