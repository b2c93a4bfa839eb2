"""When parts of a rule set hold (适用条件的关系): whether two can hold at once."""

from collections.abc import Iterator
from dataclasses import dataclass

from guiju.core.provisions.files.nodes import Node
from guiju.core.provisions.files.problems import Places
from guiju.core.provisions.model import Between, Condition, Lookup, Rule, RuleSet, Rung, Scale
from guiju.core.provisions.written import Limit

Part = Rule | Rung | Scale
When = tuple[Condition, ...]


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
    return all(_meet(a, b) for a in one for b in other if a.attribute == b.attribute)


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
