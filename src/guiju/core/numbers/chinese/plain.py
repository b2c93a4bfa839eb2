"""The usual forms, read in one match each (常见形式): most numbers never need more."""

import re

from guiju.core.codes.regions import is_region
from guiju.core.numbers.issuers import issuers
from guiju.core.numbers.model import Number

_BODY = r"([0-9]{1,8})((?:\.[0-9]{1,4}){0,2})(?:-(19(?:49|[5-9][0-9])|20[0-9]{2}))?"
_LISTED = re.compile(rf"([A-Z]{{2,5}}(?:/[A-Z]{{1,3}}){{0,2}}) ?{_BODY}")
_GROUP = re.compile(rf"T/([A-Z][A-Z0-9]{{1,29}}) {_BODY}")
_LOCAL = re.compile(rf"DB([0-9]{{2}}(?:[0-9]{{2}})?)(?:/([TZ]) ?| ){_BODY}")
WITHOUT_STANDARDS = frozenset({"71", "81", "82"})
LOCAL_NATURES = {"T": "recommended", "Z": "guidance"}
_PLAIN_SHAPES = frozenset({"digits", "revised", "bracketed", "lettered", "hyphened"})


def read_plain(cleaned: str, written: str) -> Number | None:
    """A number in the form in which it is printed; None for all others, which may still be numbers."""
    if cleaned.startswith("T/"):
        found = _GROUP.fullmatch(cleaned)
        if found is None:
            return None
        group, seq, parts, year = found.groups()
        return standard("T/" + group, "group", "", seq, parts, year, written)
    if found := _LISTED.fullmatch(cleaned):
        code, seq, parts, year = found.groups()
        issuer = issuers().get(code)
        if issuer is None or issuer.shape not in _PLAIN_SHAPES or code == "DB":
            return None
        return standard(code, issuer.level, issuer.nature, seq, parts, year, written, issuer.area)
    if found := _LOCAL.fullmatch(cleaned):
        area, letter, seq, parts, year = found.groups()
        if not has_standards(area):
            return None
        return local(area, letter, seq, parts, year, written)
    return None


def has_standards(area: str) -> bool:
    """Whether local standards of the area bear its code: 71, 81 and 82 have none."""
    return is_region(area) and area[:2] not in WITHOUT_STANDARDS


def local(
    area: str, letter: str | None, seq: str, parts: str, year: str | None, written: str
) -> Number:
    """A local standard: of a province (two digits) or of a city in it."""
    return standard(
        f"DB{area}/{letter}" if letter else f"DB{area}",
        "local_province" if len(area) == 2 else "local_city",
        LOCAL_NATURES[letter] if letter else "mandatory",
        seq,
        parts,
        year,
        written,
        area,
    )


def standard(
    code: str,
    level: str,
    nature: str,
    seq: str,
    parts: str,
    year: str | None,
    written: str,
    area: str = "",
) -> Number:
    """The value; `parts` is as written, with its dots."""
    return Number(
        level=level,
        nature=nature,
        code=code,
        seq=seq,
        parts=tuple(parts[1:].split(".")) if parts else (),
        year=year or "",
        year_written=year or "",
        area=area,
        written=written,
    )
