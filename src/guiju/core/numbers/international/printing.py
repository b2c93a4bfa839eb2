"""ISO and IEC numbers printed, each as its house prints them.

The month that a URN gives is kept in the value and not printed: it is no part of the number.
"""

from functools import lru_cache

from guiju.core.numbers.international.words import JOINED_STAGES, LETTERS, SUPPLEMENT_PRINTS
from guiju.core.numbers.model import Number, Supplement

IEC_FIRST = frozenset({"IEC", "CISPR"})


def printed(number: Number) -> str:
    """The normal form: the house's words, a colon before the year, supplements after slashes."""
    style = number.style
    as_iec = "iec" in style or (number.publishers[0] in IEC_FIRST and "iso" not in style)
    text = front(number.publishers, number.type, number.stage, style) + " " + number.seq
    if number.parts:
        text += "-" + "-".join(number.parts)
    if number.iteration:
        text += "." + number.iteration
    if number.year:
        text += ":" + number.year
    if number.supplements or number.suffix or number.edition or style:
        text += _behind(number, style, as_iec)
    if number.all_parts:
        text += " (all parts)"
    if number.languages:
        text += _languages(number)
    return text


def _behind(number: Number, style: str, as_iec: bool) -> str:
    early = number.edition and number.supplements and not as_iec
    text = f" ED{number.edition}" if early and ("early" in style or not number.year) else ""
    suffix = f" {number.suffix}" if number.suffix else ""
    for one in number.supplements:
        if not one.merged and suffix:
            text, suffix = text + suffix, ""
        text += _supplement(one, as_iec)
    text += suffix
    if "open" in style:
        text += ":"
    if as_iec and number.edition:
        text += f" ED{number.edition}"
    return text


@lru_cache(maxsize=4096)
def front(publishers: tuple[str, ...], kind: str, stage: str, style: str) -> str:
    """What stands before the digits: ISO/DTR, ISO/IEC CD TS, AWI IWA, IEC TR.

    >>> front(("ISO",), "TR", "D", "")
    'ISO/DTR'
    """
    words = stage + kind if kind and stage in JOINED_STAGES else f"{stage} {kind}".strip()
    if kind == "IWA" or (stage in {"PWI", "PNW"} and publishers == ("IEC",) and "iso" not in style):
        return words
    if not words:
        return "/".join(publishers)
    if "capitals" in style:
        words = words.upper()
    alone = len(publishers) == 1 and words.upper() != "GUIDE" and "iec" not in style
    by_iso = publishers[0] == "ISO" or "iso" in style or (stage and stage != "CDV")
    return "/".join(publishers) + ("/" if alone and by_iso else " ") + words


def _supplement(one: Supplement, as_iec: bool) -> str:
    sign = "+" if one.merged else "/"
    if as_iec and not (one.stage and one.kind + one.stage in {"AmdD"}):
        stage = f"{one.stage} " if one.stage else ""
        text = f"{sign}{stage}{one.kind.upper()}{one.number}"
    else:
        gap = " " if one.number else ""
        word = SUPPLEMENT_PRINTS.get((one.kind, one.stage), f"{one.stage} {one.kind}")
        text = f"{sign}{word}{gap}{one.number}"
    if one.iteration:
        text += "." + one.iteration
    if one.year:
        text += ":" + one.year
    return text + (f" {one.suffix}" if one.suffix else "")


def _languages(number: Number) -> str:
    if "letters" in number.style:
        return f"({'/'.join(LETTERS.get(code, code) for code in number.languages)})"
    return f"({','.join(number.languages)})"
