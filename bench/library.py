"""A library of documents: taken in through the real door, its clauses searched and looked over.

The documents are made from the real ones beside the checkout (`corpus/texts.py`). Clause search
stands beside SQLite on the same passages (FTS5 with trigrams; LIKE for words of fewer than three
signs, which trigrams cannot find). The overlap of a quarter, a half and all of it shows how it grows;
`core` is the same by `overlap` of core over all passages in memory. Seconds of CPU are of this process.

    BENCH_DOCUMENTS=1000 python bench/library.py      # 200 if left out
"""

import logging
import math
import os
import random
import re
import resource
import sqlite3
import statistics
import sys
import tempfile
import time
from pathlib import Path

from corpus.texts import SEED, library

DOCUMENTS = int(os.environ.get("BENCH_DOCUMENTS", "200"))
QUERIES, BLOCK = 1000, 50
RUN, WORD = re.compile("[\u4e00-\u9fff]{2,}"), re.compile("[A-Za-z]{4,}")
AMOUNT = re.compile(r"\d+(?:\.\d+)? ?(?:mm|kg|MPa|%|℃|N|h|min|g)(?![a-z])")
NUMBER = re.compile(r"(?:GB/T|GB|ISO|DB\d\d/T) \d+(?:\.\d+)?")
SHARES = (0.25, 0.5, 1.0)
HEADS = f"{{:<26}}{'pairs':>9}{'contrary':>9}{'seconds':>9}{'CPU':>9}"


class Clock:
    """Seconds by the clock and of CPU since it was made."""

    def __init__(self):
        self.began, self.used = time.perf_counter(), time.process_time()

    @property
    def wall(self):
        return time.perf_counter() - self.began

    @property
    def cpu(self):
        return time.process_time() - self.used

    def __str__(self):
        return f"{self.wall:.1f} s ({self.cpu:.1f} s CPU)"


def memory():
    return f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB at most"


def documents():
    clock = Clock()
    made = list(library(DOCUMENTS))
    size = sum(len(data) for _, _, data in made) / 1e6
    print(f"{len(made):,} documents made, {size:,.0f} MB of STS, seed {SEED}: {clock}", flush=True)
    return made


