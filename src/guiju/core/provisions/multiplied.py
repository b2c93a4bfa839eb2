"""Limits and keys times a number (限值和键的换算): exactly, or not at all."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Context, Decimal, Inexact

from guiju.core.provisions.interval import Bound, Interval
from guiju.core.provisions.model import (
    Attribute,
    Between,
    Case,
    Condition,
    Lookup,
    RuleSet,
)
from guiju.core.provisions.written import Limit

EXACT = Context(prec=60, traps=[Inexact])
When = tuple[Condition, ...]


def limit_times(limit: Limit | Lookup, by: Decimal) -> Limit | Lookup:
    """A limit in another unit; of a table that of every row."""
    if not isinstance(limit, Lookup):
        return _times(limit, by)
    cases = (replace(one, limit=_case_times(one.limit, by)) for one in limit.cases)
    return replace(limit, cases=tuple(cases))


def _case_times(limit: Limit | Between | None, by: Decimal) -> Limit | Between | None:
    if limit is None:
        return None
    if not isinstance(limit, Between):
        return _times(limit, by)
    if limit.at_start is None or limit.at_end is None:
        return limit
    return replace(
        limit, at_start=_interval(limit.at_start, by), at_end=_interval(limit.at_end, by)
    )


def _times(limit: Limit, by: Decimal) -> Limit:
    return _interval(limit, by) if isinstance(limit, Interval) else limit


def _interval(interval: Interval, by: Decimal) -> Interval:
    return replace(interval, low=_bound(interval.low, by), high=_bound(interval.high, by))


def _bound(end: Bound | None, by: Decimal) -> Bound | None:
    if end is None:
        return None
    value, step, origin = (EXACT.multiply(one, by) for one in (end.value, end.step, end.origin))
    return Bound(value, step, end.closed, origin)


def keyed_in_units(rules: RuleSet, by: Mapping[str, Decimal], units: Mapping[str, str]) -> RuleSet:
    """The same rules for attributes in these units: conditions and keys of tables times a factor."""
    if not by:
        return rules
    return replace(
        rules,
        attributes={
            name: _attribute(one, by[name], units[name]) if name in by else one
            for name, one in rules.attributes.items()
        },
        rules=tuple(
            replace(one, when=_when(one.when, by), limit=_keyed(one.limit, by))
            for one in rules.rules
        ),
        ladders=tuple(
            replace(
                ladder,
                rungs=tuple(
                    replace(
                        one,
                        when=_when(one.when, by),
                        limits=tuple(_keyed(limit, by) for limit in one.limits),
                    )
                    for one in ladder.rungs
                ),
            )
            for ladder in rules.ladders
        ),
        indices=tuple(
            replace(
                index,
                scales=tuple(replace(one, when=_when(one.when, by)) for one in index.scales),
            )
            for index in rules.indices
        ),
    )


def _attribute(one: Attribute, by: Decimal, unit: str) -> Attribute:
    default = str(EXACT.multiply(Decimal(one.default), by)) if one.default else ""
    return replace(one, unit=unit, default=default)


def _when(when: When, by: Mapping[str, Decimal]) -> When:
    return tuple(
        replace(one, interval=_interval(one.interval, by[one.attribute]))
        if one.attribute in by and one.interval is not None
        else one
        for one in when
    )


def _keyed(limit: Limit | Lookup, by: Mapping[str, Decimal]) -> Limit | Lookup:
    if not isinstance(limit, Lookup):
        return limit
    return replace(limit, cases=tuple(_case(one, by) for one in limit.cases))


def _case(case: Case, by: Mapping[str, Decimal]) -> Case:
    limit = case.limit
    if isinstance(limit, Between) and limit.attribute in by:
        factor = by[limit.attribute]
        start, end = (EXACT.multiply(one, factor) for one in (limit.start, limit.end))
        limit = replace(limit, start=start, end=end)
    return Case(_when(case.when, by), limit)
