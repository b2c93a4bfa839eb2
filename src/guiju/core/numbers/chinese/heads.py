"""What stands before the sequence (代号): read in any of its ways of writing."""

import re
from functools import cache
from typing import NamedTuple

from guiju.core.numbers.chinese.plain import LOCAL_NATURES, has_standards
from guiju.core.numbers.issuers import issuers, without_slash

_LOCAL = re.compile(
    r"DB ?(?:(\d{2}(?:\d\d){0,2}) ?(?:[/_] ?([TZ]?)|-? ?([TZ])) ?|(\d{2}(?:\d\d){0,2}) )(?=\d)",
    re.A,
)
# DB11334-2006; without a year DB3206 is a code alone.
_LOCAL_CLOSED = re.compile(r"DB(\d{3,14})(?=[.\d]* ?[-:])", re.A)
# DBJ50/T-163-2021: construction standards of a province.
_LOCAL_BUILDING = re.compile(r"DBJ ?(\d{2}) ?/ ?(T)(?: ?- ?| ?)(?=\d)", re.A)
_BRACKET = r"\(([\u4e00-\u9fff]{1,4})\)"
# Between the letters of a code and its T or Z: GB/T, GB_T, GB-T, GB T.
_SLASH = r" ?(?:[/\\_-])? ?"
_NEEDED_SLASH = r" ?(?:[/\\_-]) ?"
# What stands between code and sequence: in names of files also _, after a written /T also - and dot.
_BEFORE_SEQ = r"(?:[ _]|(?<=[A-Z][/\\_ -][TZ]) ?[.-] ?(?=\d{1,8}[.-]))?"


class Head(NamedTuple):
    """A code and what it says; `end` is where the sequence begins."""

    code: str
    level: str
    nature: str
    end: int
    kind: str = "standard"
    shape: str = "digits"
    area: str = ""


def head_of(text: str) -> Head | None:
    """The code of the tables, or of a local standard, with which the text begins.

    >>> head_of("GB_T1.1").code, head_of("DB 37/T 2904").code, head_of("DB/T 15").code
    ('GB/T', 'DB37/T', 'DB/T')
    """
    if text.startswith("DB") and (local := _local_head(text)):
        return local
    return _listed_head(text)


@cache
def listed_pattern(behind: str = "") -> str:
    """A pattern of all codes of the tables, in their ways of writing; longest first.

    `behind` is what may also stand behind a slash.
    """
    optional = set(without_slash().values())
    return "|".join(
        (_SLASH if code in optional else _NEEDED_SLASH)
        .replace("])", f"]{behind})")
        .join(map(_letters, code.split("/")))
        for code in sorted(issuers(), key=lambda code: (-len(code.replace("/", "")), code))
    )


@cache
def _listed() -> re.Pattern[str]:
    return re.compile(
        rf"({listed_pattern()})\*?(?: ?{_BRACKET} ?(?![a-z])|{_BEFORE_SEQ}(?![a-z]))", re.A
    )


def _listed_head(text: str) -> Head | None:
    found = _listed().match(text)
    if found is None:
        return None
    code = canonical_code(found[1])
    if code == "DB" and re.match(r"DB\d", text):
        return None  # digits that follow DB directly are an area
    issuer = issuers()[code]
    level = issuer.level
    if found[2]:
        if issuer.shape != "bracketed":
            return None
        code, level = f"{code}({found[2]})", "industry"
    return Head(code, level, issuer.nature, found.end(), issuer.kind, issuer.shape, issuer.area)


def _letters(word: str) -> str:
    return f"{word[:-1]}(?: ?n|N)" if word.endswith("n") else word


def canonical_code(written: str) -> str:
    """The code of the tables for one of its ways of writing."""
    code = re.sub(r" ?[/\\_-] ?", "/", written)
    if code in issuers():
        return code
    if (lowered := code[:-1] + code[-1].lower()) in issuers():
        return lowered
    for space in ("/", ""):
        if (spaced := code.replace(" ", space)) in issuers():
            return spaced
    return without_slash()[re.sub("[ /]", "", code)]


def _local_head(text: str) -> Head | None:
    if found := _LOCAL_BUILDING.match(text):
        head = local_head(found[1], found[2], found.end()) if has_standards(found[1]) else None
        return head and head._replace(code=f"DBJ{found[1]}/{found[2]}", shape="hyphened")
    if found := _LOCAL.match(text):
        area, letter = found[1] or found[4], found[2] or found[3]
        return local_head(area, letter, found.end()) if has_standards(area) else None
    if found := _LOCAL_CLOSED.match(text):  # DB11334-2006: the longest area that there is
        for size in (4, 2):
            if len(found[1]) > size and has_standards(found[1][:size]):
                return local_head(found[1][:size], None, len("DB") + size)
    return None


def local_head(area: str, letter: str | None, end: int) -> Head:
    """The head of a local standard."""
    code = f"DB{area}/{letter}" if letter else f"DB{area}"
    level = "local_province" if len(area) == 2 else "local_city"
    nature = LOCAL_NATURES[letter] if letter else "mandatory"
    return Head(code, level, nature, end, area=area)
