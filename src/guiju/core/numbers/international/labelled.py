"""Bodies with labels of their own making: ANSI Z535.4-2011, ASTM D638-14, IEEE 802.3-2018, RFC 9110."""

import re

from guiju.core.numbers.international.bodies import LABELLED, any_of
from guiju.core.numbers.model import Number

_LABELLED = re.compile(
    rf"(?P<code>{any_of(LABELLED)})(?P<partners>(?:/(?:HL7|[A-Z]{{2,8}})){{0,3}})[ -]?"
    r"(?P<words>(?:(?:Std|Spec|Specification|RP|TR|TS|SP|Publ|Bull|Guide|MPMS|Method|S|Commercial) )?)"
    r"(?P<label>[A-Z]{0,7}(?:\.[A-Z]{1,5}){0,2}[ .-]?\d[\w.]{0,15}(?:[/-][\w.]{1,16}){0,6}(?: No\. ?[\w.-]{1,16})?)"
    r"(?::(?P<year>\d{4}|\d{2}))?(?P<suffix>(?: ?\((?:R ?|E|F|Rev\. ?)?\d{0,4}\))?(?:e\d)?)"
    r"(?: V(?P<edition>\d{1,2}\.\d{1,2}\.\d{1,2}))?",
    re.IGNORECASE,
)
_TWO_DIGITS = re.compile(
    r"(?P<label>.+\d[A-Z]*)-(?P<year>\d{2})(?P<suffix>[a-d]?(?:e\d)?)", re.IGNORECASE
)
_YEAR_AT_END = re.compile(
    r"(?P<label>.+?)(?:-(?P<year>(?:19|20)\d\d)(?P<suffix>[a-z]?)|_(?P<issued>(?:19|20)\d\d)(?P<month>\d\d))"
)
_CENTURY = 40  # ASTM's two digits: 41–99 are of the twentieth century
_AS_LETTERS = re.compile(r"(?P<letters>[A-Z]+) (?P<digits>\d.*)")
_CLOSED = re.compile(r"([A-Z])(?=\d{1,3}(?:-\d|$))", re.IGNORECASE)


def read(cleaned: str, written: str) -> Number | None:
    found = _LABELLED.fullmatch(cleaned)
    if found is None or (found["partners"] and not LABELLED[found["code"].upper()].partners):
        return None
    body = LABELLED[found["code"].upper()]
    label, year, month, suffix = found["label"], found["year"] or "", "", found["suffix"]
    if not year:
        label, year, month, mark = _dated(label, body.digits)
        suffix = mark + suffix.replace(" ", "")
    if len(year) == 2:
        year = ("19" if int(year) > _CENTURY else "20") + year
    if body.code == "OIML":
        label = f"{label[0]} {label[1:]}" if _CLOSED.match(label) else label
    letters = _AS_LETTERS.fullmatch(label.upper())
    words = found["words"].strip()
    word = {"STD": "", "METHOD": "Method"}.get(words.upper(), words)
    if letters and not word:
        label = letters["letters"] + (" " if body.code in {"OIML"} else "") + letters["digits"]
    return Number(
        level=body.level,
        code=body.code + found["partners"].upper() + (f" {word}" if word else ""),
        publishers=(body.code, *found["partners"].upper().split("/")[1:]),
        type=word,
        seq=_label(label),
        year=year,
        year_written=found["year"] or year,
        month=month,
        suffix=suffix.replace(" ", ""),
        edition=found["edition"] or "",
        written=written,
    )


def _dated(label: str, digits: int) -> tuple[str, str, str, str]:
    """The label, its year and month, and the letter behind the year (ASTM D638-02a)."""
    found = _YEAR_AT_END.fullmatch(label)
    if found and found["issued"]:
        return found["label"], found["issued"], found["month"], ""
    if found is None and digits == 2:
        found = _TWO_DIGITS.fullmatch(label)
    return (found["label"], found["year"], "", found["suffix"]) if found else (label, "", "", "")


def _label(label: str) -> str:
    """Letters before the first digit are capitals; those behind (802.11ax) stay as they are."""
    at = next((index for index, sign in enumerate(label) if sign.isdigit()), 0)
    return label[:at].upper() + label[at:]


def printed(number: Number) -> str:
    body = LABELLED[number.publishers[0].upper()]
    glue = "-" if body.code in {"MIL-STD", "ECMA"} else " "
    text = number.code + glue + number.seq
    if number.month:
        text += f"_{number.year}{number.month}"
    elif number.year:
        text += body.year + (number.year[2:] if body.digits == 2 else number.year)
    text += number.suffix
    return text + (f" V{number.edition}" if number.edition else "")
