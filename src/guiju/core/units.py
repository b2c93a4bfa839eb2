"""The same value in another unit (单位换算): a unit as a factor and what it measures in."""

import re
from collections import Counter
from decimal import Decimal
from functools import cache
from typing import Any, NamedTuple

from guiju.core.codes.tables import read_table

_FACTOR = re.compile(r"([^\s\d²³⁻¹^-]+?)\^?(-?[1-9]|⁻?[¹²³])?")
_RAISED = str.maketrans("⁻¹²³", "-123")
_BASE = re.compile(r"([^\d\s-]+)(-?\d)?")
_TIMES = re.compile(r"[·•⋅∙・*]")


class Measure(NamedTuple):
    """`factor` times the basic units of `of`, each with its power."""

    factor: Decimal
    of: tuple[tuple[str, int], ...]


@cache
def _table() -> dict[str, Any]:
    table: dict[str, Any] = read_table("units.yaml")
    return table


@cache
def measure(unit: str) -> Measure | None:
    """What a unit is made of; None for one that is not known.

    >>> measure("kg/m3")
    Measure(factor=Decimal('1E+3'), of=(('g', 1), ('m', -3)))
    """
    unit = "".join(unit.split())
    unit = _table()["words"].get(unit, unit)
    factor, powers = Decimal(1), Counter[str]()
    for place, side in enumerate(unit.replace("／", "/").split("/")):
        for part in [side] if _simple(side) else _TIMES.split(side.strip("()（）")):
            known = _power_of(part)
            if known is None:
                return None
            sign = -1 if place else 1
            factor *= known[0] ** sign
            for base, power in known[1]:
                powers[base] += sign * power
    return Measure(factor, tuple(sorted((base, power) for base, power in powers.items() if power)))


def _power_of(part: str) -> Measure | None:
    simple = _simple(part)
    if simple:
        return Measure(simple[0], _powers(simple[1], 1))
    found = _FACTOR.fullmatch(part)
    simple = _simple(found[1]) if found else None
    if not found or not simple:
        return None
    power = int((found[2] or "1").translate(_RAISED))
    return Measure(simple[0] ** power, _powers(simple[1], power))


def _powers(base: str, power: int) -> tuple[tuple[str, int], ...]:
    """`N m-2` to a power."""
    return tuple((one, power * int(by or 1)) for one, by in _BASE.findall(base) if one != "one")


def _simple(symbol: str) -> tuple[Decimal, str] | None:
    """A symbol with or without a prefix: its factor and its basic unit."""
    table = _table()
    symbol = table["words"].get(symbol, symbol)
    own = table["alone"].get(symbol) or table["prefixed"].get(symbol)
    if own:
        return Decimal(own[0]), own[1]
    for prefix, by in table["prefixes"].items():
        rest = table["prefixed"].get(symbol[len(prefix) :])
        if rest and symbol.startswith(prefix):
            return Decimal(by) * Decimal(rest[0]), rest[1]
    return None


def factors(old: str, new: str) -> tuple[Decimal, Decimal] | None:
    """By what to multiply values of both to compare them; None where they measure different things."""
    if old == new:
        return Decimal(1), Decimal(1)
    one, other = measure(old), measure(new)
    if one is None or other is None or one.of != other.of:
        return None
    return one.factor, other.factor


def measured_words() -> list[str]:
    """Units that are written as words."""
    return list(_table()["words"])
