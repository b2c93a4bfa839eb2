"""What does search miss? Its answers beside a plain scan of all records; missed must be 0.

The scan knows nothing of the index: it looks into every text of every record. `extra` counts what
is found beyond the scan of that class: a fragment of a number also begins words, initials also
stand in words, and so on; for Chinese words it must be 0 too.

    python bench/search_recall.py
"""

import random
import re
import sys
import tempfile
import time
import unicodedata
from collections import defaultdict
from datetime import date
from pathlib import Path

from corpus import entries
from opencc import OpenCC
from pypinyin import Style, pinyin

from guiju.search import Query, Reader, Sort, ids, rebuild

ON = date(2026, 9, 1)
SAMPLE = 300
UNITS = (
    *("mg/L", "g/L", "mg/kg", "μg/m³", "kPa", "MPa", "°C", "℃", "K", "kV", "MHz", "GHz", "nm"),
    *("dB", "dB(A)", "±", "%", "m²", "kg/m³", "N·m", "5G", "PM2.5", "PM10", "pH", "Ω", "kW", "V"),
)
CHINESE = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]+")
LETTERS = re.compile(r"[^\W\d_\u3400-\u9fff\uac00-\ud7a3]+")
SIMPLE = OpenCC("t2s")
SIGNS = re.compile(r"([^\W_]+|[^\w\s])")


