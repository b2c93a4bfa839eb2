"""Measurement uncertainty in a verdict (测量不确定度与判定规则): by a rule that was declared (ISO/IEC 17025, 7.8.6).

Simple acceptance (简单接受) compares the result as it is. With a guard band (保护带, JCGM 106) of the
expanded uncertainty U, what lies within U of a limit is neither: 不确定.
"""

from dataclasses import replace
from decimal import Context, Decimal
from typing import Literal

from guiju.core.provisions.interval import Bound, Comparison, Interval
from guiju.core.provisions.judging import Status, Undetected, judge
from guiju.core.provisions.measured import Measured
from guiju.core.provisions.written import Limit

Decision = Literal["simple", "guarded"]
_EXACT = Context(prec=200)


def decided(
    measured: Measured,
    limit: Limit,
    uncertainty: Decimal = Decimal(0),
    decision: Decision = "simple",
    *,
    comparison: Comparison = "full",
    least: Decimal | None = Decimal(0),
    undetected: Undetected = "undetermined",
) -> Status:
    """The answer by the declared rule; `uncertainty` is U, in the unit of the result."""
    answer = judge(measured, limit, comparison=comparison, least=least, undetected=undetected)
    if decision == "simple" or not uncertainty or not isinstance(limit, Interval):
        return answer
    if answer not in ("pass", "fail") or measured.kind == "not-detected":
        return answer
    passing = limit.compared(comparison)
    moved = moved_in(passing, uncertainty if answer == "pass" else -uncertainty)
    if moved is not None and judge(measured, moved, least=least) == answer:
        return answer
    return "undetermined"


def moved_in(interval: Interval, by: Decimal) -> Interval | None:
    """Both ends moved inward, outward where `by` is negative; None where nothing is left."""
    low, high = _moved(interval.low, by), _moved(interval.high, -by)
    if low and high and low.value > high.value:
        return None
    return replace(interval, low=low, high=high)


def _moved(end: Bound | None, by: Decimal) -> Bound | None:
    return None if end is None else replace(end, value=_EXACT.add(end.value, by))
