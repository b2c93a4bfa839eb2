"""Rules on a sample (逐条判定), in decimals: this is what judging means; all else is tested against it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from guiju.core.provisions.judging import Status, judge
from guiju.core.provisions.measured import Measured
from guiju.core.provisions.model import Characteristic, Rule
from guiju.core.provisions.sample import Sample, applies

_NOTHING = Measured("missing")


@dataclass(frozen=True, slots=True)
class Finding:
    """What one rule says of a sample; `unknown` are attributes that decide and were not told."""

    rule: Rule
    measured: Measured
    status: Status
    unknown: tuple[str, ...] = ()


def findings(
    sample: Sample, rules: Iterable[Rule], known: Mapping[str, Characteristic]
) -> tuple[Finding, ...]:
    """Every rule with its answer. A rule gives way to those of its exceptions that apply."""
    rules = tuple(rules)
    holds = {rule.id: applies(rule.when, sample.attributes) for rule in rules}
    return tuple(
        _finding(sample, rule, _standing(rule, holds), known[rule.characteristic]) for rule in rules
    )


def overall(found: Iterable[Finding]) -> Status:
    """The whole (综合判定): requirements only; one that fails decides, and none passes silently."""
    answers = {one.status for one in found if one.rule.modality == "requirement"}
    order: tuple[Status, ...] = ("fail", "missing", "undetermined", "pass")
    return next((status for status in order if status in answers), "inapplicable")


def _standing(rule: Rule, holds: dict[str, bool | None]) -> bool | None:
    own = holds[rule.id]
    others = [holds[one] for one in rule.exceptions]
    if own is False or True in others:
        return False
    return None if own is None or None in others else True


def _finding(
    sample: Sample, rule: Rule, holds: bool | None, characteristic: Characteristic
) -> Finding:
    measured = sample.results.get(rule.characteristic, _NOTHING)
    if holds is False:
        return Finding(rule, measured, "inapplicable")
    if holds is None:
        told = sample.attributes
        unknown = dict.fromkeys(one.attribute for one in rule.when if one.attribute not in told)
        return Finding(rule, measured, "undetermined", tuple(unknown))
    if rule.certainty == "uncertain":
        return Finding(rule, measured, "undetermined")
    status = judge(
        measured,
        rule.limit,
        comparison=rule.comparison,
        least=characteristic.least,
        undetected=characteristic.undetected,
    )
    return Finding(rule, measured, status)
