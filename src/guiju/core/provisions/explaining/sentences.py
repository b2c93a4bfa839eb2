"""Rules as sentences (规则的文字表述), for whoever writes or reads a rule set."""

from dataclasses import dataclass

from guiju.core.errors import Bilingual
from guiju.core.provisions.explaining.composed import (
    derived_sentence,
    index_sentence,
    score_sentences,
    statistic_sentence,
)
from guiju.core.provisions.explaining.lookups import column_words
from guiju.core.provisions.explaining.phrases import (
    NONE,
    clause_words,
    condition_words,
    converted_number,
    in_words,
    limit_words,
    with_unit,
)
from guiju.core.provisions.interval import Comparison, Interval
from guiju.core.provisions.model import (
    Certainty,
    Index,
    Ladder,
    Lookup,
    Modality,
    Rule,
    RuleSet,
    Rung,
    Scale,
)
from guiju.core.provisions.written import Limit

_MUST: dict[Modality, Bilingual] = {
    "requirement": Bilingual("应", "shall be"),
    "recommendation": Bilingual("宜", "should be"),
    "permission": Bilingual("可", "may be"),
}
_NEVER: dict[Modality, Bilingual] = {
    "requirement": Bilingual("不应检出", "shall not be detected"),
    "recommendation": Bilingual("不宜检出", "should not be detected"),
    "permission": Bilingual("可以检出", "may be detected"),
}
_UNCERTAIN = Bilingual("（没有核实，不作判定）", " (not verified: it does not judge)")


@dataclass(frozen=True, slots=True)
class Said:
    """What one part of a rule set says; `about` is its id in the file."""

    about: str
    clause: str
    sentence: Bilingual


def sentence(rule: Rule, rules: RuleSet) -> Bilingual:
    """`4.2：水体类型为河流的，总磷应不大于 0.2 mg/L，全数值比较。`"""
    characteristic = rules.characteristics[rule.characteristic]
    asked = _asked(rule, characteristic.unit, rules)
    how = _comparison(rule.comparison, rule.limit)
    others = [one for one in rules.rules if one.id in rule.exceptions]
    unless_zh = "、".join(f"{one.clause}（{one.id}）" for one in others)
    unless_en = ", ".join(f"{clause_words('', one.clause).en} ({one.id})" for one in others)
    unless = (
        Bilingual(f"；适用 {unless_zh} 时除外", f", except where {unless_en} applies")
        if others
        else NONE
    )
    when = condition_words(rule.when, rules.attributes)
    clause, weak = clause_words("", rule.clause), _doubt(rule.certainty)
    phase = _phase(rule)
    return Bilingual(
        f"{clause.zh}：{phase.zh}{f'{when.zh}的，' if when.zh else ''}{characteristic.name.zh}{asked.zh}"
        f"，{how.zh}{unless.zh}{weak.zh}。",
        f"{clause.en}: {phase.en}{f'where {when.en}, ' if when.en else ''}{characteristic.name.en} "
        f"{asked.en}, {how.en}{unless.en}{weak.en}.",
    )


def rung_sentence(rung: Rung, ladder: Ladder, rules: RuleSet) -> Bilingual:
    """A characteristic with its limits for every level."""
    characteristic = rules.characteristics[rung.characteristic]
    levels = [
        (level, _limit(limit, written, characteristic.unit, rules))
        for level, limit, written in zip(ladder.levels, rung.limits, rung.written, strict=True)
    ]
    when, clause = condition_words(rung.when, rules.attributes), clause_words("", rung.clause)
    how, weak = _comparison(ladder.comparison, None), _doubt(rung.certainty)
    phase = _phase(rung)
    return Bilingual(
        f"{clause.zh}：{phase.zh}{f'{when.zh}的，' if when.zh else ''}{characteristic.name.zh}："
        f"{'；'.join(f'{level} {limit.zh}' for level, limit in levels)}；{how.zh}{weak.zh}。",
        f"{clause.en}: {phase.en}{f'where {when.en}, ' if when.en else ''}{characteristic.name.en}: "
        f"{'; '.join(f'{level} {limit.en}' for level, limit in levels)}; {how.en}{weak.en}.",
    )


