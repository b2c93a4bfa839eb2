"""All statistics of a rule set out of the columns of a series (统计值的计算)."""

from collections.abc import Iterable, Mapping, Sequence

from guiju.core.provisions.columnar.columns import Column
from guiju.core.provisions.composed import UNITS, Statistic, Unit
from guiju.core.provisions.model import RuleSet
from guiju.core.provisions.statistics.grids import Grid, Layout, grid_of
from guiju.core.provisions.statistics.windows import statistic


def reckonable(rules: RuleSet, columns: Iterable[str], unit: Unit) -> tuple[Statistic, ...]:
    """The statistics that columns of hours or days yield, in their order; what is reported stays."""
    units = dict.fromkeys(columns, unit)
    found = []
    for one in rules.statistics:
        source = units.get(one.of)
        if source is None or one.id in units:
            continue
        if one.over is None or UNITS.index(one.over) > UNITS.index(source):
            units[one.id] = one.over or source
            found.append(one)
    return tuple(found)


def reckoned(
    some: Sequence[Statistic], columns: Mapping[str, Column], layout: Layout, rules: RuleSet
) -> dict[str, Grid]:
    """Each statistic on a grid, by its id."""
    made: dict[str, Grid] = {}
    read: dict[tuple[str, str], Grid] = {}
    for one in some:
        source = made.get(one.of)
        if source is None:
            key = (one.of, one.censored)
            source = read.get(key)
            if source is None:
                known = rules.characteristics[one.of]
                source = read[key] = grid_of(columns[one.of], layout, known, one.censored)
        made[one.id] = statistic(one, source)
    return made
