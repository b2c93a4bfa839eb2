"""Known items: does a record come first when its title, three of its rare words or its number is typed?

A thousand records of each kind from the real files; beside ours, the order of bare Tantivy (BM25
over titles and texts, its own tokenizer) on the same questions.

    python bench/search_known.py
"""

import os
import random
import re
import sys
import tempfile
from collections import Counter
from datetime import date
from pathlib import Path

import tantivy
from corpus import entries, reading

from guiju.core.numbers import parse, work_key
from guiju.search import Query, Reader, execute, rebuild

ON = date(2026, 9, 1)
EACH = int(os.environ.get("BENCH_EACH", "1000"))
WORD = re.compile(r"[^\W\d_]{4,}")
FIRST, TEN = 1, 10


def text_of(one):
    return " ".join([*one.titles.values(), *one.abstracts.values()])


def rare_words(one, seen):
    words = {word.lower() for word in WORD.findall(text_of(one))}
    return sorted(words, key=lambda word: (seen[word], word))[:3]


def sloppy(number, dice):
    """Letter case, dashes, spaces, the slash of the prefix and the year, as people leave them out."""
    text = dice.choice((str.lower, str.upper, str))(number)
    text = text.replace("-", dice.choice("-—–"))
    text = text.replace("/T ", dice.choice(("/T ", "/T", "T ", "T"))).replace(
        "/t ", dice.choice(("/t ", "t "))
    )
    text = text.replace(" ", dice.choice((" ", "  ", "", "　")), 1)
    if dice.random() < 0.5 and "/" not in number.partition(" ")[2]:
        text = re.sub(r"[:—–-]\d{4}$", "", text)
    return text


def bare(found, folder):
    schema = tantivy.SchemaBuilder()
    schema.add_integer_field("at", stored=True)
    schema.add_text_field("text")
    index = tantivy.Index(schema.build(), path=str(folder))
    writer = index.writer(100_000_000, num_threads=1)
    for at, one in enumerate(found):
        writer.add_document(tantivy.Document(at=at, text=f"{one.number} {text_of(one)}"))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    searcher = index.searcher()

    def ask(text):
        words = " ".join(re.findall(r"\w+", text))
        if not words:
            return []
        query = index.parse_query(words, ["text"], conjunction_by_default=True)
        return [found[searcher.doc(at)["at"][0]] for _, at in searcher.search(query, TEN).hits]

    return ask


def ours(found, folder):
    rebuild(folder, found)
    reader = Reader(folder)
    by_id = {one.id: one for one in found}

    def ask(text):
        result = execute(reader, Query(text=text, on=ON, limit=TEN, reading=reading(text)))
        return [by_id[hit.id] for hit in result.hits]

    return ask


def is_number(one, text):
    """The number, or any edition of the work where the year was left out."""
    year = parse(one.number).year
    dated = bool(year) and text.endswith(year)
    return lambda asked, hit: (
        hit.number == asked.number
        or (not dated and work_key(parse(hit.number)) == work_key(parse(asked.number)))
    )


def same_title(asked, hit):
    return any(title and title == hit.titles.get(code) for code, title in asked.titles.items())


def rate(ask, questions):
    first = ten = 0
    for one, text, is_it in questions:
        places = [is_it(one, hit) for hit in ask(text)]
        first += any(places[:FIRST])
        ten += any(places)
    return 100 * first / len(questions), 100 * ten / len(questions)


def questions(found):
    dice = random.Random(1)
    seen = Counter(
        word for one in found for word in {w.lower() for w in WORD.findall(text_of(one))}
    )
    titled = dice.sample([one for one in found if any(one.titles.values())], EACH)
    rich = dice.sample([one for one in found if len(rare_words(one, seen)) == 3], EACH)
    numbered = dice.sample(found, EACH)
    yield (
        "full title",
        [(one, next(filter(None, one.titles.values())), same_title) for one in titled],
    )
    yield (
        "three rare words",
        [
            (
                one,
                " ".join(rare_words(one, seen)),
                lambda asked, hit: hit.id == asked.id or same_title(asked, hit),
            )
            for one in rich
        ],
    )
    rows = [(one, sloppy(one.number, dice)) for one in numbered]
    yield "sloppy number", [(one, text, is_number(one, text)) for one, text in rows]


def main():
    try:
        # As the catalogue does: what differs only in typography is one document.
        found = list({one.keys[0]: one for one in entries()}.values())
    except FileNotFoundError as missing:
        print(f"skipped: {missing.filename} is not there")
        return
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "bare").mkdir()
        engines = {
            "ours": ours(found, Path(folder) / "ours"),
            "bare Tantivy": bare(found, Path(folder) / "bare"),
        }
        print(
            f"{len(found)} records, {EACH} questions of each kind; in percent: first, in the first ten"
        )
        for name, rows in questions(found):
            told = "   ".join(
                f"{engine} {a:5.1f} {b:5.1f}"
                for engine, (a, b) in ((engine, rate(ask, rows)) for engine, ask in engines.items())
            )
            print(f"{name:18} {told}", flush=True)
            if os.environ.get("BENCH_SHOW"):
                for one, text, is_it in rows:
                    hits = engines["ours"](text)
                    if not any(is_it(one, hit) for hit in hits[:1]):
                        print(
                            "   ",
                            repr(text),
                            one.number,
                            [hit.number for hit in hits[:2]],
                            file=sys.stderr,
                        )


main()
