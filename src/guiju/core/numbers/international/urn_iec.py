"""URNs of the IEC name space: urn:iec:std:iec:60034-11-2:1984-12:::.

Behind the number stand the date, the type, the deliverable (csv, rlv …) and the supplements.
The month is not part of a number: it is taken from the record where it is known.
"""

import re
from collections.abc import Sequence

from guiju.core.numbers.international.words import PAPER_URNS, SUPPLEMENT_URNS
from guiju.core.numbers.model import Number, Supplement

START = "urn:iec:std:"
# Collections and redlines have no date in their URN; a database is written in capitals.
UNDATED = frozenset({"SER", "RLV", "CMV", "EXV", "PAC"})
CLOSED = frozenset({"CSV", "DB", "PRV"})
CAPITALS = frozenset({"DB"})
# Types that stand in the place of the number, with the type that the URN gives.
IN_NUMBER = {"ACEE": "misc", "WT": ""}
MISCELLANEOUS = frozenset({"GIORGI", "CENT-CHAL", "HANDB1", "HANDB2", "HANDB3"})
HANDBOOK = "HBK"
# Items of a database (IEC 61360-C00168); in the URN of this one the item is a fragment.
ITEM = re.compile(r"C(\d{5})")
FRAGMENTED = "61360"


def urn(number: Number, published: Sequence[str] = ()) -> str:
    """The URN; `published` gives the dates (2009-07) of the text and of its supplements in turn."""
    if item := _item(number):
        names = "-".join(name.lower() for name in number.publishers)
        if number.seq == FRAGMENTED:
            return f"{START}{names}:{number.seq}:sdb:/FRAG{int(item)}::"
        return f"{START}{names}:{_number(number)}:sdb::"
    dates = [*published, *[""] * (1 + len(number.supplements))]
    text = START + "-".join(name.lower() for name in number.publishers) + ":" + _number(number)
    if number.suffix not in UNDATED:
        text += _date(number.year, number.month, dates[0])
    deliverable = number.suffix if number.suffix in CAPITALS else number.suffix.lower()
    text += f":{_type(number)}:{deliverable}"
    first = number.supplements[0].kind if number.supplements else ""
    if number.suffix in CLOSED or (not number.suffix and first not in {"ISH", "FRAG"}):
        text += ":"
    before: Supplement | None = None
    for one, date in zip(number.supplements, dates[1:], strict=False):
        text += _supplement(one, before, _date(one.year, one.month, date))
        before = one
    return text


def _item(number: Number) -> str:
    found = ITEM.fullmatch(number.parts[-1]) if number.parts else None
    return found[1] if found else ""


def _date(year: str, month: str, published: str) -> str:
    """The year with the month of the number or of the record; a record of another year is none."""
    if not year:
        return f":{published}" if published else ""
    if month:
        return f":{year}-{month}"
    return f":{published}" if published.startswith(year) else f":{year}"


def _number(number: Number) -> str:
    text = "-".join((number.seq, *number.parts))
    return f"{number.type} {text}" if number.type in IN_NUMBER else text


def _type(number: Number) -> str:
    if number.type in PAPER_URNS:
        return PAPER_URNS[number.type]
    if number.seq in MISCELLANEOUS or HANDBOOK in number.parts:
        return "misc"
    return IN_NUMBER.get(number.type, number.type.lower())


def _supplement(one: Supplement, before: Supplement | None, date: str) -> str:
    if one.kind == "FRAG":
        return f"/FRAG{one.number}:" + ("" if before else ":")
    if one.kind == "ISH":
        return f"||ISH{one.number}{date}"
    body = f"{SUPPLEMENT_URNS[one.kind]}:{one.number}{date}"
    if one.merged:
        return "+" + body
    follows = before is not None and not before.merged and before.kind not in {"ISH", "FRAG"}
    return (":||" if follows else "||") + body
