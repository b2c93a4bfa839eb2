"""A library of any size made from the real documents beside the checkout, and the rulebook's samples.

Each made document takes most of one real document and a chapter or two of others in its language,
in another order, renumbered. Its words are not theirs: many characters (words in English) stand for
others. Of fifty clauses one keeps the words that every document has, and ten those of a small family of
documents that came at the same time; half of all get other figures. So clauses repeat and contradict
each other, as they do in a real library, and most are alone. The same seed makes the same library.
All numbers and titles are plainly examples (示例).
"""

import random
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from corpus import shared
from guiju.core.documents import sts
from guiju.core.documents.addresses import addressed
from guiju.core.documents.mapping import mapped
from guiju.core.documents.model import Document, Meta, Section, Text
from guiju.core.documents.reading import read

SEED = 20260901
FILES = (
    "metanorma/rice-body-en.adoc",
    "metanorma/rice-body-zh.adoc",
    "sts/isosts-feature_doc.xml",
    "sts/rice-en.final.sts.xml",
    "sts/tbx-nisosts-0.2-formatted.xml",
    "pdf/DB37T29042019.pdf",
    "pdf/GBT435642023.pdf",
    "pdf/GBT435652023.pdf",
)
SAMPLES = Path(__file__).resolve().parents[2] / "src" / "guiju" / "rulebook" / "samples"
# Words that make a provision or a limit stay as they are.
KEPT = frozenset(
    "应宜可须必不得能会准许需要大小高低多少于等至超过未无有或和与及的在为按一二三四五六七八九十表图"
)
WORD = re.compile(r"\b[a-z]{5,}\b")
NEVER = frozenset(("shall", "should", "might", "could", "least", "minimum", "maximum"))
CHINESE = re.compile("[\u4e00-\u9fff]")
FIGURE = re.compile(r"(?<![A-Za-z\d.\u2014-])\d+(?:\.\d+)?(?=\s?[%℃°a-zA-Zµμ])")
REPLACED = 0.6
EVERYBODYS, FAMILYS = 0.02, 0.2
FAMILY = 36  # documents, three of each real one
BACK = ("annex", "bibliography", "index")


def number(at: int) -> str:
    return f"Q/SLI {at}-2020"


def real() -> list[Document]:
    """The real documents and the samples, read once."""
    folder = shared().parent / "documents"
    paths = [folder / name for name in FILES] + sorted((SAMPLES / "documents").glob("*.md"))
    missing = [str(one) for one in paths if not one.exists()]
    if missing:
        raise SystemExit(f"not there (GUIJU_SHARED names their folder): {', '.join(missing)}")
    return [read(one.read_bytes(), one.name).document for one in paths]


def library(count: int) -> Iterator[tuple[str, str, bytes]]:
    """(number, language, NISO STS) of so many documents."""
    sources = real()
    for at in range(1, count + 1):
        made = made_of(sources, at)
        yield number(at), made.meta.language, sts.write(made)


def made_of(sources: list[Document], at: int) -> Document:
    draw = random.Random(SEED + at)
    first = sources[at % len(sources)]
    language = first.meta.language[:2]
    others = [one for one in sources if one is not first and one.meta.language[:2] == language]
    borrowed = [draw.choice(chapters(one)) for one in draw.sample(others, 2) if chapters(one)]
    own = [one for one in chapters(first) if draw.random() < 0.9]
    body = [*own, *borrowed]
    draw.shuffle(body)
    fixed = [one for one in first.sections if one.kind != "clause"]
    front = [one for one in fixed if one.kind not in BACK]
    start = 1 + sum(1 for one in front if one.label)
    sections = [
        *front,
        *(relabelled(one, str(no)) for no, one in enumerate(body, start)),
        *(one for one in fixed if one.kind in BACK),
    ]
    family = random.Random(f"{SEED} {language} {at // FAMILY}")
    kin, other = (_exchanged(one, sources, language) for one in (family, draw))
    change = partial(_varied, at=at, kin=kin, other=other)
    made = mapped(tuple(sections), change)
    titles = {"zh": f"示例文件{at}", "en": f"Example document {at}"}
    meta = Meta(number=number(at), language=language, titles=((language, titles[language]),))
    return addressed(Document(meta=meta, sections=made, footnotes=first.footnotes))


def chapters(document: Document) -> list[Section]:
    return [one for one in document.sections if one.kind == "clause"]


def relabelled(one: Section, label: str) -> Section:
    """Under another number, with all that stands below it."""
    inner = (
        relabelled(part, f"{label}.{no}") if part.label else part
        for no, part in enumerate(one.sections, 1)
    )
    return replace(one, label=label, sections=tuple(inner))


def _exchanged(draw: random.Random, sources: list[Document], language: str) -> dict[str, str]:
    """Which characters or words stand for which, of the same length so that marks stay right."""
    known = sorted(_vocabulary(sources, language))
    by_length: dict[int, list[str]] = {}
    for one in known:
        by_length.setdefault(len(one), []).append(one)
    found = {}
    for words in by_length.values():
        chosen = draw.sample(words, int(len(words) * REPLACED))
        found |= dict(zip(chosen, draw.sample(chosen, len(chosen)), strict=True))
    return found


def _vocabulary(sources: list[Document], language: str) -> set[str]:
    if language not in _KNOWN:
        found: set[str] = set()

        def look(text: Text, _address: str) -> Text:
            pattern = CHINESE if language == "zh" else WORD
            found.update(pattern.findall(text.content))
            return text

        for one in sources:
            if one.meta.language[:2] == language:
                mapped(one, look)
        _KNOWN[language] = found - KEPT - NEVER
    return _KNOWN[language]


_KNOWN: dict[str, set[str]] = {}


def _varied(
    text: Text, address: str, *, at: int, kin: dict[str, str], other: dict[str, str]
) -> Text:
    """A clause and all that stands in it is everybody's, its family's, or has words of its own."""
    draw = random.Random(f"{SEED} {at} {address.split('/')[0]}")
    chance, said = draw.random(), text.content
    if chance > EVERYBODYS:
        exchanged = kin if chance < EVERYBODYS + FAMILYS else other
        said = CHINESE.sub(lambda m: exchanged.get(m[0], m[0]), said)
        said = WORD.sub(lambda m: exchanged.get(m[0], m[0]), said)
    if draw.random() > 0.5:
        said = FIGURE.sub(lambda m: _figure(m[0], draw), said)
    return replace(text, content=said)


def _figure(written: str, draw: random.Random) -> str:
    """Another figure of the same shape."""
    return "".join(
        str(draw.randint(1, 9)) if sign.isdigit() and at == 0 else sign
        for at, sign in enumerate(written)
    )
