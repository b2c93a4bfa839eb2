"""Japanese Industrial Standards (日本工业标准): JIS Z 8301:2019, JIS C 61000-3-2:2019/AMD 1:2021."""

import re
from typing import Any

from guiju.core.numbers.model import Number, Supplement

_JIS = re.compile(
    r"(?:JIS[ /-]?(?P<type>TR|TS)?|(?P<alone>TR|TS))[ /-]?(?P<letter>[A-Z])[ -]?(?P<seq>\d{4,5})"
    r"(?P<parts>(?:-\d{1,4}[A-Z]?){0,5})(?::(?P<year>\d{4}|\d{2}))?(?!\d)",
    re.IGNORECASE,
)
_ADDED = re.compile(
    r" ?[/(] ?(?P<kind>AMENDMENT|AMD|追補|CORRIGENDUM|COR|正誤票|EXPLANATION|EXPL|解説)\.? ?"
    r"(?P<number>\d{0,2})(?::(?P<year>\d{4}))?\)?",
    re.IGNORECASE,
)
_MARK = re.compile(
    r" ?\((?:(?P<language>E|J|en|ja)|(?P<all>all parts|規格群|规格群|所有部分))\)", re.IGNORECASE
)
_ALL = re.compile(r" \(?(?:all parts|規格群|规格群)\)?", re.IGNORECASE)
_KINDS = {
    "AMENDMENT": "AMD", "追補": "AMD", "CORRIGENDUM": "COR", "正誤票": "COR",
    "EXPLANATION": "EXPL", "解説": "EXPL",
}  # fmt: skip
_LONG = {"AMD": "AMENDMENT", "COR": "CORRIGENDUM", "EXPL": "EXPLANATION"}
_LANGUAGES = {"e": "en", "j": "ja"}
# The first standards are of 1949; a part of four digits from then on is a year after a hyphen.
_YEARS = range(1949, 2100)


def read(cleaned: str, written: str) -> Number | None:
    found = _JIS.match(cleaned)
    if found is None:
        return None
    parts = tuple(found["parts"].split("-")[1:])
    year = found["year"] or ""
    if len(year) == 2:
        year = ("19" if int(year) >= _YEARS.start % 100 else "20") + year
    if (
        parts
        and not year
        and len(parts[-1]) == 4
        and parts[-1].isdigit()
        and int(parts[-1]) in _YEARS
    ):
        year, parts = parts[-1], parts[:-1]
    behind = _behind(cleaned, found.end())
    if behind is None:
        return None
    kind = (found["type"] or found["alone"] or "").upper()
    return Number(
        level="foreign",
        code=" ".join(filter(None, ("JIS", kind, found["letter"].upper()))),
        publishers=("JIS",),
        type=kind,
        seq=found["seq"],
        parts=parts,
        year=year,
        year_written=found["year"] or year,
        written=written,
        **behind,
    )


def _behind(text: str, at: int) -> dict[str, Any] | None:
    supplements: list[Supplement] = []
    fields: dict[str, Any] = {}
    while at < len(text):
        if piece := _MARK.match(text, at) or _ALL.match(text, at):
            language = piece.groupdict().get("language")
            if language:
                fields["languages"] = (_LANGUAGES.get(language.lower(), language.lower()),)
            else:
                fields["all_parts"] = True
        elif piece := _ADDED.match(text, at):
            word = piece["kind"].upper()
            supplements.append(
                Supplement(
                    kind=_KINDS.get(word, word), number=piece["number"], year=piece["year"] or ""
                )
            )
            if word in _LONG.values():
                fields["style"] = "long"
        else:
            return None
        at = piece.end()
    return fields | {"supplements": tuple(supplements)}


def printed(number: Number) -> str:
    text = f"{number.code} " + "-".join((number.seq, *number.parts))
    text += f":{number.year}" if number.year else ""
    for one in number.supplements:
        word = _LONG[one.kind] if number.style == "long" else one.kind
        text += f"/{word}" + (f" {one.number}" if one.number else "")
        text += f":{one.year}" if one.year else ""
    text += " (all parts)" if number.all_parts else ""
    return text + (f"({number.languages[0][0].upper()})" if number.languages else "")
