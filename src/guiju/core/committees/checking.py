"""Does a committee's composition fit the rules (组成核查)? Each misfit is a sentence."""

from collections.abc import Callable
from fractions import Fraction

from guiju.core.committees.files import Rule, rules
from guiju.core.committees.measures import MEASURES, Measured
from guiju.core.committees.model import Composition, Finding
from guiju.core.errors import Bilingual

_WAYS: dict[str, Callable[[Fraction, Fraction], bool]] = {
    "at_least": lambda value, limit: value >= limit,
    "at_most": lambda value, limit: value <= limit,
    "exactly": lambda value, limit: value == limit,
}


def check(composition: Composition) -> tuple[Finding, ...]:
    """What does not fit the rules in force on its day, errors first, in the order of the rules."""
    found = [
        _finding(rule, limit, measured)
        for rule in rules()
        if (limit := _limit(rule, composition)) is not None
        for measured in MEASURES[rule.measure](composition)
        if not _WAYS[rule.way](measured.value, limit)
    ]
    return tuple(sorted(found, key=lambda one: one.severity != "error"))


def _limit(rule: Rule, of: Composition) -> Fraction | None:
    """The limit of a rule for this committee, none where it does not bind it."""
    in_force = rule.since <= of.on and (rule.until is None or of.on < rule.until)
    if not in_force or (rule.owners and of.authority not in rule.owners):
        return None
    return rule.limits.get(of.kind)


def _finding(rule: Rule, limit: Fraction, measured: Measured) -> Finding:
    zh, en = (
        template.format(found=measured.found, limit=limit, who=who)
        for template, who in zip(rule.sentence, measured.who, strict=True)
    )
    return Finding(
        rule.id,
        rule.severity,
        Bilingual(zh, en),
        measured.found,
        limit,
        rule.basis,
        rule.confidence,
    )