def scale_sentence(scale: Scale, index: Index, rules: RuleSet) -> Bilingual:
    """A characteristic with its breakpoints and what the index is there."""
    characteristic = rules.characteristics[scale.characteristic]
    pairs = ", ".join(
        f"{converted_number(point)} → {converted_number(value)}"
        for point, value in zip(scale.points, index.values, strict=False)
    )
    unit = with_unit("1", characteristic.unit).removeprefix("1").strip()
    when, clause = condition_words(scale.when, rules.attributes), clause_words("", scale.clause)
    beyond = {
        "cap": Bilingual("超过最后一段按最大值计", "beyond the last point it is the largest value"),
        "skip": Bilingual("超过最后一段不计算", "beyond the last point it is not reckoned"),
        "hold": Bilingual(
            "超过最后一段按该段末端计", "beyond the last point it stays what it is there"
        ),
    }[scale.beyond]
    name, phase = characteristic.name, _phase(scale)
    return Bilingual(
        f"{clause.zh}：{phase.zh}{f'{when.zh}的，' if when.zh else ''}{name.zh}"
        f"{f'（{unit}）' if unit else ''}{pairs}；{beyond.zh}。",
        f"{clause.en}: {phase.en}{f'where {when.en}, ' if when.en else ''}{name.en}"
        f"{f' ({unit})' if unit else ''} {pairs}; {beyond.en}.",
    )


def sentences(rules: RuleSet) -> tuple[Said, ...]:
    """All that a rule set says, in the order of its file."""
    return (
        *(Said(one.id, one.clause, derived_sentence(one, rules)) for one in rules.derived),
        *(Said(one.id, one.clause, statistic_sentence(one, rules)) for one in rules.statistics),
        *(Said(one.id, one.clause, sentence(one, rules)) for one in rules.rules),
        *(
            Said(ladder.id, rung.clause, rung_sentence(rung, ladder, rules))
            for ladder in rules.ladders
            for rung in ladder.rungs
        ),
        *(one for index in rules.indices for one in _of_index(index, rules)),
        *(
            Said(score.id, clause, said)
            for score in rules.scores
            for clause, said in score_sentences(score, rules)
        ),
    )


def _of_index(index: Index, rules: RuleSet) -> tuple[Said, ...]:
    scales = (Said(index.id, one.clause, scale_sentence(one, index, rules)) for one in index.scales)
    return (Said(index.id, index.clause, index_sentence(index)), *scales)


def _asked(rule: Rule, unit: str, rules: RuleSet) -> Bilingual:
    if isinstance(rule.limit, Lookup):
        must, words = _MUST[rule.modality], _limit(rule.limit, rule.written, unit, rules)
        return Bilingual(f"{must.zh}符合{words.zh}", f"{must.en} as {words.en} says")
    if not isinstance(rule.limit, Interval):
        never = _NEVER[rule.modality]
        return Bilingual(never.zh, never.en)
    must, words = _MUST[rule.modality], in_words(rule.limit, unit)
    return Bilingual(f"{must.zh}{words.zh}", f"{must.en} {words.en}")


def _limit(limit: Limit | Lookup, written: str, unit: str, rules: RuleSet) -> Bilingual:
    if isinstance(limit, Lookup):
        return column_words(limit, written, rules)
    return limit_words(limit, written, unit)


def _comparison(how: Comparison, limit: Limit | Lookup | None) -> Bilingual:
    if how == "full":
        return Bilingual("全数值比较", "compared as it is")
    steps = (
        {converted_number(end.step) for end in (limit.low, limit.high) if end is not None}
        if isinstance(limit, Interval)
        else set()
    )
    if len(steps) == 1:
        step = steps.pop()
        return Bilingual(f"修约到 {step} 后比较", f"compared after rounding to {step}")
    return Bilingual(
        "修约到限值的末位后比较", "compared after rounding to the last place of the limit"
    )


def _doubt(certainty: Certainty) -> Bilingual:
    return _UNCERTAIN if certainty == "uncertain" else NONE


def _phase(one: Rule | Rung | Scale) -> Bilingual:
    """From when until when, of what does not hold as long as its edition."""
    since, until = one.since, one.until
    if since and until:
        return Bilingual(f"自 {since} 起、{until} 前，", f"from {since} until before {until}, ")
    if since:
        return Bilingual(f"自 {since} 起，", f"from {since} on, ")
    if until:
        return Bilingual(f"{until} 前，", f"until before {until}, ")
    return NONE
