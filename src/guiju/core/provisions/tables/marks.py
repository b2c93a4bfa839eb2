"""Scores beside the rows of a table (评分结果列): grade, total, verdict, what is lacking, what is wrong."""

from collections.abc import Mapping

import polars as pl

from guiju.core.provisions.columnar.columns import Column
from guiju.core.provisions.columnar.scoring import Marked, marked
from guiju.core.provisions.columnar.told import Told
from guiju.core.provisions.composed import Score
from guiju.core.provisions.model import RuleSet
from guiju.core.provisions.scoring import TOTAL, Scored, names_of
from guiju.core.provisions.words_of import STATUS_WORDS

_TOTAL = "总分"


def score_columns(
    score: Score,
    rules: RuleSet,
    columns: Mapping[str, Column],
    told: Told,
    rows: int,
    target: str,
) -> list[pl.Series]:
    """`remarks` names what is missing and what cannot be: 缺少 服务; 超出满分 环境."""
    found = marked(score, rules, columns, told, rows, target)
    table = pl.concat(
        [_plain(found, score, rules, target), _others(found, score, rules)], how="vertical"
    ).sort("row")
    return table.drop("row").get_columns()


def _plain(found: Marked, score: Score, rules: RuleSet, target: str) -> pl.DataFrame:
    names = names_of(score)
    asked = names.index(target) if target else len(score.levels) - 1
    words = [STATUS_WORDS["pass" if at <= asked else "fail"].zh for at in range(len(names))]
    called = [_TOTAL, *(rules.characteristics[part.id].name.zh for part in score.parts)]
    clauses = ["", *(one.clause for one in score.levels)]
    texts = [
        pl.when(pl.Series(lacks)).then(pl.lit(name))
        for lacks, name in zip(found.lacking, called, strict=True)
    ]
    level = pl.Series(found.level)
    table = pl.DataFrame(
        {
            "row": pl.int_range(len(level), dtype=pl.UInt32, eager=True),
            "grade": pl.Series(names, dtype=pl.String).gather(level),
            "total": pl.Series(found.total),
            "verdict": pl.Series(words, dtype=pl.String).gather(level),
            "limiting": pl.select(
                pl.concat_list(texts).list.drop_nulls().list.join("、")
            ).to_series(),
            "clause": pl.Series(clauses, dtype=pl.String).gather(level),
            "remarks": pl.Series([""] * len(level), dtype=pl.String),
        }
    )
    return table.filter(~pl.col("row").is_in(list(found.others)))


def _others(found: Marked, score: Score, rules: RuleSet) -> pl.DataFrame:
    called = {name: one.name.zh for name, one in rules.characteristics.items()}
    called |= {rule.id: called[rule.characteristic] for rule in rules.rules}
    called[TOTAL] = _TOTAL
    rows = [
        (
            row, _grade(one), None if one.total is None else float(one.total),
            STATUS_WORDS[one.status].zh, "、".join(called[name] for name in one.limiting),
            one.clause, _remarks(one, called),
        )
        for row, one in found.others.items()
    ]  # fmt: skip
    return pl.DataFrame(
        rows,
        {"row": pl.UInt32, "grade": pl.String, "total": pl.Float64, "verdict": pl.String,
         "limiting": pl.String, "clause": pl.String, "remarks": pl.String},
        orient="row",
    )  # fmt: skip


def _grade(one: Scored) -> str:
    """The level, or the range that is possible; nothing where marks cannot be."""
    if one.level or one.wrong:
        return one.level
    return f"{one.possible}~{one.certain}"


def _remarks(one: Scored, called: Mapping[str, str]) -> str:
    parts = []
    if one.missing:
        parts.append("缺少 " + "、".join(called[name] for name in one.missing))
    if one.wrong:
        parts.append("分值不能成立 " + "、".join(called[name] for name in one.wrong))
    return "；".join(parts)
