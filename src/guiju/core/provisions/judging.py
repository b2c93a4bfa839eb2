"""One result against one limit (单项判定): three answers, and nothing passes silently."""

from decimal import Decimal
from typing import Literal

from guiju.core.provisions.interval import Comparison, Interval
from guiju.core.provisions.measured import Measured
from guiju.core.provisions.rounding import rounded
from guiju.core.provisions.written import Limit

Status = Literal[
    "pass",  # 符合
    "fail",  # 不符合
    "undetermined",  # 不确定
    "inapplicable",  # 不适用
    "missing",  # 缺项
]
# What 未检出 without a detection limit means to a limit that is a number.
Undetected = Literal["pass", "fail", "undetermined"]


def judge(
    measured: Measured,
    limit: Limit,
    *,
    comparison: Comparison = "full",
    least: Decimal | None = Decimal(0),
    undetected: Undetected = "undetermined",
) -> Status:
    """Whether the result conforms (GB/T 8170, 4.3).

    A result below its detection limit conforms if all that it may be conforms, fails if none of it
    does, and is undetermined otherwise: <0.05 says nothing about ≤0.01.
    """
    if measured.kind == "missing":
        return "missing"
    if measured.kind == "unreadable":
        return "undetermined"
    if not isinstance(limit, Interval):
        return _nothing_found(measured)
    if measured.kind == "not-detected":
        return undetected
    if measured.mark and comparison == "rounded" and measured.number is not None:
        return _as_reported(measured, limit)
    possible = measured.possible(least)
    if possible is None:
        return "fail" if limit.high and not limit.low else "undetermined"
    passing = limit.compared(comparison)
    inside = possible.within(passing)
    if measured.kind == "partial" and (inside or possible.meets(passing)):
        return "missing"
    if inside:
        return "pass"
    return "undetermined" if possible.meets(passing) else "fail"


def _nothing_found(measured: Measured) -> Status:
    """不得检出: a result below its detection limit is what was asked for; a number is not."""
    if measured.range is not None:
        low = measured.range.low
        if low is not None and (low.value > 0 or not low.closed):
            return "fail"
        return "missing" if measured.kind == "partial" else "pass" if low else "undetermined"
    if measured.kind in ("not-detected", "below"):
        return "pass"
    return "pass" if measured.kind == "number" and not measured.number else "fail"


def _as_reported(measured: Measured, limit: Interval) -> Status:
    """A number that was rounded before and says so is rounded by its mark (GB/T 8170, 3.3.2)."""
    number = measured.number
    assert number is not None  # noqa: S101 the caller looked
    for end, above in ((limit.low, True), (limit.high, False)):
        if end is None:
            continue
        last = rounded(number - end.origin, end.step, measured.mark) + end.origin
        apart = (last - end.value) if above else (end.value - last)
        if apart < 0 or (apart == 0 and not end.closed):
            return "fail"
    return "pass"
