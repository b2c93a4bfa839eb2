"""Rounding by GB/T 8170 (数值修约): half to even, once, to any step.

A step (修约间隔) is a power of ten, 0.5 or 0.2 of one. Floats have no place here: 2.675 is not a
float, and a tie must be a tie.
"""

from dataclasses import dataclass
from decimal import Context, Decimal
from fractions import Fraction
from typing import Literal

Mark = Literal["", "+", "-"]
# Of both signs in one number there is no more to lose than digits: no measured value has so many.
_EXACT = Context(prec=200)


def place_of(number: Decimal) -> Decimal:
    """The step of the last digit that is written: 0.50 → 0.01, 14 → 1, 1.4E+3 → 100."""
    exponent = number.as_tuple().exponent
    if not isinstance(exponent, int):
        raise ValueError(f"{number} is no number")
    return Decimal((0, (1,), exponent))


def rounded(number: Decimal, step: Decimal, mark: Mark = "") -> Decimal:
    """The number to the nearest whole step; a tie goes to the even one (GB/T 8170, 3.2 to 3.4).

    `mark` tells that the number was rounded before (报出值): "+" that it was cut and is really
    more, "-" that it was raised and is really less; a tie is then none (3.3.2). By absolute value.

    >>> rounded(Decimal("-12.50"), Decimal("1"))
    Decimal('-12')
    >>> rounded(Decimal("60.25"), Decimal("0.5"))
    Decimal('60.0')
    >>> rounded(Decimal("16.50"), Decimal("1"), "-")
    Decimal('16')
    """
    steps = Fraction(number) / Fraction(step)
    whole, rest = divmod(abs(steps), 1)
    half = Fraction(1, 2)
    up = rest > half or (rest == half and (mark == "+" or (mark == "" and whole % 2 == 1)))
    counted = int(whole) + int(up)
    return _EXACT.multiply(Decimal(-counted if steps < 0 else counted), step)


def significant(number: Decimal, digits: int) -> Decimal:
    """The number to so many significant digits (有效数字).

    >>> significant(Decimal("9.996"), 3), significant(Decimal("1250"), 2)
    (Decimal('10.0'), Decimal('1.2E+3'))
    """
    if not number:
        return number
    step = Decimal((0, (1,), number.adjusted() - digits + 1))
    first = rounded(number, step)
    return first if first.adjusted() == number.adjusted() else rounded(number, step.scaleb(1))


@dataclass(frozen=True, slots=True)
class Reported:
    """A number that was rounded and says which way (报出值): `16.50+`, `16.50-`, `16.50`."""

    number: Decimal
    mark: Mark = ""

    def to(self, step: Decimal) -> "Reported":
        """Rounded, with the mark for whoever rounds next; one rounding is the rule (3.3.1)."""
        last = rounded(self.number, step, self.mark)
        size, was = abs(last), abs(self.number)
        mark: Mark = self.mark if size == was else "+" if size < was else "-"
        return Reported(last, mark)
