"""Two editions of a 1 MB text with 25 known edits: operations found, and seconds.

Beside it, in the same run: xmldiff on the same texts as XML (skipped where it is not installed),
difflib line by line, and as a bound the time to look at every character of both once. A second table
gives the seconds of `overlap` for growing libraries: the time of a clause must not grow.
"""

import random
import sys
import time
from difflib import SequenceMatcher

from guiju.core.compare.documents import compare, overlap
from guiju.core.documents.addresses import addressed
from guiju.core.documents.model import Document, Meta, Paragraph, Section, Text
from guiju.core.documents.walking import blocks, sections

CHAPTERS, CLAUSES, PARAGRAPHS = 32, 24, 5
EDITS, MOST_OPERATIONS, MOST_SECONDS = 25, 50, 1.0
SEED = 20240501
LIBRARY = (5_000, 10_000, 20_000, 50_000)


def words(draw: random.Random) -> list[str]:
    signs = [chr(0x4E00 + at) for at in range(2500)]
    return ["".join(draw.choices(signs, k=draw.choice((1, 2, 2, 3)))) for _ in range(5000)]


def made(draw: random.Random, known: list[str], chapters: int) -> list[list[list[str]]]:
    """Chapters of clauses; each clause is its title and its paragraphs."""

    def sentence() -> str:
        return (
            "".join(draw.choices(known, k=draw.randint(28, 50)))
            + f"，应不大于{draw.randint(1, 99)} mm。"
        )

    return [
        [
            ["".join(draw.choices(known, k=3)), *(sentence() for _ in range(PARAGRAPHS))]
            for _ in range(CLAUSES)
        ]
        for _ in range(chapters)
    ]


def edited(
    draw: random.Random, known: list[str], chapters: list[list[list[str]]]
) -> list[list[list[str]]]:
    """25 edits: 12 of words, 3 limits, 3 clauses added, 3 removed, 2 moved, 1 chapter added, 1 split."""
    new = [[list(clause) for clause in chapter] for chapter in chapters]
    places = draw.sample(range(len(new)), 24)
    for at in places[:12]:
        clause = new[at][draw.randrange(len(new[at]))]
        clause[1] = clause[1][:20] + "".join(draw.choices(known, k=4)) + clause[1][26:]
    for at in places[12:15]:
        clause = new[at][draw.randrange(len(new[at]))]
        clause[2] = (
            clause[2][:-6] + " 100 mm。" if clause[2][-6].isdigit() else clause[2] + "另见第1章。"
        )
    for at in places[15:18]:
        new[at].insert(draw.randrange(len(new[at])), made(draw, known, 1)[0][0])
    for at in places[18:21]:
        del new[at][draw.randrange(len(new[at]))]
    for at in places[21:23]:
        new[at].append(new[at].pop(draw.randrange(len(new[at]) - 8)))
    clause = new[places[23]][5]
    new[places[23]][5:6] = [clause[:3], ["".join(draw.choices(known, k=3)), *clause[3:]]]
    new.insert(draw.randrange(len(new)), made(draw, known, 1)[0][:3])
    return new


def document(chapters: list[list[list[str]]]) -> Document:
    def clause(label: str, lines: list[str]) -> Section:
        paragraphs = tuple(Paragraph(text=Text(line)) for line in lines[1:])
        return Section(kind="clause", label=label, title=Text(lines[0]), level=2, blocks=paragraphs)

    tops = tuple(
        Section(
            kind="clause",
            label=str(no),
            title=Text(f"{chapter[0][0]}要求"),
            level=1,
            sections=tuple(clause(f"{no}.{at}", lines) for at, lines in enumerate(chapter, 1)),
        )
        for no, chapter in enumerate(chapters, 1)
    )
    return addressed(Document(meta=Meta(number="GB/T 99999"), sections=tops))


def as_xml(chapters: list[list[list[str]]]) -> str:
    body = "".join(
        f"<sec>{''.join('<sec><title>' + c[0] + '</title>' + ''.join(f'<p>{line}</p>' for line in c[1:]) + '</sec>' for c in chapter)}</sec>"
        for chapter in chapters
    )
    return f"<standard>{body}</standard>"


def lines_of(chapters: list[list[list[str]]]) -> list[str]:
    return [line for chapter in chapters for clause in chapter for line in clause]


def timed(function, *given):
    began = time.perf_counter()
    answer = function(*given)
    return answer, time.perf_counter() - began


def peers(old: list[list[list[str]]], new: list[list[list[str]]]) -> None:
    own, other = lines_of(old), lines_of(new)
    matcher, seconds = timed(
        lambda: SequenceMatcher(None, own, other, autojunk=False).get_opcodes()
    )
    count = sum(1 for one in matcher if one[0] != "equal")
    print(f"{'difflib, whole lines only':<44}{count:>11}{seconds:>9.2f}")
    _, seconds = timed(lambda: [hash(sign) for line in (*own, *other) for sign in line])
    print(f"{'bound: each character once':<44}{'':>11}{seconds:>9.2f}")
    try:
        from xmldiff import main as xmldiff
    except ImportError:
        print("xmldiff is not installed: skipped")
        return
    found, seconds = timed(xmldiff.diff_texts, as_xml(old), as_xml(new))
    print(f"{'xmldiff':<44}{len(found):>11}{seconds:>9.2f}")


def library(draw: random.Random, known: list[str]) -> None:
    print(f"\n{'overlap, clauses':<20}{'pairs':>9}{'seconds':>9}{'µs a clause':>13}")
    for size in LIBRARY:
        texts = [
            line
            for chapter in made(draw, known, size // (CLAUSES * PARAGRAPHS) + 1)
            for c in chapter
            for line in c[1:]
        ][:size]
        for at in range(0, size, 10):
            texts[at] = texts[at - 1] if at % 3 else texts[at - 1].replace("应", "不应")
        found, seconds = timed(lambda own=texts: list(overlap(enumerate(own))))
        print(f"{size:<20,}{len(found):>9,}{seconds:>9.2f}{seconds / size * 1e6:>13.0f}")


def main() -> int:
    draw = random.Random(SEED)
    known = words(draw)
    old = made(draw, known, CHAPTERS)
    new = edited(draw, known, old)
    a, b = document(old), document(new)
    size = len(as_xml(old).encode()) / 1e6
    print(
        f"{size:.2f} MB, {sum(1 for _ in sections(a))} clauses, {sum(1 for _ in blocks(a))} paragraphs, {EDITS} edits"
    )
    print(f"{'':<44}{'operations':>11}{'seconds':>9}")
    found, seconds = timed(compare, a, b)
    print(f"{'guiju':<44}{found.summary.operations:>11}{seconds:>9.2f}   {found.summary.clauses}")
    same, time_same = timed(compare, a, a)
    print(f"{'guiju, a with itself':<44}{same.summary.operations:>11}{time_same:>9.2f}")
    peers(old, new)
    library(draw, known)
    good = found.summary.operations <= MOST_OPERATIONS and seconds < MOST_SECONDS
    print(
        f"at most {MOST_OPERATIONS} operations in under {MOST_SECONDS} s: {'yes' if good else 'NO'}"
    )
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
