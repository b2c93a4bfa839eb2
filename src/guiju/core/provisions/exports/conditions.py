"""Attributes and conditions in SQL (SQL 中的适用条件): TRUE, FALSE, and NULL where none can tell."""

from collections.abc import Mapping
from decimal import Decimal

from guiju.core.provisions.columnar.ends import high_end, low_end
from guiju.core.provisions.exports import cells
from guiju.core.provisions.exports import quoting as q
from guiju.core.provisions.model import Attribute, Between, Condition, Lookup, Rule
from guiju.core.provisions.words import folded

NO_ROW, UNTOLD = 0, -1


def attribute(one: Attribute, column: str | None, told: str | Decimal | None) -> str:
    """Its value in the words of the rules: of a column, of what was told, or its default."""
    if column is None:
        value = told if told is not None else one.default or None
        if value is None:
            return "NULL"
        return q.text(str(value)) if one.values else q.number(Decimal(value))
    plain = cells.folded(f"CAST({q.name(column)} AS VARCHAR)")
    if not one.values:
        digits = f"regexp_extract({plain}, '^[+]?(-?[0-9.]{{1,15}})$', 1)"
        return f"TRY_CAST({digits} AS DOUBLE)"
    lines = [f"WHEN '' THEN {q.text(one.default) if one.default else 'NULL'}"]
    for value, words in one.values.items():
        known = sorted({folded(value), *map(folded, words)})
        lines += [f"WHEN {q.text(each)} THEN {q.text(value)}" for each in known]
    return f"CASE coalesce({plain}, '') {' '.join(lines)} END"


def holds(when: tuple[Condition, ...], places: Mapping[str, str]) -> str:
    """Whether all conditions hold; `places` are the names of attributes in the statement."""
    return q.both(_one(one, places.get(one.attribute, "NULL")) for one in when)


def _one(condition: Condition, place: str) -> str:
    interval = condition.interval
    if interval is None:
        return f"{place} IN {q.texts(condition.values)}"
    return f"{place} BETWEEN {q.number(low_end(interval))} AND {q.number(high_end(interval))}"


def stands(rule: Rule, rules: Mapping[str, Rule], places: Mapping[str, str]) -> str:
    """Whether a rule holds: it gives way to those of its exceptions that do."""
    others = (f"NOT ({holds(rules[one].when, places)})" for one in sorted(rule.exceptions))
    return q.both([holds(rule.when, places), *others])


def row(lookup: Lookup, places: Mapping[str, str]) -> str:
    """Which row of its table holds, counted from 1; NO_ROW none, UNTOLD where none can tell."""
    found = [holds(one.when, places) for one in lookup.cases]
    lines = [f"WHEN {one} THEN {at}" for at, one in enumerate(found, 1)]
    unknown = " OR ".join(f"({one}) IS NULL" for one in dict.fromkeys(found)) or "FALSE"
    return f"CASE {' '.join(lines)} WHEN {unknown} THEN {UNTOLD} ELSE {NO_ROW} END"


def nothing(lookup: Lookup, row: str) -> str:
    """Whether the row asks for nothing (—)."""
    empty = [str(at) for at, one in enumerate(lookup.cases, 1) if one.limit is None]
    return f"{row} IN ({', '.join(empty)})" if empty else "FALSE"


def interpolated(lookup: Lookup) -> bool:
    """Whether some limits lie between rows: these are reckoned in decimals and not in SQL."""
    return any(isinstance(one.limit, Between) for one in lookup.cases)
