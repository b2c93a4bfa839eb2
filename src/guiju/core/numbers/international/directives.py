"""ISO/IEC Directives and their supplements (ISO/IEC 导则): ISO/IEC DIR 1 ISO SUP:2022."""

import re

from guiju.core.numbers.international.tails import edition_of
from guiju.core.numbers.model import Number, Supplement

_LONG = re.compile(r"ISO[/ ]IEC[ -]*(?:Directives?|导则)\b[,:]? ?", re.IGNORECASE)
_WORDS = [
    (re.compile(r"\bParts? (?=\d)", re.IGNORECASE), ""),
    (re.compile(r"第 ?(\d) ?部分"), r"\1"),
    (re.compile(r",? (?:and|with|including|as well as) (?:the )?", re.IGNORECASE), " + "),
    (re.compile(r"[,:]? ?-{1,2} ?(?=\D)"), " "),
    (re.compile(r"\bConsolidated (?=ISO|IEC|JTC)", re.IGNORECASE), ""),
    (re.compile(r"\bSuppl(?:ement)?\b", re.IGNORECASE), "SUP"),
    (re.compile(r"(?<=\d), ?(?=(?:19|20)\d\d\b)"), ":"),
    (re.compile(r",(?= )"), ""),
]
_SUP = r"(?P<join{0}> ?\+)? (?P<of{0}>ISO|IEC|JTC 1) SUP(?::(?P<sup{0}>\d{{4}}))?"
_SHORT = re.compile(
    r"ISO/IEC DIR"
    r"(?: (?P<seq>\d))?"
    r"(?: (?P<owner>ISO|IEC|JTC 1)(?! SUP))?"
    r"(?::(?P<year>\d{4}))?"
    rf"(?:{_SUP.format(1)})?(?:{_SUP.format(2)})?",
    re.IGNORECASE,
)


def read(cleaned: str, written: str) -> Number | None:
    """A volume of the Directives, or None."""
    text = cleaned
    if long := _LONG.match(text):
        text = "ISO/IEC DIR " + text[long.end() :]
        for pattern, plain in _WORDS:
            text = pattern.sub(plain, text)
        text = " ".join(text.split())
    found = _SHORT.match(text)
    if found is None or not (found["seq"] or found["of1"]):
        return None
    edition = edition_of(text[found.end() :])
    if edition is None:
        return None
    supplements = tuple(
        Supplement(
            kind="SUP",
            number=found[f"of{which}"].upper(),
            year=found[f"sup{which}"] or "",
            merged=bool(found[f"join{which}"]),
        )
        for which in (1, 2)
        if found[f"of{which}"]
    )
    return Number(
        kind="document",
        level="international",
        code="ISO/IEC DIR",
        publishers=("ISO", "IEC"),
        type="DIR",
        seq=found["seq"] or "",
        suffix=(found["owner"] or "").upper(),
        year=found["year"] or "",
        year_written=found["year"] or "",
        supplements=supplements,
        edition=edition,
        written=written,
    )


def printed(number: Number) -> str:
    text = " ".join(filter(None, (number.code, number.seq, number.suffix)))
    if number.year:
        text += f":{number.year}"
    for one in number.supplements:
        text += f"{' +' if one.merged else ''} {one.number} SUP" + (
            f":{one.year}" if one.year else ""
        )
    return text + (f" Edition {number.edition}" if number.edition else "")
