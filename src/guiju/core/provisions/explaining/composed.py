"""Values made of others as sentences (合成指标的文字表述): sums, statistics of periods, scores, indices."""

from collections.abc import Iterator, Mapping

from guiju.core.errors import Bilingual
from guiju.core.provisions.composed import Censored, Derived, Level, Part, Score, Statistic, Unit
from guiju.core.provisions.explaining.phrases import (
    NONE,
    clause_words,
    converted_number,
    signs,
    with_unit,
)
from guiju.core.provisions.model import Index, Rule, RuleSet

EVERY: dict[Unit, Bilingual] = {
    "hour": Bilingual("每小时", "each hour"),
    "day": Bilingual("每日", "each day"),
    "month": Bilingual("每月", "each month"),
    "quarter": Bilingual("每季", "each quarter"),
    "year": Bilingual("每年", "each year"),
}
_TAKEN = {
    "mean": Bilingual("算术平均", "arithmetic mean"),
    "max": Bilingual("最大值", "largest value"),
    "min": Bilingual("最小值", "smallest value"),
    "sum": Bilingual("总和", "sum"),
    "energy": Bilingual("能量平均", "energy mean"),
}
_CENSORED: Mapping[Censored, Bilingual] = {
    "half": Bilingual(
        "低于检出限的按检出限的一半计", "below the detection limit half of it counts"
    ),
    "zero": Bilingual("低于检出限的按零计", "below the detection limit zero counts"),
    "limit": Bilingual("低于检出限的按检出限计", "below the detection limit the limit counts"),
    "undetermined": NONE,
}


def derived_sentence(one: Derived, rules: RuleSet) -> Bilingual:
    """`表1：三卤甲烷 = 三氯甲烷/0.06 + 三溴甲烷/0.1。`"""
    clause, name = clause_words("", one.clause), rules.characteristics[one.id].name
    total = sum_words(one, rules)
    return Bilingual(
        f"{clause.zh}：{name.zh} = {total.zh}。", f"{clause.en}: {name.en} = {total.en}."
    )


def sum_words(one: Derived, rules: RuleSet) -> Bilingual:
    """What is added: each part, divided by its number."""
    parts = [
        (rules.characteristics[name].name, "" if by == 1 else f"/{converted_number(by)}")
        for name, by in one.parts
    ]
    return Bilingual(
        " + ".join(f"{name.zh}{by}" for name, by in parts),
        " + ".join(f"{name.en}{by}" for name, by in parts),
    )


def statistic_sentence(one: Statistic, rules: RuleSet) -> Bilingual:
    """`表4：二氧化硫日平均是二氧化硫每日的算术平均，至少有 20 个有效值，修约到 1。`"""
    clause, name = clause_words("", one.clause), rules.characteristics[one.id].name
    of, taken, window = rules.characteristics[one.of].name, taken_words(one), window_words(one)
    asked = asked_words(one)
    return Bilingual(
        f"{clause.zh}：{name.zh}是{of.zh}{window.zh}的{taken.zh}{f'，{asked.zh}' if asked.zh else ''}。",
        f"{clause.en}: {name.en} is the {taken.en} of {of.en} in {window.en}"
        f"{f', {asked.en}' if asked.en else ''}.",
    )


def taken_words(one: Statistic) -> Bilingual:
    """What is taken of the values of a window."""
    if one.take != "percentile":
        return _TAKEN[one.take]
    share = converted_number(one.share * 100)
    return Bilingual(f"第 {share} 百分位数", f"percentile {share}")


def window_words(one: Statistic) -> Bilingual:
    """The calendar period, or the running window."""
    if one.over is None:
        return Bilingual(f"最近 {one.last} 个值", f"the last {one.last} values")
    first, last = one.hours
    if (first, last) == (1, 24):
        return EVERY[one.over]
    every = EVERY[one.over]
    return Bilingual(f"{every.zh} {first}～{last} 时", f"hours {first} to {last} of {every.en}")


def asked_words(one: Statistic) -> Bilingual:
    """What makes it valid, and how it is rounded."""
    said = [two for two in _asked(one) if two.zh]
    return Bilingual("，".join(two.zh for two in said), ", ".join(two.en for two in said))


