"""Reading URNs of the IEC name space."""

import re

from guiju.core.numbers.international.prefixes import code
from guiju.core.numbers.international.urn_iec import FRAGMENTED, IN_NUMBER
from guiju.core.numbers.international.urn_iso import unreadable
from guiju.core.numbers.international.words import (
    PAPER_URNS,
    PUBLISHERS,
    SUFFIXES,
    SUPPLEMENT_URNS,
    TYPES,
)
from guiju.core.numbers.model import Number, Supplement

_URN = re.compile(
    r"urn:iec:std:(?P<publishers>[a-z0-9-]{2,60}):(?P<number>[^|]{1,80}?)"
    r"(?::(?P<year>\d{4})(?:-(?P<month>\d\d))?)?"
    r":(?P<type>[A-Za-z ]{0,20}):(?P<suffix>[A-Za-z-]{0,12})(?P<rest>(?:[:+|/].*)?)"
)
_PIECE = re.compile(
    r":*(?P<join>\+|/|\|\|)(?P<kind>amd|cor|ISH|FRAG):?(?P<number>\d{1,6})"
    r"(?::(?P<year>\d{4})(?:-(?P<month>\d\d))?)?"
)
_KINDS = {word: kind for kind, word in SUPPLEMENT_URNS.items()}
_PAPERS = {word.upper(): kind for kind, word in PAPER_URNS.items()}


def from_urn(text: str) -> Number:
    """The number that the URN names, with the months that it gives."""
    found = _URN.fullmatch(text)
    if found is None:
        raise unreadable(text)
    publishers = tuple(PUBLISHERS.get(one.upper(), "") for one in found["publishers"].split("-"))
    kind, seq, parts = _number(found["number"], found["type"])
    rest = found["rest"]
    if seq == FRAGMENTED and found["type"] == "sdb" and rest.startswith(("/FRAG", ":/FRAG")):
        item = re.search(r"\d{1,5}", rest)
        parts, rest = (f"C{int(item[0]):05}" if item else "",), ""
    suffix = found["suffix"].upper()
    if not all(publishers) or kind is None or (suffix and not _is_suffix(suffix)):
        raise unreadable(text)
    return Number(
        kind="document" if kind in PAPER_URNS else "standard",
        level="international",
        code=code(publishers, kind),
        publishers=publishers,
        type=kind,
        seq=seq,
        parts=parts,
        year=found["year"] or "",
        year_written=found["year"] or "",
        month=found["month"] or "",
        suffix=suffix,
        supplements=_supplements(text, rest),
        style="iec" if publishers[0] == "ISO" else "",
        written=text,
    )


def _number(text: str, word: str) -> tuple[str | None, str, tuple[str, ...]]:
    """Type, sequence and parts; the type is None where it is not known."""
    kind: str | None = _PAPERS.get(word.upper()) or TYPES.get(word.upper())
    if kind in PAPER_URNS or not text[0].isdigit():
        before, space, after = text.partition(" ")
        if space and before in IN_NUMBER:
            return before, after, ()
        return (kind or "") if word in {"", "misc"} or kind else None, text, ()
    if kind is None and word.lower() in {"", "misc", "sdb"}:
        kind = ""
    seq, _, rest = text.partition("-")
    return kind, seq, tuple(rest.split("-")) if rest else ()


def _is_suffix(suffix: str) -> bool:
    return all(one in SUFFIXES or (len(one) == 3 and one[2] == "V") for one in suffix.split("-"))


def _supplements(text: str, rest: str) -> tuple[Supplement, ...]:
    found: list[Supplement] = []
    at = 0
    while at < len(rest.rstrip(":")):
        piece = _PIECE.match(rest, at)
        if piece is None:
            raise unreadable(text)
        found.append(
            Supplement(
                kind=_KINDS[piece["kind"].lower()],
                number=piece["number"],
                year=piece["year"] or "",
                month=piece["month"] or "",
                merged=piece["join"] == "+",
            )
        )
        at = piece.end()
    return tuple(found)
