"""Rules on columns (批量逐条判定): five answers, the whole, and the first rule that fails."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

import numpy as np
from numpy.typing import NDArray

from guiju.core.provisions.columnar.columns import Column, Numbers, Small, scattered
from guiju.core.provisions.columnar.ends import high_end, low_end
from guiju.core.provisions.interval import Interval
from guiju.core.provisions.judging import Status, judge
from guiju.core.provisions.measured import Measured
from guiju.core.provisions.model import Characteristic, Rule

STATUSES: tuple[Status, ...] = get_args(Status)
PASS, FAIL, UNDETERMINED, INAPPLICABLE, MISSING = range(len(STATUSES))
BLOCK = 32_768
NO_RULE = -1


@dataclass(frozen=True, slots=True, eq=False)
class Judged:
    """`status` is rules by rows; `whole` and `first` (the first rule that fails) a row each."""

    status: Small
    whole: Small
    first: NDArray[np.int16]


@dataclass(frozen=True, slots=True)
class CompiledRule:
    """A rule with its ends as binary numbers."""

    rule: Rule
    characteristic: Characteristic
    low: float
    high: float

    def answer(self, measured: Measured) -> int:
        """What the decimals say of what is no plain number."""
        found = judge(
            measured,
            self.rule.limit,
            comparison=self.rule.comparison,
            least=self.characteristic.least,
            undetected=self.characteristic.undetected,
        )
        return STATUSES.index(found)


def compiled(
    rules: Sequence[Rule], known: Mapping[str, Characteristic]
) -> tuple[CompiledRule, ...]:
    """The rules for columns. Raises TooManyDigitsError."""
    return tuple(_compiled(rule, known[rule.characteristic]) for rule in rules)


def _compiled(rule: Rule, characteristic: Characteristic) -> CompiledRule:
    limit = rule.limit
    if not isinstance(limit, Interval):
        # Nothing may be found: of the numbers 0 alone passes.
        return CompiledRule(rule, characteristic, 0.0, 0.0)
    passing = limit.compared(rule.comparison)
    return CompiledRule(rule, characteristic, low_end(passing), high_end(passing))


def judged(
    rules: Sequence[CompiledRule],
    columns: Mapping[str, Column],
    holds: Sequence[Small | int],
    rows: int,
) -> Judged:
    """All rules on all rows.

    `holds` says for each rule, for all rows or for each, whether it stands: PASS that it does,
    INAPPLICABLE that it does not, UNDETERMINED that none can tell.
    """
    status = np.empty((len(rules), rows), np.uint8)
    whole = np.empty(rows, np.uint8)
    first = np.full(rows, NO_RULE, np.int16)
    for start in range(0, rows, BLOCK):
        here = slice(start, min(start + BLOCK, rows))
        seen = _Seen(here.stop - here.start)
        for rule, out, standing in zip(rules, status[:, here], holds, strict=True):
            column = columns.get(rule.rule.characteristic)
            part = None if column is None else column.part(here.start, here.stop)
            stands = standing if isinstance(standing, int) else standing[here]
            simple = _one(rule, part, stands, out)
            if rule.rule.modality == "requirement":
                seen.add(out, simple=simple)
        whole[here] = seen.whole()
        failed = np.flatnonzero(seen.failed)
        if len(failed):
            first[here][failed] = _first(rules, status[:, here][:, failed])
    return Judged(status, whole, first)


class _Seen:
    """The answers of the requirements to each row of a block."""

    def __init__(self, rows: int) -> None:
        self.failed = np.zeros(rows, np.bool_)
        self._others = {code: np.zeros(rows, np.bool_) for code in (MISSING, UNDETERMINED, PASS)}
        self._all_answered = False
        self._some_other = False

    def add(self, out: Small, *, simple: bool) -> None:
        """`simple`: it holds nothing but PASS and FAIL, which are 0 and 1."""
        if simple:
            self.failed |= out.view(np.bool_)
            self._all_answered = True
            return
        self._some_other = True
        self.failed |= out == FAIL
        for code, seen in self._others.items():
            np.logical_or(seen, out == code, out=seen)

    def whole(self) -> Small:
        """As `findings.overall` has it: what fails decides, then what is missing or undetermined."""
        whole = np.full(len(self.failed), PASS if self._all_answered else INAPPLICABLE, np.uint8)
        if self._some_other:
            for code in (PASS, UNDETERMINED, MISSING):
                whole[self._others[code]] = code
        whole[self.failed] = FAIL
        return whole


def _one(rule: CompiledRule, column: Column | None, stands: Small | int, out: Small) -> bool:
    """One rule on a block; whether PASS and FAIL are all that it answers."""
    certain = rule.rule.certainty != "uncertain"
    if column is None:
        out[:] = MISSING if certain else UNDETERMINED
    elif certain:
        _compare(column.numbers, rule, out.view(np.bool_))
        scattered(column, out, rule.answer)
    else:
        out[:] = UNDETERMINED
    if isinstance(stands, int):
        if stands != PASS:
            out[:] = stands
    else:
        np.copyto(out, stands, where=stands != PASS)
    return (
        certain and column is not None and column.codes is None and isinstance(stands, int)
        and stands == PASS
    )  # fmt: skip


def _compare(numbers: Numbers, rule: CompiledRule, outside: NDArray[np.bool_]) -> None:
    if rule.low == -np.inf:
        np.greater(numbers, rule.high, out=outside)
        return
    np.less(numbers, rule.low, out=outside)
    if rule.high != np.inf:
        outside |= numbers > rule.high


def _first(rules: Sequence[CompiledRule], status: Small) -> NDArray[np.int16]:
    """The place of the first requirement that fails, for rows of which one does."""
    counted = np.array([rule.rule.modality == "requirement" for rule in rules])
    places: NDArray[np.int16] = (
        ((status == FAIL) & counted[:, None]).argmax(axis=0).astype(np.int16)
    )
    return places
