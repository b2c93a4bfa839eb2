"""Conditions on columns (批量条件): for each rule whether it stands, for all rows or for each."""

from collections.abc import Sequence

import numpy as np

from guiju.core.provisions.columnar.codes import INAPPLICABLE, PASS, UNDETERMINED
from guiju.core.provisions.columnar.columns import Small
from guiju.core.provisions.columnar.ends import high_end, low_end
from guiju.core.provisions.columnar.told import Amounts, Told, Words
from guiju.core.provisions.model import Condition, Rule


def standing(when: tuple[Condition, ...], told: Told) -> Small | int:
    """PASS where all conditions hold, INAPPLICABLE where one does not, else UNDETERMINED."""
    found: Small | int = PASS
    for one in when:
        found = both(found, _one(one, told.get(one.attribute)))
    return found


def both(one: Small | int, other: Small | int) -> Small | int:
    """Of two conditions one that does not hold decides, whatever is not known of the other."""
    if isinstance(one, int) and isinstance(other, int):
        return max(one, other)
    return np.maximum(one, other).astype(np.uint8)


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
