"""A report judged and explained (报告判定): all rules, ladders and indices of a rule set at once."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

from guiju.core.errors import Bilingual
from guiju.core.provisions.derived import with_derived
from guiju.core.provisions.explaining.findings import asked_of, explained
from guiju.core.provisions.explaining.grades import graded
from guiju.core.provisions.explaining.indices import scored
from guiju.core.provisions.explaining.marks import marked
from guiju.core.provisions.explaining.model import Context, Explained, Graded, Scored
from guiju.core.provisions.explaining.phrases import value_words, with_unit
from guiju.core.provisions.findings import Finding, overall, verdict
from guiju.core.provisions.judging import Status
from guiju.core.provisions.measured import read_measured
from guiju.core.provisions.model import Ladder, Rule, RuleSet
from guiju.core.provisions.reports.matching import Matched, matched, told_of
from guiju.core.provisions.reports.model import Entry, Report
from guiju.core.provisions.reports.stated import in_data_unit, same_limit, stated_limit
from guiju.core.provisions.reports.uncertain import guarded, said
from guiju.core.provisions.sample import Sample
from guiju.core.provisions.uncertainty import Decision
from guiju.core.provisions.units import in_units

_NOT_GUARDED = Bilingual(
    "等级、指数和合成指标按结果本身评定，不计不确定度。",
    "Grades, indices and sums are those of the results as they are; no uncertainty counts.",
)
_ORDER: tuple[Status, ...] = ("fail", "missing", "undetermined", "pass")


def judged_report(
    entries: Iterable[Entry],
    rules: RuleSet,
    settings: Mapping[str, str] | None = None,
    *,
    on: date | None = None,
    reviewed: bool = True,
    chosen: Mapping[str, str] | None = None,
    decision: Decision = "simple",
) -> Report:
    """One report by one rule set, in the phase of the day `on`.

    `decision` is the declared rule for results with an uncertainty (判定规则); grades and indices are
    those of the results as they are.
    Raises TwoResultsError, NothingInReportError and SettingError.
    """
    if on is not None:
        rules = rules.on(on)
    found = matched(entries, rules, chosen)
    numbers = {
        name: unit
        for name, unit in found.attribute_units.items()
        if unit and not rules.attributes[name].values
    }
    converted = in_units(rules, found.units, numbers)
    attributes, target = told_of(converted, {**(settings or {}), **found.attributes})
    sample = with_derived(Sample(found.results, attributes), converted)
    context = Context(rules, converted, sample, found.problems)
    asked = _asked(converted, sample)
    answer = verdict(sample, asked, converted.characteristics, converted.attributes)
    decided = answer.findings
    whole = answer.whole
    if decision == "guarded" and found.uncertainties:
        decided = guarded(decided, found.uncertainties, converted.characteristics)
        whole = answer.whole if decided == answer.findings else overall(decided)
    grades = (
        *(graded(one, context, target if _has(one, target) else "") for one in converted.ladders),
        *(marked(one, context, target) for one in converted.scores),
    )
    indices = tuple(scored(one, context) for one in converted.indices)
    return Report(
        standard=rules.standard,
        title=rules.title,
        basis=rules.basis,
        reviewed=reviewed,
        status=_whole(whole if asked else None, grades, indices),
        told=tuple(_told(context)),
        findings=tuple(
            said(_explained_as(one, before, context), before, _uncertainty(one, found), decision)
            for one, before in zip(decided, answer.findings, strict=True)
        ),
        grades=grades,
        indices=indices,
        notes=(
            *found.notes,
            *((_NOT_GUARDED,) if decision == "guarded" and _has_more(rules) else ()),
            *_other_limits(found, answer.findings, context),
        ),
        unmatched=tuple(found.unmatched),
    )


def _explained_as(one: Finding, before: Finding, context: Context) -> Explained:
    """How it was compared is told by the finding without the uncertainty."""
    said_before = explained(before, context)
    return said_before if one is before else replace(said_before, status=one.status)


def _uncertainty(one: Finding, found: Matched) -> Decimal | None:
    return found.uncertainties.get(one.rule.characteristic)


def _has_more(rules: RuleSet) -> bool:
    return bool(rules.ladders or rules.indices or rules.scores or rules.derived)


def _has(ladder: Ladder, target: str) -> bool:
    return target in ladder.levels


def _asked(rules: RuleSet, sample: Sample) -> tuple[Rule, ...]:
    """All rules; beside a ladder or an index only where the report holds any of what they ask for."""
    graded = rules.ladders or rules.indices or rules.scores
    if graded and not any(rule.characteristic in sample.results for rule in rules.rules):
        return ()
    return rules.rules


def _whole(
    own: Status | None,
    grades: tuple[Graded, ...],
    indices: tuple[Scored, ...],
) -> Status:
    """The worst of the rules and grades; an index conforms to nothing, and may only be missing."""
    answers = {one.status for one in grades}
    answers |= {"missing" if one.value is None else "pass" for one in indices}
    answers |= {own} if own else set()
    return next((status for status in _ORDER if status in answers), "inapplicable")


def _told(context: Context) -> Iterator[Bilingual]:
    """What decided which limits apply."""
    for name, value in context.sample.attributes.items():
        attribute = context.converted.attributes[name]
        if isinstance(value, str):
            words = value_words(attribute, value)
        else:
            words = Bilingual(*[with_unit(format(value, "f"), attribute.unit)] * 2)
        yield Bilingual(f"{attribute.name.zh}：{words.zh}", f"{attribute.name.en}: {words.en}")


def _other_limits(
    found: Matched, findings: Iterable[Finding], context: Context
) -> Iterator[Bilingual]:
    """Limits that the report itself states and that are not those of the standard."""
    for one in findings:
        entry, asked = found.limits.get(one.rule.characteristic), asked_of(one)
        if entry is None or one.status == "inapplicable" or asked is None:
            continue
        if read_measured(entry.limit).kind == "missing":  # a dash: it states none
            continue
        characteristic = context.converted.characteristics[one.rule.characteristic]
        stated = stated_limit(entry.limit, characteristic.unit)
        name = characteristic.name
        if stated is None:
            yield Bilingual(
                f"{name.zh}：报告所列限值“{entry.limit}”没有与标准比较，按标准判定。",
                f"{name.en}: the limit “{entry.limit}” of the report was not compared with the "
                "standard's; the standard was taken.",
            )
        elif not same_limit(stated, asked):
            text = in_data_unit(asked, characteristic.unit)
            yield Bilingual(
                f"{name.zh}：报告所列限值“{entry.limit}”与标准的 {text.zh} 不同，按标准判定。",
                f"{name.en}: the limit “{entry.limit}” of the report is not the standard's {text.en}; "
                "the standard was taken.",
            )
