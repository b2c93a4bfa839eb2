"""Limits in SQL (SQL 中的限值): the answer to a cell, by its kind and number, as `judging.judge` has it.

Ends are folded at export: no rounding is left to the engine, and no tolerance. Where limits stand
in a table, what differs between its rows is a list, of which the row picks its own.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from guiju.core.provisions.columnar.ends import high_end, low_end
from guiju.core.provisions.exports import quoting as q
from guiju.core.provisions.interval import Bound, Comparison, Interval
from guiju.core.provisions.judging import Status
from guiju.core.provisions.model import Characteristic, Lookup
from guiju.core.provisions.words_of import STATUS_WORDS
from guiju.core.provisions.written import Limit

# A row of a table that asks for nothing: every number passes.
_ANYTHING = Interval()


@dataclass(frozen=True, slots=True)
class Limits:
    """A limit, or those of the rows of a table; `row` is the row's place in SQL, from 1."""

    written: tuple[Interval, ...]
    comparison: Comparison
    row: str = ""

    def pick(self, value: Callable[[Interval], str], *, folded: bool = True) -> str:
        """What the row's limit has; `folded`: after the rounding that is left."""
        found = [value(one.compared(self.comparison) if folded else one) for one in self.written]
        return found[0] if len(set(found)) == 1 else f"[{', '.join(found)}][{self.row}]"


def word(status: Status) -> str:
    return q.text(STATUS_WORDS[status].zh)


def answer(
    limit: Limit | Lookup, at: int, comparison: Comparison, what: Characteristic, row: str = ""
) -> str:
    """The answer to cell `at`; where the row of a table asks for nothing it means nothing.

    Raises TooManyDigitsError.
    """
    if not isinstance(limit, Lookup):
        return _one((limit,), at, comparison, what, row)
    own = [one.limit if isinstance(one.limit, Limit) else _ANYTHING for one in limit.cases]
    if all(isinstance(one, Interval) for one in own) or len(own) == 1:
        return _one(own, at, comparison, what, row)
    lines = [
        f"WHEN {place} THEN {_one((one,), at, comparison, what, row)}"
        for place, one in enumerate(own, 1)
    ]
    return f"CASE {row} {' '.join(lines)} END"


def _one(
    own: Sequence[Limit], at: int, comparison: Comparison, what: Characteristic, row: str
) -> str:
    k, x = f"k{at}", f"x{at}"
    lines = [f"WHEN 'm' THEN {word('missing')}", f"WHEN '?' THEN {word('undetermined')}"]
    found = Limits(tuple(one for one in own if isinstance(one, Interval)), comparison, row)
    if not found.written:
        lines += [f"WHEN '{kind}' THEN {word('pass')}" for kind in "zb"]
        lines += [f"WHEN '{kind}' THEN {word('fail')}" for kind in "aul"]
        return f"CASE {k} {' '.join(lines)} ELSE {_either(f'{x} = 0')} END"
    inside = (
        f"{x} BETWEEN {found.pick(lambda one: q.number(low_end(one)))} "
        f"AND {found.pick(lambda one: q.number(high_end(one)))}"
    )
    lines += [
        f"WHEN 'z' THEN {word(what.undetected)}",
        f"WHEN 'u' THEN {found.pick(_uncountable, folded=False)}",
        f"WHEN 'b' THEN {_below(x, found, what.least)}",
        f"WHEN 'a' THEN {_above(x, found)}",
        f"WHEN 'l' THEN {_long(x, found)}",
    ]
    if comparison == "rounded":
        lines += [f"WHEN '{mark}' THEN {_either(_marked(x, found, mark))}" for mark in "+-"]
    return f"CASE {k} {' '.join(lines)} ELSE {_either(inside)} END"


def _either(holds: str) -> str:
    return f"CASE WHEN {holds} THEN {word('pass')} ELSE {word('fail')} END"


def _three(within: str, meets: str) -> str:
    return (
        f"CASE WHEN {within} THEN {word('pass')} WHEN {meets} THEN {word('undetermined')} "
        f"ELSE {word('fail')} END"
    )


def _uncountable(limit: Interval) -> str:
    return word("fail" if limit.high and not limit.low else "undetermined")


def _low(limit: Interval) -> str:
    return q.number(limit.low.value if limit.low else float("-inf"))


def _high(limit: Interval) -> str:
    return q.number(limit.high.value if limit.high else float("inf"))


def _below(x: str, found: Limits, least: Decimal | None) -> str:
    """Anything from `least` up to the number, that excluded."""
    start = None if least is None else Bound(least, Decimal(1))

    def reaches(limit: Interval) -> str:
        return q.truth(holds=_at_least(start, limit.low))

    def first(limit: Interval) -> Bound | None:
        ends = [one for one in (start, limit.low) if one]
        return max(ends, key=lambda one: (one.value, not one.closed), default=None)

    def room(limit: Interval) -> str:
        return q.truth(holds=_room(first(limit), limit.high))

    def lowest(limit: Interval) -> str:
        end = first(limit)
        return q.number(end.value if end else float("-inf"))

    within = f"{found.pick(reaches)} AND {x} <= {found.pick(_high)}"
    return _three(within, f"{found.pick(room)} AND {found.pick(lowest)} < {x}")


def _above(x: str, found: Limits) -> str:
    """Anything above the number."""
    endless = found.pick(lambda one: q.truth(holds=one.high is None))
    room = found.pick(lambda one: q.truth(holds=_room(one.low, one.high)))
    return _three(
        f"{endless} AND {x} >= {found.pick(_low)}", f"{room} AND {x} < {found.pick(_high)}"
    )


def _long(x: str, found: Limits) -> str:
    """More digits than a binary number holds: on the end itself none can tell."""
    low, high = found.pick(_low), found.pick(_high)
    return _three(f"{x} > {low} AND {x} < {high}", f"{x} BETWEEN {low} AND {high}")


def _marked(x: str, found: Limits, mark: str) -> str:
    """On a tie the mark says which way: away from the origin where the number was cut (+)."""

    def passes(origin: str, inside: str, number: str) -> str:
        away = f"{x} {inside} {origin}"
        right = away if mark == "+" else f"NOT ({away})"
        return f"{x} {inside} {number} OR ({x} = {number} AND {right})"

    low = found.pick(lambda one: q.number(one.low.origin if one.low else 0))
    high = found.pick(lambda one: q.number(one.high.origin if one.high else 0))
    return q.both([passes(low, ">", found.pick(_low)), passes(high, "<", found.pick(_high))])


def _at_least(start: Bound | None, low: Bound | None) -> bool:
    if low is None:
        return True
    return start is not None and (start.value, not start.closed) >= (low.value, not low.closed)


def _room(low: Bound | None, high: Bound | None) -> bool:
    if low is None or high is None or low.value < high.value:
        return True
    return low.value == high.value and low.closed and high.closed
