"""Limits looked up in a table (查表): the row that holds, never the nearest; exact between two rows."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal
from fractions import Fraction

from guiju.core.errors import Bilingual
from guiju.core.provisions.interval import Bound, Interval
from guiju.core.provisions.model import Between, Case, Lookup
from guiju.core.provisions.sample import Attributes, applies
from guiju.core.provisions.written import Limit

# More digits than any result that can be read has: a number on the line that has more of them can
# be moved inward to so many, and no result lies between the two.
_DIGITS = 100


@dataclass(frozen=True, slots=True)
class Found:
    """The limit that holds; None with a reason (there is none), or with attributes not told."""

    limit: Limit | None
    reason: Bilingual | None = None
    unknown: tuple[str, ...] = ()
    outside: bool = False


def looked_up(limit: Limit | Lookup, attributes: Attributes) -> Found:
    """What is asked of a thing with these attributes; `outside` says that no row is for it."""
    if not isinstance(limit, Lookup):
        return Found(limit)
    unknown: dict[str, None] = {}
    for case in limit.cases:
        holds = applies(case.when, attributes)
        if holds:
            return _held(limit, case, attributes)
        if holds is None:
            unknown |= {one.attribute: None for one in case.when if one.attribute not in attributes}
    if unknown:
        return Found(None, unknown=tuple(unknown))
    return Found(None, _no_row(limit, attributes), outside=True)


def _held(lookup: Lookup, case: Case, attributes: Attributes) -> Found:
    limit = case.limit
    if isinstance(limit, Between):
        # Its case holds: there is such a number.
        limit = on_the_line(limit, Decimal(attributes[limit.attribute]))
    if limit is not None:
        return Found(limit)
    nothing = Bilingual(f"{lookup.clause}对此没有要求", f"{lookup.clause} asks for nothing here")
    return Found(None, nothing)


def _no_row(lookup: Lookup, attributes: Attributes) -> Bilingual:
    told = [(name, attributes.get(key)) for key, name in lookup.names]
    zh = "、".join(f"{name.zh} {value}" for name, value in told if value is not None)
    en = ", ".join(f"{name.en} {value}" for name, value in told if value is not None)
    return Bilingual(f"{lookup.clause}没有“{zh}”的规定", f"{lookup.clause} says nothing of “{en}”")


def on_the_line(between: Between, at: Decimal | Fraction) -> Interval | None:
    """The limit at a number between two rows, exactly; its step is the finer of the two rows'."""
    start, end = between.at_start, between.at_end
    if start is None or end is None:
        return None
    share = (Fraction(at) - Fraction(between.start)) / (
        Fraction(between.end) - Fraction(between.start)
    )
    low = _end(start.low, end.low, share, up=True)
    high = _end(start.high, end.high, share, up=False)
    return Interval(low, high, f"{start.written}…{end.written}")


def _end(one: Bound | None, other: Bound | None, share: Fraction, *, up: bool) -> Bound | None:
    if one is None or other is None:
        return None
    value = Fraction(one.value) + share * (Fraction(other.value) - Fraction(one.value))
    return Bound(_inward(value, up=up), min(one.step, other.step), one.closed and other.closed)


def _inward(value: Fraction, *, up: bool) -> Decimal:
    """The value, or where it never ends the next decimal that passes."""
    context = Context(prec=_DIGITS, rounding=ROUND_CEILING if up else ROUND_FLOOR)
    return context.divide(Decimal(value.numerator), Decimal(value.denominator)).normalize(context)


def keys_of(limits: Iterable[Limit | Lookup]) -> tuple[str, ...]:
    """The attributes by which limits are looked up."""
    return tuple(
        dict.fromkeys(key for one in limits if isinstance(one, Lookup) for key, _ in one.names)
    )
