"""What a standard asks of a thing, for a machine (条款、指标): plain values, as the rule file says them."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Literal

from guiju.core.errors import Bilingual
from guiju.core.provisions.composed import Derived, Score, Statistic
from guiju.core.provisions.interval import Comparison, Interval
from guiju.core.provisions.judging import Undetected
from guiju.core.provisions.written import Limit

Modality = Literal["requirement", "recommendation", "permission"]
Better = Literal["higher", "lower", "target"]
# Beyond the last point: the largest value of the index, none, or that of the last point.
Beyond = Literal["cap", "skip", "hold"]
Certainty = Literal["checked", "certain", "uncertain"]
# How an attribute finds its row: it is the key, lies in it, lies between two, or is at most the key.
Match = Literal["exact", "range", "interpolate", "larger"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Characteristic:
    """A characteristic (特性、指标). `least` is its smallest possible value, None where there is none.

    `synonyms` are heads under which it stands in data; `undetected` is what 未检出 without a
    detection limit means to a limit that is a number.
    """

    id: str
    name: Bilingual
    unit: str = ""
    better: Better | None = None
    least: Decimal | None = Decimal(0)
    synonyms: tuple[str, ...] = ()
    method: tuple[str, ...] = ()
    undetected: Undetected = "undetermined"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribute:
    """What decides which limits apply (适用条件): 水体类型, 额定功率. Without values it is a number.

    `gaps`: ranges of it may leave numbers out, of which the standard says nothing.
    """

    id: str
    name: Bilingual
    values: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    unit: str = ""
    default: str = ""
    synonyms: tuple[str, ...] = ()
    gaps: bool = False


@dataclass(frozen=True, slots=True)
class Condition:
    """An attribute has one of these values, or lies in the interval (条件)."""

    attribute: str
    values: frozenset[str] = frozenset()
    interval: Interval | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Limits kept in a table (限值表), its cells as they are written: those of `keys`, then the others."""

    id: str
    clause: str
    keys: Mapping[str, Match]
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Between:
    """A limit on the straight line between two rows (线性内插), by the number that `attribute` is.

    Without limits in both rows it asks for nothing.
    """

    attribute: str
    start: Decimal
    end: Decimal
    at_start: Interval | None = None
    at_end: Interval | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """A row of a table, or what lies between two (限值表的一行); None: it asks for nothing (—)."""

    when: tuple[Condition, ...]
    limit: Limit | Between | None


@dataclass(frozen=True, slots=True)
class Lookup:
    """A limit that is looked up in a table (查表限值): of the cases at most one holds.

    `names` are what the keys are called.
    """

    table: str
    clause: str
    column: str
    cases: tuple[Case, ...]
    written: str = ""
    names: tuple[tuple[str, Bilingual], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A limit on a characteristic (限值), with the clause that says so.

    A rule, and whatever else has `since` and `until`, is in force from one day until another, that
    day excluded (分阶段实施); None: as long as its edition.
    """

    id: str
    clause: str
    characteristic: str
    limit: Limit | Lookup
    written: str
    modality: Modality = "requirement"
    when: tuple[Condition, ...] = ()
    comparison: Comparison = "full"
    exceptions: frozenset[str] = frozenset()
    certainty: Certainty = "checked"
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rung:
    """The limits of one characteristic for every level of a ladder, the best level first."""

    clause: str
    characteristic: str
    limits: tuple[Limit | Lookup, ...]
    written: tuple[str, ...]
    when: tuple[Condition, ...] = ()
    certainty: Certainty = "checked"
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ladder:
    """Grades (分级): the worst level of all characteristics is the grade. `levels` the best first.

    `otherwise` is the name of what reaches no level, `synonyms` are other spellings of levels.
    """

    id: str
    name: Bilingual
    clause: str
    levels: tuple[str, ...]
    otherwise: str
    rungs: tuple[Rung, ...]
    comparison: Comparison = "full"
    synonyms: Mapping[str, str] = field(default_factory=dict)
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """The breakpoints of one characteristic (浓度限值分段); beyond the last `beyond` says what holds."""

    clause: str
    characteristic: str
    points: tuple[Decimal, ...]
    beyond: Beyond = "cap"
    when: tuple[Condition, ...] = ()
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """An index by breakpoints (分指数): straight lines between them, rounded up, the largest rules.

    `values` are those at the breakpoints; `classes` name the index from each number on; the primary
    characteristic is named when the index is above `primary_above`.
    """

    id: str
    name: Bilingual
    clause: str
    values: tuple[Decimal, ...]
    scales: tuple[Scale, ...]
    classes: tuple[tuple[Decimal, str], ...]
    primary_above: Decimal
    since: date | None = None
    until: date | None = None


Dated = Rule | Rung | Ladder | Scale | Index


def in_force(one: Dated, day: date) -> bool:
    """Whether it holds on that day (在有效期内)."""
    return (one.since is None or one.since <= day) and (one.until is None or day < one.until)


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleSet:
    """What one edition asks (规则集), in force from `since` until `until`, that day excluded."""

    standard: str
    title: Bilingual
    since: date
    until: date | None
    basis: str
    certainty: Certainty
    characteristics: Mapping[str, Characteristic]
    attributes: Mapping[str, Attribute]
    rules: tuple[Rule, ...] = ()
    ladders: tuple[Ladder, ...] = ()
    indices: tuple[Index, ...] = ()
    omitted: tuple[Bilingual, ...] = ()
    tables: Mapping[str, Table] = field(default_factory=dict)
    derived: tuple[Derived, ...] = ()
    statistics: tuple[Statistic, ...] = ()
    scores: tuple[Score, ...] = ()

    def on(self, day: date) -> "RuleSet":
        """What it asks on that day: the rules, levels and breakpoints of that phase (阶段).

        Of a day outside its time it is the phase that is nearest: who names an edition means it.
        """
        day = max(day, self.since)
        if self.until is not None:
            day = min(day, self.until - timedelta(days=1))
        rules = tuple(rule for rule in self.rules if in_force(rule, day))
        ids = {rule.id for rule in rules}
        return replace(
            self,
            rules=tuple(replace(rule, exceptions=rule.exceptions & ids) for rule in rules),
            ladders=tuple(
                replace(one, rungs=tuple(rung for rung in one.rungs if in_force(rung, day)))
                for one in self.ladders
                if in_force(one, day)
            ),
            indices=tuple(
                replace(one, scales=tuple(scale for scale in one.scales if in_force(scale, day)))
                for one in self.indices
                if in_force(one, day)
            ),
        )

    def changes(self) -> tuple[date, ...]:
        """The days on which it begins, or begins to ask something else, in their order."""
        dated: list[Dated] = [
            *self.rules, *self.ladders, *self.indices,
            *(rung for one in self.ladders for rung in one.rungs),
            *(scale for one in self.indices for scale in one.scales),
        ]  # fmt: skip
        days = {day for one in dated for day in (one.since, one.until) if day is not None}
        within = {day for day in days if self.until is None or day < self.until}
        return tuple(sorted({self.since} | {day for day in within if day > self.since}))
