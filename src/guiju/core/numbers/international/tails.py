"""What follows the number and its year: supplements, edition, suffix, parts, languages."""

import re
from dataclasses import dataclass, field

from guiju.core.numbers.international.words import ALL_PARTS, LANGUAGES, SUFFIXES, SUPPLEMENTS
from guiju.core.numbers.model import Supplement

# Versions that the tables do not name yet end in V as most do.
_SUFFIX = f"(?:{'|'.join(sorted(SUFFIXES, key=len, reverse=True))}|[A-Z]{{2}}V)"
_ALL_PARTS = "|".join(ALL_PARTS).replace(" ", r"\s")
_TAIL = re.compile(
    rf"""
    (?:\s?(?P<join>[/+])\s?|\s(?=(?:Amd|Amendment|Cor|Corrigendum)\b))(?P<word>[^\W\d_]+(?:\s[^\W\d_]+)?)(?P<gap>\s?\.?\s?)
        (?P<number>\d{{1,3}})?(?:\.(?P<iteration>\d{{1,2}}))?
        (?:[:-](?P<year>\d{{4}})(?!\d)(?:-(?P<month>0[1-9]|1[0-2])(?!\d))?)?
  | \s?,?\s?Ed(?:ition|\.)?\s?(?P<edition>\d{{1,2}}(?:\.\d)?)?(?![^\W_])
  | \s?\((?P<all>{_ALL_PARTS})\)
  | \s?\((?P<languages>[A-Za-z]{{1,5}}(?:[,/]\s?[A-Za-z]{{1,5}}){{0,9}})\)
  | \s(?P<suffix>{_SUFFIX}(?:[-+]{_SUFFIX})?)(?![\w-])
  | -(?P<published>0[1-9]|1[0-2])(?!\d)
  | (?P<open>:)(?=\sED|$)
    """,
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(slots=True)
class Tail:
    """What was found behind the number, and where reading stopped."""

    supplements: list[Supplement] = field(default_factory=list)
    edition: str = ""
    all_parts: bool = False
    languages: tuple[str, ...] = ()
    suffix: str = ""
    month: str = ""
    style: set[str] = field(default_factory=set)
    rest: str = ""


def tail(text: str) -> Tail:
    """Read what follows, piece by piece; what is not understood is left in `rest`."""
    found = Tail()
    at = 0
    while at < len(text):
        piece = _TAIL.match(text, at)
        if piece is None or not _take(found, piece):
            break
        at = piece.end()
    found.rest = text[at:]
    return found


def _take(found: Tail, piece: re.Match[str]) -> bool:
    """Take one piece in; False where its words are not known."""
    if piece["word"]:
        return _supplement(found, piece)
    if piece["languages"]:
        found.languages = _languages(piece["languages"])
        if len(piece["languages"]) == 1:
            found.style.add("letters")
        return bool(found.languages)
    if piece["suffix"]:
        _suffix(found, piece["suffix"].upper())
    elif piece["published"]:
        if found.supplements or found.month:
            return False
        found.month = piece["published"]
    elif piece["all"]:
        found.all_parts = True
    elif piece["open"]:
        found.style.add("open")
    else:
        if found.edition:
            return False
        found.edition = piece["edition"] or ""
        if not found.supplements:
            found.style.add("early")
    return True


def _supplement(found: Tail, piece: re.Match[str]) -> bool:
    known = SUPPLEMENTS.get("".join(piece["word"].split()).upper())
    if known is None:
        return False
    if piece["number"]:
        capitals = piece["word"].isupper() and not piece["gap"]
        found.style.add("iec" if capitals else "iso")
    found.supplements.append(
        Supplement(
            kind=known[0],
            stage=known[1],
            number=piece["number"] or "",
            iteration=piece["iteration"] or "",
            year=piece["year"] or "",
            month=piece["month"] or "",
            merged=piece["join"] == "+",
        )
    )
    return True


def _suffix(found: Tail, suffix: str) -> None:
    """A suffix after a supplement that is not worked in belongs to the supplement."""
    if found.supplements and not found.supplements[-1].merged:
        last = found.supplements.pop()
        found.supplements.append(
            Supplement(
                kind=last.kind,
                number=last.number,
                year=last.year,
                month=last.month,
                stage=last.stage,
                iteration=last.iteration,
                suffix=suffix,
            )
        )
    else:
        found.suffix = suffix


def _languages(written: str) -> tuple[str, ...]:
    """(E/F/R) or (en,fr) as codes; empty where one of the letters is not known."""
    codes = [
        LANGUAGES.get(mark.upper(), "") if len(mark) == 1 else mark.lower()
        for mark in re.split(r"[,/]\s?", written)
    ]
    return tuple(codes) if all(codes) else ()


def edition_of(text: str) -> str | None:
    """The edition where the text is nothing else, empty for an empty text, None for other text."""
    found = tail(text)
    if found.rest or found.supplements or found.languages or found.suffix or found.all_parts:
        return None
    return found.edition
