"""Our search beside bare Tantivy, SQLite FTS5 and PostgreSQL: the same questions, in one run.

Classes: number (a number as somebody types it), keyword (two to four words of a title), facets (a
common word with complete counts of level, ICS, committee and year, the newest first), typing (the
beginning of a word). Bare Tantivy has its own tokenizer, two text fields and no rules of ours; it
is asked on the same records. Each engine returns the numbers and titles of ten hits and the total.
Ours also folds, ranks, says why each hit matched, and tells states.

    python bench/search_engines.py
"""

import os
import random
import re
import sqlite3
import statistics
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

import tantivy
from corpus import entries, reading

from guiju.search import Query, Reader, Sort, execute, rebuild, suggest

ON = date(2026, 9, 1)
EACH = 350
BLOCK = 50  # questions to one engine, then to the next; the first block is not counted
POSTGRES = os.environ.get("BENCH_POSTGRES", "postgres://guiju:guiju@127.0.0.1:5432/guiju")
FACETS = ("level", "ics", "committee", "year")
COMMON = ("water", "steel", "safety", "quality", "systems", "testing", "data", "information")
PATIENCE = 12.0  # seconds for one class of one engine


def title(one):
    return " ".join(one.titles.values())


def body(one):
    return " ".join((*one.abstracts.values(), *one.text))


def sloppy(number, chance):
    """As somebody types it: small letters, other dashes, no spaces."""
    text = chance.choice((str.lower, str.upper, str))(number)
    return chance.choice((text, text.replace(" ", ""), text.replace("-", "—")))


def ask(records):
    """The questions of each class."""
    chance = random.Random(11)
    words = [
        found
        for one in chance.sample(records, 4 * EACH)
        if len(found := re.findall("[a-z]{4,}", one.titles.get("en", "").lower())) > 3
    ]
    common = chance.choices(
        COMMON,
        k=EACH,
    )
    return {
        "number": [sloppy(one.number, chance) for one in chance.sample(records, EACH)],
        "keyword": [" ".join(chance.sample(w, chance.randrange(2, 5))) for w in words[:EACH]],
        "facets": common,
        "typing": [chance.choice(w)[: chance.randrange(3, 6)] for w in words[:EACH]],
    }


class Ours:
    """The search of this project, with everything that it does."""

    name = "guiju"

    def __init__(self, folder, records):
        rebuild(folder / "ours", records)
        self.reader = Reader(folder / "ours")

    def number(self, text):
        return self._run(Query(on=ON, text=text, reading=reading(text), limit=10))

    def keyword(self, text):
        return self._run(Query(on=ON, text=text, limit=10))

    def facets(self, text):
        return self._run(Query(on=ON, text=text, limit=10, facets=FACETS, sort=Sort.NEWEST))

    def typing(self, text):
        return self._run(Query(on=ON, text=text, limit=10))

    def suggestions(self, text):
        found = suggest(self.reader, text)
        return len(found), found

    def _run(self, query):
        result = execute(self.reader, query)
        return result.total, [(hit.number, hit.row.titles) for hit in result.hits]


class Bare:
    """Tantivy as it comes, which finds whole words; `beginnings` asks it for what ours finds."""

    name = "tantivy"

    def __init__(self, folder, records):
        schema = tantivy.SchemaBuilder()
        schema.add_text_field("title", stored=True)
        schema.add_text_field("body")
        schema.add_text_field("number", stored=True, tokenizer_name="raw")
        schema.add_text_field("key", tokenizer_name="raw")
        for name in ("level", "ics", "committee"):
            schema.add_text_field(name, tokenizer_name="raw", fast=True)
        schema.add_integer_field("year", fast=True)
        self.schema = schema.build()
        (folder / "bare").mkdir()
        self.index = tantivy.Index(self.schema, path=str(folder / "bare"))
        writer = self.index.writer(200_000_000, num_threads=1)
        for one in records:
            made = tantivy.Document(title=title(one), body=body(one), number=one.number)
            for name, values in (
                ("key", one.keys),
                ("level", [one.level]),
                ("ics", one.ics),
                ("committee", one.committees),
            ):
                for value in values:
                    made.add_text(name, value)
            made.add_integer("year", one.year or 0)
            writer.add_document(made)
        writer.commit()
        writer.wait_merging_threads()
        self.index.reload()
        self.searcher = self.index.searcher()

    def number(self, text):
        keys = [tantivy.Query.term_query(self.schema, "key", key) for key in reading(text)]
        query = tantivy.Query.boolean_query([(tantivy.Occur.Should, key) for key in keys])
        return self._run(query)

    def keyword(self, text):
        return self._run(self._parsed(text))

    def facets(self, text):
        query = self._parsed(text)
        terms = {name: {"terms": {"field": name, "size": 50}} for name in FACETS}
        self.searcher.aggregate(query, terms)
        return self._run(query, order_by_field="year")

    def typing(self, text):
        query = tantivy.Query.boolean_query(
            [
                (tantivy.Occur.Should, tantivy.Query.regex_query(self.schema, field, f"{text}.*"))
                for field in ("title", "body")
            ]
        )
        return self._run(query)

    def beginnings(self, text):
        """The keyword question as ours is meant: a word, or the beginning of one, in either field."""
        words = []
        for word in text.split():
            fields = [
                tantivy.Query.fuzzy_term_query(self.schema, field, word, distance=0, prefix=True)
                for field in ("title", "body")
            ]
            either = [(tantivy.Occur.Should, one) for one in fields]
            words.append((tantivy.Occur.Must, tantivy.Query.boolean_query(either)))
        scored = (tantivy.Occur.Should, self._parsed(text))
        return self._run(tantivy.Query.boolean_query([*words, scored]))

    def _parsed(self, text):
        return self.index.parse_query(text, ["title", "body"], conjunction_by_default=True)

    def _run(self, query, **more):
        answer = self.searcher.search(query, limit=10, **more)
        found = [self.searcher.doc(at) for _, at in answer.hits]
        count = answer.count  # type: ignore[attr-defined]  # missing in its stubs only
        return count, [(d.get_first("number"), d.get_first("title")) for d in found]


