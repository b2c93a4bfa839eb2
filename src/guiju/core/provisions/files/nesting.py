"""That the levels of a ladder are nested (等级逐级放宽), in every row of a table."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from guiju.core.provisions.files.mends import WIDER
from guiju.core.provisions.files.nodes import Node
from guiju.core.provisions.interval import Interval
from guiju.core.provisions.model import Between, Lookup
from guiju.core.provisions.written import Limit

Asked = Limit | Between | None


def nested(nodes: Sequence[Node], limits: Sequence[Limit | Lookup]) -> None:
    """What reaches a level reaches all the lower ones. Raises RuleFileError."""
    tables = {one.table for one in limits if isinstance(one, Lookup)}
    if len(tables) > 1:
        raise nodes[0].wrong(
            "同一指标各等级的限值应当在同一个表中",
            "the limits of all levels of a characteristic should stand in one table",
        )
    for node, (better, lower) in zip(nodes[1:], pairwise(limits), strict=True):
        for one, other in _together(better, lower):
            _check(node, one, other)


def _together(better: Limit | Lookup, lower: Limit | Lookup) -> Iterator[tuple[Asked, Asked]]:
    """The limits of both levels that hold at once: of two columns those of the same row."""
    count = max(len(one.cases) if isinstance(one, Lookup) else 1 for one in (better, lower))
    yield from zip(_column(better, count), _column(lower, count), strict=True)


def _column(limit: Limit | Lookup, count: int) -> tuple[Asked, ...]:
    if isinstance(limit, Lookup):
        return tuple(one.limit for one in limit.cases)
    return (limit,) * count


def _check(node: Node, better: Asked, lower: Asked) -> None:
    if isinstance(better, Between) or isinstance(lower, Between) or lower is None:
        # Between two rows they are nested if they are in both; what asks nothing holds all.
        return
    if better is None:
        raise node.wrong(
            f"较高等级没有要求，却要求“{_written(lower)}”",
            f"the better level asks nothing, and this one “{_written(lower)}”",
        )
    if not (isinstance(better, Interval) and isinstance(lower, Interval)):
        raise node.wrong("分级的限值应当是数值", "the limits of a ladder must be numbers")
    if not better.within(lower):
        raise node.wrong(
            f"“{lower.written}”没有包含较高等级的“{better.written}”",
            f"“{lower.written}” does not hold “{better.written}” of the better level",
            WIDER,
        )


def _written(limit: Limit) -> str:
    return limit.written if isinstance(limit, Interval) else "不得检出"
