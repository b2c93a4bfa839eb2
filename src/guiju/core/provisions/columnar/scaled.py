"""Columns as whole numbers (整数化): sums and quotients of decimals without an error.

A column of decimals is whole numbers over a power of ten. Where 64 bits do not hold what is made
of them, the whole numbers are Python's: slower, and as exact.
"""

from decimal import Decimal
from typing import Any

import numpy as np
from numpy.typing import NDArray

from guiju.core.provisions.columnar.columns import EXACT_DIGITS, Numbers

# Whole numbers: int64, or Python's own.
Wholes = NDArray[Any]
_MOST_PLACES = 15
BLOCK = 32_768
_ROOM = 1 << 62
# Limits of what is made of several results have at most so many decimals (one more when halved).
PLACES = 9


def scaled(numbers: Numbers) -> tuple[Wholes, int]:
    """The numbers times a power of ten, whole, and that power; NaN is 0.

    Every number is the nearest to one decimal of at most fifteen digits: that decimal is meant.
    """
    whole = np.empty(len(numbers), np.int64)
    places = 0
    while places <= _MOST_PLACES:
        # A part of a column fits the processor's cache.
        for start in range(0, len(numbers), BLOCK):
            here = slice(start, start + BLOCK)
            if not _scaled(numbers[here], places, whole[here]):
                places += 1
                break
        else:
            return whole, places
    return _exactly(np.where(np.isnan(numbers), 0.0, numbers))


def _scaled(numbers: Numbers, places: int, out: Wholes) -> bool:
    """Whether all of them are whole numbers over that power of ten, which are put into `out`."""
    power = 10.0**places
    whole = numbers * power
    np.rint(whole, out=whole)
    # The quotient of two exact numbers is the nearest to the decimal.
    right = whole / power == numbers
    if not right.all():
        absent = np.isnan(numbers)
        if not (right | absent).all():
            return False
        whole[absent] = 0.0
    if len(whole) and max(whole.max(), -whole.min()) >= 10.0**EXACT_DIGITS:
        return False
    out[:] = whole
    return True


def _exactly(numbers: Numbers) -> tuple[Wholes, int]:
    decimals = [Decimal(repr(float(one))) for one in numbers]
    places = max((-_exponent(one) for one in decimals), default=0)
    places = max(places, 0)
    whole = np.empty(len(decimals), object)
    whole[:] = [int(one.scaleb(places)) for one in decimals]
    return whole, places


def _exponent(number: Decimal) -> int:
    found = number.normalize().as_tuple().exponent
    return found if isinstance(found, int) else 0


def roomy(wholes: Wholes, times: int) -> Wholes:
    """The same whole numbers, in a form that still holds them `times` as large."""
    if wholes.dtype == object:
        return wholes
    largest = int(np.abs(wholes).max(initial=0))
    return wholes if largest * times < _ROOM else wholes.astype(object)


def times(wholes: Wholes, factor: int) -> Wholes:
    """Multiplied, exactly."""
    if factor == 1:
        return wholes
    if factor >= _ROOM:
        wholes = wholes.astype(object)
    return roomy(wholes, factor) * factor


def half_even(wholes: Wholes, by: int) -> Wholes:
    """Divided and rounded to whole numbers, a tie to the even one (GB/T 8170)."""
    if by == 1:
        return wholes
    wholes = roomy(wholes, 2)
    if by * 2 >= _ROOM:
        wholes = wholes.astype(object)
    down = wholes // by
    twice = (wholes - down * by) * 2
    up = (twice > by) | ((twice == by) & (down % 2 == 1))
    found: Wholes = down + up.astype(down.dtype)
    return found


def quotients(wholes: Wholes, by: int) -> Numbers:
    """Divided: binary numbers that lie on the same side of every short decimal as the quotients.

    The nearest binary number to a quotient may be that of a limit beside it: it is moved off.
    Short is a decimal of at most PLACES places and EXACT_DIGITS digits.
    """
    if wholes.dtype == object or by * 10**PLACES >= _ROOM:
        return _slowly(wholes, by)
    down = wholes // by
    if np.abs(down).max(initial=0) >= 10 ** (EXACT_DIGITS - PLACES):
        return _slowly(wholes, by)
    rest = (wholes - down * by) * 10**PLACES
    below = rest // by
    nearest: Numbers = wholes / float(by)
    off = rest != below * by
    if off.any():
        lower = down * 10**PLACES + below
        low, high = lower / 10.0**PLACES, (lower + 1) / 10.0**PLACES
        moved = np.clip(nearest, np.nextafter(low, np.inf), np.nextafter(high, -np.inf))
        nearest = np.where(off, moved, nearest)
    return nearest


def _slowly(wholes: Wholes, by: int) -> Numbers:
    found = np.empty(wholes.shape, np.float64)
    for at, whole in np.ndenumerate(wholes):
        found[at] = _one(int(whole), by)
    return found


def _one(whole: int, by: int) -> float:
    nearest = whole / by
    power = 10 ** max(0, min(PLACES, EXACT_DIGITS - len(str(abs(whole) // by))))
    lower, rest = divmod(whole * power, by)
    if not rest:
        return nearest
    low, high = np.nextafter(lower / power, np.inf), np.nextafter((lower + 1) / power, -np.inf)
    return float(min(max(nearest, low), high))
