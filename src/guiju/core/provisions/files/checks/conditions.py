"""When parts of a rule set hold (适用条件的关系): whether two can hold at once."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations
from typing import TypeVar

from guiju.core.provisions.files.nodes import Node
from guiju.core.provisions.files.problems import Places
from guiju.core.provisions.model import Between, Condition, Lookup, Rule, RuleSet, Rung, Scale
from guiju.core.provisions.written import Limit

Part = Rule | Rung | Scale
When = tuple[Condition, ...]
P = TypeVar("P", bound=Part)


@dataclass(frozen=True, slots=True)
class Group:
    """Parts of one kind on one characteristic, each with its place: `rules`, or those of a ladder."""

    kind: str
    characteristic: str
    parts: tuple[tuple[Part, Node], ...]


def groups(rules: RuleSet, places: Places) -> Iterator[Group]:
    """All parts by what they stand in and what they are on; rules also by their modality."""
    for modality in ("requirement", "recommendation", "permission"):
        yield from _by_characteristic(
            f"rules {modality}",
            [
                (rule, places.at("rules", at))
                for at, rule in enumerate(rules.rules)
                if rule.modality == modality
            ],
        )
    for ladder in rules.ladders:
        rungs = [
            (one, places.at("ladders", ladder.id, "limits", at))
            for at, one in enumerate(ladder.rungs)
        ]
        yield from _by_characteristic(f"ladder {ladder.id}", rungs)
    for index in rules.indices:
        scales = [
            (one, places.at("indices", index.id, "scales", at))
            for at, one in enumerate(index.scales)
        ]
        yield from _by_characteristic(f"index {index.id}", scales)


def _by_characteristic(
    kind: str, parts: list[tuple[Rule, Node]] | list[tuple[Rung, Node]] | list[tuple[Scale, Node]]
) -> Iterator[Group]:
    found: dict[str, list[tuple[Part, Node]]] = {}
    for part, node in parts:
        found.setdefault(part.characteristic, []).append((part, node))
    for name, those in found.items():
        yield Group(kind, name, tuple(those))


def pairs(parts: Sequence[tuple[P, Node]]) -> Iterator[tuple[tuple[P, Node], tuple[P, Node]]]:
    """Every two that may hold together, the earlier first: those apart in a number are passed over.

    A large file would otherwise be held together millions of times.
    """
    counted = Counter(
        one.attribute for part, _ in parts for one in part.when if one.interval is not None
    )
    if not counted:
        yield from combinations(parts, 2)
        return
    (name, _), *_ = counted.most_common(1)
    ends = [_ends_of(part.when, name) for part, _ in parts]
    open_ones: list[int] = []
    for at in sorted(range(len(parts)), key=lambda one: ends[one][0]):
        open_ones = [one for one in open_ones if ends[one][1] >= ends[at][0]]
        for one in open_ones:
            yield parts[min(one, at)], parts[max(one, at)]
        open_ones.append(at)


def _ends_of(when: When, name: str) -> tuple[Decimal, Decimal]:
    """From where to where a number may lie, without limits where it is no condition."""
    one = next((each.interval for each in when if each.attribute == name and each.interval), None)
    low, high = (None, None) if one is None else (one.low, one.high)
    return low.value if low else Decimal("-Infinity"), high.value if high else Decimal("Infinity")


def together(one: Part, other: Part) -> bool:
    """Whether both can hold of the same thing on the same day."""
    return same_time(one, other) and agree(one.when, other.when)


def same_time(one: Part, other: Part) -> bool:
    """Whether there is a day on which both are in force."""
    return not (
        (one.until is not None and other.since is not None and one.until <= other.since)
        or (other.until is not None and one.since is not None and other.until <= one.since)
    )


def agree(one: When, other: When) -> bool:
    """Whether all of these conditions can hold at once."""
    for a in one:
        for b in other:
            if a.attribute == b.attribute and not _meet(a, b):
                return False
    return True


def _meet(one: Condition, other: Condition) -> bool:
    if one.interval is not None and other.interval is not None:
        return one.interval.meets(other.interval)
    return bool(one.values & other.values)


def asked(rule: Rule) -> Iterator[tuple[When, Limit]]:
    """What a rule asks and when: of a table every row. What lies between rows is as the rows are."""
    if not isinstance(rule.limit, Lookup):
        yield rule.when, rule.limit
        return
    for case in rule.limit.cases:
        if case.limit is not None and not isinstance(case.limit, Between):
            yield (*rule.when, *case.when), case.limit


def along(one: Part, other: Part) -> str | None:
    """The attribute with a number in which alone both differ."""
    mine = {condition.attribute: condition for condition in one.when}
    theirs = {condition.attribute: condition for condition in other.when}
    if mine.keys() != theirs.keys():
        return None
    apart = [name for name in mine if not _same(mine[name], theirs[name])]
    if len(apart) != 1 or mine[apart[0]].interval is None:
        return None
    return apart[0]


def _same(one: Condition, other: Condition) -> bool:
    if one.interval is not None and other.interval is not None:
        return one.interval.within(other.interval) and other.interval.within(one.interval)
    return one.values == other.values
