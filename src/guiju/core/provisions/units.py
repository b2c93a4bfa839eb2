"""Limits in the unit of the data (单位换算): the limit is converted, the data never are.

Multiplying data would move a quarter of all decimals off their value; a limit is converted once,
exactly.
"""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Context, Decimal, Inexact

from guiju.core.errors import InputError
from guiju.core.provisions.interval import Bound, Interval
from guiju.core.provisions.model import Characteristic, Index, Ladder, Rule, RuleSet
from guiju.core.provisions.words import folded
from guiju.core.provisions.written import Limit
from guiju.core.units import factors

_EXACT = Context(prec=60, traps=[Inexact])


class UnitError(InputError):
    """A unit that cannot be converted into that of the limit (单位不能换算)."""

    code = "provisions.unit"
    zh = "“{subject}”的单位“{unit}”不能换算为规则中的“{wanted}”。请改列名中的单位，或换算数据后再试。"
    en = "The unit “{unit}” of “{subject}” cannot be converted into “{wanted}” of the rules. Change the unit in the head or convert the data."


def in_units(rules: RuleSet, units: Mapping[str, str]) -> RuleSet:
    """The same rules with limits in these units, by characteristic. Raises UnitError."""
    by = {
        name: factor
        for name, unit in units.items()
        if (factor := _factor(rules.characteristics[name], unit)) != 1
    }
    if not by:
        return rules
    return replace(
        rules,
        characteristics={
            name: _measured_in(one, units[name], by[name]) if name in by else one
            for name, one in rules.characteristics.items()
        },
        rules=tuple(_rule(one, by) for one in rules.rules),
        ladders=tuple(_ladder(one, by) for one in rules.ladders),
        indices=tuple(_index(one, by) for one in rules.indices),
    )


def _factor(characteristic: Characteristic, unit: str) -> Decimal:
    """By what to multiply a limit; no unit in the data is the unit of the rules."""
    if not unit or folded(unit) == folded(characteristic.unit):
        return Decimal(1)
    both = factors(characteristic.unit, unit)
    if both is None:
        raise UnitError(characteristic.name.zh, unit=unit, wanted=characteristic.unit)
    try:
        return _EXACT.divide(both[0], both[1])
    except Inexact:
        raise UnitError(characteristic.name.zh, unit=unit, wanted=characteristic.unit) from None


def _measured_in(one: Characteristic, unit: str, by: Decimal) -> Characteristic:
    least = None if one.least is None else _EXACT.multiply(one.least, by)
    return replace(one, unit=unit, least=least)


def _rule(rule: Rule, by: Mapping[str, Decimal]) -> Rule:
    factor = by.get(rule.characteristic)
    return rule if factor is None else replace(rule, limit=_limit(rule.limit, factor))


def _ladder(ladder: Ladder, by: Mapping[str, Decimal]) -> Ladder:
    rungs = tuple(
        replace(rung, limits=tuple(_limit(one, by[rung.characteristic]) for one in rung.limits))
        if rung.characteristic in by
        else rung
        for rung in ladder.rungs
    )
    return replace(ladder, rungs=rungs)


def _index(index: Index, by: Mapping[str, Decimal]) -> Index:
    scales = tuple(
        replace(
            scale,
            points=tuple(_EXACT.multiply(one, by[scale.characteristic]) for one in scale.points),
        )
        if scale.characteristic in by
        else scale
        for scale in index.scales
    )
    return replace(index, scales=scales)


def _limit(limit: Limit, by: Decimal) -> Limit:
    if not isinstance(limit, Interval):
        return limit
    return replace(limit, low=_bound(limit.low, by), high=_bound(limit.high, by))


def _bound(end: Bound | None, by: Decimal) -> Bound | None:
    if end is None:
        return None
    value, step, origin = (_EXACT.multiply(one, by) for one in (end.value, end.step, end.origin))
    return Bound(value, step, end.closed, origin)
