"""Limits as they stand (限值的核对): possible at all, in the edition's time, written alike."""

from collections.abc import Iterator

from guiju.core.errors import Bilingual
from guiju.core.provisions.files.checks.conditions import Part, groups
from guiju.core.provisions.files.mends import CHECK_DATES
from guiju.core.provisions.files.nodes import RuleFileError
from guiju.core.provisions.files.problems import Places
from guiju.core.provisions.interval import Bound, Interval
from guiju.core.provisions.model import Between, Lookup, Rule, RuleSet, Scale
from guiju.core.provisions.written import Limit


def impossible(rules: RuleSet, places: Places) -> Iterator[RuleFileError]:
    """A limit below the smallest possible value: nothing meets it, or everything does."""
    for group in groups(rules, places):
        least = rules.characteristics[group.characteristic].least
        if least is None:
            continue
        for part, node in group.parts:
            for limit in _limits(part):
                ends = (limit.low, limit.high) if isinstance(limit, Interval) else ()
                high = limit.high if isinstance(limit, Interval) else None
                if any(end and end.value < least for end in ends) or (
                    high and high.value == least and not high.closed
                ):
                    yield node.wrong(
                        f"限值“{_written(limit)}”低于“{group.characteristic}”可能的最小值 {least}",
                        f"the limit “{_written(limit)}” is below the smallest possible value of “{group.characteristic}”, {least}",
                        Bilingual(
                            "请改限值，或者在 characteristics 写 least: none。",
                            "Mend the limit, or write “least: none” at the characteristic.",
                        ),
                    )
                    break


def outside_the_edition(rules: RuleSet, places: Places) -> Iterator[RuleFileError]:
    """A phase of which no day lies in the time of the edition."""
    for group in groups(rules, places):
        for part, node in group.parts:
            late = part.since and rules.until and part.since >= rules.until
            early = part.until and part.until <= rules.since
            if late or early:
                yield node.wrong(
                    "from、until 的期间全部在 in_force 之外",
                    "no day from “from” until “until” lies in “in_force”",
                    CHECK_DATES,
                )


def decimals(rules: RuleSet, places: Places) -> Iterator[RuleFileError]:
    """A limit with fewer places than another of its characteristic that keeps a zero: 1 beside 0.50.

    0.15 beside 0.5 is nothing: a last zero alone says that the places are meant.
    """
    for group in groups(rules, places):
        ends = [
            (end, _written(limit), node)
            for part, node in group.parts
            for limit in _limits(part)
            for end in _ends(limit)
        ]
        meant = [one for one in ends if _keeps_a_zero(one[0])]
        if not meant:
            continue
        fine = min(meant, key=lambda one: one[0].step)
        coarse = next((one for one in ends if one[0].step > fine[0].step), None)
        if coarse is not None:
            yield coarse[2].wrong(
                f"“{group.characteristic}”的限值“{fine[1]}”与“{coarse[1]}”末位不同",
                f"the limits “{fine[1]}” and “{coarse[1]}” of “{group.characteristic}” end in different places",
                Bilingual(
                    "请与标准原文核对；用修约值比较法时末位决定修约到哪一位。",
                    "Check them with the text: in the comparison of rounded values the last place is what is rounded to.",
                ),
            )


def _keeps_a_zero(end: Bound) -> bool:
    """0.50 and 1.0, but not 10."""
    return end.step < 1 and bool(end.value) and (end.value / end.step) % 10 == 0


def _limits(part: Part) -> Iterator[Limit]:
    if isinstance(part, Scale):
        return
    for one in (part.limit,) if isinstance(part, Rule) else part.limits:
        if not isinstance(one, Lookup):
            yield one
            continue
        for case in one.cases:
            if case.limit is not None and not isinstance(case.limit, Between):
                yield case.limit


def _ends(limit: Limit) -> Iterator[Bound]:
    if isinstance(limit, Interval):
        yield from (end for end in (limit.low, limit.high) if end is not None)


def _written(limit: Limit) -> str:
    return limit.written if isinstance(limit, Interval) else ""