def take_in(made, by):
    """Records of all in one step, then each text added and published."""
    from guiju.apps.catalogue.models import Edition, Source
    from guiju.apps.catalogue.services.taking import take
    from guiju.apps.library.models import Mark, Passage
    from guiju.apps.library.services.texts import add_text, publish_text
    from guiju.core.records.model import Record

    source = Source.objects.create(slug="example", name_zh="示例", is_example=True)
    records = [Record(number=name, titles={"zh": f"示例 {name}"}) for name, _, _ in made]
    take(records=records, source=source, by=by)
    editions = {one.key: one for one in Edition.objects.all()}
    clock, each = Clock(), []
    for name, language, data in made:
        one = time.process_time()
        said = {"name": "text.xml", "language": language, "is_open": True}
        publish_text(text=add_text(edition=editions[name], data=data, by=by, **said), by=by)
        each.append(time.process_time() - one)
    quarter = max(1, len(each) // 4)
    first, last = (statistics.median(part) * 1000 for part in (each[:quarter], each[-quarter:]))
    print(f"added and published: {clock}, {len(each) / clock.wall:.1f} documents/s")
    print(f"CPU for one: {first:.0f} ms in the first quarter, {last:.0f} ms in the last")
    count = Passage.objects.count()
    print(f"{count:,} passages, {Mark.objects.count():,} marks; {memory()}", flush=True)


def questions(passages):
    """Class → questions, drawn from the passages themselves."""
    draw = random.Random(SEED)
    chinese = [runs for text in passages if len(runs := RUN.findall(text)) > 2]
    english = [words for text in passages if len(words := WORD.findall(text)) > 2]
    amounts = [one for text in passages for one in AMOUNT.findall(text)]
    numbers = [one for text in passages for one in NUMBER.findall(text)]

    def signs(count):
        run = draw.choice(draw.choice(chinese))
        at = draw.randrange(max(1, len(run) - count + 1))
        return run[at : at + count]

    def three():
        runs = draw.sample(draw.choice(chinese), 3)
        return " ".join(run[:2] for run in runs)

    makers = {
        "one Chinese character": lambda: signs(1),
        "two Chinese characters": lambda: signs(2),
        "three words": three,
        "English words": lambda: " ".join(draw.sample(draw.choice(english), 2)),
        "number of a standard": lambda: draw.choice(numbers),
        "amount with unit": lambda: draw.choice(amounts),
    }
    return {name: [make() for _ in range(QUERIES // len(makers))] for name, make in makers.items()}


def peer_of(passages):
    """The same passages in SQLite; returns the peer as a function."""
    base = sqlite3.connect(":memory:")
    base.execute("CREATE VIRTUAL TABLE grams USING fts5(plain, tokenize='trigram')")
    base.execute("CREATE TABLE clause (plain TEXT)")
    for table in ("grams", "clause"):
        base.executemany(f"INSERT INTO {table} VALUES (?)", [(one,) for one in passages])

    def ask(text):
        words = text.split()
        if all(len(one) > 2 for one in words):
            where, given = "grams WHERE grams MATCH ?", [" ".join(f'"{one}"' for one in words)]
        else:
            where = "clause WHERE " + " AND ".join(["plain LIKE ?"] * len(words))
            given = [f"%{one}%" for one in words]
        base.execute(f"SELECT count(*) FROM {where}", given).fetchone()
        base.execute(f"SELECT plain FROM {where} LIMIT 20", given).fetchall()

    return ask


def search(public):
    from django.test import Client

    from guiju.apps.library.models import Passage
    from guiju.apps.library.selectors.clauses import find_clauses
    from guiju.apps.library.services.indexing import rebuild_index
    from guiju.search.passages import Query

    clock = Clock()
    taken = rebuild_index()
    print(f"\nload of the machine: {os.getloadavg()[0]:.1f}")
    print(f"index of the clauses of {taken:,} texts: {clock}; {memory()}", flush=True)
    passages = list(Passage.objects.values_list("plain", flat=True))
    asked, client = questions(passages), Client(SERVER_NAME="127.0.0.1")

    def page(text):
        answer = client.get("/texts/search/", {"q": text})
        assert answer.status_code == 200

    def engine(text):
        return find_clauses(public, Query(on=public.today, text=text, limit=20)).total

    ways = {"engine": engine, "page": page, "SQLite": peer_of(passages)}
    for way in ways.values():
        way("检验")
    print(f"{'ms, p50 and p99':<26}" + "".join(f"{name:>18}" for name in ways) + f"{'found':>10}")
    every = {name: [] for name in ways}
    for kind, texts in asked.items():
        times, found = {name: [] for name in ways}, []
        for at in range(0, len(texts), BLOCK):
            for name, way in ways.items():
                for text in texts[at : at + BLOCK]:
                    began = time.perf_counter()
                    total = way(text)
                    times[name].append((time.perf_counter() - began) * 1000)
                    if name == "engine":
                        found.append(total)
        told(kind, times, f"{statistics.median(found):>10,.0f}")
        for name, taken in times.items():
            every[name] += taken
    told("all", every, "")


def told(kind, times, more):
    columns = (
        f"{statistics.median(one):>9.1f}{sorted(one)[int(len(one) * 0.99)]:>9.1f}"
        for one in times.values()
    )
    print(f"{kind:<26}{''.join(columns)}{more}", flush=True)


def overlap_of_one(by):
    """What a page asks: one text against all others."""
    from guiju.apps.library.models import Text
    from guiju.apps.library.selectors.overlapping import overlaps

    times = []
    every = list(Text.objects.order_by("pk"))
    for text in random.Random(SEED).sample(every, min(50, len(every))):
        began = time.perf_counter()
        overlaps(by, text)
        times.append((time.perf_counter() - began) * 1000)
    print(f"\noverlap of one text with all: {statistics.median(times):.0f} ms,", end=" ")
    print(f"at most {max(times):.0f} ms of {len(times)}", flush=True)


def overlap_of_all(by):
    """The report goes in the order in which texts came: its first part is a smaller library's."""
    from django.db.models import Count

    from guiju.apps.library.models import Text
    from guiju.apps.library.selectors.overlapping import library_overlaps

    sizes = Text.objects.annotate(size=Count("passages")).order_by("pk").values_list("pk", "size")
    total, grown, ends = sum(size for _, size in sizes), 0, []
    for pk, size in sizes:
        grown += size
        if len(ends) < len(SHARES) and grown >= SHARES[len(ends)] * total:
            ends.append((pk, grown))
    print(HEADS.format("overlap of all, passages"))
    clock, kinds, done = Clock(), [], []

    def part():
        done.append(row(ends[len(done)][1], kinds, clock))

    for one in library_overlaps(by):
        while one.own.text_id > ends[len(done)][0]:
            part()
        kinds.append(one.found.kind)
    while len(done) < len(ends):
        part()
    grows(done)


def overlap_in_memory():
    from guiju.apps.library.models import Mark, Passage
    from guiju.core.compare.documents import overlap

    rows = Passage.objects.filter(pk__in=Mark.objects.values("passage")).order_by("pk")
    clauses = list(rows.values_list("pk", "plain"))
    print(HEADS.format("core, marked passages"))
    done = []
    for size in (int(len(clauses) * share) for share in SHARES):
        clock = Clock()
        done.append(row(size, [one.kind for one in overlap(clauses[:size])], clock))
    grows(done)


def row(size, kinds, clock):
    """A line of the table; passages, pairs and seconds of CPU."""
    counts = f"{len(kinds):>9,}{kinds.count('contrary'):>9,}"
    print(f"{size:<26,}{counts}{clock.wall:>9.1f}{clock.cpu:>9.1f}", flush=True)
    return size, len(kinds), clock.cpu


def grows(done):
    """By which power of the passages; what there is to find grows too."""
    sizes, pairs, used = (
        math.log(last / max(first, 1e-3)) for first, last in zip(done[0], done[-1], strict=True)
    )
    print(f"power: CPU {used / sizes:.2f}, pairs {pairs / sizes:.2f}; {memory()}", flush=True)


def main():
    made = documents()
    with tempfile.TemporaryDirectory() as var:
        os.environ |= {"GUIJU_VAR": var, "GUIJU_MAIL": "memory", "GUIJU_DEBUG": "no"}
        from guiju.cli.database import set_up

        set_up()
        from django.core.management import call_command
        from django.utils import timezone

        from guiju.web.viewer import Seat, Viewer

        call_command("collectstatic", verbosity=0, interactive=False)
        logging.disable(logging.WARNING)
        today = timezone.localdate()
        by = Viewer(today, name="bench", seats=frozenset({Seat("cataloguer", 1)}))
        take_in(made, by)
        del made
        size = sum(one.stat().st_size for one in Path(var).glob("guiju.sqlite3*")) / 1e6
        print(f"database {size:,.0f} MB")
        search(Viewer(today))
        overlap_of_one(by)
        overlap_of_all(by)
        overlap_in_memory()


if __name__ == "__main__":
    sys.exit(main())
