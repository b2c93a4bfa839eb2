"""All limits of a rule set as tables (限值表), as they stand in a standard."""

from guiju.core.errors import Bilingual
from guiju.core.provisions.explaining.composed_tables import composed_grids
from guiju.core.provisions.explaining.findings import shown_limit
from guiju.core.provisions.explaining.lookups import key_head
from guiju.core.provisions.explaining.phrases import (
    MODALITIES,
    clause_words,
    condition_words,
    converted_number,
    limit_words,
    same,
)
from guiju.core.provisions.interval import Comparison
from guiju.core.provisions.model import Index, Ladder, Lookup, Rule, RuleSet, Rung, Table
from guiju.core.provisions.papers.model import Grid
from guiju.core.provisions.written import Limit

_CLAUSE = Bilingual("条款", "Clause")
_NAME = Bilingual("指标", "Characteristic")
_UNIT = Bilingual("单位", "Unit")
_WHEN = Bilingual("适用条件", "Condition")
_COMPARISONS: dict[Comparison, Bilingual] = {
    "full": Bilingual("全数值比较", "as it is"),
    "rounded": Bilingual("修约值比较", "rounded"),
}


def limits_table(rules: RuleSet) -> tuple[Grid, ...]:
    """Limits, ladders, breakpoints and tables, as they stand in a standard."""
    return (
        *((_rules_grid(rules),) if rules.rules else ()),
        *(_ladder_grid(ladder, rules) for ladder in rules.ladders),
        *(_index_grid(index, rules) for index in rules.indices),
        *(_table_grid(table, rules) for table in rules.tables.values()),
        *composed_grids(rules),
    )


def _rules_grid(rules: RuleSet) -> Grid:
    return Grid(
        title=Bilingual("限值", "Limits"),
        heads=(
            _CLAUSE, _NAME, _WHEN, Bilingual("限值", "Limit"), _UNIT,
            Bilingual("约束力", "Force"), Bilingual("比较方法", "Comparison"),
        ),
        rows=tuple(_rule_row(rule, rules) for rule in rules.rules),
        widths=(14, 22, 22, 16, 10, 8, 12),
    )  # fmt: skip


def _rule_row(rule: Rule, rules: RuleSet) -> tuple[Bilingual, ...]:
    one = rules.characteristics[rule.characteristic]
    return (
        clause_words("", rule.clause),
        one.name,
        condition_words(rule.when, rules.attributes),
        _cell(rule.limit, rule.written),
        same(one.unit),
        MODALITIES[rule.modality],
        _COMPARISONS[rule.comparison],
    )


def _cell(limit: Limit | Lookup, written: str) -> Bilingual:
    if isinstance(limit, Lookup):
        return shown_limit(None, limit, written, "")
    return limit_words(limit, written, "")


def _ladder_grid(ladder: Ladder, rules: RuleSet) -> Grid:
    return Grid(
        title=ladder.name,
        heads=(_CLAUSE, _NAME, _WHEN, *(same(level) for level in ladder.levels), _UNIT),
        rows=tuple(_rung_row(rung, rules) for rung in ladder.rungs),
        widths=(14, 22, 18, *(8,) * len(ladder.levels), 10),
    )


def _rung_row(rung: Rung, rules: RuleSet) -> tuple[Bilingual, ...]:
    one = rules.characteristics[rung.characteristic]
    cells = (_cell(limit, text) for limit, text in zip(rung.limits, rung.written, strict=True))
    when = condition_words(rung.when, rules.attributes)
    return (clause_words("", rung.clause), one.name, when, *cells, same(one.unit))


def _index_grid(index: Index, rules: RuleSet) -> Grid:
    rows = []
    for scale in index.scales:
        one = rules.characteristics[scale.characteristic]
        points = [same(converted_number(point)) for point in scale.points]
        points += [same("—")] * (len(index.values) - len(points))
        when = condition_words(scale.when, rules.attributes)
        rows.append((clause_words("", scale.clause), one.name, when, *points, same(one.unit)))
    return Grid(
        title=index.name,
        heads=(
            _CLAUSE,
            _NAME,
            _WHEN,
            *(same(converted_number(one)) for one in index.values),
            _UNIT,
        ),
        rows=tuple(rows),
        widths=(10, 22, 14, *(7,) * len(index.values), 10),
    )


def _table_grid(table: Table, rules: RuleSet) -> Grid:
    keys = [key_head(rules.attributes[key], match) for key, match in table.keys.items()]
    return Grid(
        title=clause_words("", table.clause),
        heads=(*keys, *(same(one) for one in table.columns)),
        rows=tuple(tuple(same(cell) for cell in row) for row in table.rows),
    )
