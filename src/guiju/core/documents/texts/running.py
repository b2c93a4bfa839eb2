"""What stands on every page (页眉页码): running heads and page numbers, left out and told."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from guiju.core import numbers
from guiju.core.documents.structure import labels
from guiju.core.documents.structure.words import element, folded, squashed
from guiju.core.documents.texts.doubts import Told
from guiju.core.documents.texts.source import Row

_PAGE = re.compile(
    r"\s*(?:[-—–·]?\s*(?:\d{1,4}|[IVXivx]{1,6}|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]{1,4})\s*[-—–·]?|第\s*\d{1,4}\s*页(?:\s*[,，/]?\s*共\s*\d{1,4}\s*页)?|Page \d{1,4}(?: of \d{1,4})?|\d{1,4}\s*/\s*\d{1,4})\s*"
)
_WRAPPED = "#*_> "
_OFTEN, _LONGEST_HEAD, _LONGEST_TITLE = 3, 60, 20
_STOP = re.compile(r"[。；：，、]")


def without_running_heads(rows: Sequence[Row], told: Told) -> list[Row]:
    """Lines that come again beside page numbers, or name the standard again, and the page numbers."""
    plain = [row.strip(_WRAPPED) for _, row in rows]
    pages = {at for at, row in enumerate(plain) if row and len(row) < 20 and _PAGE.fullmatch(row)}
    near = {at: _near(plain, at) for at in pages}
    named = _named_again(plain)
    heads = _beside(plain, near) | {squashed(plain[at]) for at in named}
    gone = {
        one
        for at in pages
        if any(squashed(plain[other]) in heads for other in near[at])
        for one in (
            at,
            *(other for other in near[at] if _is_head(plain[other], heads, named, other)),
        )
    }
    gone |= named
    gone |= _counted(plain, pages - gone, gone)
    _tell(rows, plain, gone, pages, told)
    return [one for at, one in enumerate(rows) if at not in gone]


def _is_head(row: str, heads: set[str], named: set[int], at: int) -> bool:
    """The first line that names the standard is the cover's."""
    return squashed(row) in heads and (at in named or not _is_number(row))


def _near(plain: Sequence[str], at: int) -> list[int]:
    """The lines with words next to a line, before and after."""
    near = []
    for step in (-1, 1):
        other = at + step
        while 0 <= other < len(plain) and not plain[other]:
            other += step
        if 0 <= other < len(plain):
            near.append(other)
    return near


def _beside(plain: Sequence[str], near: Mapping[int, Sequence[int]]) -> set[str]:
    counts: dict[str, int] = {}
    for others in near.values():
        for other in others:
            if len(plain[other]) <= _LONGEST_HEAD and not _PAGE.fullmatch(plain[other]):
                key = squashed(plain[other])
                counts[key] = counts.get(key, 0) + 1
    return {key for key, count in counts.items() if count >= _OFTEN}


def _named_again(plain: Sequence[str]) -> set[int]:
    """A standard's number alone on a line; the first of them is the cover's."""
    places: dict[str, list[int]] = {}
    for at, row in enumerate(plain):
        if 5 <= len(row) <= 40 and row[:1].isupper() and _is_number(row):
            places.setdefault(squashed(row), []).append(at)
    return {at for found in places.values() if len(found) >= _OFTEN for at in found[1:]}


def _is_number(row: str) -> bool:
    found = numbers.find(row)
    return len(found) == 1 and found[0].start == 0 and found[0].end == len(row)


def _counted(plain: Sequence[str], pages: set[int], gone: set[int]) -> set[int]:
    """Numbers alone on a line that count on through the text, unless they head a chapter."""
    found: list[tuple[int, int]] = []
    for at in sorted(pages):
        said = re.sub(r"\D.*", "", folded(plain[at]).strip(" -—–·第Page"))
        if said and not _heads_a_chapter(plain, at, said, gone):
            found.append((at, int(said)))
    kept: set[int] = set()
    for (at, value), (other, following) in pairwise(found):
        if following == value + 1 and other - at > 2:
            kept |= {at, other}
    return kept if len(kept) >= _OFTEN else set()


def _heads_a_chapter(plain: Sequence[str], at: int, said: str, gone: set[int]) -> bool:
    below = [
        row for place, row in enumerate(plain[at + 1 : at + 9], at + 1) if row and place not in gone
    ]
    if not below:
        return False
    if element(below[0]) is not None:
        return True
    label = labels.read(below[1]) if len(below) > 1 else None
    is_title = len(below[0]) <= _LONGEST_TITLE and not _STOP.search(below[0])
    return is_title and label is not None and label.path[0] == said


def _tell(
    rows: Sequence[Row], plain: Sequence[str], gone: set[int], pages: set[int], told: Told
) -> None:
    """Each running head once, with the first line where it was left out; all page numbers in one."""
    said: set[str] = set()
    numbers_gone = [at for at in sorted(gone) if at in pages]
    if numbers_gone:
        told.add(
            "page-number", "、".join(plain[at] for at in numbers_gone), rows[numbers_gone[0]][0]
        )
    for at in sorted(gone - pages):
        if (key := squashed(plain[at])) not in said:
            said.add(key)
            told.add("running-head", plain[at], rows[at][0])
