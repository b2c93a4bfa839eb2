"""Energetic means of decibels (分贝的能量平均): 10·lg of the mean of 10^(L/10), to fifty digits."""

from collections.abc import Iterable
from decimal import Context, Decimal
from fractions import Fraction

_DIGITS = 60
_CONTEXT = Context(prec=_DIGITS)
# All levels alike have this very level as their mean; what is nearer to it than this is meant to be it.
_NEAR = Decimal("1E-45")


def energetic_mean(levels: Iterable[Fraction]) -> Decimal:
    """The mean level; a decimal that it meets to 45 digits is the mean itself.

    >>> energetic_mean([Fraction(60), Fraction(60)]), round(energetic_mean([Fraction(60), Fraction(50)]), 4)
    (Decimal('60'), Decimal('57.4036'))
    """
    ten = Decimal(10)
    powers = [
        _CONTEXT.power(ten, _CONTEXT.divide(Decimal(one.numerator), Decimal(one.denominator * 10)))
        for one in levels
    ]
    total = Decimal(0)
    for power in powers:
        total = _CONTEXT.add(total, power)
    mean = _CONTEXT.divide(total, Decimal(len(powers)))
    level = _CONTEXT.multiply(ten, _CONTEXT.log10(mean))
    short = _CONTEXT.quantize(level, Decimal("1E-20")).normalize()
    return short if abs(_CONTEXT.subtract(level, short)) < _NEAR else level
