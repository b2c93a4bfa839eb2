"""A rule set as JSON Schema (导出为 JSON Schema): a sample that conforms is valid, as far as numbers go.

A sample is an object of numbers by characteristic and of attributes by their ids. What a schema
cannot say stands in its `$comment`.
"""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from guiju.core.provisions.grading import names_of
from guiju.core.provisions.interval import Comparison, Interval
from guiju.core.provisions.model import Condition, Lookup, Rule, RuleSet
from guiju.core.provisions.written import Limit

LIMITS = (
    "不能表达，应当用 guiju evaluate 判定：不确定（低于检出限的结果、没有说明的条件）；缺项与不适用的区别；"
    "推荐性条款；不确定的限值；内插的限值；统计值、比值之和、评分和指数。"
    "A schema cannot say, and guiju evaluate does: undetermined (results below a detection limit, attributes that "
    "were not told); missing apart from not applicable; recommendations; limits that are uncertain or lie between "
    "rows of a table; statistics, sums of ratios, scores and indices."
)
Schema = dict[str, Any]
_ENDS = {
    (True, True): "minimum", (True, False): "exclusiveMinimum",
    (False, True): "maximum", (False, False): "exclusiveMaximum",
}  # fmt: skip


def json_schema(rules: RuleSet, level: str = "") -> Schema:
    """The requirements; of a ladder the limits of `level`, the best one if it is not told."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"{rules.standard} {rules.title.zh} {rules.title.en}",
        "$comment": LIMITS,
        "type": "object",
        "properties": _properties(rules),
        "allOf": [*_rules(rules), *_rungs(rules, level)],
    }


def _properties(rules: RuleSet) -> Schema:
    found: Schema = {
        key: {
            "type": "number",
            "title": f"{one.name.zh} {one.name.en}",
            **({"description": one.unit} if one.unit else {}),
        }
        for key, one in rules.characteristics.items()
    }
    for key, one in rules.attributes.items():
        kind: Schema = {"enum": list(one.values)} if one.values else {"type": "number"}
        found[key] = {**kind, "title": f"{one.name.zh} {one.name.en}"}
    return found


def _rules(rules: RuleSet) -> Iterable[Schema]:
    by_id = {rule.id: rule for rule in rules.rules}
    for rule in rules.rules:
        if rule.modality == "requirement" and rule.certainty != "uncertain":
            title = f"{rule.clause} {rule.id}: {rule.written}".rstrip(": ")
            for when, limit in _cases(rule.when, rule.limit):
                asked = _asked(rule.characteristic, limit, rule.comparison, needed=True)
                yield {"title": title, **_if(when, _others(rule, by_id), asked)}


def _rungs(rules: RuleSet, level: str) -> Iterable[Schema]:
    for ladder in rules.ladders[:1]:
        at = names_of(ladder).index(level) if level else 0
        for rung in ladder.rungs:
            if rung.certainty != "uncertain" and at < len(ladder.levels):
                for when, limit in _cases(rung.when, rung.limits[at]):
                    asked = _asked(rung.characteristic, limit, ladder.comparison, needed=False)
                    yield {"title": f"{rung.clause} {ladder.levels[at]}", **_if(when, (), asked)}


def _cases(
    when: tuple[Condition, ...], limit: Limit | Lookup
) -> Iterable[tuple[tuple[Condition, ...], Limit]]:
    """The limit with its conditions, or each row of its table with its own."""
    if not isinstance(limit, Lookup):
        yield when, limit
        return
    for case in limit.cases:
        if isinstance(case.limit, Limit):
            yield (*when, *case.when), case.limit


def _others(rule: Rule, rules: Mapping[str, Rule]) -> tuple[Schema, ...]:
    """The exceptions under which it gives way."""
    return tuple(_when(rules[one].when) for one in sorted(rule.exceptions))


def _if(when: tuple[Condition, ...], others: tuple[Schema, ...], asked: Schema) -> Schema:
    conditions = [*([_when(when)] if when else []), *({"not": one} for one in others)]
    return {"if": {"allOf": conditions}, "then": asked} if conditions else asked


def _when(when: tuple[Condition, ...]) -> Schema:
    return {
        "allOf": [
            {
                "required": [one.attribute],
                "properties": {one.attribute: _condition(one)},
            }
            for one in when
        ]
    }


def _condition(one: Condition) -> Schema:
    return {"enum": sorted(one.values)} if one.interval is None else _interval(one.interval)


def _asked(of: str, limit: Limit, comparison: Comparison, *, needed: bool) -> Schema:
    """The limit on a characteristic; nothing may be found: of the numbers 0 alone."""
    own = _interval(limit.compared(comparison)) if isinstance(limit, Interval) else {"const": 0}
    return {"properties": {of: own}, **({"required": [of]} if needed else {})}


def _interval(interval: Interval) -> Schema:
    return {
        _ENDS[lower, end.closed]: _number(end.value)
        for lower, end in ((True, interval.low), (False, interval.high))
        if end is not None
    }


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)
