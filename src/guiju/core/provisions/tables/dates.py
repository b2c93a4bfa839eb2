"""The days of samples (采样日期): a column of a table as days."""

from collections.abc import Iterable
from functools import cache

import polars as pl

from guiju.core.codes.tables import read_table
from guiju.core.errors import InputError
from guiju.core.provisions.words import folded

_PARTED = r"^(\d{4}-\d{1,2}-\d{1,2})日?(?:$|[ T])"
_WHOLE = r"^(\d{8})(?:\d{2}|\d{4}|\d{6})?$"
_ZONE = "Asia/Shanghai"


class NoDateColumnError(InputError):
    """The column that should hold the days is not there (没有日期列)."""

    code = "provisions.no-date-column"
    zh = "数据中没有“{subject}”列。现有的列：{known}。"
    en = "The data have no column “{subject}”. There are: {known}."


def date_column(columns: Iterable[str], chosen: str | None = None) -> str | None:
    """The column that holds the days of the samples: the chosen one, or the first that is called so.

    Raises NoDateColumnError.
    """
    names = list(columns)
    if chosen is not None:
        if chosen not in names:
            raise NoDateColumnError(chosen, known="、".join(names))
        return chosen
    return next((name for name in names if folded(name) in _called()), None)


def days(column: pl.Series) -> pl.Series:
    """Its days, null where there is none: `2026-03-01`, `2026/3/1 08:00`, `2026年3月1日`, `20260301`.

    A time counts as the day that is written; 24:00 is the end of it.
    """
    if isinstance(column.dtype, pl.Datetime) and column.dtype.time_zone:
        return column.dt.convert_time_zone(_ZONE).dt.date()
    if column.dtype in (pl.Date, pl.Datetime):
        return column.cast(pl.Date)
    texts = column.cast(pl.String)
    different = texts.unique(maintain_order=True)
    # Every way of writing is read once.
    found = texts.replace_strict(different, _read(different), return_dtype=pl.Date)
    return found.cast(pl.Date)


def _read(texts: pl.Series) -> pl.Series:
    texts = texts.str.strip_chars()
    parted = texts.str.replace_all("[年月/.]", "-").str.extract(_PARTED)
    found = parted.str.to_date("%Y-%m-%d", strict=False)
    return found.fill_null(texts.str.extract(_WHOLE).str.to_date("%Y%m%d", strict=False))


@cache
def _called() -> frozenset[str]:
    return frozenset(folded(word) for word in read_table("heads.yaml", "provisions")["date"])
