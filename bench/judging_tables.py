"""Grades by a table: a million motors, 42 powers by 4 numbers of poles by 3 levels.

Beside it in the same run: NumPy by hand (a search for the power, a search for the poles, a gather of the
three limits), which gives the level and nothing else, and a Polars join. Ours finds as well what no row is
for, what was not told and what is no number, and which limit decides.
"""

import os
import sys
import time
from collections.abc import Callable

import numpy as np
import polars as pl

from guiju.core.provisions.columnar.columns import Column
from guiju.core.provisions.columnar.told import Amounts
from guiju.core.provisions.columnar.ways import graded
from guiju.core.provisions.files.loading import read_rule_set
from guiju.core.provisions.model import RuleSet

ROWS = int(os.environ.get("BENCH_ROWS", "1000000"))
TIMES = 5
POWERS, POLES = 42, (2, 4, 6, 8)
HEAD = """\
standard: Q/SLI 1-2026
title: [示例, Example]
in_force: {from: 2026-01-01}
basis: 示例
certainty: checked
attributes:
  power: {name: [额定功率, Rated power], unit: kW}
  poles: {name: [极数, Number of poles]}
characteristics:
  eff: {name: [效率, Efficiency], unit: "%", better: higher}
ladders:
  grade:
    name: [能效等级, Grade]
    clause: "4"
    levels: [1级, 2级, 3级]
    otherwise: 不合格
    limits:
      - {of: eff, clause: 表1, limits: ["≥ t1.g1", "≥ t1.g2", "≥ t1.g3"]}
tables:
  t1:
    clause: 表1
    keys: {power: KEY, poles: exact}
    data: |
      power poles g1 g2 g3
"""


def best(act: Callable[[], object]) -> float:
    took = []
    for _ in range(TIMES):
        begun = time.perf_counter()
        act()
        took.append(time.perf_counter() - begun)
    return min(took)


def table() -> tuple[np.ndarray, np.ndarray]:
    """Powers that rise, and limits by power, poles and level, to a tenth."""
    powers = np.round(0.12 * 1.24 ** np.arange(POWERS), 2)
    base = 60 + 0.8 * np.arange(POWERS)[:, None, None] - np.arange(4)[None, :, None]
    return powers, np.round(base - 2.0 * np.arange(3), 1)


def rules(match: str) -> RuleSet:
    powers, limits = table()
    rows = [
        f"      {power} {poles} {' '.join(str(one) for one in limits[at, place])}"
        for at, power in enumerate(powers)
        for place, poles in enumerate(POLES)
    ]
    return read_rule_set(HEAD.replace("KEY", match) + "\n".join(rows) + "\n", "table")


def by_hand(power: np.ndarray, poles: np.ndarray, eff: np.ndarray) -> np.ndarray:
    powers, limits = table()
    at = np.searchsorted(powers, power) * 4 + np.searchsorted(POLES, poles)
    flat = limits.reshape(-1, 3)
    level = np.zeros(len(eff), np.uint8)
    for place in range(3):
        level += eff < flat[:, place][at]
    return level


def line(name: str, seconds: float, note: str = "") -> None:
    print(f"  {name:<46}{seconds:9.3f} s {ROWS / seconds / 1e6:9.2f} M rows/s  {note}")


def main() -> int:
    draw = np.random.default_rng(18613)
    powers, limits = table()
    power, poles = draw.choice(powers, ROWS), draw.choice(np.array(POLES, np.float64), ROWS)
    eff = np.round(draw.uniform(55, 95, ROWS), 1)
    columns, told = {"eff": Column(eff)}, {"power": Amounts(power), "poles": Amounts(poles)}
    hand = by_hand(power, poles, eff)
    print(f"the grade of {ROWS:,} motors by a table of {POWERS} x {len(POLES)} x 3")
    alone = best(lambda: by_hand(power, poles, eff))
    line("NumPy by hand, the level only", alone)
    for match in ("exact", "larger", "interpolate"):
        one = rules(match)
        found = graded(one.ladders[0], one, columns, told, ROWS)
        assert (found.certain == hand).all()
        own = best(lambda one=one: graded(one.ladders[0], one, columns, told, ROWS))
        line(f"ours, power {match}", own, f"{alone / own:.2f} of NumPy by hand")
    flat = pl.DataFrame(
        {
            "power": np.repeat(powers, 4),
            "poles": np.tile(np.array(POLES, np.float64), POWERS),
            **{f"g{at}": limits[:, :, at].ravel() for at in range(3)},
        }
    )
    frame = pl.DataFrame({"power": power, "poles": poles, "eff": eff})
    level = sum((pl.col("eff") < pl.col(f"g{at}")).cast(pl.UInt8) for at in range(3))
    took = best(
        lambda: (
            frame.join(flat, on=["power", "poles"], how="left", maintain_order="left")
            .with_columns(level.alias("level"))
            .get_column("level")
        )
    )
    line("Polars, a join and three comparisons", took)
    between = np.round(draw.uniform(powers[0], powers[-1], ROWS), 2)
    one, told = rules("interpolate"), {"power": Amounts(between), "poles": Amounts(poles)}
    took = best(lambda: graded(one.ladders[0], one, columns, told, ROWS))
    different = len(np.unique(between))
    line(f"ours, {different:,} powers between rows, exactly", took)
    return 0


if __name__ == "__main__":
    sys.exit(main())
