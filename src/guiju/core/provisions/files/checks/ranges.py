"""Ranges of numbers that decide (数值条件的区间): they neither overlap nor leave a gap.

Rules, rungs and scales on one characteristic that differ in one number only are a group. A gap is
right where an attribute says `gaps: true`, or where all of them stand for single numbers.
"""

from collections.abc import Iterator
from itertools import pairwise

from guiju.core.errors import Bilingual
from guiju.core.provisions.files.checks.conditions import (
    Group,
    Part,
    along,
    groups,
    pairs,
    together,
)
from guiju.core.provisions.files.nodes import Node, RuleFileError
from guiju.core.provisions.files.problems import Places
from guiju.core.provisions.interval import Interval
from guiju.core.provisions.model import Rule, RuleSet

_Placed = tuple[Interval, Node]


def overlaps(rules: RuleSet, places: Places) -> Iterator[RuleFileError]:
    """Of a ladder or an index, parts that hold together; of rules, ranges that do."""
    for group in groups(rules, places):
        for (one, first), (other, node) in pairs(group.parts):
            if not together(one, other) or _excepted(one, other):
                continue
            if isinstance(one, Rule) and along(one, other) is None:
                continue
            where = f"第 {first.line} 行" if first.line else "另一条"
            yield node.wrong(
                f"“{group.characteristic}”的适用条件与{where}的重叠",
                f"the conditions of “{group.characteristic}” overlap those of line {first.line}",
                Bilingual(
                    "请用 when 把它们分开，区间的共有端点只归一方，如“≤4500”和“>4500~7100”。",
                    "Part them with “when”; an end that they share belongs to one only: “≤4500” and “>4500~7100”.",
                ),
            )


def _excepted(one: Part, other: Part) -> bool:
    return (
        isinstance(one, Rule)
        and isinstance(other, Rule)
        and (one.id in other.exceptions or other.id in one.exceptions)
    )


def gaps(rules: RuleSet, places: Places) -> Iterator[RuleFileError]:
    """Numbers between the ranges of a group for which it says nothing."""
    allowed = {name for name, one in rules.attributes.items() if one.gaps}
    for group in groups(rules, places):
        for attribute, ranges in _ranges(group):
            if attribute not in allowed:
                yield from _between(group.characteristic, attribute, ranges)


def _ranges(group: Group) -> Iterator[tuple[str, list[_Placed]]]:
    """The ranges of one attribute, of parts that are alike in all else."""
    found: dict[tuple[object, ...], list[_Placed]] = {}
    for part, node in group.parts:
        for one in part.when:
            if one.interval is not None:
                others = frozenset(
                    (each.attribute, each.values, each.interval and _ends(each.interval))
                    for each in part.when
                    if each is not one
                )
                key: tuple[object, ...] = (one.attribute, others, part.since, part.until)
                found.setdefault(key, []).append((one.interval, node))
    for key, ranges in found.items():
        yield str(key[0]), ranges


def _ends(one: Interval) -> tuple[object, ...]:
    return tuple((end.value, end.closed) if end else None for end in (one.low, one.high))


def _between(name: str, attribute: str, ranges: list[_Placed]) -> Iterator[RuleFileError]:
    if all(one.low and one.high and one.low.value == one.high.value for one, _ in ranges):
        return
    ordered = sorted(ranges, key=_start)
    for (one, _), (other, node) in pairwise(ordered):
        high, low = one.high, other.low
        if high is None or low is None:
            continue
        if high.value < low.value or (
            high.value == low.value and not high.closed and not low.closed
        ):
            yield node.wrong(
                f"“{name}”在“{attribute}”的“{one.written}”与“{other.written}”之间没有规定",
                f"“{name}” says nothing between “{one.written}” and “{other.written}” of “{attribute}”",
                Bilingual(
                    f"请补上，或者在 attributes 的“{attribute}”写 gaps: true。",
                    f"Add it, or write “gaps: true” at “{attribute}” of the attributes.",
                ),
            )


def _start(placed: _Placed) -> tuple[bool, object, bool]:
    low = placed[0].low
    return (False, 0, False) if low is None else (True, low.value, not low.closed)
