"""A megabyte of STS read, viewed and written, beside what lxml alone takes to parse and write it.

The file is made of the clauses of a real one, repeated with new ids until it is large enough. It
is read from the folder that GUIJU_SHARED names, or ../shared.

    python bench/sts_round_trip.py
"""

import os
import re
import time
from itertools import count
from pathlib import Path

from lxml import etree

from guiju.core.documents.sts import parse, view, view_and_places, write

SIZE = 1_000_000
ROUNDS = 5
SECONDS = 1.0
ID = re.compile(rb' (id|rid)="')


def large() -> bytes:
    """The real file with its body again and again."""
    default = Path(__file__).resolve().parents[2] / "shared"
    data = Path(os.environ.get("GUIJU_SHARED", str(default))) / "data"
    whole = (data / "documents" / "sts" / "rice-en.final.sts.xml").read_bytes()
    start, end = whole.index(b"<body>") + len(b"<body>"), whole.index(b"</body>")
    body, parts = whole[start:end], []
    for at in count(1):
        parts.append(ID.sub(rb' \1="c%d_' % at, body))
        if len(whole) + sum(map(len, parts)) >= SIZE:
            return whole[:end] + b"".join(parts) + whole[end:]
    raise AssertionError


def fastest(work) -> float:
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def main() -> None:
    data = large()
    sts = parse(data)
    document = view(sts)
    elements = sum(1 for _ in sts.root.iter())
    print(f"{len(data):,} bytes, {elements:,} elements, best of {ROUNDS}\n")
    rows = {
        "lxml alone: parse": fastest(lambda: etree.fromstring(data)),
        "lxml alone: write": fastest(lambda: etree.tostring(sts.tree, encoding="UTF-8")),
        "parse": fastest(lambda: parse(data)),
        "view": fastest(lambda: view(sts)),
        "view with places": fastest(lambda: view_and_places(sts)),
        "Sts.write": fastest(sts.write),
        "write from the view": fastest(lambda: write(document)),
    }
    for name, seconds in rows.items():
        print(f"{name:24}{seconds * 1000:9.1f} ms")
    total = rows["parse"] + rows["view"] + rows["Sts.write"]
    bare = rows["lxml alone: parse"] + rows["lxml alone: write"]
    print(
        f"\nread, viewed and written {total:.3f} s (at most {SECONDS} s); lxml alone {bare:.3f} s"
    )


if __name__ == "__main__":
    main()
