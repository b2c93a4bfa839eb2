"""Sums of results, each divided by a number (合成指标), exactly: this is what they mean.

三卤甲烷 is the sum of four results, each divided by its limit. A result below its detection limit
may be anything from 0 to that limit, and so may its share of the sum: the ends are added.
"""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Context, Decimal
from fractions import Fraction

from guiju.core.provisions.composed import Derived
from guiju.core.provisions.interval import Bound, Interval
from guiju.core.provisions.measured import Measured
from guiju.core.provisions.model import Characteristic, RuleSet
from guiju.core.provisions.rounding import place_of
from guiju.core.provisions.sample import Sample

# Limits of sums have fewer decimals than this.
PLACES = 60
_WIDE = Context(prec=400)
_NOTHING = Measured("missing")


def with_derived(sample: Sample, rules: RuleSet) -> Sample:
    """The sample with the sums that its results make; a sum that was reported itself stays."""
    results = dict(sample.results)
    for one in rules.derived:
        if one.id not in results:
            results[one.id] = derived(one, results, rules.characteristics)
    return replace(sample, results=results)


def derived(
    one: Derived, results: Mapping[str, Measured], known: Mapping[str, Characteristic]
) -> Measured:
    """The sum: a number, a range where a part is no number, missing where a part is missing.

    What is known of the parts may exceed a limit though one is missing: such a sum is "partial".
    """
    found = [(results.get(name, _NOTHING), known[name], by) for name, by in one.parts]
    if all(measured.kind == "missing" for measured, _, _ in found):
        return _NOTHING
    if all(measured.kind == "number" for measured, _, _ in found):
        total = sum(
            (Fraction(part.number or 0) / Fraction(by) for part, _, by in found), Fraction()
        )
        return Measured("number", standing_for(total))
    ranges = [(_range(measured, what), Fraction(by)) for measured, what, by in found]
    missing = any(measured.kind == "missing" for measured, _, _ in found)
    low = _ends([(own.low, by) for own, by in ranges])
    high = None if missing else _ends([(own.high, by) for own, by in ranges])
    return Measured("partial" if missing else "between", range=Interval(low, high))


def standing_for(value: Fraction) -> Decimal:
    """The number itself, or one on the same side of every decimal of fewer than PLACES places.

    >>> standing_for(Fraction(3, 8)), standing_for(Fraction(1, 3)) < Decimal("0.3333333334")
    (Decimal('0.375'), True)
    """
    rest = value.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    if rest == 1:
        return _WIDE.divide(Decimal(value.numerator), Decimal(value.denominator))
    whole = value.numerator * 10**PLACES // value.denominator
    return Decimal(whole * 10 + 1).scaleb(-PLACES - 1, _WIDE)


def _range(measured: Measured, characteristic: Characteristic) -> Interval:
    """All that a result may be."""
    least = characteristic.least
    zero = None if least is None else Bound(least, place_of(least))
    if measured.kind == "not-detected" and characteristic.undetected == "pass" and zero:
        return Interval(zero, zero)
    possible = None if measured.kind == "missing" else measured.possible(least)
    if possible is not None:
        return possible
    return Interval(replace(zero, closed=measured.kind != "above") if zero else None, None)


def _ends(ends: list[tuple[Bound | None, Fraction]]) -> Bound | None:
    total, closed = Fraction(), True
    for end, by in ends:
        if end is None:
            return None
        total += Fraction(end.value) / by
        closed = closed and end.closed
    value = standing_for(total)
    return Bound(value, place_of(value), closed)