class Sqlite:
    """FTS5 with its own tokenizer; counts by tables."""

    name = "sqlite fts5"
    MATCH = "FROM f CROSS JOIN r ON r.id = f.rowid WHERE f MATCH ?"

    def __init__(self, folder, records):
        self.base = base = sqlite3.connect(folder / "fts.db")
        base.executescript(
            "CREATE TABLE r(id INTEGER PRIMARY KEY, number, title, level, year);"
            "CREATE TABLE k(key, id INTEGER); CREATE TABLE v(id INTEGER, kind, value);"
            "CREATE VIRTUAL TABLE f USING fts5(title, body, prefix='3 4 5', content='');"
        )
        for one in records:
            base.execute(
                "INSERT INTO r VALUES (?,?,?,?,?)",
                (one.id, one.number, title(one), one.level, one.year),
            )
            base.execute(
                "INSERT INTO f(rowid,title,body) VALUES (?,?,?)", (one.id, title(one), body(one))
            )
            base.executemany("INSERT INTO k VALUES (?,?)", [(key, one.id) for key in one.keys])
            many = [("ics", v) for v in one.ics] + [("committee", v) for v in one.committees]
            base.executemany("INSERT INTO v VALUES (?,?,?)", [(one.id, *pair) for pair in many])
        base.executescript("CREATE INDEX ki ON k(key); CREATE INDEX vi ON v(id); ANALYZE;")
        base.commit()

    def number(self, text):
        found = {}
        for key in reading(text):
            sql = "SELECT number, title FROM k JOIN r USING (id) WHERE key = ?"
            found.update(self.base.execute(sql, (key,)).fetchall())
        return len(found), list(found.items())[:10]

    def keyword(self, text):
        return self._run(text, "ORDER BY bm25(f)")

    def facets(self, text):
        for kind in ("level", "year"):
            self.base.execute(
                f"SELECT {kind}, count(*) {self.MATCH} GROUP BY 1", (text,)
            ).fetchall()
        for kind in ("ics", "committee"):
            sql = (
                "SELECT value, count(*) FROM f CROSS JOIN v ON v.id = f.rowid"
                f" WHERE f MATCH ? AND kind = '{kind}' GROUP BY 1"
            )
            self.base.execute(sql, (text,)).fetchall()
        return self._run(text, "ORDER BY year DESC")

    def typing(self, text):
        return self._run(f"{text}*", "ORDER BY bm25(f)")

    def _run(self, text, order):
        total = self.base.execute("SELECT count(*) FROM f WHERE f MATCH ?", (text,)).fetchone()[0]
        sql = f"SELECT number, r.title {self.MATCH} {order} LIMIT 10"
        return total, self.base.execute(sql, (text,)).fetchall()


