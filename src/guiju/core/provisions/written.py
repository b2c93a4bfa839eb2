"""Limits as standards write them, read strictly (极限数值的读取): all of it is understood, or none.

`≥97.0`, `不大于 0.5`, `6.5~8.5`, `>1~3`, `10.0±0.1(不含-0.1)`, `80 +2(不含2) -1`, `510(1±5%)`,
`≥14×100`, `不得检出`. Numbers in running text are `core.drafting.provisions`' work.
"""

import re
from dataclasses import replace
from decimal import Context, Decimal
from functools import cache

from guiju.core.errors import InputError
from guiju.core.provisions.interval import Bound, Interval, bound
from guiju.core.provisions.rounding import place_of
from guiju.core.provisions.words import folded, folded_set, limits

_EXACT = Context(prec=200)
_N = r"\d{1,30}(?:\.\d{1,30})?(?:[×x*]10(?:\^[-+]?\d{1,2}|0{0,11}))?"
_S = rf"[-+]?{_N}"
_TIMES = re.compile(r"[×x*]10(?:\^([-+]?\d{1,2})|(0{0,11}))$")


class LimitError(InputError):
    """A limit that is not understood (极限数值无法识别)."""

    code = "provisions.limit"
    zh = "无法识别极限数值“{subject}”：{why_zh}。可写成“≥97.0”“6.5~8.5”“10.0±0.1”“510(1±5%)”“不得检出”。"
    en = "The limit “{subject}” is not understood: {why_en}. Write “≥97.0”, “6.5~8.5”, “10.0±0.1”, “510(1±5%)” or “不得检出”."


class NotDetected:
    """The limit 不得检出: nothing may be found."""

    def __repr__(self) -> str:
        return "NOT_DETECTED"


NOT_DETECTED = NotDetected()
Limit = Interval | NotDetected


def read_limit(text: str) -> Limit:
    """The limit that is written. Raises LimitError."""
    plain = folded(text)
    if plain in folded_set("limits", "not_detected"):
        return NOT_DETECTED
    for pattern, meaning in _WAYS:
        if found := pattern.fullmatch(plain):
            interval = replace(meaning(found), written=text.strip())
            _check(interval, text)
            return interval
    if found := _one_sided().fullmatch(plain):
        return replace(
            _side(found["before"] or found["behind"], found["value"] or found["number"]),
            written=text.strip(),
        )
    if found := _two_sided().fullmatch(plain):
        interval = _both(found, text)
        _check(interval, text)
        return replace(interval, written=text.strip())
    if re.fullmatch(_S, plain):
        raise LimitError(
            text,
            why_zh="没有写明比较方式（≥、≤、＝）",
            why_en="it does not say how to compare (≥, ≤, =)",
        )
    raise LimitError(
        text, why_zh="写法不在 GB/T 8170 的表示之内", why_en="GB/T 8170 knows no such form"
    )


def number(written: str) -> Decimal:
    """`14×100` and `1.4×10^3` keep their last place: it is a hundred.

    >>> number("14×100"), number("0.50")
    (Decimal('1.4E+3'), Decimal('0.50'))
    """
    found = _TIMES.search(written)
    if not found:
        return Decimal(written)
    power = int(found[1]) if found[1] else 1 + len(found[2])
    return Decimal(written[: found.start()]).scaleb(power, _EXACT)


def _range(found: re.Match[str]) -> Interval:
    """A~B with both ends, >A~B and A~<B without one (GB/T 8170, 4.2.3)."""
    return Interval(
        bound(number(found["low"]), closed=not found["over"]),
        bound(number(found["high"]), closed=not found["under"]),
    )


def _around(found: re.Match[str]) -> Interval:
    middle, off = number(found["middle"]), number(found["off"])
    return _apart_from(middle, off, off, found["sign"], found["out"])


def _apart(found: re.Match[str]) -> Interval:
    """A with its own upper and lower deviation."""
    middle, one, other = (
        number(found["middle"]),
        number(found["one"]),
        number(found["other"].lstrip(",/")),
    )
    step = min(place_of(each) for each in (middle, one, other))
    ends = sorted(
        (
            (_EXACT.add(middle, one), not found["out_one"]),
            (_EXACT.add(middle, other), not found["out_other"]),
        )
    )
    low, high = (Bound(value, step, closed) for value, closed in ends)
    return Interval(low, high)


