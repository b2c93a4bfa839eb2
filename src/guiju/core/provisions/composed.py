"""Values that are made of others (合成指标): sums of ratios, statistics of a period, scores of parts.

Plain values, as the rule file says them; `model` holds them.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, get_args

from guiju.core.errors import Bilingual
from guiju.core.provisions.interval import Interval

# What a statistic takes of the values of its window.
Take = Literal["mean", "max", "min", "sum", "energy", "percentile"]
Unit = Literal["hour", "day", "month", "quarter", "year"]
UNITS: tuple[Unit, ...] = get_args(Unit)
# What a value below its detection limit counts as.
Censored = Literal["half", "zero", "limit", "undetermined"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Derived:
    """A sum of characteristics, each divided by a number (比值之和、总和); 1 where it is a plain sum."""

    id: str
    clause: str
    parts: tuple[tuple[str, Decimal], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Statistic:
    """The value of a period out of a series (统计值): of a characteristic or of another statistic.

    `over` is the calendar period, or `last` the number of steps of the series that a running
    window has. `at_least` values make it valid (数据有效性), of the `hours` of a day where they are
    told, and `each_month` in every month of it, `february` in that one. A maximum above `or_above`
    is valid with fewer. `share` is the place of a percentile between 0 and 1. `before` is the step
    to which the values are rounded before they are used, `step` that of the statistic; None: not.
    Where it is not `sure` that it is rounded, it is anything between the rounded and the unrounded.
    """

    id: str
    clause: str
    of: str
    take: Take
    over: Unit | None = None
    last: int | None = None
    at_least: int = 1
    each_month: int = 0
    february: int = 0
    hours: tuple[int, int] = (1, 24)
    or_above: Decimal | None = None
    share: Decimal = Decimal(0)
    censored: Censored = "undetermined"
    before: Decimal | None = None
    step: Decimal | None = None
    sure: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """What gives marks (评分项), the characteristic that holds them, and at most how many."""

    id: str
    maximum: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of a score (分项): marked as a whole, or by its items."""

    id: str
    maximum: Decimal
    items: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """What a level asks for (等级要求): of the total, and in per cent of every part's maximum."""

    name: str
    clause: str
    total: Interval | None = None
    each_part: Interval | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """A grade by marks (评分定级). `levels` the best first; `otherwise` is what reaches none.

    `gates` are rules that must be met before marks count (前提条件).
    """

    id: str
    name: Bilingual
    clause: str
    parts: tuple[Part, ...]
    levels: tuple[Level, ...]
    otherwise: str
    gates: tuple[str, ...] = ()

    @property
    def maximum(self) -> Decimal:
        return sum((part.maximum for part in self.parts), Decimal(0))
