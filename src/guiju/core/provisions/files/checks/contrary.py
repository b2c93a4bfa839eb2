"""Rules that contradict each other (规则矛盾): which of them gives way must be said with `except`."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import product

from guiju.core.errors import Bilingual
from guiju.core.provisions.files.checks.conditions import (
    When,
    agree,
    along,
    asked,
    pairs,
    same_time,
    together,
)
from guiju.core.provisions.files.nodes import Node, RuleFileError
from guiju.core.provisions.files.problems import Places
from guiju.core.provisions.interval import Bound, Interval
from guiju.core.provisions.model import Lookup, Rule, RuleSet
from guiju.core.provisions.written import Limit

Asks = tuple[When, Limit]
_EXCEPT = Bilingual(
    "请在让位的一条写 except，或用 when 分开适用条件。",
    "Write “except” in the one that gives way, or part them with “when”.",
)
_ONCE = Bilingual("请删去一条。", "Remove one of them.")
_NEVER = Bilingual("请删去这一项例外。", "Remove this exception.")


def contradictions(rules: RuleSet, places: Places) -> Iterator[RuleFileError]:
    """The same rule twice, and rules that hold together and let different things pass.

    Those that differ in one number only are the business of `ranges`.
    """
    by: dict[str, list[tuple[Rule, Node]]] = {}
    for at, rule in enumerate(rules.rules):
        if rule.modality != "permission":
            by.setdefault(rule.characteristic, []).append((rule, places.at("rules", at)))
    for those in by.values():
        for (one, _), (other, node) in pairs(those):
            if one.id not in other.exceptions and other.id not in one.exceptions:
                yield from _between(one, other, node)


def _between(one: Rule, other: Rule, node: Node) -> Iterator[RuleFileError]:
    if not same_time(one, other) or not agree(one.when, other.when):
        return
    if one.modality == other.modality and along(one, other):
        return
    if _twice(one, other):
        yield node.wrong(f"与规则“{one.id}”完全相同", f"it is the same as rule “{one.id}”", _ONCE)
    elif _contrary(one, other):
        yield node.wrong(
            f"与规则“{one.id}”可以同时适用，限值“{one.written}”与“{other.written}”不一致",
            f"it can hold together with rule “{one.id}”, and “{one.written}” and “{other.written}” disagree",
            _EXCEPT,
        )


def _twice(one: Rule, other: Rule) -> bool:
    return (
        one.modality == other.modality
        and set(one.when) == set(other.when)
        and (
            one.written == other.written
            or (
                isinstance(one.limit, Interval)
                and isinstance(other.limit, Interval)
                and one.limit.within(other.limit)
                and other.limit.within(one.limit)
            )
        )
    )


def _contrary(one: Rule, other: Rule) -> bool:
    """Of a recommendation only what nothing can meet: it may well ask for more than is required."""
    both = one.modality == other.modality
    if isinstance(one.limit, Interval) and isinstance(other.limit, Interval):
        first, second = one.limit, other.limit
        asks_other = _differ(first, second) if both else _apart(first, second)
        return asks_other and agree(one.when, other.when)
    return any(
        agree(when, then) and (_differ(first, second) if both else _apart(first, second))
        for (when, first), (then, second) in _cases(one, other)
    )


def _cases(one: Rule, other: Rule) -> Iterator[tuple[Asks, Asks]]:
    """What both ask: of one table row by row, for of its rows at most one holds."""
    first, second = one.limit, other.limit
    if isinstance(first, Lookup) and isinstance(second, Lookup) and first.table == second.table:
        for case, its in zip(first.cases, second.cases, strict=True):
            mine, theirs = replace(first, cases=(case,)), replace(second, cases=(its,))
            yield from product(asked(replace(one, limit=mine)), asked(replace(other, limit=theirs)))
        return
    yield from product(asked(one), asked(other))


def _differ(one: Limit, other: Limit) -> bool:
    """Whether an end of one is not that of the other; ≥6.5 and ≤8.5 go together."""
    if not (isinstance(one, Interval) and isinstance(other, Interval)):
        return isinstance(one, Interval) or isinstance(other, Interval)
    pairs = ((one.low, other.low), (one.high, other.high))
    return _apart(one, other) or any(a and b and _end(a) != _end(b) for a, b in pairs)


def _apart(one: Limit, other: Limit) -> bool:
    """Whether nothing meets both."""
    return isinstance(one, Interval) and isinstance(other, Interval) and not one.meets(other)


def _end(bound: Bound) -> tuple[object, bool]:
    return bound.value, bound.closed


def circles(rules: RuleSet, places: Places) -> Iterator[RuleFileError]:
    """Exceptions that lead back to where they began: none of these rules would ever hold."""
    exceptions = {rule.id: sorted(rule.exceptions) for rule in rules.rules}
    seen: set[str] = set()
    for at, rule in enumerate(rules.rules):
        circle = _circle(rule.id, exceptions)
        if circle and not seen & set(circle):
            seen |= set(circle)
            way = " → ".join((*circle, circle[0]))
            yield places.at("rules", at, "except").wrong(
                f"例外成环：{way}",
                f"the exceptions form a circle: {way}",
                Bilingual("请删去其中一项 except。", "Remove one “except” of it."),
            )


def _circle(start: str, exceptions: dict[str, list[str]]) -> tuple[str, ...]:
    """A way from a rule back to it."""
    ways: list[tuple[str, ...]] = [(start,)]
    seen: set[str] = set()
    while ways:
        way = ways.pop()
        for one in exceptions.get(way[-1], ()):
            if one == start:
                return way
            if one not in seen:
                seen.add(one)
                ways.append((*way, one))
    return ()


def idle_exceptions(rules: RuleSet, places: Places) -> Iterator[RuleFileError]:
    """Exceptions for rules that never hold when this one does."""
    known = {rule.id: rule for rule in rules.rules}
    for at, rule in enumerate(rules.rules):
        for name in sorted(rule.exceptions & known.keys()):
            if not together(rule, known[name]):
                yield places.at("rules", at, "except").wrong(
                    f"规则“{name}”与本条不会同时适用，例外没有作用",
                    f"rule “{name}” never holds together with this one: the exception does nothing",
                    _NEVER,
                )
