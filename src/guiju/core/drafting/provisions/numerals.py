"""Numbers as standards write them (数字): with thin spaces, powers of ten, in Chinese characters."""

import re
from decimal import Decimal, InvalidOperation

SP = r"[ \u00a0\u2009\u202f\u3000]{0,2}"
DIGITS = (
    r"\d{1,15}(?:[ \u00a0\u2009\u202f]\d{3}(?!\d)|,\d{3}(?![\d,.]*\d{4})){0,4}"
    r"(?:[.．]\d{3}(?:[ \u00a0\u2009\u202f]\d{3}){0,3}[ \u00a0\u2009\u202f]\d{1,3}(?![\d.])|[.．]\d{1,12}|,(?:\d{1,2}|\d{4,6})(?![\d,]))?"
)
_POWER = rf"(?:{SP}[×xX]{SP}10(?:\^[-−–]?\d{{1,2}}|[-−–]\d{{1,2}}|[⁻⁺]?[⁰¹²³⁴-⁹]{{1,2}}|(?<!\d\d[×xX]10)[3-9](?![\d.])))?"
_BARE_POWER = r"10(?:\^[-−–]?\d{1,2}|[⁻⁺]?[⁰¹²³⁴-⁹]{1,2})"
NUMBER = rf"(?:{_BARE_POWER}|{DIGITS}{_POWER})"
SIGNED = rf"(?:[±＋+\-−–]{SP})?{NUMBER}"
CHINESE = "[一二两三四五六七八九十百千]"
_DIGIT_OF = {sign: at for at, sign in enumerate("零一二三四五六七八九")} | {"两": 2, "〇": 0}
_WORTH = {"十": 10, "百": 100, "千": 1000, "万": 10000}


def decimal(written: str) -> Decimal | None:
    """A number as written, with its spaces, signs and power of ten."""
    bare = _RAISED.sub(r"^\g<0>", "".join(written.split()), count=1)
    plain = _COMMA.sub(".", _THOUSANDS.sub("", bare)).translate(_PLAIN)
    number, _, power = _TEN.sub("1E", _TIMES_TEN.sub("E", plain)).partition("E")
    try:
        return Decimal(f"{number}E{power}" if power else number)
    except InvalidOperation:
        return None


_RAISED = re.compile("(?<=10)[⁻⁺]?[⁰¹²³⁴-⁹]")
_TIMES_TEN = re.compile(r"[×xX]10\^?")
_TEN = re.compile(r"10\^")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_COMMA = re.compile(r"(?<=\d),(?=\d)")
_PLAIN = str.maketrans("−–．＋⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "--.+-0123456789")


def chinese(written: str) -> int:
    """一百二十 → 120."""
    total, digit = 0, 0
    for sign in written:
        if sign in _WORTH:
            total += (digit or 1) * _WORTH[sign]
            digit = 0
        else:
            digit = _DIGIT_OF[sign]
    return total + digit
