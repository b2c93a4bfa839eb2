"""The same value in another unit (单位换算): a unit as a factor, what it measures in, its UCUM code."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Any, NamedTuple

from guiju.core.codes.tables import read_table

# 100mL, m3, s^-1, m-2: how many of a symbol, and its power.
_PART = re.compile(r"(?P<count>\d{1,6}(?=\D))?(?P<symbol>[^\d^-]+?)(?P<power>\^?-?[1-9])?")
_BASE = re.compile(r"([^\d\s-]+)(-?\d)?")
_TIMES = re.compile(r"[·•⋅∙・*]")
_SIGNS = str.maketrans({"\u2212": "-", "\u2013": "-", "每": "/"})
_SPACED = re.compile(r"(?<=[A-Za-zΩμ])[ \u3000]+(?=[A-Za-zΩμ])")


class Measure(NamedTuple):
    """`factor` times the basic units of `of`, each with its power."""

    factor: Fraction
    of: tuple[tuple[str, int], ...]


class _Symbol(NamedTuple):
    factor: Fraction
    base: str
    ucum: str


class _Part(NamedTuple):
    """So many of a symbol, to a power, which is negative behind the stroke."""

    symbol: _Symbol
    times: int
    power: int


@cache
def _table() -> dict[str, Any]:
    table: dict[str, Any] = read_table("units.yaml")
    return table


@cache
def measure(unit: str) -> Measure | None:
    """What a unit is made of; None for one that is not known.

    >>> measure("kg/m3")
    Measure(factor=Fraction(1000, 1), of=(('g', 1), ('m', -3)))
    """
    parts = _parts(unit)
    if not parts:
        return None
    factor, powers = Fraction(1), Counter[str]()
    for part in parts:
        factor *= (part.symbol.factor * part.times) ** part.power
        for base, power in _powers(part.symbol.base):
            powers[base] += part.power * power
    return Measure(factor, tuple(sorted((base, power) for base, power in powers.items() if power)))


@cache
def ucum(unit: str) -> str | None:
    """The UCUM code of a unit in any of its spellings; None for one that is not known.

    >>> ucum("毫克/升"), ucum("µg·m⁻³"), ucum("MPN/100 mL"), ucum("度")
    ('mg/L', 'ug/m3', '{MPN}/(100.mL)', '{PtCo}')
    """
    parts = _parts(unit)
    if not parts:
        return None
    above = [_code(one) for one in parts if one.power > 0]
    below = [_code(one) for one in parts if one.power < 0]
    over = ".".join(above)
    if not below:
        return over
    under = ".".join(below)
    return f"{over}/({under})" if "." in under else f"{over}/{under}"


def _code(part: _Part) -> str:
    code = part.symbol.ucum
    power = str(abs(part.power)) if abs(part.power) > 1 else ""
    if power and not code.isalpha():
        code = f"({code})"
    return f"{part.times}.{code}{power}" if part.times > 1 else f"{code}{power}"


@cache
def _parts(unit: str) -> tuple[_Part, ...]:
    """A unit in its parts; none where one of them is not known."""
    plain = _plain(unit)
    plain = _plain(_table()["words"].get(plain, plain))
    found: list[_Part] = []
    for sign, written in _sides(plain):
        part = _part(written, sign)
        if part is None:
            return ()
        found.append(part)
    return tuple(found)


def _plain(unit: str) -> str:
    """One way of writing: μ and µ, ³ and 3, ㎎ and mg, ⁻¹ and -1 are the same."""
    plain = unicodedata.normalize("NFKC", unit).translate(_SIGNS)
    return "".join(_SPACED.sub("·", plain.strip()).split())


def _sides(plain: str) -> Iterator[tuple[int, str]]:
    """What is multiplied, 1, and what is divided by, -1."""
    for place, side in enumerate(plain.split("/")):
        sign = -1 if place else 1
        if _symbol(side) is not None:
            yield sign, side
            continue
        inner = side[1:-1] if side.startswith("(") and side.endswith(")") else side
        for part in _TIMES.split(inner):
            yield sign, part


def _part(written: str, sign: int) -> _Part | None:
    written = _plain(_table()["words"].get(written, written))
    symbol = _symbol(written)
    if symbol:
        return _Part(symbol, 1, sign)
    found = _PART.fullmatch(written)
    symbol = _symbol(found["symbol"]) if found else None
    if not found or not symbol or found["count"] == "0":
        return None
    power = int((found["power"] or "1").lstrip("^"))
    return _Part(symbol, int(found["count"] or 1), sign * power)


def _powers(base: str) -> tuple[tuple[str, int], ...]:
    """`N m-2` as N and m to their powers."""
    return tuple((one, int(by or 1)) for one, by in _BASE.findall(base) if one != "one")


@cache
def _symbols() -> dict[str, _Symbol]:
    """Symbols that stand by themselves, as they are written plainly."""
    table = _table()
    return {
        _plain(symbol): _Symbol(Fraction(own[0]), own[1], own[2] if len(own) > 2 else symbol)
        for symbol, own in (*table["prefixed"].items(), *table["alone"].items())
    }


@cache
def _prefixed() -> frozenset[str]:
    return frozenset(_plain(symbol) for symbol in _table()["prefixed"])


def _symbol(symbol: str) -> _Symbol | None:
    """A symbol with or without a prefix. What is a symbol whole is never a prefix and a rest."""
    table = _table()
    symbol = _plain(table["words"].get(symbol, symbol))
    own = _symbols().get(symbol)
    if own:
        return own
    for prefix, by in table["prefixes"].items():
        rest = symbol.removeprefix(prefix)
        if rest != symbol and rest in _prefixed():
            known = _symbols()[rest]
            code = "u" if prefix == "μ" else prefix
            return _Symbol(Fraction(by) * known.factor, known.base, f"{code}{known.ucum}")
    return None


def factors(old: str, new: str) -> tuple[Decimal, Decimal] | None:
    """By what to multiply values of both to compare them; None where they measure different things.

    Whole numbers, so that nothing is lost: per hour is 1 where per minute is 60.
    """
    if old == new:
        return Decimal(1), Decimal(1)
    one, other = measure(old), measure(new)
    if one is None or other is None or one.of != other.of:
        return None
    by = one.factor / other.factor
    return Decimal(by.numerator), Decimal(by.denominator)


def measured_words() -> list[str]:
    """Units that are written as words."""
    return list(_table()["words"])
