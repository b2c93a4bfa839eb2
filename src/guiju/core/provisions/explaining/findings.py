"""One rule on one result, explained (逐条说明)."""

from collections.abc import Mapping

from guiju.core.errors import Bilingual
from guiju.core.provisions.explaining.comparing import how
from guiju.core.provisions.explaining.lookups import line_limit
from guiju.core.provisions.explaining.model import Context, Explained
from guiju.core.provisions.explaining.phrases import (
    NONE,
    clause_words,
    condition_words,
    converted_number,
    limit_words,
    measured_words,
    names_words,
    signs,
    value_words,
    with_unit,
)
from guiju.core.provisions.findings import Finding
from guiju.core.provisions.interval import Interval
from guiju.core.provisions.measured import Measured
from guiju.core.provisions.model import Attribute, Characteristic, Condition, Lookup, Rule
from guiju.core.provisions.sample import Attributes, applies
from guiju.core.provisions.written import Limit


def explain(finding: Finding, context: Context) -> Bilingual:
    """The answer of one rule as a sentence."""
    return explained(finding, context).sentence


def explained(finding: Finding, context: Context) -> Explained:
    """The answer of one rule, part by part."""
    rule, rules = finding.rule, context.rules
    as_written = rules.characteristics[rule.characteristic]
    in_data = context.converted.characteristics[rule.characteristic]
    asked = asked_of(finding)
    return Explained(
        rule=rule.id,
        characteristic=rule.characteristic,
        name=as_written.name,
        status=finding.status,
        modality=rule.modality,
        measured=result_words(rule.characteristic, finding.measured, context),
        limit=_limit(asked, rule, context),
        converted="" if asked is None else converted(asked, as_written, in_data),
        how=_how(finding, asked, in_data, context),
        when=condition_words(rule.when, context.converted.attributes),
        clause=clause_words(rules.standard, rule.clause),
    )


def _limit(asked: Limit | None, rule: Rule, context: Context) -> Bilingual:
    unit = context.rules.characteristics[rule.characteristic].unit
    own = next((one for one in context.rules.rules if one.id == rule.id), rule)
    line = None if asked is None else line_limit(rule.limit, own.limit, context, unit)
    return line or shown_limit(asked, rule.limit, rule.written, unit)


def result_words(characteristic: str, measured: Measured, context: Context) -> Bilingual:
    """What was measured; of a sum with its parts (合成指标)."""
    rules = context.converted
    words = measured_words(measured, rules.characteristics[characteristic].unit)
    one = next((one for one in rules.derived if one.id == characteristic), None)
    if one is None or measured.written or measured.kind == "missing":
        return words
    zh, en = [], []
    for name, by in one.parts:
        part, called = context.sample.results.get(name), rules.characteristics[name].name
        share = "" if by == 1 else f"/{converted_number(by)}"
        text = part.written if part is not None else ""
        zh.append(f"{called.zh} {text or '缺'}{share}")
        en.append(f"{called.en} {text or 'missing'}{share}")
    return Bilingual(f"{words.zh}（{' + '.join(zh)}）", f"{words.en} ({' + '.join(en)})")


def asked_of(finding: Finding) -> Limit | None:
    """The limit that a result was held against; None where a table told none."""
    if finding.limit is not None or isinstance(finding.rule.limit, Lookup):
        return finding.limit
    return finding.rule.limit


def shown_limit(asked: Limit | None, limit: Limit | Lookup, written: str, unit: str) -> Bilingual:
    """The limit as written, with its unit; of a table the cell, or where to look it up."""
    if asked is None:
        assert isinstance(limit, Lookup)  # noqa: S101 only a table may tell none
        place = clause_words("", limit.clause)
        return Bilingual(f"查{place.zh}（{limit.column}）", f"in {place.en} ({limit.column})")
    if isinstance(limit, Lookup):
        written = asked.written if isinstance(asked, Interval) else ""
    return limit_words(asked, written, unit)


def converted(limit: Limit, as_written: Characteristic, in_data: Characteristic) -> str:
    """The limit in the unit of the data, "" where nothing was converted."""
    if as_written.unit == in_data.unit or not isinstance(limit, Interval):
        return ""
    return with_unit(signs(limit), in_data.unit)


def _how(
    finding: Finding, asked: Limit | None, characteristic: Characteristic, context: Context
) -> Bilingual:
    rule = finding.rule
    if finding.status == "inapplicable":
        return finding.reason or _inapplicable(rule, context)
    if finding.unknown:
        return untold(finding.unknown, context)
    if problem := context.problems.get(rule.characteristic):
        return problem
    if finding.status == "undetermined":
        if rule.certainty == "uncertain":
            return UNCERTAIN
        if others := _unclear_exceptions(rule, context):
            return others
    if asked is None:
        return NONE if finding.measured.kind == "missing" else EITHER_WAY
    return how(
        finding.measured,
        asked,
        finding.status,
        comparison=rule.comparison,
        least=characteristic.least,
        undetected=characteristic.undetected,
    )


EITHER_WAY = Bilingual(
    "查表的条件没有说明，各种取值下结论相同",
    "what decides the row was not told, and every value leads to the same answer",
)
UNCERTAIN = Bilingual(
    "这一限值没有核实，不作判定", "this limit has not been verified and does not judge"
)


def untold(unknown: tuple[str, ...], context: Context) -> Bilingual:
    """What would have to be told."""
    names = names_words(context.rules.attributes[one].name for one in unknown)
    return Bilingual(
        f"没有说明{names.zh}，不知道这一限值是否适用",
        f"{names.en} was not told, so that none can say whether the limit holds",
    )


def _inapplicable(rule: Rule, context: Context) -> Bilingual:
    """The condition that does not hold, or the exception that does."""
    attributes = context.sample.attributes
    if broken := [one for one in rule.when if applies((one,), attributes) is False]:
        return _told(broken, context.converted.attributes, attributes)
    for other in context.rules.rules:
        if other.id in rule.exceptions and applies(other.when, attributes):
            clause = clause_words("", other.clause)
            return Bilingual(
                f"由 {clause.zh}（{other.id}）代替", f"{clause.en} ({other.id}) takes its place"
            )
    return NONE


def _told(
    broken: list[Condition], known: Mapping[str, Attribute], attributes: Attributes
) -> Bilingual:
    parts = []
    for one in broken:
        attribute = known[one.attribute]
        value = attributes[one.attribute]
        told = (
            value_words(attribute, value)
            if isinstance(value, str)
            else Bilingual(*[with_unit(format(value, "f"), attribute.unit)] * 2)
        )
        parts.append(
            Bilingual(f"{attribute.name.zh}是{told.zh}", f"{attribute.name.en} is {told.en}")
        )
    return Bilingual("，".join(one.zh for one in parts), ", ".join(one.en for one in parts))


def _unclear_exceptions(rule: Rule, context: Context) -> Bilingual | None:
    """Attributes on which it depends whether an exception holds."""
    attributes = context.sample.attributes
    unknown = dict.fromkeys(
        one.attribute
        for other in context.rules.rules
        if other.id in rule.exceptions and applies(other.when, attributes) is None
        for one in other.when
        if one.attribute not in attributes
    )
    return untold(tuple(unknown), context) if unknown else None
