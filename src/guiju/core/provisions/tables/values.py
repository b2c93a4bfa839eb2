"""Statistics as they are shown beside their verdicts (统计值的表示)."""

from collections.abc import Iterable
from decimal import Decimal

import numpy as np
import polars as pl
from numpy.typing import NDArray

from guiju.core.provisions.columnar.columns import Column
from guiju.core.provisions.measured import Measured
from guiju.core.provisions.model import Characteristic
from guiju.core.provisions.rounding import rounded

_SHOWN = Decimal("1E-6")


def shown(characteristic: Characteristic, column: Column) -> pl.Series:
    """Numbers; as texts where something lies between two ends."""
    unit = f"({characteristic.unit})" if characteristic.unit else ""
    head = f"{characteristic.name.zh}{unit}"
    numbers = pl.Series(head, column.numbers).fill_nan(None)
    if column.codes is None:
        return numbers
    texts = [_text(one) for one in column.others]
    seen = np.unique(column.codes)
    if not any(texts[code - 1] for code in seen if code):
        return numbers
    table = pl.Series(["", *texts])
    written = pl.Series(head, table.gather(column.codes.astype(np.int64)))
    plain = pl.Series(column.codes == 0)
    return pl.select(
        pl.when(plain).then(numbers.cast(pl.String)).otherwise(written).alias(head)
    ).to_series()


def _text(measured: Measured) -> str:
    """`3~5` of what lies between, `≥3` of what has no upper end known, as written of the others."""
    if measured.range is None:
        return measured.written
    low, high = measured.range.low, measured.range.high
    if low is None:
        return "?"
    return f"{_short(low.value)}~{_short(high.value)}" if high else f"≥{_short(low.value)}"


def _short(value: Decimal) -> str:
    """To six decimals: what is shown judges nothing."""
    return f"{rounded(value, _SHOWN).normalize():f}"


def gaps(
    invalid: Iterable[tuple[str, int, NDArray[np.int32], NDArray[np.bool_]]], rows: int
) -> pl.Series:
    """The column `invalid`: which statistics had too few values, and how many: `细颗粒物日均值 19/20`."""
    parts = []
    for name, needed, counts, wrong in invalid:
        some = pl.Series(wrong & (counts > 0))
        if some.any():
            text = pl.format(
                f"{name.replace('{', '').replace('}', '')} {{}}/{needed}", pl.Series(counts)
            )
            parts.append(pl.when(some).then(text))
    if not parts:
        return pl.Series("invalid", [""] * rows, dtype=pl.String)
    joined = pl.concat_list(parts).list.drop_nulls().list.join("、")
    return pl.select(joined.alias("invalid")).to_series()
