"""Why tables of limits say nothing of a row (未能判定的原因): no row is for it, or an attribute was not told."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from guiju.core.provisions.columnar.lookups import NO_ROW, all_rows
from guiju.core.provisions.columnar.told import Told, untold
from guiju.core.provisions.model import Lookup, Rule, RuleSet, Rung
from guiju.core.provisions.untold import deciding
from guiju.core.provisions.written import Limit

Masks = NDArray[np.bool_]


def reasons(
    parts: Sequence[Rule | Rung], rules: RuleSet, told: Told, unsettled: Masks
) -> tuple[Masks, list[str]]:
    """Reasons by rows and their words; none where no limit stands in a table.

    What was not told is a reason only for the `unsettled` rows.
    """
    limits = [one for part in parts for one in _limits(part)]
    lookups = {one.table: one for one in limits if isinstance(one, Lookup)}
    if not lookups:
        return np.zeros((0, len(unsettled)), np.bool_), []
    masks, words = [], []
    for name in deciding(parts):
        masks.append(unsettled & untold(told.get(name)))
        words.append(f"未说明{rules.attributes[name].name.zh}")
    for table, found in all_rows(limits, told).items():
        masks.append(np.broadcast_to(np.asarray(found.places == NO_ROW), unsettled.shape))
        words.append(f"{lookups[table].clause}没有适用的行")
    return np.stack(masks), words


def _limits(part: Rule | Rung) -> tuple[Limit | Lookup, ...]:
    return (part.limit,) if isinstance(part, Rule) else part.limits
