"""Ends of intervals as binary numbers (编译后的极限值), all closed."""

from decimal import Decimal

import numpy as np

from guiju.core.errors import InputError
from guiju.core.provisions.columnar.columns import EXACT_DIGITS, fits
from guiju.core.provisions.interval import Bound, Interval


class TooManyDigitsError(InputError):
    """A limit that binary numbers cannot hold (极限数值位数过多)."""

    code = "provisions.digits"
    zh = "极限数值“{subject}”超过15位有效数字，不能批量判定。请核对限值。"
    en = "The limit “{subject}” has more than 15 digits and cannot judge whole columns. Check the limit."


def low_end(interval: Interval) -> float:
    """The smallest binary number that passes."""
    return _end(interval.low, -np.inf, np.inf)


def high_end(interval: Interval) -> float:
    """The largest binary number that passes."""
    return _end(interval.high, np.inf, -np.inf)


def inner_low(interval: Interval) -> float:
    """The smallest binary number of a result that passes, whatever digits the limit has."""
    return _inner(interval.low, -np.inf, np.inf)


def inner_high(interval: Interval) -> float:
    """The largest binary number of a result that passes, whatever digits the limit has."""
    return _inner(interval.high, np.inf, -np.inf)


def _inner(end: Bound | None, without: float, inward: float) -> float:
    """Of all results at most one becomes the binary number nearest to the end: it decides."""
    if end is None:
        return without
    nearest = float(end.value)
    result = Decimal(f"{nearest:.{EXACT_DIGITS - 1}e}")
    apart = result - end.value if inward > 0 else end.value - result
    passes = apart > 0 or (apart == 0 and end.closed)
    return nearest if passes else float(np.nextafter(nearest, inward))


def _end(end: Bound | None, without: float, inward: float) -> float:
    """An open end is the next number inward: between the two stands no decimal that data hold."""
    if end is None:
        return without
    number = _binary(end.value)
    return number if end.closed else float(np.nextafter(number, inward))


def _binary(value: Decimal) -> float:
    if not fits(value):
        raise TooManyDigitsError(str(value))
    return float(value)
