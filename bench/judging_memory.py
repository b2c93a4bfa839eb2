"""`guiju evaluate` on ten million rows, CSV and Parquet: time, peak memory, and progress.

Beside it stand the bytes of the file, and Polars adding up the same columns of the same file, all at
once and streaming. Every figure is of a process of its own; files are removed afterwards.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROWS = int(os.environ.get("BENCH_ROWS", "10000000"))
PIECE = 500_000
HEADS = {"溶解氧(mg/L)": 12, "高锰酸盐指数(mg/L)": 10, "氨氮(mg/L)": 2, "总磷(mg/L)": 0.4, "pH": 10}
EVALUATE = "from guiju.cli.main import main; main()"
POLARS = """
import sys, polars as pl
path, engine = sys.argv[1:]
lazy = pl.scan_csv(path) if path.endswith("csv") else pl.scan_parquet(path)
if engine == "whole":
    lazy = lazy.collect().lazy()
print(lazy.select(pl.all().sum()).collect(engine="streaming").shape)
"""


def make(folder: Path) -> None:
    """The same rows as CSV and as Parquet, written piece by piece.

    In a process of its own: what a parent holds counts as held by its children.
    """
    import numpy as np
    import polars as pl

    draw, table = np.random.default_rng(3838), folder / "water.csv"
    with table.open("wb") as stream:
        for start in range(0, ROWS, PIECE):
            rows = min(PIECE, ROWS - start)
            frame = pl.DataFrame(
                {head: np.round(draw.uniform(0, most, rows), 3) for head, most in HEADS.items()}
            )
            frame.write_csv(stream, include_header=start == 0)
    pl.scan_csv(table).sink_parquet(folder / "water.parquet")


def run(arguments: list[str]) -> tuple[float, int, str]:
    """Seconds, the most bytes that the process held, and what it said."""
    with tempfile.TemporaryFile() as said:
        begun = time.perf_counter()
        process = subprocess.Popen([sys.executable, "-c", *arguments], stdout=said, stderr=said)
        _, status, used = os.wait4(process.pid, 0)
        took = time.perf_counter() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        words = said.read().decode()
    if process.returncode:
        raise SystemExit(words)
    return took, used.ru_maxrss * 1024, words


def line(name: str, took: float, held: int, note: str = "") -> None:
    rate = ROWS / took / 1e6
    print(f"  {name:<40}{took:7.1f} s {rate:7.2f} M rows/s {held / 2**20:8.0f} MiB  {note}")


def main() -> int:
    if sys.argv[1:]:
        make(Path(sys.argv[1]))
        return 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        subprocess.run([sys.executable, __file__, str(folder)], check=True)
        for path in (folder / "water.csv", folder / "water.parquet"):
            size = path.stat().st_size
            print(f"{ROWS:,} rows of {path.suffix}: {size / 2**20:.0f} MiB")
            for engine in ("whole", "streaming"):
                took, held, _ = run([POLARS, str(path), engine])
                line(f"Polars adds them up, {engine} (bound)", took, held)
            asked = ["--standard", "GB 3838-2002", "--set", "waterbody=river"]
            _, bare, _ = run([EVALUATE, "--version"])
            for out in (None, folder / "out.parquet", folder / "out.csv"):
                written = [] if out is None else ["--out", str(out)]
                took, held, said = run([EVALUATE, "evaluate", str(path), *asked, *written])
                progress = said.count("rows judged")
                note = f"{(held - bare) / size:.2f} of the file beyond an empty run; {progress} lines of progress"
                line(
                    f"guiju evaluate, {'no file out' if out is None else out.suffix + ' out'}",
                    took,
                    held,
                    note,
                )
                if out is not None:
                    out.unlink()
    return 0


if __name__ == "__main__":
    sys.exit(main())
