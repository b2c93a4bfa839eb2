"""What follows a European or national number: /A1:2013, +A11:2020, /AC, Beiblatt 1, /NA."""

import re
from typing import Any

from guiju.core.numbers.model import Number, Supplement

_PIECE = re.compile(
    r" ?(?P<join>[/+]) ?(?P<draft>Fpr|pr)?(?P<kind>AMD|AMENDMENT|AM|AC|NA|A|COR|C|V)[ .]{0,2}(?P<number>\d{0,3})"
    r"(?::(?P<year>\d{4})(?:-(?P<month>0[1-9]|1[0-2]))?)?(?![A-Za-z0-9])"
    r"| (?P<word>Beiblatt|Bbl|Berichtigung|Ber|Blatt)\.? ?(?P<count>\d{1,3})"
    r"(?::(?P<issued>\d{4})(?:-(?P<in>0[1-9]|1[0-2]))?)?"
    r"| ?\((?P<all>all parts|所有部分|series)\)"
    r"| ?\((?P<language>E|F|D|en|fr|de)\)"
    r"| ?(?P<suffix>\((?:R|E|F)?\d{4}\)|- ?TC\b)",
    re.IGNORECASE,
)
_WORDS = {"BBL": "Beiblatt", "BER": "Berichtigung", "BLATT": "Blatt"}
_KINDS = {"AMENDMENT": "AMD"}
_LANGUAGES = {"e": "en", "f": "fr", "d": "de"}


def behind(text: str, at: int) -> dict[str, Any] | None:
    """The fields that stand behind the year; None where something is not understood."""
    supplements: list[Supplement] = []
    fields: dict[str, Any] = {}
    while at < len(text):
        piece = _PIECE.match(text, at)
        if piece is None:
            return None
        at = piece.end()
        if piece["all"]:
            fields["all_parts"] = True
        elif piece["language"]:
            mark = piece["language"].lower()
            fields["languages"] = (_LANGUAGES.get(mark, mark),)
        elif piece["suffix"]:
            fields["suffix"] = piece["suffix"].replace(" ", "").upper()
        else:
            supplements.append(_supplement(piece))
    if supplements:
        fields["supplements"] = tuple(supplements)
    return fields


def _supplement(piece: re.Match[str]) -> Supplement:
    if word := piece["word"]:
        return Supplement(
            kind=_WORDS.get(word.upper(), word.capitalize()),
            number=piece["count"],
            year=piece["issued"] or "",
            month=piece["in"] or "",
        )
    kind = piece["kind"].upper()
    return Supplement(
        kind=_KINDS.get(kind, kind),
        number=piece["number"],
        year=piece["year"] or "",
        month=piece["month"] or "",
        stage={"PR": "pr", "FPR": "Fpr"}.get((piece["draft"] or "").upper(), ""),
        merged=piece["join"] == "+",
    )


def printed(number: Number) -> str:
    """All that stands behind the year, printed."""
    text = ""
    for one in number.supplements:
        date = f":{one.year}" + (f"-{one.month}" if one.month else "") if one.year else ""
        if one.kind in _WORDS.values():
            text += f" {one.kind} {one.number}{date}"
        else:
            sign = "+" if one.merged else "/"
            gap = " " if len(one.kind) > 2 and one.number else ""
            text += f"{sign}{one.stage}{one.kind}{gap}{one.number}{date}"
    if number.suffix:
        text += f" {number.suffix}"
    if number.all_parts:
        text += " (all parts)"
    return text + (f"({number.languages[0]})" if number.languages else "")
