"""Working documents and proposals of IEC: 100/3590/CDV, ACEA/285/AC, PNW TS SYCLVDC-125 ED1."""

import re

from guiju.core.numbers.international.words import DOCUMENTS
from guiju.core.numbers.model import Number

_COMMITTEE = (
    r"\d{1,3}[A-Z]{0,2}|CIS/[A-Z]|CISPR|JTC ?\d(?:-SC ?\d{1,2})?|SyC ?[A-Za-z]{2,20}"
    r"|SEG ?\d{1,2}|PC ?\d{3}"
)
_DOCUMENT = re.compile(
    rf"(?:(?P<committee>{_COMMITTEE})|(?P<board>C|[A-Z]{{2,8}}\d{{0,2}}))"
    r"/(?P<number>\d{1,5})(?P<revision>[A-Z]{0,2})(?:\((?P<language>[EFR])\))?"
    r"(?:/(?P<type>[A-Z]{1,6}))?",
    re.IGNORECASE,
)
_PROJECT = re.compile(
    r"(?P<stage>PWI|PNW)(?: (?P<type>TR|TS|PAS|SRD|GUIDE))?"
    rf" (?:IEC )?(?P<body>{_COMMITTEE}|[A-Z]{{2,8}}\d{{0,2}})-(?P<number>\d{{1,4}})"
    r"(?: ED ?(?P<edition>\d{1,2}))?",
    re.IGNORECASE,
)
_LANGUAGES = {"E": "en", "F": "fr", "R": "ru"}


def read(cleaned: str, written: str) -> Number | None:
    """A document of a committee, or a proposal of a systems committee; else None."""
    if found := _PROJECT.fullmatch(cleaned):
        return Number(
            kind="document",
            level="international",
            code="IEC",
            publishers=("IEC",),
            stage=found["stage"].upper(),
            type=(found["type"] or "").upper(),
            seq=found["body"],
            parts=(found["number"],),
            edition=found["edition"] or "",
            written=written,
        )
    found = _DOCUMENT.fullmatch(cleaned)
    if found is None or not _is_document(found):
        return None
    return Number(
        kind="document",
        level="international",
        code=_body(found["committee"] or found["board"]),
        publishers=("IEC",),
        type=(found["type"] or "").upper(),
        seq=found["number"],
        suffix=found["revision"].upper(),
        languages=(_LANGUAGES[found["language"].upper()],) if found["language"] else (),
        written=written,
    )


def _body(written: str) -> str:
    """Systems committees keep their mixed case, all others are capitals."""
    body = written.replace(" ", "")
    return "SyC" + body[3:] if body[:3].upper() == "SYC" else body.upper()


def _is_document(found: re.Match[str]) -> bool:
    """A board is only known by the kind of its document.

    100/3644 without a kind is a document; 1/2, 24/7 and 11/2022 are not.
    """
    committee, number = found["committee"], found["number"]
    if committee is None:
        return (found["type"] or "").upper() in DOCUMENTS
    if found["type"]:
        return True
    month = committee.isdigit() and int(committee) <= 31 and number[:2] in {"19", "20"}
    return committee[0].isdigit() and len(number) >= 3 and not month


def printed(number: Number) -> str:
    if number.stage:
        words = " ".join(filter(None, (number.stage, number.type)))
        edition = f" ED{number.edition}" if number.edition else ""
        return f"{words} {number.seq}-{number.parts[0]}{edition}"
    language = f"({number.languages[0][0].upper()})" if number.languages else ""
    text = f"{number.code}/{number.seq}{number.suffix}{language}"
    return text + (f"/{number.type}" if number.type else "")
