"""Carelessly written numbers (随手写的编号): every reading that is plausible, best first.

What `parse` refuses may be typed into a search box: letter case, missing slashes, dots and
spaces for dashes, no code at all.
"""

import re
from collections.abc import Iterator
from functools import cache

from guiju.core.codes.regions import is_region
from guiju.core.numbers.chinese.bodies import full_year
from guiju.core.numbers.doubts import is_doubtful
from guiju.core.numbers.folding import clean
from guiju.core.numbers.issuers import issuers
from guiju.core.numbers.model import Number
from guiju.core.numbers.printing import key
from guiju.core.numbers.reading import parse, try_read
from guiju.core.numbers.refusals import LONGEST
from guiju.core.numbers.sloppy_foreign import foreign_forms

MOST = 8
_PIECES = re.compile(r"([A-Z][A-Z /_.()-]{0,60}|)(\d.*)", re.A)
_LOCAL = re.compile(r"(\d{2}(?:\d\d){0,2}?)[ /_-]*([TZ])?[ /_-]*(\d.*)", re.A)
_BODY = re.compile(r"(\d{1,8}(?:\.\d{1,4}){0,2})(?:[ _:/.-]+(\d{4}|\d{2}))?( ?[/+(].*)?", re.A)
_UNFINISHED = re.compile(r"(\d{1,8}(?:\.\d{1,4}){0,2})[ :.-]+\d{0,3}", re.A)
_PARTED = re.compile(r"(\d{1,8})-(\d{1,4})(?:[ _:/.-]+(\d{4}|\d{2}))?", re.A)
_SPACED_YEAR = re.compile(r"(?:(?<=\d)|(?<=\dS))[ _]((?:19|20)\d\d)$", re.A)
_OWNER = re.compile(r"^([TQ])[ _-]?(?=[A-Z]{2})")
_UNSAID = ("GB/T", "GB", "ISO")


def candidates(text: str) -> tuple[Number, ...]:
    """All plausible readings, best first; none where the text is no number at all.

    >>> [n.code for n in candidates("gb 1.1")]
    ['GB', 'GB/T', 'GB/Z']
    """
    if len(text) > LONGEST:
        return ()
    cleaned = clean(text)
    found = _read_all(_forms(cleaned)) or _read_all(_group_forms(cleaned))
    return tuple(sorted(found, key=is_doubtful))


def _read_all(forms: Iterator[str]) -> list[Number]:
    found: dict[str, Number] = {}
    for form in forms:
        number = try_read(form)
        if number is not None:
            found.setdefault(key(number), number)
            if len(found) == MOST:
                break
    return list(found.values())


def parse_sloppy(text: str) -> Number:
    """The best reading. Raises the NumberError of `parse` when there is none."""
    found = candidates(text)
    return found[0] if found else parse(text)


def _forms(cleaned: str) -> Iterator[str]:
    raised = cleaned.upper()
    yield from (raised, cleaned) if cleaned.islower() else (cleaned, raised)
    yield _SPACED_YEAR.sub(r"-\1", raised)
    if not raised.startswith(("T/", "Q/")):
        yield _OWNER.sub(r"\1/", _SPACED_YEAR.sub(r"-\1", raised))
    pieces = _PIECES.fullmatch(raised)
    if pieces is None:
        return
    letters = re.sub(r"[^A-Z]", "", pieces[1])
    if letters == "DB":
        yield from _local_forms(pieces[2])
    codes = tuple(_codes(letters))
    yield from (f"{code} {body}" for code in codes for body in _bodies(pieces[2]))
    yield from foreign_forms(pieces[1], pieces[2])


def _codes(letters: str) -> Iterator[str]:
    """Codes that the letters may stand for; a bare code may lack its /T."""
    if not letters:
        yield from _UNSAID
        return
    yield from _by_letters().get(letters, ())
    yield from (code for code in (f"{letters}/T", f"{letters}/Z") if code in issuers())
    if letters not in _by_letters() and letters[0] in "TQ" and len(letters) > 2:
        yield f"{letters[0]}/{letters[1:]}"


def _group_forms(cleaned: str) -> Iterator[str]:
    """`CAS 115`: where nothing else fits, the letters may be those of a group."""
    pieces = _PIECES.fullmatch(cleaned.upper())
    letters = re.sub(r"[^A-Z]", "", pieces[1]) if pieces else ""
    if pieces and len(letters) > 1 and letters not in _by_letters():
        yield from (f"T/{letters} {body}" for body in _bodies(pieces[2]))


@cache
def _by_letters() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for code in issuers():
        found.setdefault(re.sub(r"[^A-Z]", "", code.upper()), []).append(code)
    return found


def _bodies(rest: str) -> Iterator[str]:
    found = _BODY.fullmatch(rest)
    if found is None:
        yield rest
        if typing := _UNFINISHED.fullmatch(rest):
            yield typing[1]
    else:
        number, year, tail = found.groups()
        head, _, last = number.rpartition(".")
        if not year and head and len(last) == 4 and full_year(last):
            yield f"{head}-{last}{tail or ''}"
        if year:
            yield f"{number}-{_year(year)}{tail or ''}"
        else:
            yield f"{number}{tail or ''}"
    parted = _PARTED.fullmatch(rest)
    if parted and (parted[3] or not full_year(parted[2])):
        year = f"-{_year(parted[3])}" if parted[3] else ""
        yield f"{parted[1]}.{parted[2]}{year}"


def _year(written: str) -> str:
    """Who searches for 05 means 2005."""
    return full_year(written) or (f"20{written}" if len(written) == 2 else written)


def _local_forms(rest: str) -> Iterator[str]:
    """`43T 2516`, `3206 1088`: the digits begin with an area."""
    found = _LOCAL.fullmatch(rest)
    sizes = (2, 4, 6) if found is None or not found[2] else (len(found[1]),)
    for size in sizes:
        area, after = rest[:size], rest[size:].lstrip(" /_-")
        letter = after[:1] if after[:1] in ("T", "Z") else ""
        if not (area.isdigit() and is_region(area)):
            continue
        for body in _bodies(after[len(letter) :].lstrip(" /_-")):
            for nature in (f"/{letter}",) if letter else ("/T", "", "/Z"):
                yield f"DB{area}{nature} {body}"
