"""Statistics of periods: 12 stations, four years of hours, six pollutants, to daily and yearly values.

Beside ours stands Polars by hand for the same statistics: daily means of at least 20 hours, the
running mean of eight hours with its daily maximum, means and percentiles of years with at least 324
days. Polars reckons in binary numbers, does not round by GB/T 8170 and does not look at months; ours is
exact. Then the whole way: from a Parquet file to verdicts by GB 3095-2012.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import numpy as np
import polars as pl

from guiju.core.provisions.columnar.columns import Column
from guiju.core.provisions.files.rulebook import rule_set
from guiju.core.provisions.model import RuleSet
from guiju.core.provisions.statistics.grids import Grid
from guiju.core.provisions.statistics.reckoning import reckonable, reckoned
from guiju.core.provisions.tables.grouping import grouped
from guiju.core.provisions.tables.periods import PeriodEvaluation, Series
from guiju.core.provisions.tables.reading import batches

STATIONS = int(os.environ.get("BENCH_STATIONS", "12"))
HOURS = 35_064
NAMES = ("SO2", "NO2", "PM10", "PM2.5", "CO", "O3")
SHARES = {"SO2": 0.98, "NO2": 0.98, "PM10": 0.95, "PM2.5": 0.95, "CO": 0.95}
TIMES = 5


def best(act: Callable[[], object], times: int = TIMES) -> float:
    took = []
    for _ in range(times):
        begun = time.perf_counter()
        act()
        took.append(time.perf_counter() - begun)
    return min(took)


def table() -> pl.DataFrame:
    """Hours that end at 01:00 … 24:00, one in fifty missing."""
    draw = np.random.default_rng(3095)
    first = datetime(2013, 3, 1, 1)  # noqa: DTZ001 stamps have no zone
    stamps = [first + timedelta(hours=at) for at in range(HOURS)]
    rows = STATIONS * HOURS
    columns = {}
    for name in NAMES:
        values = np.round(draw.gamma(2, 30, rows), 1 if name == "CO" else 0)
        values[draw.random(rows) < 0.02] = np.nan
        columns[name] = values
    frame = pl.DataFrame(
        {"time": stamps * STATIONS, "station": np.repeat(np.arange(STATIONS), HOURS), **columns}
    )
    return frame.with_columns(pl.col(NAMES).fill_nan(None))


def by_hand(frame: pl.DataFrame) -> pl.DataFrame:
    """The same statistics as one would write them in Polars for these very rules."""
    day = (pl.col("time") - pl.duration(hours=1)).dt.date().alias("day")
    hour = (pl.col("time") - pl.duration(hours=1)).dt.hour() + 1
    running = pl.col("O3").rolling_mean(8, min_samples=6).over("station").alias("O3_8h")
    means = [
        pl.when(pl.col(name).count() >= 20).then(pl.col(name).mean()).alias(name)
        for name in NAMES[:-1]
    ]
    within = pl.col("O3_8h").filter(pl.col("hour") >= 8)
    most = pl.when((within.count() >= 14) | (within.max() > 160)).then(within.max()).alias("O3")
    days = (
        frame.lazy()
        .with_columns(day, hour.alias("hour"), running)
        .group_by("station", "day")
        .agg(*means, most)
        .with_columns(pl.col("day").dt.year().alias("year"))
        .sort("station", "day")
    )

    def valid(name: str, value: pl.Expr) -> pl.Expr:
        return pl.when(pl.col(name).count() >= 324).then(value)

    years = days.group_by("station", "year").agg(
        *(valid(name, pl.col(name).mean()).alias(f"{name}_year") for name in NAMES[:4]),
        *(
            valid(name, pl.col(name).quantile(share, "linear")).alias(f"{name}_P")
            for name, share in SHARES.items()
        ),
        valid("O3", pl.col("O3").quantile(0.9, "linear")).alias("O3_P90"),
    )
    return pl.concat(pl.collect_all([days, years]), how="diagonal")


def ours(frame: pl.DataFrame, rules: RuleSet) -> dict[str, Grid]:
    """From the columns to all statistics of the rule set, rounded."""
    rows = grouped(frame, ("time",), ("station",), "end")
    columns = {name: Column(frame[name].fill_null(np.nan).to_numpy()) for name in NAMES}
    some = reckonable(rules, columns, "hour")
    ((_, layout),) = rows.parts(1 << 30)
    found = reckoned(some, columns, layout, rules)
    return {one.id: found[one.id].rounded(one.step) for one in some}


def agree(frame: pl.DataFrame, rules: RuleSet) -> None:
    """Daily means are those of Polars, rounded."""
    theirs = by_hand(frame).filter(pl.col("day").is_not_null()).sort("station", "day")
    grid = ours(frame, rules)["PM2.5_day"]
    own = np.where(grid.there, grid.low / grid.by, np.nan).ravel()
    hand = theirs["PM2.5"].fill_null(np.nan).to_numpy()
    assert (np.isnan(own) == np.isnan(hand)).all()
    assert np.nanmax(np.abs(own - hand)) <= 0.5 + 1e-9


def main() -> int:
    rules = rule_set("GB 3095-2012", None)
    frame = table()
    agree(frame, rules)
    print(f"{len(frame):,} station-hours × {len(NAMES)} to days and years")
    hand = best(lambda: by_hand(frame))
    print(f"  {'Polars by hand, binary, unrounded':<46}{hand * 1000:8.1f} ms")
    own = best(lambda: ours(frame, rules))
    print(
        f"  {'ours, exact, rounded by GB/T 8170':<46}{own * 1000:8.1f} ms  {own / hand:.2f} times Polars"
    )
    layout = best(lambda: grouped(frame, ("time",), ("station",), "end"))
    print(f"  {'  of which stamps, groups, duplicates':<46}{layout * 1000:8.1f} ms")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "hours.parquet"
        frame.write_parquet(path)

        def judge() -> None:
            whole = pl.concat(list(batches(path)))
            PeriodEvaluation(rules, whole, Series(time=("time",), by=("station",)), {}).judged()

        took = best(judge, 3)
    print(f"  {'Parquet to verdicts of days and years':<46}{took * 1000:8.1f} ms")
    return 0


if __name__ == "__main__":
    sys.exit(main())