def narrow(text):
    """Width, case and traditional characters fold."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return folded if folded.isascii() else "".join(map(SIMPLE.convert, folded))


def plain(text):
    """Accents fold too, but for Cyrillic."""
    if text.isascii():
        return text
    parts = unicodedata.normalize("NFD", text) if not re.search("[\u0400-\u04ff]", text) else text
    return "".join(c for c in parts if unicodedata.category(c) != "Mn").replace("œ", "oe")


def piece(text):
    """A number without spaces, with one kind of dash."""
    return re.sub("[‐‑‒–—−]", "-", re.sub(r"\s", "", narrow(text)))  # noqa: RUF001


class Scan:
    """Every text of every record, folded once; looked through for every question."""

    def __init__(self, records):
        self.texts, self.numbers, self.runs, self.chinese = {}, {}, {}, []
        for one in records:
            codes = (*one.numbers, *one.ics, *one.ccs, *one.committees)
            spoken = (*one.titles.values(), *one.names)
            texts = (*spoken, *one.abstracts.values(), *one.text, *codes)
            self.texts[one.id] = folded = [plain(narrow(text)) for text in texts]
            self.chinese.extend((one.id, run) for text in folded for run in chinese(text))
            forms = (one.number, *one.numbers, *one.keys)
            self.numbers[one.id] = "\n".join({piece(form) for form in forms})
            runs = [run for text in spoken for run in chinese(narrow(text))]
            if runs:
                self.runs[one.id] = runs

    def pieces(self, size):
        """Every piece of Chinese of this length, and the records that hold it."""
        found = defaultdict(set)
        for id, run in self.chinese:
            for at in range(len(run) - size + 1):
                found[run[at : at + size]].add(id)
        return found

    def words(self):
        """Every word of letters, and the records that hold it."""
        found = defaultdict(set)
        for id, texts in self.texts.items():
            for text in texts:
                for word in LETTERS.findall(text):
                    found[word].add(id)
        return found

    def fragment(self, text):
        return {id for id, forms in self.numbers.items() if text in forms}

    def unit(self, text):
        """The unit as it is written, with no letter or digit beside it that would change it."""
        signs = r"\s*".join(map(re.escape, SIGNS.findall(narrow(text).replace("μ", "u"))))
        shape = re.compile(alone(signs[0], "(?<!{})") + signs + alone(signs[-1], "(?!{})"))
        return {
            id
            for id, texts in self.texts.items()
            if any(shape.search(text.replace("μ", "u")) for text in texts)
        }

    def initials(self, letters):
        return {
            id
            for id, runs in self.runs.items()
            if any(
                all(x in first(c) for c, x in zip(run[at:], letters, strict=False))
                for run in runs
                for at in range(len(run) - len(letters) + 1)
            )
        }


def chinese(text):
    return () if text.isascii() else CHINESE.findall(text)


def alone(sign, shape):
    """No letter may stand beside a letter, and no digit beside a digit."""
    if sign.isdigit():
        return shape.format(r"\d")
    return shape.format(r"[^\W\d_]") if sign.isalpha() else ""


FIRST = {}


def first(character):
    if character not in FIRST:
        said = pinyin(character, style=Style.NORMAL, heteronym=True)
        FIRST[character] = {one[0] for one in said[0]}
    return FIRST[character]


def questions(scan, records, chance):
    """Class, text and the records that the scan finds."""
    for size, name in ((1, "one character"), (2, "two characters")):
        for text, wanted in scan.pieces(size).items():
            yield name, text, wanted
    for size in (3, 4, 6):
        found = sorted(scan.pieces(size).items())
        for text, wanted in chance.sample(found, min(SAMPLE, len(found))):
            yield "three to six characters", text, wanted
    for _ in range(SAMPLE):
        forms = chance.choice(list(scan.numbers.values())).split("\n")
        form, size = chance.choice(forms), chance.randrange(1, 10)
        at = chance.randrange(max(1, len(form) - size))
        text = form[at : at + size]
        if re.search(r"[^\W_]", text):
            yield "fragment of a number", text, scan.fragment(text)
    for one in chance.sample([r for r in records if len(r.numbers) > 1], SAMPLE):
        text = one.numbers[-1]
        yield "another number of a record", text, scan.fragment(piece(text))
    for text in UNITS:
        yield "unit or sign", text, scan.unit(text)
    known = scan.words()
    for word in chance.sample(sorted(known), 2 * SAMPLE):
        text = word[: chance.choice((2, 3, 4, 5, 8, 30))]
        wanted = set().union(*(held for one, held in known.items() if one.startswith(text)))
        yield "word or its beginning", text, wanted
    for _ in range(SAMPLE):
        run = chance.choice(chance.choice(list(scan.runs.values())))
        size = min(len(run), chance.randrange(2, 7))
        if size > 1:
            at = chance.randrange(len(run) - size + 1)
            letters = "".join(min(first(c)) for c in run[at : at + size])
            yield "initials of pinyin", letters, scan.initials(letters)


def main():
    chance = random.Random(20260901)
    began = time.perf_counter()
    records = entries()
    print(f"{len(records):,} records read in {time.perf_counter() - began:.1f} s")
    with tempfile.TemporaryDirectory() as folder:
        began = time.perf_counter()
        rebuild(Path(folder), records)
        print(f"index built in {time.perf_counter() - began:.1f} s")
        reader = Reader(Path(folder))
        began = time.perf_counter()
        scan = Scan(records)
        rows = defaultdict(lambda: [0, 0, 0, 0, 0])
        examples = []
        for name, text, wanted in questions(scan, records, chance):
            found = set(ids(reader, Query(on=ON, text=text, sort=Sort.CHANGED), len(records)))
            missed, extra = wanted - found, found - wanted
            counts = (1, len(wanted), len(found), len(missed), len(extra))
            rows[name] = [a + b for a, b in zip(rows[name], counts, strict=True)]
            if missed and len(examples) < 20:
                examples.append((name, text, sorted(missed)[:3]))
        print(f"scanned and asked in {time.perf_counter() - began:.1f} s\n")
    print(f"{'class':<28}{'queries':>8}{'scan':>12}{'search':>12}{'missed':>8}{'extra':>10}")
    for name, counts in rows.items():
        print(
            f"{name:<28}{counts[0]:>8,}{counts[1]:>12,}{counts[2]:>12,}{counts[3]:>8,}{counts[4]:>10,}"
        )
    missed = sum(counts[3] for counts in rows.values())
    print(f"\nmissed = {missed}")
    for example in examples:
        print(*example)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