def _share(found: re.Match[str]) -> Interval:
    """A(1±b%): the deviation is what is compared, in the places of b."""
    middle, off = number(found["middle"]), number(found["off"])
    percent = _EXACT.divide(middle, Decimal(100))
    width, step = _EXACT.multiply(percent, off), _EXACT.multiply(abs(percent), place_of(off))
    ends = sorted((_EXACT.subtract(middle, width), _EXACT.add(middle, width)))
    below, above = _left_out(found["sign"], found["out"])
    return Interval(
        Bound(ends[0], step, not below, middle), Bound(ends[1], step, not above, middle)
    )


def _apart_from(
    middle: Decimal, up: Decimal, down: Decimal, sign: str, out: str | None
) -> Interval:
    step = min(place_of(each) for each in (middle, up, down))
    below, above = _left_out(sign, out)
    return Interval(
        Bound(_EXACT.subtract(middle, down), step, not below),
        Bound(_EXACT.add(middle, up), step, not above),
    )


def _left_out(sign: str | None, out: str | None) -> tuple[bool, bool]:
    """不含0.1 leaves out both ends, 不含+0.1 the upper one."""
    return (bool(out) and sign != "+", bool(out) and sign != "-")


def _side(word: str, written: str) -> Interval:
    operator = operators()[word]
    end = bound(number(written), closed=operator in "≥≤=")
    return Interval(
        end if operator in "≥>=" else None,
        end if operator in "≤<=" else None,
    )


def _both(found: re.Match[str], text: str) -> Interval:
    words = operators()
    one, other = words[found["one"]], words[found["other"]]
    if {one, other} & {"="} or (one in "≥>") == (other in "≥>"):
        raise LimitError(text, why_zh="两端的比较方向相同", why_en="both ends compare the same way")
    ends = {
        operator in "≥>": bound(number(found[name]), closed=operator in "≥≤")
        for operator, name in ((one, "value"), (other, "second"))
    }
    return Interval(ends[True], ends[False])


def _check(interval: Interval, text: str) -> None:
    low, high = interval.low, interval.high
    if (
        low
        and high
        and (
            low.value > high.value or (low.value == high.value and not (low.closed and high.closed))
        )
    ):
        raise LimitError(text, why_zh="下限大于上限", why_en="the lower end is above the upper one")


_WAYS = (
    (re.compile(rf"(?P<over>>)?(?P<low>{_S})[~-](?P<under><)?(?P<high>{_S})"), _range),
    (
        re.compile(
            rf"\(?(?P<middle>{_S})±(?P<off>{_N})(?:\((?:不含|excluding)(?P<sign>[-+±]?)(?P<out>{_N})\))?\)?"
        ),
        _around,
    ),
    (
        re.compile(
            rf"(?P<middle>{_S})(?P<one>[-+]{_N})(?P<out_one>\(不含[-+]?{_N}\))?(?P<other>[,/]?[-+]{_N}|[,/]0)(?P<out_other>\(不含[-+]?{_N}\))?"
        ),
        _apart,
    ),
    (
        re.compile(
            rf"(?P<middle>{_S})\(1±(?P<off>{_N})%\)(?:\((?:不含|excluding)(?P<sign>[-+±]?)(?P<out>{_N})%?\))?"
        ),
        _share,
    ),
)


@cache
def operators() -> dict[str, str]:
    """Each folded word of comparison and its operator."""
    return {
        folded(word): operator
        for place in ("before", "behind")
        for operator, words in limits()[place].items()
        for word in words
    }


@cache
def _words(place: str) -> str:
    words = (folded(word) for group in limits()[place].values() for word in group)
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@cache
def _one_sided() -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?P<before>{_words('before')})(?=[-+\d])(?P<value>{_S}))|(?:(?P<number>{_S})(?P<behind>{_words('behind')}))"
    )


@cache
def _two_sided() -> re.Pattern[str]:
    before = _words("before")
    return re.compile(
        rf"(?P<one>{before})(?P<value>{_S})(?:且|,|,且|和|~|and)(?P<other>{before})(?P<second>{_S})"
    )
