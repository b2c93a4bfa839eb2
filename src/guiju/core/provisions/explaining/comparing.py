"""How a result was compared with a limit (比较的说明): rounded or not, and what it came to."""

from decimal import Context, Decimal

from guiju.core.errors import Bilingual
from guiju.core.provisions.explaining.phrases import (
    NONE,
    converted_number,
    end_text,
    plain,
    signs,
)
from guiju.core.provisions.interval import Bound, Comparison, Interval
from guiju.core.provisions.judging import Status, Undetected
from guiju.core.provisions.measured import Measured
from guiju.core.provisions.rounding import rounded
from guiju.core.provisions.written import Limit

_EXACT = Context(prec=200)
UNREADABLE = Bilingual("不是可以识别的结果", "it is not understood as a result")
_UNDETECTED: dict[Undetected, Bilingual] = {
    "pass": Bilingual(
        "没有写明检出限；本规则把未检出视为符合",
        "no detection limit is told; these rules take “not detected” for conforming",
    ),
    "fail": Bilingual(
        "没有写明检出限；本规则把未检出视为不符合",
        "no detection limit is told; these rules take “not detected” for not conforming",
    ),
    "undetermined": Bilingual(
        "没有写明检出限，不能与限值比较",
        "no detection limit is told, so that it cannot be compared with the limit",
    ),
}
_MARKS = {
    "+": Bilingual("（报出值已舍，实际更大）", " (it was cut, and is really more)"),
    "-": Bilingual("（报出值已进，实际更小）", " (it was raised, and is really less)"),
}


def how(
    measured: Measured,
    limit: Limit,
    status: Status,
    *,
    comparison: Comparison = "full",
    least: Decimal | None = Decimal(0),
    undetected: Undetected = "undetermined",
) -> Bilingual:
    """Why `judge` answers `status`."""
    if measured.kind == "missing":
        return NONE
    if measured.kind == "unreadable":
        return UNREADABLE
    if not isinstance(limit, Interval):
        return _nothing_found(measured, status)
    if measured.kind == "not-detected":
        return _UNDETECTED[undetected]
    if measured.kind == "number" and measured.number is not None:
        return _number(measured, measured.number, limit, comparison)
    possible = measured.possible(least)
    if possible is None:
        return _uncountable(limit)
    return _range(measured, possible, limit, status, comparison)


def _nothing_found(measured: Measured, status: Status) -> Bilingual:
    if status == "fail":
        return Bilingual("检出", "it was detected")
    if measured.range is not None:
        return _may_be(measured, measured.range)
    if measured.kind == "number":
        return Bilingual("结果为零", "the result is zero")
    return Bilingual("没有检出", "nothing was detected")


def _uncountable(limit: Interval) -> Bilingual:
    if limit.high and not limit.low:
        return Bilingual("多到无法计数，超过上限", "there is more than can be counted")
    return Bilingual(
        "多到无法计数，不能与限值比较", "there is more than can be counted: it cannot be compared"
    )


def _number(
    measured: Measured, number: Decimal, limit: Interval, comparison: Comparison
) -> Bilingual:
    if comparison == "full":
        said = related(number, limit)
        return Bilingual(f"全数值比较：{said}", f"compared as it is: {said}")
    steps = {(end.step, end.origin) for end in (limit.low, limit.high) if end is not None}
    if len(steps) == 1:
        end = limit.low or limit.high
        assert end is not None  # noqa: S101 there is a step
        return _after_rounding(measured, number, end, limit)
    parts = [
        _after_rounding(
            measured, number, end, Interval(end, None) if lower else Interval(None, end)
        )
        for end, lower in ((limit.low, True), (limit.high, False))
        if end is not None
    ]
    return Bilingual("；".join(one.zh for one in parts), "; ".join(one.en for one in parts))


