"""Codes that their owners choose: group standards T/… and enterprise standards Q/… (团体、企业)."""

import re

from guiju.core.numbers.chinese.bodies import Body, body_of
from guiju.core.numbers.chinese.heads import Head

_TWICE = re.compile(r"(T ?/ ?([A-Z0-9]+))[ /]?T ?/ ?\2(?![A-Z])")
# Q/ABC-001-2020, but T/CAS-2015 has a year alone.
_GLUE = r"(?:_|-(?=\d{1,8}[.S-]))?"
# With a space between code and sequence the code may hold digits; otherwise it is letters only.
_GROUP = (
    re.compile(r"T ?[/_] ?([A-Z0-9]{2,30}) (?=[A-Z0-9])", re.A),
    re.compile(rf"T ?[/_] ?([A-Z]{{2,30}}){_GLUE}(?=\d)", re.A),
)
_REGION = r"(?:\([A-Z]{1,6}\) ?|\d{2,6} ?)?"
_PLACE = r"(?:\([A-Z0-9]{1,6}\))?"
_ENTERPRISE = (
    re.compile(rf"Q ?/ ?({_REGION}[A-Z][A-Z0-9]{{1,19}}{_PLACE})[ /] ?(?=[A-Z0-9])", re.A),
    re.compile(rf"Q ?/ ?({_REGION}[A-Z]{{2,20}}{_PLACE}){_GLUE}(?=\d)", re.A),
)
_LETTER = re.compile("[A-Z]")


def group_of(text: str) -> tuple[Head, Body] | None:
    """A group standard. Some write the code twice: `T/CSGF T/CSGF024`."""
    return _first(_TWICE.sub(r"\1 ", text, count=1).replace("  ", " "), "T/", "group", _GROUP)


def enterprise_of(text: str) -> tuple[Head, Body] | None:
    """An enterprise standard, in the present form or the old one (Q/320500 ABC 01-2010)."""
    return _first(text, "Q/", "enterprise", _ENTERPRISE)


def _first(
    text: str, start: str, level: str, patterns: tuple[re.Pattern[str], ...]
) -> tuple[Head, Body] | None:
    for pattern in patterns:
        found = pattern.match(text)
        if found is None or not _LETTER.search(found[1]):
            continue
        if body := body_of(text[found.end() :], level):
            return Head(start + found[1], level, "", found.end()), body
    return None
