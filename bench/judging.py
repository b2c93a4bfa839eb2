"""Judging columns: 20 limits on a million rows, an index of a million hours, a file to its verdicts.

Every figure stands beside peers of the same run: hand-written NumPy with the same full result (five
answers, the whole, the first rule that fails), Polars expressions (conforms or not), pandera, Great
Expectations and jsonschema-rs where they are installed (conforms or not; the slow ones on fewer rows),
Python's jsonschema, and reading the data once as a bound.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import numpy as np
import polars as pl
from peers.checks import PEERS

from guiju.core.errors import Bilingual
from guiju.core.provisions.columnar.codes import FAIL, MISSING, PASS
from guiju.core.provisions.columnar.columns import Column
from guiju.core.provisions.columnar.compiling import compiled
from guiju.core.provisions.columnar.indexing import indexed
from guiju.core.provisions.columnar.judging import judged
from guiju.core.provisions.files.rulebook import rule_set
from guiju.core.provisions.findings import findings
from guiju.core.provisions.interval import Interval
from guiju.core.provisions.measured import read_measured
from guiju.core.provisions.model import Characteristic, Rule
from guiju.core.provisions.reports.judging import judged_report
from guiju.core.provisions.reports.model import Entry
from guiju.core.provisions.sample import Sample
from guiju.core.provisions.tables.evaluating import Evaluation
from guiju.core.provisions.tables.reading import batches
from guiju.core.provisions.written import read_limit

ROWS = int(os.environ.get("BENCH_ROWS", "1000000"))
LIMITS, TIMES, BLOCK = 20, 5, 32_768


def best(act: Callable[[], object], times: int = TIMES) -> float:
    took = []
    for _ in range(times):
        begun = time.perf_counter()
        act()
        took.append(time.perf_counter() - begun)
    return min(took)


def rules() -> tuple[list[Rule], dict[str, Characteristic]]:
    known = {
        f"c{at}": Characteristic(id=f"c{at}", name=Bilingual(f"c{at}", f"c{at}"))
        for at in range(LIMITS)
    }
    made = [
        Rule(
            id=f"r{at}", clause=f"5.{at}", characteristic=f"c{at}", written="",
            limit=read_limit("≤9.9" if at % 2 else "0.1~9.9"),
        )
        for at in range(LIMITS)
    ]  # fmt: skip
    return made, known


def ends(rule: Rule) -> tuple[float, float]:
    assert isinstance(rule.limit, Interval)
    low, high = rule.limit.low, rule.limit.high
    return (float(low.value) if low else -np.inf), (float(high.value) if high else np.inf)


def by_hand(some: list[Rule], columns: list[np.ndarray]) -> tuple[np.ndarray, ...]:
    """The same full result, as one would write it for these very rules."""
    status = np.empty((len(some), ROWS), np.uint8)
    whole, first = np.empty(ROWS, np.uint8), np.full(ROWS, -1, np.int16)
    for start in range(0, ROWS, BLOCK):
        here = slice(start, min(start + BLOCK, ROWS))
        failed = np.zeros(here.stop - here.start, bool)
        missing = failed.copy()
        for at, rule in enumerate(some):
            low, high = ends(rule)
            numbers = columns[at][here]
            absent = np.isnan(numbers)
            outside = numbers > high if low == -np.inf else (numbers < low) | (numbers > high)
            status[at, here] = outside
            status[at, here][absent] = MISSING
            first[here][outside & ~failed] = at
            failed |= outside
            missing |= absent
        whole[here] = np.where(failed, FAIL, np.where(missing, MISSING, PASS))
    return status, whole, first


def line(name: str, seconds: float, rows: int, note: str = "") -> None:
    print(f"  {name:<46}{seconds:9.3f} s {rows / seconds / 1e6:9.2f} M rows/s  {note}")


def throughput(draw: np.random.Generator) -> None:
    some, known = rules()
    data = [np.round(draw.uniform(0, 10.05, ROWS), 3) for _ in range(LIMITS)]
    columns = {f"c{at}": Column(numbers) for at, numbers in enumerate(data)}
    ready = compiled(some, known)
    hand, ours = by_hand(some, data), judged(ready, columns, [PASS] * LIMITS, ROWS)
    assert (hand[0] == ours.status).all()
    assert (hand[1] == ours.whole).all()
    assert (hand[2] == ours.first).all()
    print(f"{LIMITS} limits on {ROWS:,} rows")
    line("read the data once (bound)", best(lambda: [one.sum() for one in data]), ROWS)
    alone = best(lambda: by_hand(some, data))
    line("NumPy by hand, the same result", alone, ROWS)
    own = best(lambda: judged(ready, columns, [PASS] * LIMITS, ROWS))
    line("ours", own, ROWS, f"{alone / own:.2f} of NumPy by hand")
    frame = pl.DataFrame({f"c{at}": numbers for at, numbers in enumerate(data)})
    asked = [pl.col(rule.characteristic).is_between(*ends(rule)) for rule in some]
    line("Polars, conforms or not", best(lambda: frame.select(pl.all_horizontal(asked))), ROWS)
    limits = {rule.characteristic: ends(rule) for rule in some}
    for name, peer, most, wanted in PEERS:
        part = frame.head(most)
        act = peer(part, limits)
        if act is None:
            print(f"  {name}: not installed")
            continue
        took, rows = best(act, 3), len(part)
        same = {key: Column(column.numbers[:rows]) for key, column in columns.items()}
        ours_here = best(lambda same=same, rows=rows: judged(ready, same, [PASS] * LIMITS, rows))
        times = took / ours_here
        bound = f" (bound: {wanted})" if wanted else ""
        line(f"{name}, {rows:,} rows", took, rows, f"ours {times:,.1f} times as fast{bound}")


def hours(draw: np.random.Generator) -> None:
    index = rule_set("HJ 633-2012", None).indices[0]
    names = ("SO2", "NO2", "PM10", "CO", "O3", "PM2.5")
    columns = {name: Column(np.round(draw.uniform(0, 200, ROWS), 1)) for name in names}
    print(f"the index of {ROWS:,} station-hours (bound: 1 s for a million)")
    line("ours", best(lambda: indexed(index, columns, {"period": "hour"}, ROWS), 3), ROWS)


def from_a_file(draw: np.random.Generator) -> None:
    water = rule_set("GB 3838-2002", None)
    heads = {
        "溶解氧(mg/L)": 12,
        "高锰酸盐指数(mg/L)": 10,
        "氨氮(mg/L)": 2,
        "总磷(mg/L)": 0.4,
        "pH": 10,
    }
    frame = pl.DataFrame(
        {head: np.round(draw.uniform(0, most, ROWS), 3) for head, most in heads.items()}
    )
    print(f"{ROWS:,} rows of water from the file to the grade")
    with tempfile.TemporaryDirectory() as folder:
        for suffix in ("parquet", "csv"):
            path = Path(folder) / f"water.{suffix}"
            getattr(frame, f"write_{suffix}")(path)

            def judge(path: Path = path) -> None:
                evaluation = Evaluation(water, heads, {"waterbody": "river"})
                for _ in evaluation.judged(batches(path)):
                    pass

            line(f"read {suffix} (bound)", best(lambda path=path: list(batches(path)), 3), ROWS)
            line(f"{suffix} to grade, limit and clause", best(judge, 3), ROWS)


def one_report() -> None:
    """Drinking water: every characteristic with a result as text, judged and explained in two languages."""
    water = rule_set("GB 5749-2022", None)
    lines = [
        Entry(name=one.name.zh, result=str(Decimal(at) / 1000), unit=one.unit, row=at)
        for at, one in enumerate(water.characteristics.values(), 1)
    ]
    sample = Sample({name: read_measured("0.05") for name in water.characteristics})

    def judge() -> object:
        return findings(sample, water.rules, water.characteristics, water.attributes)

    def explain() -> list[Bilingual]:
        return [one.sentence for one in judged_report(lines, water).findings]

    print(f"one report of {len(lines)} characteristics, {len(water.rules)} rules (bound: 5 ms)")
    for name, act in (("judged", judge), ("read, judged, explained in two languages", explain)):
        print(f"  {name:<46}{best(act, 30) * 1000:9.2f} ms")


def main() -> int:
    draw = np.random.default_rng(8170)
    throughput(draw)
    hours(draw)
    from_a_file(draw)
    one_report()
    return 0


if __name__ == "__main__":
    sys.exit(main())
