"""What a rule set asks of a characteristic (某一指标的要求): its rules, its levels, its breakpoints."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from guiju.core.errors import Bilingual
from guiju.core.provisions.asking import asked_by
from guiju.core.provisions.explaining.phrases import converted_number
from guiju.core.provisions.interval import Comparison, Interval, bound
from guiju.core.provisions.lookup import looked_up
from guiju.core.provisions.model import (
    Certainty,
    Condition,
    Index,
    Ladder,
    Lookup,
    Modality,
    Rule,
    RuleSet,
    Rung,
    Scale,
)
from guiju.core.provisions.sample import Attributes, applies
from guiju.core.provisions.written import Limit


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A limit that holds under some condition."""

    limit: Limit
    written: str
    clause: str
    modality: Modality
    comparison: Comparison
    certainty: Certainty


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """Rules of one kind on one characteristic; rules that are no levels have the level ""."""

    kind: Literal["rules", "ladder", "index"]
    id: str
    name: Bilingual
    levels: tuple[str, ...]
    words: Mapping[str, str] = field(default_factory=dict)
    parts: tuple[Rule | Rung | Scale, ...] = ()
    whole: Ladder | Index | None = None
    others: tuple[Rule, ...] = ()

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """All that decides what holds: of rules, of the rows of tables, of exceptions."""
        lookups = [
            limit for part in self.parts for limit in _limits(part) if isinstance(limit, Lookup)
        ]
        return (
            *(one for part in (*self.parts, *self.others) for one in part.when),
            *(one for lookup in lookups for case in lookup.cases for one in case.when),
        )

    def asked(self, level: str, told: Attributes) -> tuple[Asked, ...]:
        """The limits of a level for things of these attributes."""
        found = []
        for part in self.parts:
            one = self._asked(part, self.levels.index(level), told)
            if one is not None:
                found.append(one)
        return tuple(found)

    def _asked(self, part: Rule | Rung | Scale, at: int, told: Attributes) -> Asked | None:
        if isinstance(part, Rule):
            return self._of_rule(part, told)
        if isinstance(part, Rung):
            found = asked_by(part, told)
            limit = None if found is None or found.limits is None else found.limits[at]
            text = part.written[at]
            return None if limit is None else _made(limit, text, part, self._comparison)
        if not applies(part.when, told) or at + 1 >= len(part.points):
            return None
        limit = Interval(None, bound(part.points[at + 1]))
        return Asked(
            limit=limit,
            written=f"≤{converted_number(part.points[at + 1])}",
            clause=part.clause,
            modality="requirement",
            comparison="full",
            certainty="checked",
        )

    def _of_rule(self, rule: Rule, told: Attributes) -> Asked | None:
        given_way = any(
            applies(other.when, told) for other in self.others if other.id in rule.exceptions
        )
        if given_way or not applies(rule.when, told):
            return None
        limit = looked_up(rule.limit, told).limit
        return None if limit is None else _made(limit, rule.written, rule, rule.comparison)

    @property
    def _comparison(self) -> Comparison:
        return self.whole.comparison if isinstance(self.whole, Ladder) else "full"


def families(characteristic: str, rules: RuleSet) -> tuple[Family, ...]:
    """What a rule set asks of one characteristic, by kind."""
    found: list[Family] = []
    own = tuple(one for one in rules.rules if one.characteristic == characteristic)
    own = tuple(one for one in own if one.modality != "permission")
    if own:
        name = Bilingual("限值", "limits")
        named = {other for one in own for other in one.exceptions}
        others = tuple(one for one in rules.rules if one.id in named)
        found.append(Family(kind="rules", id="", name=name, levels=("",), parts=own, others=others))
    for ladder in rules.ladders:
        rungs = tuple(one for one in ladder.rungs if one.characteristic == characteristic)
        if rungs:
            found.append(
                Family(
                    kind="ladder",
                    id=ladder.id,
                    name=ladder.name,
                    levels=ladder.levels,
                    words=ladder.synonyms,
                    parts=rungs,
                    whole=ladder,
                )
            )
    for index in rules.indices:
        scales = tuple(one for one in index.scales if one.characteristic == characteristic)
        if scales:
            levels = tuple(converted_number(one) for one in index.values[1:])
            found.append(
                Family(
                    kind="index",
                    id=index.id,
                    name=index.name,
                    levels=levels,
                    parts=scales,
                    whole=index,
                )
            )
    return tuple(found)


def _limits(part: Rule | Rung | Scale) -> tuple[Limit | Lookup, ...]:
    if isinstance(part, Rule):
        return (part.limit,)
    return part.limits if isinstance(part, Rung) else ()


def _made(limit: Limit, written: str, part: Rule | Rung, comparison: Comparison) -> Asked:
    looked = any(isinstance(one, Lookup) for one in _limits(part))
    text = limit.written if looked and isinstance(limit, Interval) else written
    return Asked(
        limit=limit,
        written=text,
        clause=part.clause,
        modality=part.modality if isinstance(part, Rule) else "requirement",
        comparison=comparison,
        certainty=part.certainty,
    )
