"""Limits with their ends as binary numbers (编译后的限值): one for all rows, or one for each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from guiju.core.provisions.columnar.codes import INAPPLICABLE, PASS, STATUSES, UNDETERMINED
from guiju.core.provisions.columnar.columns import Codes, Numbers, Small
from guiju.core.provisions.columnar.ends import high_end, low_end
from guiju.core.provisions.columnar.lines import Lines
from guiju.core.provisions.columnar.lookups import Rows
from guiju.core.provisions.interval import Comparison, Interval
from guiju.core.provisions.judging import judge
from guiju.core.provisions.measured import Measured
from guiju.core.provisions.model import Between, Characteristic, Lookup, Rule
from guiju.core.provisions.written import Limit

NO_ROWS: Mapping[str, Rows] = {}


@dataclass(frozen=True, slots=True, eq=False)
class Limits:
    """The limits that stand in a column of a table, and the place of each row among them.

    `places` is a number where one limit is for all rows. `low` and `high` are None where no limit
    has that end. `asked` says whether something is asked: PASS, INAPPLICABLE, UNDETERMINED where none
    can tell. The last two of each are those of rows of which none can tell, and for which the table
    has no row: every number passes. Limits of `lines` are behind the others, and a result that is as
    near to their ends as `near` is settled exactly.
    """

    limits: tuple[Limit | None, ...]
    low: Numbers | None
    high: Numbers | None
    asked: Small
    places: Codes | int = 0
    lines: Lines | None = None
    near: Numbers | None = None

    def part(self, rows: slice) -> "Limits":
        if isinstance(self.places, int):
            return self
        return replace(self, places=self.places[rows])

    def outside(self, numbers: Numbers, out: NDArray[np.bool_]) -> None:
        """Which numbers do not pass."""
        if self.low is None:
            np.greater(numbers, self._end(self.high, np.inf), out=out)
        else:
            np.less(numbers, self._end(self.low, -np.inf), out=out)
            if self.high is not None:
                out |= numbers > self._end(self.high, np.inf)
        if self.lines is not None and self.near is not None:
            self._settle(numbers, out, self.lines, self.near)

    def _end(self, ends: Numbers | None, without: float) -> Numbers | float:
        if ends is None:
            return without
        return float(ends[self.places]) if isinstance(self.places, int) else ends.take(self.places)

    def _settle(
        self, numbers: Numbers, out: NDArray[np.bool_], lines: Lines, near: Numbers
    ) -> None:
        """Results beside a limit between two rows."""
        places = np.broadcast_to(np.asarray(self.places), numbers.shape)
        end = self.high if self.low is None else self.low
        if end is None:
            return
        for at in np.flatnonzero(np.abs(numbers - end.take(places)) <= near.take(places)):
            low, high = lines.ends(int(places[at]) - len(self.limits))
            out[at] = not low <= numbers[at] <= high

    def stands(self) -> Small | int:
        """Whether something is asked, for all rows or for each."""
        if isinstance(self.places, int):
            return int(self.asked[self.places])
        if not self.asked[:-2].any() and self.places.min(initial=0) >= 0:
            return PASS
        return self.asked.take(self.places)

    def alike(self, places: Codes) -> Codes:
        """Places of the same limit between two rows become one place."""
        own = len(self.limits)
        between = np.flatnonzero(places >= own)
        if self.lines is None or not len(between):
            return places
        found = places.copy()
        found[between] = own + self.lines.alike(places[between] - own)
        return found

    def at(self, place: int) -> Limit | None:
        """The limit of a place; of the last two there is none."""
        if place < len(self.limits):
            return self.limits[place]
        if self.lines is None or place >= len(self.asked) - 2:
            return None
        return self.lines.limit(place - len(self.limits))


def compiled_limit(
    limit: Limit | Lookup, comparison: Comparison, tables: Mapping[str, Rows] = NO_ROWS
) -> Limits:
    """A limit, or those of a column of a table. Raises TooManyDigitsError."""
    if not isinstance(limit, Lookup):
        return _compiled((limit,), comparison, 0)
    rows = tables[limit.table]
    own = tuple(None if isinstance(one.limit, Between) else one.limit for one in limit.cases)
    if not len(rows.cases):
        return _compiled(own, comparison, rows.places)
    lines = Lines(limit, rows.cases, rows.numbers, comparison)
    return _compiled(own, comparison, rows.places, lines)


def _compiled(
    limits: tuple[Limit | None, ...],
    comparison: Comparison,
    places: Codes | int,
    lines: Lines | None = None,
) -> Limits:
    low, high = (
        np.array(side) for side in zip(*(_ends(one, comparison) for one in limits), strict=True)
    )
    asks = np.array([one is not None for one in limits])
    near = None
    if lines is not None:
        more = lines.reckoned()
        low, high, asks = (
            np.concatenate(both) for both in ((low, more.low), (high, more.high), (asks, more.asks))
        )
        near = np.concatenate([np.full(len(limits), -1.0), more.near, [-1.0, -1.0]])
    asked = np.where(asks, PASS, INAPPLICABLE).astype(np.uint8)
    return Limits(
        limits,
        None if (low == -np.inf).all() else np.append(low, [-np.inf] * 2),
        None if (high == np.inf).all() else np.append(high, [np.inf] * 2),
        np.append(asked, np.array([UNDETERMINED, INAPPLICABLE], np.uint8)),
        places,
        lines,
        near,
    )


def _ends(limit: Limit | None, comparison: Comparison) -> tuple[float, float]:
    if limit is None:
        return -np.inf, np.inf
    if not isinstance(limit, Interval):
        # Nothing may be found: of the numbers 0 alone passes.
        return 0.0, 0.0
    passing = limit.compared(comparison)
    return low_end(passing), high_end(passing)


@dataclass(frozen=True, slots=True)
class CompiledRule:
    """A rule with its limits."""

    rule: Rule
    characteristic: Characteristic
    limits: Limits

    def answer(self, measured: Measured, place: int) -> int:
        """What the decimals say of what is no plain number, by the limit of a place."""
        limit = self.limits.at(place)
        if limit is None:
            return PASS
        found = judge(
            measured,
            limit,
            comparison=self.rule.comparison,
            least=self.characteristic.least,
            undetected=self.characteristic.undetected,
        )
        return STATUSES.index(found)


def compiled(
    rules: Sequence[Rule],
    known: Mapping[str, Characteristic],
    tables: Mapping[str, Rows] = NO_ROWS,
) -> tuple[CompiledRule, ...]:
    """The rules for columns; `tables` are the rows of tables. Raises TooManyDigitsError."""
    return tuple(
        CompiledRule(
            rule,
            known[rule.characteristic],
            compiled_limit(rule.limit, rule.comparison, tables),
        )
        for rule in rules
    )
