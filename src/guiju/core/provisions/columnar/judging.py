"""Rules on columns (批量逐条判定): five answers, the whole, and the first rule that fails."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from guiju.core.provisions.columnar.codes import (
    BLOCK,
    FAIL,
    INAPPLICABLE,
    MISSING,
    PASS,
    UNDETERMINED,
)
from guiju.core.provisions.columnar.columns import Column, Small, answered
from guiju.core.provisions.columnar.compiling import CompiledRule, Limits
from guiju.core.provisions.columnar.standing import both

NO_RULE = -1


@dataclass(frozen=True, slots=True, eq=False)
class Judged:
    """`status` is rules by rows; `whole` and `first` (the first rule that fails) a row each."""

    status: Small
    whole: Small
    first: NDArray[np.int16]


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
            limits = rule.limits.part(here)
            stands = both(
                standing if isinstance(standing, int) else standing[here], limits.stands()
            )
            simple = _one(rule, part, stands, out, limits)
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


def _one(
    rule: CompiledRule, column: Column | None, stands: Small | int, out: Small, limits: Limits
) -> bool:
    """One rule on a block; whether PASS and FAIL are all that it answers."""
    certain = rule.rule.certainty != "uncertain"
    if column is None:
        out[:] = MISSING if certain else UNDETERMINED
    elif certain:
        limits.outside(column.numbers, out.view(np.bool_))
        at, answers, which = answered(
            column, limits.places, len(limits.asked), rule.answer, limits.alike
        )
        out[at] = np.array(answers, np.uint8)[which]
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


def _first(rules: Sequence[CompiledRule], status: Small) -> NDArray[np.int16]:
    """The place of the first requirement that fails, for rows of which one does."""
    counted = np.array([rule.rule.modality == "requirement" for rule in rules])
    places: NDArray[np.int16] = (
        ((status == FAIL) & counted[:, None]).argmax(axis=0).astype(np.int16)
    )
    return places
