"""How many numbers a second: `guiju.core.numbers.parse` in one process, on the real lists.

Beside it stands a bound in the same run: one regular expression match and one object a text. A
second table feeds hostile texts of growing length to `find`: seconds a megabyte must not grow.
The lists are read from the folder that GUIJU_SHARED names, or ../shared.

    python bench/number_parse.py
"""

import json
import os
import re
import sys
import time
from pathlib import Path

from guiju.core.numbers import find, try_read
from guiju.core.numbers.model import Number

ANY_NUMBER = re.compile(r"([^0-9]*)([0-9A-Za-z]*)([^:\u2014]*)(?:[:\u2014-]([0-9]{4}))?(.*)", re.S)
ROUNDS = 5
PER_SECOND = 50_000
HOSTILE = (
    "GB/T 1.1-2020 ",
    "GB/T",
    "GB/T ",
    "T/AAAAAAAAAAAAAAAAAAAA",
    "DB11",
    "ISO ",
    "ISO/IEC ",
    "ISO 1-1-1-1-1-1",
    "/XG1-2020",
    "1.1.",
    "A",
    "TC 1/SC 1/",
    "Q/",
    "(ISO ",
    "第1号修改单",
)
SIZES = (100_000, 200_000, 400_000)


def lists() -> dict[str, list[str]]:
    """The real codes, by file."""
    default = Path(__file__).resolve().parents[2] / "shared"
    data = Path(os.environ.get("GUIJU_SHARED", str(default))) / "data"
    catalogue = json.loads((data / "catalogue" / "sports-standards.json").read_text("utf-8"))
    found = {"sports-standards": [row["code"] for row in catalogue["standards"]]}
    for path in sorted((data / "numbers").glob("*.txt")):
        lines = path.read_text("utf-8").splitlines()
        found[path.stem] = [line.strip() for line in lines if line.strip() and line[0] != "#"]
    return found


def bound(text: str) -> Number:
    """One match, one object: less than this no reader can do."""
    found = ANY_NUMBER.fullmatch(text)
    return Number(code=found[1], seq=found[2], year=found[4] or "", written=text)


def rate(function, texts: list[str]) -> float:
    """Texts a second, the best of some rounds."""
    best = 0.0
    for _ in range(ROUNDS):
        began = time.perf_counter()
        for text in texts:
            function(text)
        best = max(best, len(texts) / (time.perf_counter() - began))
    return best


def main() -> int:
    """Print both tables."""
    everything = lists()
    everything["all"] = [text for texts in everything.values() for text in texts]
    try_read("DB11/T 1-2020")  # the tables of the rulebook are read once
    print(f"{'list':<36}{'numbers':>8}{'refused':>8}{'per s':>10}{'bound per s':>12}{'ratio':>7}")
    speed = 0.0
    for name, texts in everything.items():
        refused = sum(try_read(text) is None for text in texts)
        speed, most = rate(try_read, texts), rate(bound, texts)
        print(
            f"{name:<36}{len(texts):>8}{refused:>8}{speed:>10,.0f}{most:>12,.0f}{most / speed:>7.1f}"
        )
    print(f"at least {PER_SECOND:,} numbers a second: {'yes' if speed >= PER_SECOND else 'NO'}")
    print(
        f"\nfind, seconds per million characters\n{'text':<26}"
        + "".join(f"{n:>10,}" for n in SIZES)
    )
    for unit in HOSTILE:
        figures = []
        for size in SIZES:
            text = unit * (size // len(unit))
            began = time.perf_counter()
            find(text)
            figures.append((time.perf_counter() - began) / len(text) * 1e6)
        print(f"{unit!r:<26}" + "".join(f"{figure:>10.2f}" for figure in figures))
    return 0 if speed >= PER_SECOND else 1


if __name__ == "__main__":
    sys.exit(main())
