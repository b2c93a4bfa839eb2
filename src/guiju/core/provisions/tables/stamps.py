"""Stamps of a time series (时标): the hour or day of every row, and rows that say the same hour twice."""

from dataclasses import dataclass
from typing import Literal

import numpy as np
import polars as pl
from numpy.typing import NDArray

from guiju.core.errors import InputError

# Whether a stamp names the end of its hour or the beginning.
Stamp = Literal["end", "start"]
_PATTERN = (
    r"^\s*(?P<y>\d{4})[-/.年]?(?P<m>\d{1,2})[-/.月]?(?P<d>\d{1,2})日?"
    r"(?:[\sT]*(?P<h>\d{1,2})(?:[时点hH]|:?(?P<min>\d{2})分?(?::?(?P<s>\d{2})(?:\.0+)?)?)?)?\s*$"
)
_MOST_NAMED = 5
# Keys below this are counted, which is faster than sorting them.
_COUNTED = 20_000_000
_HOUR = 3_600_000_000


class StampError(InputError):
    """A time column that cannot be used (时间列有误)."""

    code = "provisions.stamp"
    zh = "时间列“{subject}”不能使用：{why_zh}"
    en = "The time column “{subject}” cannot be used: {why_en}"


class TwiceError(InputError):
    """Two rows say the same hour (同一时刻重复)."""

    code = "provisions.twice"
    zh = "“{subject}”有重复的行：{rows}。同一{group_zh}同一时刻只应有一行，请删去多余的。"
    en = "“{subject}” stands in more than one row: {rows}. One {group_en} has one row for an hour; remove the others."


@dataclass(frozen=True, slots=True, eq=False)
class Stamps:
    """The number of each row's hour or day, as `statistics.calendar` counts them."""

    unit: Literal["hour", "day"]
    numbers: NDArray[np.int64]


def stamps(series: pl.Series, stamp: Stamp = "end") -> Stamps:
    """Hours where a stamp has one, else days. Raises StampError, which names the first rows."""
    if series.dtype == pl.Date:
        return Stamps("day", _days(series.to_frame("t").select(pl.col("t").cast(pl.Int64)), series))
    if isinstance(series.dtype, pl.Datetime) and not series.null_count():
        moments = series.dt.replace_time_zone(None).dt.epoch("us").to_numpy()
        whole, rest = np.divmod(moments, _HOUR)
        if not rest.any():
            return Stamps("hour", whole + (1 if stamp == "start" else 0))
    if series.dtype.is_temporal():
        series = series.dt.strftime("%Y-%m-%d %H:%M:%S%.f").rename(series.name)
    texts = series.cast(pl.String)
    different = texts.unique()
    found = _read(different)
    bad = found.filter(~pl.col("right"))
    if len(bad):
        _refuse(texts, bad["text"])
    unit: Literal["hour", "day"] = "hour" if found["h"].is_not_null().any() else "day"
    if unit == "hour" and found["h"].is_null().any():
        _refuse(texts, found.filter(pl.col("h").is_null())["text"])
    number = pl.col("day")
    if unit == "hour":
        number = pl.col("day") * 24 + pl.col("h") + (1 if stamp == "start" else 0)
    table = found.select("text", number.alias("number"))
    joined = texts.to_frame("text").join(table, on="text", how="left", maintain_order="left")
    return Stamps(unit, joined["number"].to_numpy().astype(np.int64))


def _read(different: pl.Series) -> pl.DataFrame:
    groups = different.str.extract_groups(_PATTERN).struct.unnest()
    found = groups.select(pl.all().cast(pl.Int64)).with_columns(different.alias("text"))
    day = pl.date(pl.col("y"), pl.col("m"), pl.col("d"))
    written = pl.format(
        "{}-{}-{}",
        pl.col("y"),
        pl.col("m").cast(pl.String).str.zfill(2),
        pl.col("d").cast(pl.String).str.zfill(2),
    )
    exists = written.str.to_date("%Y-%m-%d", strict=False).is_not_null()
    whole = (pl.col("min").fill_null(0) == 0) & (pl.col("s").fill_null(0) == 0)
    within = pl.col("h").fill_null(0) <= 24
    right = (pl.col("y").is_not_null() & exists & whole & within).fill_null(value=False)
    checked = found.with_columns(right.alias("right"))
    safe = checked.with_columns(
        pl.when("right").then(pl.col(name)).otherwise(1).alias(name) for name in ("y", "m", "d")
    )
    return safe.with_columns(day.cast(pl.Int32).cast(pl.Int64).alias("day"))


def _days(days: pl.DataFrame, series: pl.Series) -> NDArray[np.int64]:
    if series.null_count():
        _refuse(series.cast(pl.String), pl.Series([None], dtype=pl.String))
    return days["t"].to_numpy().astype(np.int64)


def _refuse(texts: pl.Series, wrong: pl.Series) -> None:
    """Name the first rows that cannot be used."""
    at = (texts.is_in(wrong.drop_nulls().implode()) | texts.is_null()).arg_true()[:_MOST_NAMED]
    named = "、".join(f"{row + 1}（{texts[row]}）" for row in at)
    raise StampError(
        texts.name,
        why_zh=f"第 {named} 行不是整点时刻，例如 2024-03-01 08:00 或 2024-03-01。",
        why_en=f"rows {', '.join(str(row + 1) for row in at)} are no full hour such as 2024-03-01 08:00 or 2024-03-01.",
    )


def check_once(keys: NDArray[np.int64], texts: pl.Series, groups: tuple[str, ...]) -> None:
    """No hour twice in a group; `keys` are one number for both. Raises TwiceError."""
    if len(keys) and keys.max() < _COUNTED and np.bincount(keys).max() < 2:
        return
    order = np.argsort(keys, kind="stable")
    same = np.flatnonzero(np.diff(keys[order]) == 0)
    if not len(same):
        return
    first = keys[order[same[0]]]
    rows = np.flatnonzero(keys == first)
    more = len(same) - (len(rows) - 1)
    named = "、".join(str(int(row) + 1) for row in rows[:_MOST_NAMED])
    raise TwiceError(
        str(texts[int(rows[0])]),
        rows=named if not more else f"{named} … (+{more})",
        group_zh="、".join(groups) or "序列",
        group_en=", ".join(groups) or "series",
    )
