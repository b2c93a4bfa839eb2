"""Limits compared (限值变化): stricter, looser, or the same in another unit."""

from collections import defaultdict
from dataclasses import replace
from decimal import Decimal
from typing import Literal

from guiju.core.compare.documents.model import LimitChange
from guiju.core.compare.documents.sentences import Placed, Sentences
from guiju.core.compare.documents.words import bare, features, likeness
from guiju.core.drafting.provisions import Interval, Limit
from guiju.core.units import factors

LEAST_ALIKE = 0.5
Strictness = Literal["stricter", "looser", "other", "same"]
MOST_PAIRS = 10_000


def limit_changes(aligned: Sentences) -> tuple[LimitChange, ...]:
    """Limits of paired sentences first, then of paired clauses, by characteristic and condition."""
    known_a, known_b = _limits(aligned.own), _limits(aligned.other)
    matched: list[tuple[Limit, Limit]] = []
    for one, two in aligned.both():
        for old, new in _paired(list(one.limits), list(two.limits)):
            matched.append((old, new))
            known_a.pop(_name(old), None)
            known_b.pop(_name(new), None)
    gone, come = _by_room(known_a), _by_room(known_b)
    for room, limits in gone.items():
        for old, new in _paired(limits, come.get(room, [])):
            matched.append((old, new))
            gone[room] = [one for one in gone[room] if one is not old]
            come[room] = [one for one in come[room] if one is not new]
    answer = [_change(old, new) for old, new in matched if not _equal(old, new)]
    answer += [_alone(one, "removed") for limits in gone.values() for one in limits]
    answer += [_alone(one, "added") for limits in come.values() for one in limits]
    return tuple(answer)


def _name(limit: Limit) -> tuple[str, int, str]:
    return limit.address, limit.start, limit.characteristic


def _limits(side: list[Placed]) -> dict[tuple[str, int, str], tuple[Limit, int]]:
    return {_name(limit): (limit, one.row) for one in side for limit in one.provision.limits}


def _by_room(known: dict[tuple[str, int, str], tuple[Limit, int]]) -> dict[int, list[Limit]]:
    answer: dict[int, list[Limit]] = defaultdict(list)
    for limit, room in known.values():
        answer[room].append(limit)
    return answer


def _paired(own: list[Limit], other: list[Limit]) -> list[tuple[Limit, Limit]]:
    scored = []
    if len(own) * len(other) > MOST_PAIRS:
        return _by_name(own, other)
    for at, old in enumerate(own):
        for two, new in enumerate(other):
            score = _score(old, new)
            if score:
                scored.append((-score, abs(at - two), at, two))
    answer: dict[int, int] = {}
    for _, _, at, two in sorted(scored):
        if at not in answer and two not in answer.values():
            answer[at] = two
    return [(own[at], other[two]) for at, two in sorted(answer.items())]


def _by_name(own: list[Limit], other: list[Limit]) -> list[tuple[Limit, Limit]]:
    """Too many to try each with each: by equal characteristic and conditions, in order."""
    known: dict[tuple[str, ...], list[Limit]] = defaultdict(list)
    for one in reversed(other):
        known[_described(one)].append(one)
    return [(one, known[_described(one)].pop()) for one in own if known.get(_described(one))]


def _described(one: Limit) -> tuple[str, ...]:
    return bare(one.characteristic), bare(one.subject), *map(bare, one.condition)


def _score(old: Limit, new: Limit) -> float:
    """The same characteristic under the same conditions, 0 if it is another."""
    if bare(old.characteristic) == bare(new.characteristic):
        alike = 1.0
    else:
        alike = likeness(features(old.characteristic), features(new.characteristic))
    if alike < LEAST_ALIKE:
        return 0.0
    conditions = [bare("".join((one.subject, *one.condition))) for one in (old, new)]
    near = 1.0 if conditions[0] == conditions[1] else likeness(*map(features, conditions))
    same = (old.interval.operator == new.interval.operator) + (
        old.interval.unit == new.interval.unit
    )
    return alike + near + 0.1 * same


def _equal(old: Limit, new: Limit) -> bool:
    one, two = old.interval, new.interval
    return (one.operator, one.written, one.unit, one.of) == (
        two.operator,
        two.written,
        two.unit,
        two.of,
    )


def strictness(old: Interval, new: Interval) -> Strictness:
    """Whether the new interval lies inside the old one.

    >>> at_most = lambda value, unit: Interval(operator="≤", written=value, unit=unit, high=Decimal(value))
    >>> strictness(at_most("0.5", "mm"), at_most("0.4", "mm"))
    'stricter'
    >>> strictness(at_most("0.5", "mm"), at_most("500", "μm"))
    'same'
    """
    by = factors(old.unit, new.unit)
    unknown = "not-detected" in (old.operator, new.operator)
    if by is None or unknown or bare(old.of) != bare(new.of) or _open(old) or _open(new):
        return "other"
    one, two = (
        replace(side, low=_times(side.low, factor), high=_times(side.high, factor))
        for side, factor in zip((old, new), by, strict=True)
    )
    inside, around = _within(two, one), _within(one, two)
    if inside and around:
        return "same"
    return "stricter" if inside else "looser" if around else "other"


def _open(one: Interval) -> bool:
    return one.low is None and one.high is None


def _times(value: Decimal | None, factor: Decimal) -> Decimal | None:
    return None if value is None else value * factor


def _within(one: Interval, other: Interval) -> bool:
    """Every value of the one is a value of the other."""
    low_fits = other.low is None or (
        one.low is not None
        and (
            one.low > other.low or (one.low == other.low and one.low_included <= other.low_included)
        )
    )
    high_fits = other.high is None or (
        one.high is not None
        and (
            one.high < other.high
            or (one.high == other.high and one.high_included <= other.high_included)
        )
    )
    return low_fits and high_fits


def _change(old: Limit, new: Limit) -> LimitChange:
    return LimitChange(
        a=old.address, b=new.address, change=strictness(old.interval, new.interval),
        characteristic=new.characteristic or old.characteristic,
        condition="；".join(new.condition),
        a_limit=written(old.interval), b_limit=written(new.interval),
        a_unit=old.interval.unit, b_unit=new.interval.unit,
    )  # fmt: skip


def _alone(one: Limit, change: Literal["added", "removed"]) -> LimitChange:
    gone = change == "removed"
    return LimitChange(
        a=one.address if gone else "", b="" if gone else one.address, change=change,
        characteristic=one.characteristic, condition="；".join(one.condition),
        a_limit=written(one.interval) if gone else "", b_limit="" if gone else written(one.interval),
        a_unit=one.interval.unit if gone else "", b_unit="" if gone else one.interval.unit,
    )  # fmt: skip


def written(one: Interval) -> str:
    """An interval as a reader writes it: ≤ 0.5 mm."""
    sign = "" if one.operator in ("=", "between", "not-detected") else f"{one.operator} "
    return f"{sign}{one.of}{one.full}".strip()
