"""Statistics of one series in fractions (统计值的含义): this is what they mean, step by step and slowly.

A value below its detection limit counts as the word of the statistic says; undetermined, it may be
anything from the least possible value to that limit, and the statistic is a range.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from guiju.core.provisions.composed import Censored, Statistic, Unit
from guiju.core.provisions.derived import standing_for
from guiju.core.provisions.interval import Bound, Interval
from guiju.core.provisions.measured import Measured
from guiju.core.provisions.model import Characteristic
from guiju.core.provisions.rounding import place_of, rounded
from guiju.core.provisions.statistics import calendar
from guiju.core.provisions.statistics.energy import energetic_mean

# A number, or the two ends of what it may be; None: none can tell.
Value = tuple[Fraction, Fraction] | None


@dataclass(frozen=True, slots=True)
class Series:
    """Values by the number of their hour, day, month, quarter or year; `unit` says which.

    `counts` says how many values each was made of where these were too few.
    """

    unit: Unit
    values: Mapping[int, Value]
    counts: Mapping[int, int]


def series(results: Mapping[int, Measured], unit: Unit = "hour") -> Mapping[int, Measured]:
    """Results that say something, by their hour or day."""
    return {at: one for at, one in results.items() if one.kind not in ("missing", "unreadable")}


def statistic(one: Statistic, source: Series) -> Series:
    """The statistic of every period in which there is a value, not rounded."""
    windows = _running(one, source) if one.over is None else _calendar(one, source)
    unit = source.unit if one.over is None else one.over
    values: dict[int, Value] = {}
    counts: dict[int, int] = {}
    for period, places in windows.items():
        own = [source.values[at] for at in places if at in source.values]
        if not own:
            continue
        found = _taken(one, own)
        full = len(own) >= one.at_least and _months_full(one, period, source)
        above = found is not None and _above(found[0], one)
        if full or above:
            values[period] = found
        else:
            counts[period] = len(own)
    return Series(unit, values, counts)


def counted(
    results: Mapping[int, Measured], one: Statistic, characteristic: Characteristic, unit: Unit
) -> Series:
    """Results as the statistic counts them."""
    return Series(
        unit,
        {at: value_of(each, one.censored, characteristic) for at, each in series(results).items()},
        {},
    )


def measured(value: Value, one: Statistic) -> Measured:
    """A statistic as a result that can be judged, rounded (GB/T 8170)."""
    if value is None:
        return Measured("between", range=Interval())
    ends = [_rounded(end, one.step) for end in value]
    if not one.sure:
        ends += value
    low, high = standing_for(min(ends)), standing_for(max(ends))
    if low == high:
        return Measured("number", low)
    return Measured(
        "between", range=Interval(Bound(low, place_of(low)), Bound(high, place_of(high)))
    )


def value_of(result: Measured, censored: Censored, characteristic: Characteristic) -> Value:
    """What a result counts as."""
    number = None if result.number is None else Fraction(result.number)
    if result.kind == "number" and number is not None:
        return number, number
    if result.kind == "between" and result.range and result.range.low and result.range.high:
        return Fraction(result.range.low.value), Fraction(result.range.high.value)
    if censored == "zero" and result.kind in ("below", "not-detected"):
        return Fraction(), Fraction()
    if result.kind != "below" or number is None:
        return None
    if censored != "undetermined":
        number = number / 2 if censored == "half" else number
        return number, number
    if characteristic.least is None:
        return None
    least = Fraction(characteristic.least)
    return min(least, number), max(least, number)


def _running(one: Statistic, source: Series) -> dict[int, range]:
    """The window that ends with each step of the series, to the end of its last day."""
    if not source.values:
        return {}
    last = one.last or 1
    first, end = min(source.values), max(source.values)
    if source.unit == "hour":
        end = calendar.day_of(end) * 24 + 24
    return {at: range(at - last + 1, at + 1) for at in range(first, end + 1)}


def _calendar(one: Statistic, source: Series) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for at in sorted(source.values):
        if source.unit == "hour":
            if not one.hours[0] <= calendar.hour_in_day(at) <= one.hours[1]:
                continue
            day = calendar.day_of(at)
        else:
            day = _first(at, source.unit)
        found.setdefault(calendar.period_of(day, one.over or "day"), []).append(at)
    return found


def _first(period: int, unit: Unit) -> int:
    return period if unit == "day" else calendar.first_day(period * calendar.LENGTHS[unit])


def _months_full(one: Statistic, period: int, source: Series) -> bool:
    """Whether every month of the period has values enough."""
    if not one.each_month:
        return True
    found = dict.fromkeys(calendar.months_of(period, one.over or "year"), 0)
    for at in source.values:
        day = calendar.day_of(at) if source.unit == "hour" else _first(at, source.unit)
        month = calendar.month_of(day)
        if month in found:
            found[month] += 1
    return all(
        count >= (one.february if calendar.is_february(month) else one.each_month)
        for month, count in found.items()
    )


def _taken(one: Statistic, own: list[Value]) -> Value:
    known = [value for value in own if value is not None]
    if len(known) < len(own):
        return None
    low, high = (_of([_rounded(value[end], one.before) for value in known], one) for end in (0, 1))
    return low, high


def _rounded(value: Fraction, step: Decimal | None) -> Fraction:
    return value if step is None else Fraction(rounded(standing_for(value), step))


def _above(value: Fraction, one: Statistic) -> bool:
    """Whether it is valid whatever is missing: the whole would be no less."""
    return one.or_above is not None and _rounded(value, one.step) > Fraction(one.or_above)


def _of(values: list[Fraction], one: Statistic) -> Fraction:
    if one.take == "mean":
        return sum(values, Fraction()) / len(values)
    if one.take == "sum":
        return sum(values, Fraction())
    if one.take == "energy":
        # No fraction: it is what it is rounded to.
        return _rounded(Fraction(energetic_mean(values)), one.step)
    if one.take == "percentile":
        return percentile(values, Fraction(one.share))
    return max(values) if one.take == "max" else min(values)


def percentile(values: Iterable[Fraction], share: Fraction) -> Fraction:
    """The value at the place 1+(n−1)p of those in their order, on the line between two (HJ 663, A.6).

    >>> percentile([Fraction(one) for one in (10, 20, 30)], Fraction(3, 4))
    Fraction(25, 1)
    """
    ordered = sorted(values)
    whole, rest = divmod((len(ordered) - 1) * share, 1)
    low = ordered[whole]
    return low if not rest else low + rest * (ordered[whole + 1] - low)
