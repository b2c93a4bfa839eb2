"""Import of the real catalogue files with the search index, again, and of records made from them.

Beside it the bound: the same lines read as JSON and put into one table with one key each.

    ./run bench catalogue_import               the files of ../shared/data (or GUIJU_SHARED)
    BENCH_RECORDS=1000000 ./run bench catalogue_import    and so many made records: 20 minutes
"""

import io
import json
import os
import re
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import zstandard

SHARED = Path(os.environ.get("GUIJU_SHARED", Path(__file__).parents[2] / "shared"))
FILES = (
    SHARED / "data/catalogue/iso-iec.jsonl.zst",
    SHARED / "data/catalogue/sports-standards.json",
)
MADE = int(os.environ.get("BENCH_RECORDS", "0"))
PROGRAM = [sys.executable, "-c", "from guiju.cli.main import main; main()", "catalogue", "import"]


def real_lines():
    with FILES[0].open("rb") as packed:
        unpacked = zstandard.ZstdDecompressor().stream_reader(packed)
        yield from io.TextIOWrapper(unpacked, "utf-8")


def timed_import(var, *files):
    """Seconds, megabytes at the peak, and the counts that the program printed."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = time.perf_counter()
    done = subprocess.run(
        [*PROGRAM, *map(str, files), "--json", "--as-of", "2026-03-13"],
        env={**os.environ, "GUIJU_VAR": str(var)},
        capture_output=True,
        check=False,
    )
    if not done.stdout:
        sys.exit(done.stderr.decode()[-2000:])
    seconds = time.perf_counter() - started
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    counts = [
        {name: one[name] for name in ("new", "changed", "unchanged", "refused")}
        for one in json.loads(done.stdout)["files"]
    ]
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return seconds, cpu, after.ru_maxrss / 1024, counts


def bound(folder):
    started = time.perf_counter()
    with sqlite3.connect(folder / "bound.sqlite3") as database:
        database.execute("CREATE TABLE line (id INTEGER PRIMARY KEY, number TEXT, content TEXT)")
        database.execute("CREATE INDEX line_number ON line (number)")
        rows = ((json.loads(line)["id"], line) for line in real_lines())
        database.executemany("INSERT INTO line (number, content) VALUES (?, ?)", rows)
    return time.perf_counter() - started


def made_records(path, count):
    """Real lines with other numbers: each round moves every number, so that relations still hold."""
    written, round_ = 0, 0
    with path.open("w", encoding="utf-8") as out:
        while written < count:
            round_ += 1
            for line in real_lines():
                if written == count:
                    break
                row = json.loads(line)
                row["id"] = moved(row["id"], round_)
                row["ids"] = [
                    [kind, moved(text, round_)] for kind, text in row["ids"] if kind != "URN"
                ]
                row["rel"] = [[kind, moved(text, round_)] for kind, text in row["rel"]]
                row["file"] = f"{round_}/{row['file']}"
                out.write(json.dumps(row, ensure_ascii=False) + "\n")
                written += 1


def moved(number, round_):
    return re.sub(r"\d+", lambda found: str(int(found[0]) + 100_000 * round_), number, count=1)


def watched_import(var, path):
    """Time and memory at each quarter of the file: they grow with the number of records alone."""
    started = time.perf_counter()
    child = subprocess.Popen(
        [*PROGRAM, str(path), "--as-of", "2026-03-13"],
        env={**os.environ, "GUIJU_VAR": str(var)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    marks = [MADE * quarter // 4 for quarter in (1, 2, 3, 4)]
    heard = b""
    while piece := os.read(child.stderr.fileno(), 4096):
        heard = (heard + piece)[-4096:]
        found = re.findall(rb"jsonl: (\d+)", heard)
        while marks and found and int(found[-1]) >= marks[0]:
            seconds = time.perf_counter() - started
            print(
                f"{marks.pop(0)} made records: {seconds:.0f} s, {memory(child.pid):.0f} MB",
                flush=True,
            )
    child.wait()
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"with the index: {time.perf_counter() - started:.0f} s, peak {peak:.0f} MB", flush=True)


def memory(pid):
    """Megabytes that a process holds now."""
    status = Path(f"/proc/{pid}/status").read_text()
    return int(re.search(r"VmRSS:\s+(\d+)", status)[1]) / 1024


def tell(name, seconds, cpu, peak, counts):
    print(
        f"{name}: {seconds:.0f} s ({cpu:.0f} s of processor), peak {peak:.0f} MB, {counts}",
        flush=True,
    )


def main():
    if not all(file.exists() for file in FILES):
        print(f"skipped: the catalogue files are not in {SHARED}")
        return
    with tempfile.TemporaryDirectory() as folder:
        var = Path(folder)
        print(f"bound, JSON into one table: {bound(var):.0f} s", flush=True)
        tell("import with index", *timed_import(var / "real", *FILES))
        tell("again", *timed_import(var / "real", *FILES))
        if MADE:
            made_records(var / "made.jsonl", MADE)
            watched_import(var / "made", var / "made.jsonl")


main()
