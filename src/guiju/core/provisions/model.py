"""What a standard asks of a thing, for a machine (条款、指标): plain values, as the rule file says them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

from guiju.core.errors import Bilingual
from guiju.core.provisions.interval import Comparison, Interval
from guiju.core.provisions.judging import Undetected
from guiju.core.provisions.written import Limit

Modality = Literal["requirement", "recommendation", "permission"]
Better = Literal["higher", "lower", "target"]
Beyond = Literal["cap", "skip"]
Certainty = Literal["checked", "certain", "uncertain"]


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
    """What decides which limits apply (适用条件): 水体类型, 额定功率. Without values it is a number."""

    id: str
    name: Bilingual
    values: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    unit: str = ""
    default: str = ""
    synonyms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Condition:
    """An attribute has one of these values, or lies in the interval (条件)."""

    attribute: str
    values: frozenset[str] = frozenset()
    interval: Interval | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A limit on a characteristic (限值), with the clause that says so."""

    id: str
    clause: str
    characteristic: str
    limit: Limit
    written: str
    modality: Modality = "requirement"
    when: tuple[Condition, ...] = ()
    comparison: Comparison = "full"
    exceptions: frozenset[str] = frozenset()
    certainty: Certainty = "checked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rung:
    """The limits of one characteristic for every level of a ladder, the best level first."""

    clause: str
    characteristic: str
    limits: tuple[Limit, ...]
    written: tuple[str, ...]
    when: tuple[Condition, ...] = ()
    certainty: Certainty = "checked"


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """The breakpoints of one characteristic (浓度限值分段); beyond the last `beyond` says what holds."""

    clause: str
    characteristic: str
    points: tuple[Decimal, ...]
    beyond: Beyond = "cap"
    when: tuple[Condition, ...] = ()


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
