"""A rule set as one statement of DuckDB SQL (导出为 SQL): the rows of a table with their verdicts.

It answers as the decimals do. Four things it cannot, and says 不确定 instead: a result of more than
fifteen digits on the very limit, a writing of results that only the reader knows, a sum that the data
do not hold themselves, and an attribute that was not told though all its values would give the same
answer. Statistics are those that the data hold: nothing is reckoned here.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

from guiju.core.errors import InputError
from guiju.core.provisions.exports import cells
from guiju.core.provisions.exports import conditions as c
from guiju.core.provisions.exports import quoting as q
from guiju.core.provisions.exports.ladders import (
    answer_columns,
    grade_columns,
    rung_columns,
    worst_columns,
)
from guiju.core.provisions.exports.limits import answer, word
from guiju.core.provisions.model import Ladder, Lookup, Rule, RuleSet
from guiju.core.provisions.written import Limit


class NoSqlError(InputError):
    """A rule set that SQL cannot judge (不能导出为 SQL)."""

    code = "provisions.no-sql"
    zh = "“{subject}”不能导出为 SQL：{why_zh}"
    en = "“{subject}” cannot be exported as SQL: {why_en}"


def sql(
    rules: RuleSet,
    *,
    source: str = "data",
    columns: Mapping[str, str] | None = None,
    numbers: Collection[str] = (),
    told: Mapping[str, str | Decimal] | None = None,
    target: str = "",
    on: date | None = None,
) -> str:
    """All rows of `source` with a status a rule, or with grade; and verdict, limiting, clause.

    `columns` are the columns of characteristics and attributes, by their ids; without it, columns
    are called by the ids. Those of `numbers` hold nothing but numbers and are read fast. `told` are
    attributes of all rows, `target` the level that is asked for, `on` the day whose limits hold.
    Limits are those of the units of the rules: use `units.in_units` first. Raises NoSqlError and
    TooManyDigitsError.
    """
    rules = _of_one_day(rules, on)
    ladder = rules.ladders[0] if rules.ladders else None
    _refuse(rules, ladder)
    told = told or {}
    if columns is None:
        untold = (one for one in rules.attributes if one not in told)
        columns = {key: key for key in (*_asked(rules, ladder), *untold)}
    ladder = _held(ladder, rules, columns)
    asked = _asked(rules, ladder)
    places = {key: at for at, key in enumerate(asked)}
    told_at = {key: f"a{at}" for at, key in enumerate(rules.attributes)}
    return _statement(
        source,
        _read(rules, places, told_at, columns, numbers, told),
        {
            at: _missing(key, rules)
            for key, at in places.items()
            if key in columns and key not in numbers
        },
        _answers(rules, ladder, places, told_at, columns),
        _outcome(rules, ladder, target, columns),
    )


def _held(ladder: Ladder | None, rules: RuleSet, columns: Collection[str]) -> Ladder | None:
    """What was not measured does not count in a grade; a sum may have been."""
    if ladder is None:
        return None
    sums = {one.id for one in rules.derived}
    kept = (one for one in ladder.rungs if one.characteristic in {*columns, *sums})
    return replace(ladder, rungs=tuple(kept))


def _of_one_day(rules: RuleSet, on: date | None) -> RuleSet:
    if on is not None:
        return rules.on(on)
    if len(rules.changes()) > 1:
        raise NoSqlError(
            rules.standard,
            why_zh="限值分阶段实施，请说明日期。",
            why_en="its limits change; say for which day.",
        )
    return rules


def _refuse(rules: RuleSet, ladder: Ladder | None) -> None:
    limits = _limits(rules, ladder)
    if not limits:
        raise NoSqlError(
            rules.standard,
            why_zh="没有限值和分级；指数和评分请用 guiju evaluate。",
            why_en="it has no limits and no levels; indices and scores are for guiju evaluate.",
        )
    if any(isinstance(one, Lookup) and c.interpolated(one) for one in limits):
        raise NoSqlError(
            rules.standard,
            why_zh="表中有线性内插的限值。",
            why_en="limits lie on straight lines between rows of a table.",
        )


def _limits(rules: RuleSet, ladder: Ladder | None) -> list[Limit | Lookup]:
    limits: list[Limit | Lookup] = [one.limit for one in rules.rules]
    return limits + ([one for rung in ladder.rungs for one in rung.limits] if ladder else [])


def _asked(rules: RuleSet, ladder: Ladder | None) -> list[str]:
    names = [one.characteristic for one in rules.rules]
    names += [one.characteristic for one in ladder.rungs] if ladder else []
    return list(dict.fromkeys(names))


def _read(
    rules: RuleSet,
    places: Mapping[str, int],
    told_at: Mapping[str, str],
    names: Mapping[str, str],
    numbers: Collection[str],
    told: Mapping[str, str | Decimal],
) -> list[str]:
    """Every row whole, and what stands in the columns that judge."""
    lines = []
    for key, at in places.items():
        if key not in names:
            lines += [f"'{_missing(key, rules)}' AS k{at}", f"CAST(NULL AS DOUBLE) AS x{at}"]
        elif key in numbers:
            lines += cells.plain(names[key], at, _missing(key, rules))
        else:
            plain = cells.folded(f"CAST({q.name(names[key])} AS VARCHAR)")
            lines.append(f"{plain} AS f{at}")
    for key, place in told_at.items():
        value = c.attribute(rules.attributes[key], names.get(key), told.get(key))
        lines.append(f"{value} AS {place}")
    return lines


def _missing(key: str, rules: RuleSet) -> str:
    """What no result is: missing, but of a sum not known, since nothing is added up here."""
    return "?" if key in {one.id for one in rules.derived} else "m"


def _answers(
    rules: RuleSet,
    ladder: Ladder | None,
    places: Mapping[str, int],
    told_at: Mapping[str, str],
    columns: Collection[str],
) -> list[list[str]]:
    """Step by step: the rows of tables, the answers to limits, those of rules and rungs, the worst."""
    lookups = {one.table: one for one in _limits(rules, ladder) if isinstance(one, Lookup)}
    rows = {table: f"w{at}" for at, table in enumerate(lookups)}
    known, by_id = rules.characteristics, {rule.id: rule for rule in rules.rules}
    found = []
    for at, rule in enumerate(rules.rules):
        limit, of = rule.limit, rule.characteristic
        row = rows[limit.table] if isinstance(limit, Lookup) else ""
        own = word("missing" if _missing(of, rules) == "m" else "undetermined")
        if of in columns:
            own = answer(limit, places[of], rule.comparison, known[of], row)
        found.append(f"{_status(rule, by_id, told_at, row, own)} AS s{at}")
    levels = []
    if ladder is not None:
        for at, rung in enumerate(ladder.rungs):
            place, what = places[rung.characteristic], known[rung.characteristic]
            levels += answer_columns(at, rung, ladder, place, what, rows)
            found += rung_columns(at, rung, place, told_at, rows)
    looked_up = [f"{c.row(lookups[key], told_at)} AS {row}" for key, row in rows.items()]
    return [looked_up, levels, found, worst_columns(ladder) if ladder else []]


def _status(
    rule: Rule, rules: Mapping[str, Rule], told_at: Mapping[str, str], row: str, own: str
) -> str:
    """As `findings` has it: what asks for nothing here, what none can tell, and its own answer."""
    limit, stands = rule.limit, c.stands(rule, rules, told_at)
    outside, unknown = f"NOT ({stands})", f"({stands}) IS NULL"
    if isinstance(limit, Lookup):
        outside += f" OR {row} = {c.NO_ROW} OR {c.nothing(limit, row)}"
        unknown += f" OR {row} = {c.UNTOLD}"
    if rule.certainty == "uncertain":
        unknown = "TRUE"
    return (
        f"CASE WHEN {outside} THEN {word('inapplicable')} "
        f"WHEN {unknown} THEN {word('undetermined')} ELSE {own} END"
    )


def _outcome(
    rules: RuleSet, ladder: Ladder | None, target: str, columns: Collection[str]
) -> list[str]:
    """What is shown beside the row; of rules beside a ladder where the data hold some of theirs."""
    shown = [f"s{at} AS {q.name(f'status.{rule.id}')}" for at, rule in enumerate(rules.rules)]
    if ladder is None:
        return shown + _whole(rules, "")
    graded = grade_columns(ladder, rules.characteristics, target)
    beside = any(rule.characteristic in columns for rule in rules.rules)
    return shown + graded + (_whole(rules, "rules_") if beside else [])


def _whole(rules: RuleSet, before: str) -> list[str]:
    """The verdict of the requirements, and the first that fails."""
    counted = [at for at, rule in enumerate(rules.rules) if rule.modality == "requirement"]
    whole = " ".join(
        f"WHEN {word(status)} IN ({', '.join(f's{at}' for at in counted)}) THEN {word(status)}"
        for status in ("fail", "missing", "undetermined", "pass")
    )
    whole = f"CASE {whole} ELSE {word('inapplicable')} END" if counted else word("inapplicable")
    named = [
        (at, rules.characteristics[rules.rules[at].characteristic].name.zh, rules.rules[at].clause)
        for at in counted
    ]
    return [
        f"{whole} AS {before}verdict",
        f"{_first((at, name) for at, name, _ in named)} AS {before}limiting",
        f"{_first((at, clause) for at, _, clause in named)} AS {before}clause",
    ]


def _first(words: Iterable[tuple[int, str]]) -> str:
    """What belongs to the first requirement that fails."""
    lines = " ".join(f"WHEN s{at} = {word('fail')} THEN {q.text(one)}" for at, one in words)
    return f"CASE {lines} ELSE '' END" if lines else "''"


def _statement(
    source: str,
    read: list[str],
    texts: Mapping[int, str],
    answers: list[list[str]],
    outcome: list[str],
) -> str:
    """Step by step: the cells, their numbers and kinds, the answers, the outcome."""
    numbers = [line for at in texts for line in cells.numbered(at)]
    steps = [
        ("written", [line for at in texts for line in cells.written(at)]),
        ("numbers", numbers),
        ("kinds", [cells.kind(at, missing) for at, missing in texts.items()]),
        *zip(("rows", "levels", "answers", "worst"), answers, strict=True),
    ]
    of = "guiju_cells"
    parts = [f"guiju_cells AS (\n{_select(['rows AS r', *read], f'{q.name(source)} AS rows')}\n)"]
    for name, lines in steps:
        if lines:
            parts.append(f"guiju_{name} AS (\n{_select(['*', *lines], of)}\n)")
            of = f"guiju_{name}"
    return f"WITH {', '.join(parts)}\n{_select(['unnest(r)', *outcome], of)}\n"


def _select(columns: list[str], source: str) -> str:
    lines = ",\n  ".join(columns)
    return f"SELECT {lines}\nFROM {source}"
