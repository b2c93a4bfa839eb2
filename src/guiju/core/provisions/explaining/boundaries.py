"""Values on both sides of each limit (限值两侧的值), to try what a rule set does."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Context

from guiju.core.errors import Bilingual
from guiju.core.provisions.explaining.phrases import condition_words, limit_words, plain
from guiju.core.provisions.interval import Bound, Comparison, Interval
from guiju.core.provisions.model import Between, Condition, Lookup, RuleSet
from guiju.core.provisions.rounding import place_of
from guiju.core.provisions.written import Limit

_EXACT = Context(prec=200)


@dataclass(frozen=True, slots=True, kw_only=True)
class Boundary:
    """An end of a limit, with a value that just conforms and one that just fails.

    `rule` is the id of the rule or ladder, `level` the level of a ladder, `when` the condition.
    """

    rule: str
    level: str
    characteristic: str
    limit: Bilingual
    when: Bilingual
    conforms: str
    fails: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """A limit of a rule or of a level, as it stands in the file."""

    rule: str
    level: str
    characteristic: str
    limit: Limit | Lookup
    written: str
    when: tuple[Condition, ...]
    comparison: Comparison


def boundary_values(rules: RuleSet) -> tuple[Boundary, ...]:
    """For each end of each limit the last value that conforms and the first that does not."""
    return tuple(each for part in _parts(rules) for each in _of(part, rules))


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
                    limit=rung.limits[at],
                    written=rung.written[at],
                    when=rung.when,
                    comparison=ladder.comparison,
                )


def _of(part: _Part, rules: RuleSet) -> Iterator[Boundary]:
    unit = rules.characteristics[part.characteristic].unit
    for limit, written, when in _rows(part):
        for conforms, fails in around(limit, part.comparison):
            yield Boundary(
                rule=part.rule,
                level=part.level,
                characteristic=part.characteristic,
                limit=limit_words(limit, written, unit),
                when=condition_words((*part.when, *when), rules.attributes),
                conforms=conforms,
                fails=fails,
            )


def _rows(part: _Part) -> Iterator[tuple[Limit, str, tuple[Condition, ...]]]:
    """The limit, or those of the rows of its table; what lies between two rows is left to them."""
    if not isinstance(part.limit, Lookup):
        yield part.limit, part.written, ()
        return
    for case in part.limit.cases:
        if case.limit is not None and not isinstance(case.limit, Between):
            written = case.limit.written if isinstance(case.limit, Interval) else ""
            yield case.limit, written, case.when
