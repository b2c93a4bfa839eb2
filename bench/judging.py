"""Judging columns: 20 limits on a million rows, an index of a million hours, a file to its verdicts.

Every figure stands beside peers of the same run: hand-written NumPy with the same full result (five
answers, the whole, the first rule that fails), Polars expressions (conforms or not), pandera where it
is installed, Python's jsonschema on fewer rows, and reading the data once as a bound.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from decimal import Decimal
from importlib.util import find_spec
from pathlib import Path

import jsonschema
import numpy as np
import polars as pl

from guiju.core.errors import Bilingual
from guiju.core.provisions.columnar.columns import Column
from guiju.core.provisions.columnar.indexing import indexed
from guiju.core.provisions.columnar.judging import FAIL, MISSING, PASS, compiled, judged
from guiju.core.provisions.files.rulebook import rule_set
from guiju.core.provisions.findings import findings
from guiju.core.provisions.interval import Interval
from guiju.core.provisions.measured import Measured, read_measured
from guiju.core.provisions.model import Characteristic, Rule
from guiju.core.provisions.sample import Sample
from guiju.core.provisions.tables.evaluating import Evaluation
from guiju.core.provisions.tables.reading import batches
from guiju.core.provisions.written import read_limit

ROWS = int(os.environ.get("BENCH_ROWS", "1000000"))
LIMITS, TIMES, BLOCK, FEW = 20, 5, 32_768, 2000


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
    if find_spec("pandera"):
        pandera(frame, some, own)
    schema = jsonschema.Draft202012Validator(
        {
            "properties": {
                rule.characteristic: dict(zip(("minimum", "maximum"), ends(rule), strict=True))
                for rule in some
            }
        }
    )
    few = frame.head(FEW).to_dicts()
    took = best(lambda: [schema.is_valid(row) for row in few], 2)
    line("jsonschema (Python)", took, FEW, f"ours {took / FEW / (own / ROWS):,.0f} times as fast")


def pandera(frame: pl.DataFrame, some: list[Rule], own: float) -> None:
    """The schema of the same limits; all failures are collected."""
    import pandera.polars as pa

    schema = pa.DataFrameSchema(
        {rule.characteristic: pa.Column(float, pa.Check.in_range(*ends(rule))) for rule in some}
    )

    def validate() -> None:
        try:
            schema.validate(frame, lazy=True)
        except pa.errors.SchemaErrors:
            return

    took = best(validate, 2)
    line("pandera on Polars", took, ROWS, f"ours {took / own:.1f} times as fast")


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
    known = {f"c{at}": Characteristic(id=f"c{at}", name=Bilingual("", "")) for at in range(97)}
    some = [
        Rule(
            id=f"r{at}", clause="1", characteristic=name, limit=read_limit("0.10~9.90"), written=""
        )
        for at, name in enumerate(known)
    ]
    results: dict[str, Measured] = {
        name: read_measured(str(Decimal(at) / 10)) for at, name in enumerate(known)
    }
    took = best(lambda: findings(Sample(results), some, known), 50)
    print(f"one report of 97 results: {took * 1000:.2f} ms (bound: 5 ms)")


def main() -> int:
    draw = np.random.default_rng(8170)
    throughput(draw)
    hours(draw)
    from_a_file(draw)
    one_report()
    return 0


if __name__ == "__main__":
    sys.exit(main())
