"""Limits in the unit of the data (单位换算): the limit is converted, the data never are.

Multiplying data would move a quarter of all decimals off their value; a limit is converted once,
exactly.
"""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal, Inexact

from guiju.core.errors import InputError
from guiju.core.provisions.composed import Derived, Statistic
from guiju.core.provisions.model import Attribute, Characteristic, Index, Ladder, Rule, RuleSet
from guiju.core.provisions.multiplied import EXACT, keyed_in_units, limit_times
from guiju.core.provisions.words import folded
from guiju.core.units import factors, ucum

_NO_UNITS: Mapping[str, str] = {}


class UnitError(InputError):
    """A unit that cannot be converted into that of the limit (单位不能换算)."""

    code = "provisions.unit"
    zh = "“{subject}”的单位“{unit}”不能换算为规则中的“{wanted}”。请改列名中的单位，或换算数据后再试。"
    en = "The unit “{unit}” of “{subject}” cannot be converted into “{wanted}” of the rules. Change the unit in the head or convert the data."


def in_units(
    rules: RuleSet, units: Mapping[str, str], attributes: Mapping[str, str] = _NO_UNITS
) -> RuleSet:
    """The same rules with limits in these units, by characteristic. Raises UnitError.

    `attributes` are units of attributes: their conditions, and the keys of tables, are converted.
    """
    rules = keyed_in_units(
        rules,
        {
            name: factor
            for name, unit in attributes.items()
            if (factor := _factor(rules.attributes[name], unit)) != 1
        },
        attributes,
    )
    by = {
        name: factor
        for name, unit in units.items()
        if (factor := _factor(rules.characteristics[name], unit)) != 1
    }
    if not by:
        return rules
    units = dict(units)
    for one in rules.statistics:
        if one.of in by and one.id not in units:
            units[one.id], by[one.id] = units[one.of], by[one.of]
    return replace(
        rules,
        characteristics={
            name: _measured_in(one, units[name], by[name]) if name in by else one
            for name, one in rules.characteristics.items()
        },
        rules=tuple(_rule(one, by) for one in rules.rules),
        ladders=tuple(_ladder(one, by) for one in rules.ladders),
        indices=tuple(_index(one, by) for one in rules.indices),
        derived=tuple(_derived(one, by) for one in rules.derived),
        statistics=tuple(_statistic(one, by) for one in rules.statistics),
    )


def _factor(characteristic: Characteristic | Attribute, unit: str) -> Decimal:
    """By what to multiply a limit; no unit in the data is the unit of the rules."""
    if not unit or folded(unit) == folded(characteristic.unit) or _bare(unit, characteristic.unit):
        return Decimal(1)
    both = factors(characteristic.unit, unit)
    if both is None:
        raise UnitError(characteristic.name.zh, unit=unit, wanted=characteristic.unit)
    try:
        return EXACT.divide(both[0], both[1])
    except Inexact:
        raise UnitError(characteristic.name.zh, unit=unit, wanted=characteristic.unit) from None


def _bare(unit: str, wanted: str) -> bool:
    """Whether neither is a unit: 无量纲 and pH say that there is none."""
    return not wanted and ucum(unit) in ("1", "[pH]")


def _measured_in(one: Characteristic, unit: str, by: Decimal) -> Characteristic:
    least = None if one.least is None else EXACT.multiply(one.least, by)
    return replace(one, unit=unit, least=least)


def _rule(rule: Rule, by: Mapping[str, Decimal]) -> Rule:
    factor = by.get(rule.characteristic)
    return rule if factor is None else replace(rule, limit=limit_times(rule.limit, factor))


def _ladder(ladder: Ladder, by: Mapping[str, Decimal]) -> Ladder:
    rungs = tuple(
        replace(
            rung, limits=tuple(limit_times(one, by[rung.characteristic]) for one in rung.limits)
        )
        if rung.characteristic in by
        else rung
        for rung in ladder.rungs
    )
    return replace(ladder, rungs=rungs)


def _index(index: Index, by: Mapping[str, Decimal]) -> Index:
    scales = tuple(
        replace(
            scale,
            points=tuple(EXACT.multiply(one, by[scale.characteristic]) for one in scale.points),
        )
        if scale.characteristic in by
        else scale
        for scale in index.scales
    )
    return replace(index, scales=scales)


def _derived(one: Derived, by: Mapping[str, Decimal]) -> Derived:
    """Each part is divided by a number of its own unit."""
    parts = tuple(
        (name, EXACT.multiply(divisor, by.get(name, Decimal(1)))) for name, divisor in one.parts
    )
    return replace(one, parts=parts)


def _statistic(one: Statistic, by: Mapping[str, Decimal]) -> Statistic:
    factor = by.get(one.of, Decimal(1))
    before, step, above = (
        None if number is None else EXACT.multiply(number, factor)
        for number in (one.before, one.step, one.or_above)
    )
    return replace(one, before=before, step=step, or_above=above)