def _asked(one: Statistic) -> Iterator[Bilingual]:
    least = one.at_least
    yield Bilingual(
        f"至少有 {least} 个有效值", f"of at least {least} valid value{'s' * (least > 1)}"
    )
    if one.each_month:
        yield Bilingual(
            f"每月至少 {one.each_month} 个", f"at least {one.each_month} in every month"
        )
    if one.february != one.each_month:
        yield Bilingual(f"二月至少 {one.february} 个", f"at least {one.february} in February")
    if one.or_above is not None:
        above = converted_number(one.or_above)
        yield Bilingual(f"大于 {above} 的不足也有效", f"valid with fewer where it is above {above}")
    yield _CENSORED[one.censored]
    if one.before is not None:
        step = converted_number(one.before)
        yield Bilingual(f"各值先修约到 {step}", f"of values rounded to {step}")
    if one.step is not None:
        step = converted_number(one.step)
        doubt = NONE if one.sure else Bilingual("（是否修约没有核实）", " (not verified)")
        yield Bilingual(f"修约到 {step}{doubt.zh}", f"rounded to {step}{doubt.en}")


def score_sentences(score: Score, rules: RuleSet) -> Iterator[tuple[str, Bilingual]]:
    """The parts with their marks, then each level; each with its clause."""
    clause, name, most = clause_words("", score.clause), score.name, plain_marks(score)
    parts = [part_words(one, rules) for one in score.parts]
    gates = [rule for rule in rules.rules if rule.id in score.gates]
    before = _gates_words(gates)
    yield (
        score.clause,
        Bilingual(
            f"{clause.zh}：{name.zh}按得分评定，满分 {most}：{'，'.join(one.zh for one in parts)}{before.zh}；"
            f"达不到任何等级的为{score.otherwise}。",
            f"{clause.en}: {name.en} by marks, {most} at most: {', '.join(one.en for one in parts)}{before.en}; "
            f"what reaches no level is {score.otherwise}.",
        ),
    )
    for level in score.levels:
        place, asked = clause_words("", level.clause), level_words(level)
        yield (
            level.clause,
            Bilingual(
                f"{place.zh}：{name.zh} {level.name}：{asked.zh}。",
                f"{place.en}: {name.en} {level.name}: {asked.en}.",
            ),
        )


def _gates_words(gates: list[Rule]) -> Bilingual:
    if not gates:
        return NONE
    clauses = [(clause_words("", one.clause), one.id) for one in gates]
    return Bilingual(
        f"；前提条件：{'、'.join(f'{clause.zh}（{name}）' for clause, name in clauses)}",
        f"; first to be met: {', '.join(f'{clause.en} ({name})' for clause, name in clauses)}",
    )


def plain_marks(score: Score) -> str:
    """All the marks that there are."""
    return converted_number(score.maximum)


def part_words(part: Part, rules: RuleSet) -> Bilingual:
    """A part with its marks, and with those of its items."""
    name, most = rules.characteristics[part.id].name, converted_number(part.maximum)
    items = [
        (rules.characteristics[one.id].name, converted_number(one.maximum)) for one in part.items
    ]
    zh = f"（{'，'.join(f'{one.zh} {by}' for one, by in items)}）" if items else ""
    en = f" ({', '.join(f'{one.en} {by}' for one, by in items)})" if items else ""
    return Bilingual(f"{name.zh} {most}{zh}", f"{name.en} {most}{en}")


def level_words(level: Level) -> Bilingual:
    """What a level asks for: 总分 ≥360，各部分得分 ≥40%."""
    zh, en = [], []
    if level.total is not None:
        zh.append(f"总分 {signs(level.total)}")
        en.append(f"total {signs(level.total)}")
    if level.each_part is not None:
        share = with_unit(signs(level.each_part), "%")
        zh.append(f"各部分得分占满分 {share}")
        en.append(f"each part {share} of its marks")
    return Bilingual("，".join(zh) or "不作要求", ", ".join(en) or "nothing is asked for")


def index_sentence(index: Index) -> Bilingual:
    """How the sub-indices come to one index, and what its numbers are called."""
    clause, name = clause_words("", index.clause), index.name
    classes = [f">{converted_number(above)} {called}" for above, called in index.classes[1:]]
    first = index.classes[0][1] if index.classes else ""
    above = converted_number(index.primary_above)
    zh = f"{clause.zh}：{name.zh}取各分指数的最大值，分指数在相邻两点间按直线计算、进一取整"
    en = (
        f"{clause.en}: {name.en} is the largest sub-index; sub-indices lie on straight lines between "
        "two points and are rounded up"
    )
    if index.classes:
        zh += f"；由低到高为{'，'.join((first, *classes))}"
        en += f"; from the lowest on it is {', '.join((first, *classes))}"
    return Bilingual(
        f"{zh}；大于 {above} 时评首要项。", f"{en}; above {above} the largest is primary."
    )