class Postgres:
    """tsvector with a GIN index, in a schema of its own that goes away at the end."""

    name = "postgresql"
    MATCH = "FROM bench_search.r WHERE words @@ to_tsquery('simple', %s)"

    def __init__(self, folder, records):
        import psycopg

        self.base = base = psycopg.connect(POSTGRES, connect_timeout=2, autocommit=True)
        base.execute("DROP SCHEMA IF EXISTS bench_search CASCADE")
        base.execute("CREATE SCHEMA bench_search")
        base.execute(
            "CREATE UNLOGGED TABLE bench_search.r(id int PRIMARY KEY, number text, title text,"
            " level text, year int, ics text[], committee text[], keys text[], body text)"
        )
        with base.cursor().copy("COPY bench_search.r FROM STDIN") as copy:
            for one in records:
                many = (list(one.ics), list(one.committees), list(one.keys))
                row = (one.id, one.number, title(one), one.level, one.year, *many, body(one))
                copy.write_row([v.replace("\0", "") if isinstance(v, str) else v for v in row])
        base.execute(
            "ALTER TABLE bench_search.r ADD words tsvector GENERATED ALWAYS AS"
            " (setweight(to_tsvector('simple', title), 'A') || to_tsvector('simple', body)) STORED"
        )
        base.execute("CREATE INDEX ON bench_search.r USING gin(words)")
        base.execute("CREATE INDEX ON bench_search.r USING gin(keys)")
        base.execute("ANALYZE bench_search.r")

    def number(self, text):
        sql = "SELECT number, title FROM bench_search.r WHERE keys && %s LIMIT 10"
        found = self.base.execute(sql, (list(reading(text)),)).fetchall()
        return len(found), found

    def keyword(self, text):
        asked = " & ".join(text.split())
        return self._run(asked, "ORDER BY ts_rank(words, to_tsquery('simple', %s)) DESC", asked)

    def facets(self, text):
        for kind in ("level", "year", "unnest(ics)", "unnest(committee)"):
            self.base.execute(
                f"SELECT {kind}, count(*) {self.MATCH} GROUP BY 1", (text,)
            ).fetchall()
        return self._run(text, "ORDER BY year DESC NULLS LAST")

    def typing(self, text):
        asked = f"{text}:*"
        return self._run(asked, "ORDER BY ts_rank(words, to_tsquery('simple', %s)) DESC", asked)

    def _run(self, text, order, *more):
        total = self.base.execute(f"SELECT count(*) {self.MATCH}", (text,)).fetchone()[0]
        sql = f"SELECT number, title {self.MATCH} {order} LIMIT 10"
        return total, self.base.execute(sql, (text, *more)).fetchall()

    def close(self):
        self.base.execute("DROP SCHEMA bench_search CASCADE")
        self.base.close()


def measured(calls, texts):
    """Of each engine p50 and p99 in milliseconds and the mean total.

    The engines take turns, a block of questions each, so that whatever else the machine does falls
    on all of them alike. One that has used up its patience is asked no more.
    """
    spent = {name: [] for name in calls}
    totals = {name: [] for name in calls}
    for start in range(0, len(texts), BLOCK):
        for name, call in calls.items():
            for text in texts[start : start + BLOCK]:
                if sum(spent[name]) > PATIENCE * 1000:
                    break
                began = time.perf_counter()
                total, _ = call(text)
                if start:
                    spent[name].append((time.perf_counter() - began) * 1000)
                    totals[name].append(total)
    return {
        name: (
            statistics.median(times),
            sorted(times)[int(len(times) * 0.99)],
            statistics.mean(totals[name]),
        )
        for name, times in spent.items()
    }


def opened(folder, records):
    """Each engine with all records in it."""
    for kind in (Ours, Bare, Sqlite, Postgres):
        began = time.perf_counter()
        try:
            engine = kind(folder, records)
        except Exception as error:
            if kind is not Postgres:
                raise
            print(f"{kind.name}: skipped, {str(error).splitlines()[0]}")
            continue
        print(f"{kind.name}: built in {time.perf_counter() - began:.1f} s", flush=True)
        yield engine


def main():
    records = entries()
    asked = ask(records)
    with tempfile.TemporaryDirectory() as name:
        engines = list(opened(Path(name), records))
        print(f"\n{len(records):,} records, {EACH} questions a class; milliseconds p50 / p99")
        print(f"{'':<12}{'':<22}{'p50':>9}{'p99':>9}{'mean total':>12}{'times ours':>16}")
        for kind, texts in asked.items():
            calls = {one.name: getattr(one, kind) for one in engines}
            if kind == "keyword":
                calls["tantivy, beginnings"] = engines[1].beginnings
            if kind == "typing":
                calls["guiju, suggestions"] = engines[0].suggestions
            figures = measured(calls, texts)
            ours = figures[Ours.name]
            for engine, (half, most, total) in figures.items():
                ratio = f"{half / ours[0]:.2f} / {most / ours[1]:.2f}"
                print(f"{kind:<12}{engine:<22}{half:>9.2f}{most:>9.2f}{total:>12,.0f}{ratio:>16}")
        for one in engines:
            if isinstance(one, Postgres):
                one.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
