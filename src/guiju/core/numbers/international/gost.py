"""Standards of Russia and the CIS (俄罗斯和独联体标准): GOST R ISO 9001-2015, GOST 12.1.004-91."""

import re

from guiju.core.numbers.international.bodies import GOST, GOST_WORDS, any_of
from guiju.core.numbers.international.prefixes import Prefix, prefix
from guiju.core.numbers.model import Number

_EUROPEAN = ("EN", GOST_WORDS["EN"])
_INNER = any_of(["ISO", "IEC", GOST_WORDS["ISO"], GOST_WORDS["IEC"]])
_TYPE = any_of([*GOST_WORDS, *GOST_WORDS.values()])
_GOST = re.compile(
    rf"(?P<code>{any_of(GOST)})[ -]"
    rf"(?:(?P<inner>(?:{_INNER})(?:/[^\W\d_]{{1,4}}){{0,3}}(?: (?:{_TYPE}))?|{any_of(_EUROPEAN)}) )?"
    rf"(?:(?P<more>{_INNER}) )?"
    r"(?P<seq>\d{1,6})(?P<points>(?:\.\d{1,4}){0,4})(?P<parts>(?:-\d{1,5}){0,5})(?::(?P<year>\d{4}))?"
    r"(?P<star>\*?)",
    re.IGNORECASE,
)
# Numbers given since 2000 have the whole year, older ones its last two digits.
_WHOLE_YEARS = "2000"
# Interstate standards leave ISO and IEC in Latin letters from about this year.
_LATIN_SINCE = "2011"


def read(cleaned: str, written: str) -> Number | None:
    found = _GOST.fullmatch(cleaned)
    if found is None:
        return None
    european = (found["inner"] or "").upper() in _EUROPEAN
    words = (found["more"] if european else found["inner"]) or ""
    inner = prefix(words + " ") if words else None
    if words and inner is None:
        return None
    body = GOST[found["code"].upper()]
    hyphened = found["parts"].split("-")[1:]
    year_written = found["year"] or ""
    if not year_written and hyphened and _is_year(hyphened[-1]):
        year_written = hyphened.pop()
    year = "19" + year_written if len(year_written) == 2 else year_written
    parts = (*found["points"].split(".")[1:], *hyphened)
    adopted = inner.code if inner else ""
    return Number(
        level=body.level,
        code=" ".join(filter(None, (body.code, "EN" if european else "", adopted))),
        publishers=(
            body.code,
            *(("EN",) if european else ()),
            *(inner.publishers if inner else ()),
        ),
        type=inner.type if inner else "",
        seq=found["seq"],
        parts=parts,
        year=year,
        year_written=year_written,
        adopts=_adopts(european, inner, found["seq"], parts),
        suffix=found["star"],
        written=written,
    )


def _is_year(text: str) -> bool:
    return len(text) == 2 or (len(text) == 4 and text[:2] in {"19", "20"})


def _adopts(
    european: bool, inner: Prefix | None, seq: str, parts: tuple[str, ...]
) -> tuple[Number, ...]:
    adopted: tuple[Number, ...] = ()
    if inner:
        adopted = (
            Number(
                level="international",
                code=inner.code,
                publishers=inner.publishers,
                type=inner.type,
                seq=seq,
                parts=parts,
            ),
        )
    if european:
        adopted = (
            Number(
                level="regional",
                code=f"EN {inner.code}" if inner else "EN",
                publishers=("EN", *(inner.publishers if inner else ())),
                seq=seq,
                parts=parts,
                adopts=adopted,
            ),
        )
    return adopted


def printed(number: Number, *, cyrillic: bool = False) -> str:
    """In Latin letters, which data uses, or as it is printed at home."""
    code = number.code
    dash = "—" if cyrillic else "-"
    if cyrillic:
        own = number.publishers[0]
        rest = code.removeprefix(own)
        if own == "GOST R" or number.year < _LATIN_SINCE:
            for latin, letters in GOST_WORDS.items():
                rest = re.sub(rf"\b{latin}\b", letters, rest)
        code = GOST[own].home + rest
    sign = "-" if number.adopts else "."
    text = f"{code} {number.seq}" + "".join(sign + part for part in number.parts)
    if number.year:
        text += dash + (number.year if number.year >= _WHOLE_YEARS else number.year[2:])
    return text + number.suffix
