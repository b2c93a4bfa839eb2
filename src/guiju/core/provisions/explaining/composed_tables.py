"""Values made of others as tables (合成指标表): sums, statistics of periods, scores, classes of indices."""

from guiju.core.errors import Bilingual
from guiju.core.provisions.composed import Score
from guiju.core.provisions.explaining.composed import (
    asked_words,
    sum_words,
    taken_words,
    window_words,
)
from guiju.core.provisions.explaining.phrases import (
    clause_words,
    converted_number,
    same,
    signs,
    with_unit,
)
from guiju.core.provisions.model import Index, RuleSet
from guiju.core.provisions.papers.model import Grid

_CLAUSE = Bilingual("条款", "Clause")
_NAME = Bilingual("指标", "Characteristic")
_LEVEL = Bilingual("等级", "Level")
_DASH = same("—")


def composed_grids(rules: RuleSet) -> tuple[Grid, ...]:
    """All of a rule set."""
    return (
        *((_sums(rules),) if rules.derived else ()),
        *((_statistics(rules),) if rules.statistics else ()),
        *(_classes(one) for one in rules.indices if one.classes),
        *(grid for one in rules.scores for grid in (_parts(one, rules), _levels(one))),
    )


def _sums(rules: RuleSet) -> Grid:
    return Grid(
        title=Bilingual("合成指标", "Sums"),
        heads=(_CLAUSE, _NAME, Bilingual("计算", "Sum")),
        rows=tuple(
            (
                clause_words("", one.clause),
                rules.characteristics[one.id].name,
                sum_words(one, rules),
            )
            for one in rules.derived
        ),
        widths=(14, 22, 50),
    )


def _statistics(rules: RuleSet) -> Grid:
    known = rules.characteristics
    return Grid(
        title=Bilingual("统计值", "Statistics"),
        heads=(
            _CLAUSE, _NAME, Bilingual("取自", "Of"), Bilingual("统计", "Statistic"),
            Bilingual("时段", "Period"), Bilingual("有效性和修约", "Validity and rounding"),
        ),
        rows=tuple(
            (
                clause_words("", one.clause),
                known[one.id].name,
                known[one.of].name,
                taken_words(one),
                window_words(one),
                asked_words(one),
            )
            for one in rules.statistics
        ),
        widths=(14, 22, 22, 14, 12, 40),
    )  # fmt: skip


def _classes(index: Index) -> Grid:
    """From above which number on each name holds; the first from the beginning."""
    name = index.name
    return Grid(
        title=Bilingual(f"{name.zh}的类别", f"Classes of {name.en}"),
        heads=(Bilingual("大于", "Above"), Bilingual("类别", "Class")),
        rows=tuple(
            (same(converted_number(above)) if at else _DASH, same(called))
            for at, (above, called) in enumerate(index.classes)
        ),
        widths=(12, 22),
    )


def _parts(score: Score, rules: RuleSet) -> Grid:
    known = rules.characteristics
    rows = []
    for part in score.parts:
        rows.append((known[part.id].name, _DASH, same(converted_number(part.maximum))))
        rows += [
            (known[part.id].name, known[one.id].name, same(converted_number(one.maximum)))
            for one in part.items
        ]
    total = Bilingual("总分", "Total")
    return Grid(
        title=Bilingual(f"{score.name.zh}的分项", f"Parts of {score.name.en}"),
        heads=(Bilingual("分项", "Part"), Bilingual("评分项", "Item"), Bilingual("满分", "Marks")),
        rows=(*rows, (total, _DASH, same(converted_number(score.maximum)))),
        widths=(26, 26, 10),
    )


def _levels(score: Score) -> Grid:
    return Grid(
        title=score.name,
        heads=(
            _CLAUSE, _LEVEL, Bilingual("总分", "Total"),
            Bilingual("各部分得分占满分", "Each part, of its marks"),
        ),
        rows=tuple(
            (
                clause_words("", one.clause),
                same(one.name),
                same(signs(one.total)) if one.total else _DASH,
                same(with_unit(signs(one.each_part), "%")) if one.each_part else _DASH,
            )
            for one in score.levels
        ),
        widths=(20, 12, 14, 20),
    )  # fmt: skip
