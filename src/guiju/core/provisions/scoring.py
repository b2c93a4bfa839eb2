"""The grade by marks (评分定级), in decimals: this is what a score means.

A part that is missing, or has more marks than it can have, is told and never counted: the level is
then what it is without and with that part's marks.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from guiju.core.provisions.composed import Item, Level, Part, Score
from guiju.core.provisions.findings import findings
from guiju.core.provisions.interval import Bound, Interval
from guiju.core.provisions.judging import Status
from guiju.core.provisions.measured import Measured
from guiju.core.provisions.model import RuleSet
from guiju.core.provisions.sample import Sample

TOTAL = "total"
_NOTHING = Measured("missing")
_ZERO = Decimal(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """The level by marks, "" where it cannot be told, the best that it may be, and the worst.

    `total` is None where a part is missing. `limiting` is what the next better level asks for and is
    not there: TOTAL, parts, or gates by the id of their rule; `clause` is that of the level or
    gate. `missing` are parts, items and gates without an answer, `wrong` marks that cannot be.
    """

    score: Score
    level: str
    possible: str
    certain: str
    status: Status
    total: Decimal | None
    limiting: tuple[str, ...] = ()
    clause: str = ""
    missing: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()


def scored_sample(sample: Sample, score: Score, rules: RuleSet, target: str = "") -> Scored:
    """A sample with its gates judged."""
    gates = [rule for rule in rules.rules if rule.id in score.gates]
    found = findings(sample, gates, rules.characteristics, rules.attributes)
    clauses = {rule.id: rule.clause for rule in gates}
    return scored(
        sample.results, score, {one.rule.id: one.status for one in found}, clauses, target
    )


def scored(
    results: Mapping[str, Measured],
    score: Score,
    gates: Mapping[str, Status],
    clauses: Mapping[str, str],
    target: str = "",
) -> Scored:
    """The best level whose total and each-part marks are there; `gates` are the answers of its rules."""
    missing: list[str] = []
    wrong: list[str] = []
    marks = {part.id: _marks(part, results, missing, wrong) for part in score.parts}
    low = {name: ends[0] for name, ends in marks.items()}
    high = {name: ends[1] for name, ends in marks.items()}
    last = len(score.levels)
    certain, possible = _level(score, low), _level(score, high)
    failed = tuple(name for name in score.gates if gates.get(name, "missing") == "fail")
    open_gates = [
        name for name in score.gates if gates.get(name, "missing") in ("missing", "undetermined")
    ]
    if failed:
        certain = possible = last
    elif open_gates:
        certain = last
    missing += open_gates
    if wrong:
        certain, possible = last, 0
    limiting, clause = failed, clauses.get(failed[0], "") if failed else ""
    if not failed and not wrong and certain > 0:
        better = score.levels[certain - 1]
        limiting, clause = lacking(better, score, low), better.clause
    names = names_of(score)
    return Scored(
        score=score,
        level=names[certain] if certain == possible and not wrong else "",
        possible=names[possible],
        certain=names[certain],
        status=_status(score, certain, possible, target, missing=bool(missing), wrong=bool(wrong)),
        total=sum(low.values(), _ZERO) if low == high and not wrong else None,
        limiting=limiting,
        clause=clause,
        missing=tuple(missing),
        wrong=tuple(wrong),
    )


def names_of(score: Score) -> tuple[str, ...]:
    """The levels, and last what reaches none."""
    return (*(one.name for one in score.levels), score.otherwise)


def lacking(level: Level, score: Score, marks: Mapping[str, Decimal]) -> tuple[str, ...]:
    """What a level asks for that these marks do not hold."""
    found = [] if level.total is None or level.total.holds(sum(marks.values(), _ZERO)) else [TOTAL]
    asked = level.each_part
    if asked is not None:
        found += [
            part.id for part in score.parts
            if not share_of(part.maximum, asked).holds(marks[part.id])
        ]  # fmt: skip
    return tuple(found)


def share_of(maximum: Decimal, asked: Interval) -> Interval:
    """`≥40%` of a maximum as marks."""
    low = asked.low
    if low is None:
        return asked
    return Interval(Bound(maximum * low.value / 100, low.step, low.closed), None, asked.written)


def _level(score: Score, marks: Mapping[str, Decimal]) -> int:
    levels = enumerate(score.levels)
    return next((at for at, one in levels if not lacking(one, score, marks)), len(score.levels))


def _marks(
    part: Part, results: Mapping[str, Measured], missing: list[str], wrong: list[str]
) -> tuple[Decimal, Decimal]:
    """The fewest and the most marks that a part may have."""
    whole = results.get(part.id, _NOTHING)
    given = [item for item in part.items if results.get(item.id, _NOTHING).kind != "missing"]
    if whole.kind != "missing" or not part.items:
        own = _one(Item(id=part.id, maximum=part.maximum), results, missing, wrong)
        if not given or own[0] != own[1]:
            return own
        added = _added(part, results, missing=[], wrong=wrong)
        # Marks of a part that its own items contradict are none.
        if not added[0] <= own[0] <= added[1]:
            wrong.append(part.id)
        return own
    return _added(part, results, missing, wrong)


def _added(
    part: Part, results: Mapping[str, Measured], missing: list[str], wrong: list[str]
) -> tuple[Decimal, Decimal]:
    ends = [_one(item, results, missing, wrong) for item in part.items]
    return sum((low for low, _ in ends), _ZERO), sum((high for _, high in ends), _ZERO)


def _one(
    item: Item, results: Mapping[str, Measured], missing: list[str], wrong: list[str]
) -> tuple[Decimal, Decimal]:
    found = results.get(item.id, _NOTHING)
    number = found.number
    if found.kind == "missing":
        missing.append(item.id)
    elif found.kind == "number" and number is not None and 0 <= number <= item.maximum:
        return number, number
    else:
        wrong.append(item.id)
    return _ZERO, item.maximum


def _status(
    score: Score, certain: int, possible: int, target: str, *, missing: bool, wrong: bool
) -> Status:
    """Against the level that is asked for; without one, any level."""
    names = names_of(score)
    asked = names.index(target) if target else len(score.levels) - 1
    if wrong:
        return "undetermined"
    if certain <= asked:
        return "pass"
    if possible > asked:
        return "fail"
    return "missing" if missing else "undetermined"
