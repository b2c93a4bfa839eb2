"""The statistics table of a system (标准统计表): 应有数, 现有数, 现有/应有, 缺口."""

from collections import defaultdict
from dataclasses import dataclass

from guiju.apps.catalogue.selectors.systems.values import Box, Count, Line, SystemView
from guiju.apps.catalogue.selectors.systems.words import LEVELS
from guiju.core.errors import Bilingual

NO_LEVEL = Bilingual("未定级别", "No level given")


@dataclass(frozen=True, slots=True)
class LevelRow:
    """The lines of one proposed level (宜定级别)."""

    level: str
    name: Bilingual
    count: Count


@dataclass(frozen=True, slots=True)
class Statistics:
    """A row a top-level category, a row a level, the total, and the lines that are missing."""

    categories: tuple[Box, ...]
    levels: tuple[LevelRow, ...]
    total: Count
    gaps: tuple[Line, ...]


def statistics(view: SystemView) -> Statistics:
    """Count the lines of a system.

    A line counts as 应有 always, and as 现有 where it names a standard that on the day was not ended
    and no draft; a number that the catalogue does not have is taken at its word and counted as
    unverified besides.
    """
    by_level: defaultdict[str, Count] = defaultdict(Count)
    for line in view.lines:
        by_level[line.level if line.level in LEVELS else ""] += line.count
    order = [*LEVELS, ""]
    return Statistics(
        categories=view.tops,
        levels=tuple(
            LevelRow(level, LEVELS.get(level, NO_LEVEL), by_level[level])
            for level in order
            if level in by_level
        ),
        total=view.total,
        gaps=tuple(line for line in view.lines if line.is_gap),
    )
