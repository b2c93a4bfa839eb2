"""Reports of one line a characteristic (长表): 项目, 单位, 结果 become one row a sample."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import polars as pl

from guiju.core.codes.tables import read_table
from guiju.core.provisions.tables.errors import TableError
from guiju.core.provisions.words import folded


@dataclass(frozen=True, slots=True)
class Long:
    """Which columns hold what; without a sample the whole table is one."""

    item: str
    result: str
    unit: str = ""
    sample: str = ""


def long_form(columns: Sequence[str]) -> Long | None:
    """What the heads say; None for a table of one row a sample."""
    found: dict[str, str] = {}
    for column in columns:
        meaning = _meanings().get(folded(column))
        if meaning is not None:
            found.setdefault(meaning, column)
    return Long(**found) if {"item", "result"} <= found.keys() else None


def widened(pieces: Iterable[pl.DataFrame], long: Long, name: str) -> Iterator[pl.DataFrame]:
    """One row a sample, one column an item with its unit; other columns stay as they begin.

    Raises TableError where an item stands twice in a sample.
    """
    whole = pl.concat(list(pieces)).cast(pl.String)
    samples = pl.col(long.sample).fill_null("") if long.sample else pl.lit("1")
    rows = whole.with_columns(samples.alias("__sample"), _head(long).alias("__head")).filter(
        pl.col("__head") != ""
    )
    twice = rows.filter(pl.struct("__sample", "__head").is_duplicated())
    if len(twice):
        head, sample = twice["__head"][0], twice["__sample"][0]
        where = f"（{long.sample}：{sample}）" if long.sample else ""
        where_en = f" of {sample}" if long.sample else ""
        raise TableError(
            name,
            why_zh=f"“{head}”{where}有不止一个结果。请加一列“样品编号”区分样品，或删去重复的行。",
            why_en=f"“{head}”{where_en} has more than one result. Add a column “sample” to tell samples apart, or remove the repeated line.",
        )
    spread = (long.item, long.result, long.unit)
    kept = [one for one in whole.columns if one not in spread]
    order = rows["__sample"].unique(maintain_order=True).to_frame()
    about = rows.group_by("__sample", maintain_order=True).agg(pl.col(kept).drop_nulls().first())
    wide = rows.pivot(on="__head", index="__sample", values=long.result, maintain_order=True)
    taken = [one for one in wide.columns if one != "__sample" and one in kept]
    wide = wide.rename({one: f"{one} #2" for one in taken})
    joined = order.join(about, on="__sample", how="left", maintain_order="left")
    yield joined.join(wide, on="__sample", how="left", maintain_order="left").drop("__sample")


def _head(long: Long) -> pl.Expr:
    item = pl.col(long.item).fill_null("").str.strip_chars()
    if not long.unit:
        return item
    unit = pl.col(long.unit).fill_null("").str.strip_chars()
    known = unit.is_in(["", "/", "-", "—", "无量纲"])
    return pl.when(known | (item == "")).then(item).otherwise(item + "(" + unit + ")")


@cache
def _meanings() -> dict[str, str]:
    words: dict[str, Any] = read_table("heads.yaml", "provisions")
    kinds = ("item", "result", "unit", "sample")
    return {folded(word): kind for kind in kinds for word in words[kind]}
