"""Numbers of standards in the text (文中的引用), and whether the text needs what they name."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from guiju.core import numbers
from guiju.core.drafting.rulebook import any_word
from guiju.core.drafting.rules.places import Place

INFORMATIVE = ("note", "example", "footnote", "quote", "source")
NORMATIVE_ZONES = ("terms", "symbols", "clause", "annex")


class Citation(NamedTuple):
    """A number in the text, and whether the text needs what it names."""

    place: Place
    start: int
    end: int
    number: numbers.Number
    needed: bool


def citations(
    places: Iterable[Place], own: numbers.Number | None, language: str
) -> tuple[Citation, ...]:
    """All numbers of standards in the text, but the document's own and those of lists."""
    found = []
    for place in places:
        if place.role == "reference" or place.zone in (
            "contents",
            "bibliography",
            "normative-references",
        ):
            continue
        for start, end, number in numbers.find(place.content):
            same = own is not None and numbers.series_key(number) == numbers.series_key(own)
            if number.kind == "standard" and not same:
                found.append(
                    Citation(place, start, end, number, _is_needed(language, place, start, end))
                )
    return tuple(found)


def _is_needed(language: str, place: Place, start: int, end: int) -> bool:
    """A citation is normative where its sentence makes it so: 应符合, 按照, 界定 …"""
    if place.role in INFORMATIVE or place.zone not in NORMATIVE_ZONES or place.is_informative_annex:
        return False
    if place.role == "cell":
        return True
    before = re.split(r"[。；]", place.content[:start])[-1]
    behind = re.split(r"[。；]", place.content[end:])[0]
    if any_word("informative_signs", language).search(before[-12:] + "\0" + behind[:12]):
        return False
    return bool(any_word("normative_signs", language).search(before + "\0" + behind))


def covers(entry: numbers.Number, cited: numbers.Number) -> bool:
    """Whether an entry of the list is that of the citation; an entry of all parts is of each."""
    if entry.all_parts:
        return numbers.series_key(entry) == numbers.series_key(cited)
    return numbers.work_key(entry) == numbers.work_key(cited)
