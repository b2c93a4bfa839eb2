"""Values on both sides of each limit (限值两侧的值), to try what a rule set does."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Context, Decimal
from typing import Literal

from guiju.core.errors import Bilingual
from guiju.core.provisions.composed import Score
from guiju.core.provisions.explaining.phrases import (
    NONE,
    condition_words,
    limit_words,
    plain,
    same,
    signs,
    with_unit,
)
from guiju.core.provisions.indexing import class_of, sub_index
from guiju.core.provisions.interval import Bound, Comparison, Interval, bound
from guiju.core.provisions.lookup import on_the_line
from guiju.core.provisions.measured import Measured
from guiju.core.provisions.model import Between, Condition, Index, Lookup, RuleSet, Scale
from guiju.core.provisions.rounding import place_of
from guiju.core.provisions.scoring import TOTAL
from guiju.core.provisions.written import Limit

Kind = Literal["limit", "index", "score"]
_EXACT = Context(prec=200)


@dataclass(frozen=True, slots=True, kw_only=True)
class Boundary:
    """An end of a limit, with a value that just conforms and one that just fails.

    `rule` is the id of the rule, ladder, index or score, `level` the level of a ladder or score,
    `when` the condition. Of a breakpoint of an index `conforms` is the point and `fails` the first
    value beyond; `answers` say what the index, or the level by marks, is for each of the two.
    """

    rule: str
    level: str
    characteristic: str
    name: Bilingual
    unit: str
    clause: str
    limit: Bilingual
    when: Bilingual
    conforms: str
    fails: str
    kind: Kind = "limit"
    answers: tuple[Bilingual, Bilingual] = (NONE, NONE)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """A limit of a rule or of a level, as it stands in the file."""

    rule: str
    level: str
    characteristic: str
    clause: str
    limit: Limit | Lookup
    written: str
    when: tuple[Condition, ...]
    comparison: Comparison


def boundary_values(rules: RuleSet) -> tuple[Boundary, ...]:
    """For each end of each limit the last value that conforms and the first that does not.

    Then each breakpoint of an index with the first value beyond it, and of each level by marks the
    least total and the one below.
    """
    return (
        *(each for part in _parts(rules) for each in _of(part, rules)),
        *(each for index in rules.indices for each in _of_index(index, rules)),
        *(each for score in rules.scores for each in _of_score(score)),
    )


def around(limit: Limit, comparison: Comparison = "full") -> tuple[tuple[str, str], ...]:
    """Pairs of a value that just conforms and one that just fails, a digit finer than the limit.

    >>> from guiju.core.provisions.written import read_limit
    >>> around(read_limit("≤0.5")), around(read_limit("≤0.5"), "rounded")
    ((('0.5', '0.51'),), (('0.549', '0.55'),))
    """
    if not isinstance(limit, Interval):
        return (("未检出", "0.001"),)
    passing = limit.compared(comparison)
    return tuple(
        _beside(end, upper=upper)
        for end, upper in ((passing.low, False), (passing.high, True))
        if end is not None
    )


def _beside(end: Bound, *, upper: bool) -> tuple[str, str]:
    finer = place_of(end.value).scaleb(-1)
    outward = finer if upper else -finer
    if end.closed:
        return plain(end.value), plain(_EXACT.add(end.value, outward))
    return plain(_EXACT.subtract(end.value, outward)), plain(end.value)


def _parts(rules: RuleSet) -> Iterator[_Part]:
    for rule in rules.rules:
        yield _Part(
            rule=rule.id,
            level="",
            characteristic=rule.characteristic,
            clause=rule.clause,
            limit=rule.limit,
            written=rule.written,
            when=rule.when,
            comparison=rule.comparison,
        )
    for ladder in rules.ladders:
        for rung in ladder.rungs:
            for at, level in enumerate(ladder.levels):
                yield _Part(
                    rule=ladder.id,
                    level=level,
                    characteristic=rung.characteristic,
                    clause=rung.clause,
                    limit=rung.limits[at],
                    written=rung.written[at],
                    when=rung.when,
                    comparison=ladder.comparison,
                )


def _of(part: _Part, rules: RuleSet) -> Iterator[Boundary]:
    one = rules.characteristics[part.characteristic]
    for limit, written, when in _rows(part):
        for conforms, fails in around(limit, part.comparison):
            yield Boundary(
                rule=part.rule,
                level=part.level,
                characteristic=part.characteristic,
                name=one.name,
                unit=one.unit,
                clause=part.clause,
                limit=limit_words(limit, written, one.unit),
                when=condition_words((*part.when, *when), rules.attributes),
                conforms=conforms,
                fails=fails,
            )


def _rows(part: _Part) -> Iterator[tuple[Limit, str, tuple[Condition, ...]]]:
    """The limit, or those of the rows of its table; between two rows that of the middle."""
    if not isinstance(part.limit, Lookup):
        yield part.limit, part.written, ()
        return
    for case in part.limit.cases:
        if isinstance(case.limit, Between):
            yield from _middle(case.limit, case.when)
        elif case.limit is not None:
            written = case.limit.written if isinstance(case.limit, Interval) else ""
            yield case.limit, written, case.when


def _middle(
    between: Between, when: tuple[Condition, ...]
) -> Iterator[tuple[Limit, str, tuple[Condition, ...]]]:
    """Halfway every number on the line ends."""
    at = _EXACT.divide(_EXACT.add(between.start, between.end), Decimal(2))
    limit = on_the_line(between, at)
    if limit is not None:
        here = Interval(bound(at), bound(at))
        own = tuple(
            replace(one, interval=here) if one.attribute == between.attribute else one
            for one in when
        )
        yield limit, signs(limit), own


def _of_index(index: Index, rules: RuleSet) -> Iterator[Boundary]:
    for scale in index.scales:
        one = rules.characteristics[scale.characteristic]
        for point in scale.points:
            beyond = _EXACT.add(point, place_of(point).scaleb(-1))
            yield Boundary(
                rule=index.id,
                level="",
                characteristic=scale.characteristic,
                name=one.name,
                unit=one.unit,
                clause=scale.clause,
                limit=same(with_unit(plain(point), one.unit)),
                when=condition_words(scale.when, rules.attributes),
                conforms=plain(point),
                fails=plain(beyond),
                kind="index",
                answers=(_said(point, scale, index), _said(beyond, scale, index)),
            )


def _said(number: Decimal, scale: Scale, index: Index) -> Bilingual:
    value = sub_index(Measured("number", number), scale, index)
    if value is None:
        return Bilingual("不计算", "not reckoned")
    level = class_of(value, index)
    return Bilingual(f"分指数 {value}，{level}", f"sub-index {value}, {level}")


def _of_score(score: Score) -> Iterator[Boundary]:
    for level in score.levels:
        if level.total is None:
            continue
        for enough, less in around(level.total):
            yield Boundary(
                rule=score.id,
                level=level.name,
                characteristic=TOTAL,
                name=Bilingual("总分", "Total"),
                unit="",
                clause=level.clause,
                limit=same(signs(level.total)),
                when=NONE,
                conforms=enough,
                fails=less,
                kind="score",
                answers=(_by_total(Decimal(enough), score), _by_total(Decimal(less), score)),
            )


def _by_total(total: Decimal, score: Score) -> Bilingual:
    """The level of a total where every part has marks enough."""
    found = (one.name for one in score.levels if one.total is None or one.total.holds(total))
    return same(next(found, score.otherwise))
