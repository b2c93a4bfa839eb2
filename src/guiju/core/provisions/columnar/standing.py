"""Conditions on columns (批量条件): for each rule whether it stands, for all rows or for each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from guiju.core.provisions.columnar.columns import Codes, Numbers, Small
from guiju.core.provisions.columnar.ends import high_end, low_end
from guiju.core.provisions.columnar.judging import INAPPLICABLE, PASS, UNDETERMINED
from guiju.core.provisions.model import Condition, Rule


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """An attribute of words: a code a row, its place in `values` counted from 1; 0 is not told."""

    codes: Codes
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Amounts:
    """An attribute of numbers; NaN is not told."""

    numbers: Numbers


Told = Mapping[str, "Words | Amounts | str | float"]


def standing(when: tuple[Condition, ...], told: Told) -> Small | int:
    """PASS where all conditions hold, INAPPLICABLE where one does not, else UNDETERMINED."""
    found: Small | int = PASS
    for one in when:
        own = _one(one, told.get(one.attribute))
        # A condition that does not hold decides, whatever is not known of the others.
        if isinstance(found, int) and isinstance(own, int):
            found = max(found, own)
        else:
            found = np.maximum(found, own).astype(np.uint8)
    return found


def all_standing(rules: Sequence[Rule], told: Told) -> list[Small | int]:
    """For each rule; one with exceptions gives way where one of these stands."""
    own = {rule.id: standing(rule.when, told) for rule in rules}
    return [_without(own[rule.id], [own[one] for one in sorted(rule.exceptions)]) for rule in rules]


def _one(condition: Condition, told: "Words | Amounts | str | float | None") -> Small | int:
    if told is None:
        return UNDETERMINED
    if isinstance(told, str):
        return PASS if told in condition.values else INAPPLICABLE
    if isinstance(told, Words):
        table = [UNDETERMINED]
        table += [PASS if value in condition.values else INAPPLICABLE for value in told.values]
        return np.array(table, np.uint8)[told.codes]
    interval = condition.interval
    if interval is None:
        return INAPPLICABLE
    low, high = low_end(interval), high_end(interval)
    if isinstance(told, Amounts):
        numbers = told.numbers
        inside = np.where((numbers >= low) & (numbers <= high), PASS, INAPPLICABLE)
        return np.where(np.isnan(numbers), UNDETERMINED, inside).astype(np.uint8)
    return PASS if low <= told <= high else INAPPLICABLE


def _without(own: Small | int, exceptions: list[Small | int]) -> Small | int:
    found = own
    for other in exceptions:
        if isinstance(found, int) and isinstance(other, int):
            found = _give_way(found, other)
        else:
            pair = np.array(
                [[_give_way(one, two) for two in range(4)] for one in range(4)], np.uint8
            )
            found = pair[found, other]
    return found


def _give_way(own: int, other: int) -> int:
    if own == INAPPLICABLE or other == PASS:
        return INAPPLICABLE
    return UNDETERMINED if UNDETERMINED in (own, other) else PASS
