"""The table of contents (目次): left out of the tree, used as a check that nothing is missing."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from guiju.core.documents.model import Section
from guiju.core.documents.structure import labels
from guiju.core.documents.structure.doubts import Doubts
from guiju.core.documents.structure.seen import Seen
from guiju.core.documents.structure.words import folded, pattern, squashed, words

_LONGEST, _LONGEST_LINE = 120, 600
_PAGE = r"(?:\d{1,4}|[IVXLivxl]{1,6}|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ]{1,4})"
_LEADER = re.compile(rf"\s*(?:[.…·．。⋯]\s?){{3,}}\s*{_PAGE}?\s*$")
_INDEXED = re.compile(  # 索引: the number of a clause, or several
    r"(?:[.…·．。⋯]\s?){3,}\s*(?:[A-Z]\.)?\d[\d.]*(?:\s*[,，、]\s*(?:[A-Z]\.)?\d[\d.]*)*\s*$"
)
_TRAILING = re.compile(rf"(?:\s{{2,}}|\t|(?<=[^\x00-\x7f])\s){_PAGE}\s*$")
_CAPTION = re.compile(
    rf"\s*(?:{pattern('blocks', 'table')}|{pattern('blocks', 'figure')})\s*[A-Z\d]"
)
_ANNEX = re.compile(rf"\s*{pattern('annex', 'word')}\s*([A-Z])(?![A-Za-z])")
_NATURE = re.compile(
    rf"[(（]\s*(?:{pattern('annex', 'normative')}|{pattern('annex', 'informative')})\s*[)）]"
)


class Entry(NamedTuple):
    """A line of the contents without its page; `label` "" for an element without a number."""

    label: str
    title: str
    line: int
    is_caption: bool = False


class Contents(NamedTuple):
    """Where the contents stand (`start` to `end`, lines of the source) and what they list."""

    start: int
    end: int
    entries: tuple[Entry, ...]

    def title_of(self, label: str) -> str | None:
        return next((one.title for one in self.entries if one.label == label), None)


NONE = Contents(0, 0, ())


def find(lines: Sequence[Seen]) -> Contents:
    """The contents of a document, NONE where there are none."""
    heads = {squashed(word) for word in words("elements", "contents")}
    start = next((at for at, one in enumerate(lines) if squashed(one.plain) in heads), None)
    if start is None:
        return NONE
    end = _end(lines, start + 1)
    return Contents(start, end, tuple(_entries(lines[start + 1 : end])))


def _end(lines: Sequence[Seen], at: int) -> int:
    """They end where their first entry comes again, or with the last line that ends in a page."""
    first = squashed(_without_page(lines[at].plain)) if at < len(lines) else ""
    last = at
    for here in range(at, len(lines)):
        text = lines[here].plain
        if lines[here].line.block is not None or len(_without_page(text)) > _LONGEST:
            break
        if _has_page(text):
            last = here + 1
        elif here > at and first and squashed(text) == first:
            return here
        elif here - last >= 3:
            break
    return last


def is_entry(text: str) -> bool:
    """Whether a line ends in leader dots and a page or clause, as those of contents and index do."""
    is_short = len(text) <= _LONGEST_LINE
    return is_short and bool(_LEADER.search(text) or _INDEXED.search(text))


def _has_page(text: str) -> bool:
    is_short = len(text) <= _LONGEST_LINE
    return is_short and bool(_LEADER.search(text) or _TRAILING.search(text))


def _without_page(text: str) -> str:
    if len(text) > _LONGEST_LINE:
        return text
    return _TRAILING.sub("", _LEADER.sub("", text)).strip()


def _entries(lines: Sequence[Seen]) -> Iterator[Entry]:
    carried = ""
    for one in lines:
        text = carried + one.plain
        starts = labels.read(text) or _ANNEX.match(folded(text)) or _CAPTION.match(folded(text))
        if not _has_page(text) and starts and not carried and len(text) > 20:
            carried = text  # a long title that goes on in the next line
            continue
        carried = ""
        yield _entry(_without_page(text), one.line.line)


def _entry(text: str, line: int) -> Entry:
    if _CAPTION.match(folded(text)):
        return Entry("", text, line, is_caption=True)
    annex = _ANNEX.match(folded(text))
    if annex:
        return Entry(annex[1], _NATURE.sub("", text[annex.end() :], count=1).strip(), line)
    label = labels.read(text)
    return Entry(label.text, text[label.end :].strip(), line) if label else Entry("", text, line)


def check(contents: Contents, sections: Sequence[Section], doubts: Doubts) -> None:
    """Each heading of the contents must be in the text, with the same title."""
    found = list(_all(sections))
    titles = {one.label: squashed(one.title.content) for one in found if one.label}
    unnumbered = {squashed(one.title.content) for one in found if not one.label}
    for entry in contents.entries:
        if entry.is_caption or not (entry.label or entry.title):
            continue
        title, shown = squashed(entry.title), f"{entry.label} {entry.title}".strip()
        if entry.label not in titles if entry.label else title not in unnumbered:
            doubts.add("contents-missing", shown, entry.line)
        elif entry.label and titles[entry.label] != title:
            doubts.add("contents-differs", shown, entry.line)


def _all(sections: Sequence[Section]) -> Iterator[Section]:
    for one in sections:
        yield one
        yield from _all(one.sections)
