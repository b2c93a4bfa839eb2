"""Seconds per MB of the readers of Markdown, plain text, HTML and AsciiDoc, beside lxml parsing HTML.

python bench/text_documents.py FOLDER: FOLDER holds the shared documents (metanorma/, pdf/). The
texts are a published standard, written by our writers, several times over; the figures are the
best of three. At the end, what a Markdown of it distorted as OCR does still gives: labels, terms,
tables found of those that there are.
"""

import re
import sys
import time
from collections.abc import Callable
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from lxml import html as lxml_html

from guiju.core.documents import model as m
from guiju.core.documents.reading import read
from guiju.core.documents.walking import blocks, plain, sections
from guiju.core.documents.writing import write

TIMES = 12
STANDARDS = ("DB37T29042019", "GBT435642023", "GBT435652023")


def best(work: Callable[[], Any]) -> float:
    taken = []
    for _ in range(3):
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return min(taken)


def long_one(document: m.Document) -> m.Document:
    """The chapters several times over, each time numbered on."""
    made = [
        _numbered(one, str(at))
        for at, one in enumerate(
            [one for one in document.sections if one.label.isdigit()] * TIMES, 1
        )
    ]
    return m.Document(meta=document.meta, sections=tuple(made))


def _numbered(one: m.Section, label: str) -> m.Section:
    below = tuple(_numbered(x, f"{label}.{at}") for at, x in enumerate(one.sections, 1))
    return m.Section(
        kind="clause",
        label=label,
        title=one.title,
        level=one.level,
        blocks=one.blocks,
        sections=below,
    )


def found(document: m.Document) -> list[list[str]]:
    labels = [path[-1].label or path[-1].kind for path in sections(document)]
    terms, tables = [], []
    for _, one in blocks(document):
        if isinstance(one, m.Term):
            terms.append(one.label + plain(one))
        elif isinstance(one, m.Table):
            tables.append(one.label + "".join(plain(one).split()))
    return [labels, terms, tables]


def distorted(text: str) -> str:
    """Flat headings with wide numbers, entities, a page's foot after every nine paragraphs."""
    text = re.sub(r"(?m)^#+ (\d+)\.", r"# \1．", re.sub(r"(?m)^#+ ", "# ", text)).replace(
        "—", "&mdash;"
    )
    out = []
    for at, one in enumerate(text.split("\n\n")):
        out += [one, str(at // 9), "---", "GB/T 99999—2023"] if at > 12 and at % 9 == 0 else [one]
    return "\n\n".join(out)


def main() -> None:
    folder = Path(sys.argv[1])
    standards = [
        read((folder / "pdf" / f"{name}.pdf").read_bytes(), f"{name}.pdf").document
        for name in STANDARDS
    ]
    long = long_one(standards[1])
    for suffix in (".md", ".txt", ".html"):
        data = write(m.Reading(document=long), suffix)
        _say(suffix, data, lambda data=data, suffix=suffix: read(data, suffix))
        if suffix == ".html":
            _say("lxml alone", data, lambda data=data: lxml_html.document_fromstring(data))
    for name in ("zh", "en"):
        data = (folder / "metanorma" / f"rice-body-{name}.adoc").read_bytes() * 20
        _say(f".adoc {name}", data, lambda data=data: read(data, "x.adoc"))
    for name, one in zip(STANDARDS, standards, strict=True):
        text = write(m.Reading(document=one), "x.md").decode()
        again = found(read(distorted(text).encode(), "x.md").document)
        shares = [_share(a, b) for a, b in zip(found(one), again, strict=True)]
        print(f"{name}: labels {shares[0]}, terms {shares[1]}, tables {shares[2]}")


def _say(name: str, data: bytes, work: Callable[[], Any]) -> None:
    size = len(data) / 1e6
    print(f"{name:12} {size:6.2f} MB  {best(work) / size:6.2f} s/MB")


def _share(first: list[str], again: list[str]) -> str:
    same = SequenceMatcher(None, first, again, autojunk=False).get_matching_blocks()
    return f"{sum(one.size for one in same)}/{len(first)} ({len(again)} read)"


if __name__ == "__main__":
    main()
