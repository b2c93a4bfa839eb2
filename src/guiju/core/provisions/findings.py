"""Rules on a sample (逐条判定), in decimals: this is what judging means; all else is tested against it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from guiju.core.errors import Bilingual
from guiju.core.provisions.judging import Status, judge
from guiju.core.provisions.lookup import looked_up
from guiju.core.provisions.measured import Measured
from guiju.core.provisions.model import Attribute, Characteristic, Rule
from guiju.core.provisions.sample import Attributes, Sample, applies
from guiju.core.provisions.untold import deciding, each_way
from guiju.core.provisions.written import Limit

_NOTHING = Measured("missing")
_NO_ATTRIBUTES: Mapping[str, Attribute] = {}


@dataclass(frozen=True, slots=True)
class Finding:
    """What one rule says of a sample; `unknown` are attributes that decide and were not told.

    `limit` is what was asked, looked up where it stands in a table; `reason` why nothing was.
    """

    rule: Rule
    measured: Measured
    status: Status
    unknown: tuple[str, ...] = ()
    limit: Limit | None = None
    reason: Bilingual | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """All findings on a sample, the whole, and the first requirement that fails (首项不符合).

    Where an attribute that was not told lets different rules fail, it is the first of these.
    """

    findings: tuple[Finding, ...]
    whole: Status
    first: Rule | None = None
    unknown: tuple[str, ...] = ()


def verdict(
    sample: Sample,
    rules: Iterable[Rule],
    known: Mapping[str, Characteristic],
    attributes: Mapping[str, Attribute] = _NO_ATTRIBUTES,
) -> Verdict:
    """Every rule with its answer, and the whole.

    An attribute of `attributes` that was not told is tried under each of its values: what all of
    them answer is the answer, and else it is undetermined.
    """
    rules = tuple(rules)
    names, told = each_way(deciding(rules), sample.attributes, attributes)
    ways = _ways([Sample(sample.results, one) for one in told], rules, known, names)
    different = {tuple(one.status for one in way): way for way in ways}.values()
    wholes = {overall(way) for way in different}
    whole = wholes.pop() if len(wholes) == 1 else "undetermined"
    fails = [at for way in different for at, one in enumerate(way) if _fails(one)]
    return Verdict(
        tuple(_merged(same, names, rules) for same in zip(*ways, strict=True)),
        whole,
        rules[min(fails)] if whole == "fail" else None,
        names,
    )


def findings(
    sample: Sample,
    rules: Iterable[Rule],
    known: Mapping[str, Characteristic],
    attributes: Mapping[str, Attribute] = _NO_ATTRIBUTES,
) -> tuple[Finding, ...]:
    """Every rule with its answer, as `verdict` has them."""
    return verdict(sample, rules, known, attributes).findings


def overall(found: Iterable[Finding]) -> Status:
    """The whole (综合判定): requirements only; one that fails decides, and none passes silently."""
    answers = {one.status for one in found if one.rule.modality == "requirement"}
    order: tuple[Status, ...] = ("fail", "missing", "undetermined", "pass")
    return next((status for status in order if status in answers), "inapplicable")


def _fails(one: Finding) -> bool:
    return one.status == "fail" and one.rule.modality == "requirement"


def _merged(ways: Sequence[Finding], tried: tuple[str, ...], rules: Sequence[Rule]) -> Finding:
    """One answer of a rule under every value of what was not told."""
    first = ways[0]
    if all(one is first or one == first for one in ways):
        return first
    if all(one.status == first.status for one in ways):
        return replace(first, limit=None, reason=None)
    own = _deciding(first.rule, rules)
    return Finding(
        first.rule, first.measured, "undetermined", tuple(one for one in tried if one in own)
    )


def _deciding(rule: Rule, rules: Sequence[Rule]) -> tuple[str, ...]:
    """The attributes on which a rule depends, by itself and by its exceptions."""
    if not rule.exceptions:
        return deciding((rule,))
    return deciding((rule, *(other for other in rules if other.id in rule.exceptions)))


def _ways(
    samples: Sequence[Sample],
    rules: tuple[Rule, ...],
    known: Mapping[str, Characteristic],
    tried: tuple[str, ...],
) -> list[tuple[Finding, ...]]:
    """The findings of each; a rule is judged once for each value of what it depends on."""
    first = _findings(samples[0], rules, known)
    own = (tuple(name for name in _deciding(rule, rules) if name in tried) for rule in rules)
    moving = {at: names for at, names in enumerate(own) if names}
    named = {rules[at].id for at in moving}.union(*(rules[at].exceptions for at in moving))
    asked = [rule for rule in rules if rule.id in named]
    told: dict[tuple[object, ...], Finding] = {}
    found = [first]
    for sample in samples[1:]:
        way = list(first)
        for at, names in moving.items():
            key = (at, *(sample.attributes[name] for name in names))
            if key not in told:
                holds = {rule.id: applies(rule.when, sample.attributes) for rule in asked}
                standing = _standing(rules[at], holds)
                told[key] = _finding(sample, rules[at], standing, known[rules[at].characteristic])
            way[at] = told[key]
        found.append(tuple(way))
    return found


def _findings(
    sample: Sample, rules: tuple[Rule, ...], known: Mapping[str, Characteristic]
) -> tuple[Finding, ...]:
    """A rule gives way to those of its exceptions that apply."""
    holds = {rule.id: applies(rule.when, sample.attributes) for rule in rules}
    return tuple(
        _finding(sample, rule, _standing(rule, holds), known[rule.characteristic]) for rule in rules
    )


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
    told = sample.attributes
    if holds is False:
        return Finding(rule, measured, "inapplicable")
    found = looked_up(rule.limit, told)
    if found.limit is None and not found.unknown:
        return Finding(rule, measured, "inapplicable", reason=found.reason)
    if holds is None or found.limit is None:
        return Finding(rule, measured, "undetermined", _untold(rule, told, found.unknown))
    if rule.certainty == "uncertain":
        return Finding(rule, measured, "undetermined", limit=found.limit)
    status = judge(
        measured,
        found.limit,
        comparison=rule.comparison,
        least=characteristic.least,
        undetected=characteristic.undetected,
    )
    return Finding(rule, measured, status, limit=found.limit)


def _untold(rule: Rule, told: Attributes, keys: tuple[str, ...]) -> tuple[str, ...]:
    own = [one.attribute for one in rule.when if one.attribute not in told]
    return tuple(dict.fromkeys((*own, *keys)))