def _after_rounding(measured: Measured, number: Decimal, end: Bound, limit: Interval) -> Bilingual:
    """Rounded to the last place of the limit; of A(1±b%) the deviation is rounded."""
    mark = _MARKS.get(measured.mark, NONE)
    off = rounded(_EXACT.subtract(number, end.origin), end.step, measured.mark)
    last = _EXACT.add(off, end.origin)
    shown = end_text(Bound(last, end.step, origin=end.origin))
    step, said = converted_number(end.step), related(last, limit, shown)
    if end.origin:
        base = converted_number(end.origin)
        by, to = (converted_number(one) for one in (_EXACT.subtract(number, end.origin), off))
        return Bilingual(
            f"与 {base} 之差 {by} {mark.zh}修约到 {step} 得 {to}：{said}",
            f"its deviation {by} from {base}{mark.en}, rounded to {step}, is {to}: {said}",
        )
    return Bilingual(
        f"{mark.zh}修约到 {step} 得 {shown}：{said}",
        f"rounded to {step} it is {shown}{mark.en}: {said}",
    )


def related(number: Decimal, limit: Interval, shown: str = "") -> str:
    """How a number lies to the ends, in signs; where it fails, to the end that it breaks."""
    shown, low, high = shown or plain(number), limit.low, limit.high
    if low is not None and not Interval(low).holds(number):
        return f"{shown} {'<' if low.closed else '≤'} {end_text(low)}"
    if high is not None and not Interval(None, high).holds(number):
        return f"{shown} {'>' if high.closed else '≥'} {end_text(high)}"
    if low is not None and high is not None:
        left = f"{end_text(low)} {'≤' if low.closed else '<'} "
        return f"{left}{shown} {'≤' if high.closed else '<'} {end_text(high)}"
    if low is not None:
        return f"{shown} {'≥' if low.closed else '>'} {end_text(low)}"
    if high is not None:
        return f"{shown} {'≤' if high.closed else '<'} {end_text(high)}"
    return shown


def _range(
    measured: Measured,
    possible: Interval,
    limit: Interval,
    status: Status,
    comparison: Comparison,
) -> Bilingual:
    """A result that may be any number of a range."""
    may = _may_be(measured, possible)
    after = Bilingual("修约后", ", rounded,") if comparison == "rounded" else NONE
    if status == "pass":
        return Bilingual(f"{may.zh}，{after.zh}都符合", f"{may.en}; all of that{after.en} conforms")
    if status == "fail":
        return Bilingual(
            f"{may.zh}，{after.zh}都不符合", f"{may.en}; none of that{after.en} conforms"
        )
    if status == "missing":
        return may
    why = NONE
    number, high = measured.number, limit.high
    if measured.kind == "below" and number is not None and high and number > high.value:
        why = Bilingual(
            f"；检出限 {plain(number)} 高于限值 {end_text(high)}，这样的方法不能证明符合",
            f"; the detection limit {plain(number)} is above the limit {end_text(high)}: such a "
            "method proves nothing",
        )
    return Bilingual(
        f"{may.zh}，{after.zh}有的符合，有的不符合{why.zh}",
        f"{may.en}; some of that{after.en} conforms, some does not{why.en}",
    )


def _may_be(measured: Measured, possible: Interval) -> Bilingual:
    low, high = possible.low, possible.high
    if measured.kind in ("between", "partial"):
        lost = Bilingual("有的结果缺失，", "some results are missing, and ")
        start = lost if measured.kind == "partial" else NONE
        text = signs(possible)
        return Bilingual(f"{start.zh}在 {text} 的范围内", f"{start.en}it lies somewhere in {text}")
    if high is None:
        text = end_text(low) if low is not None else ""
        return Bilingual(f"可能是大于 {text} 的任何数", f"it may be any number above {text}")
    text = end_text(high)
    if low is None:
        return Bilingual(f"可能是小于 {text} 的任何数", f"it may be any number below {text}")
    least = end_text(low)
    return Bilingual(
        f"可能是 {least} 到 {text} 之间的任何数（不含 {text}）",
        f"it may be anything from {least} to below {text}",
    )
