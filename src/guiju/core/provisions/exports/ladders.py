"""Ladders in SQL (SQL 中的分级): the certain and the best possible level of each rung, and the grade."""

from collections.abc import Mapping

from guiju.core.provisions.exports import conditions as c
from guiju.core.provisions.exports import quoting as q
from guiju.core.provisions.exports.limits import answer, word
from guiju.core.provisions.grading import names_of
from guiju.core.provisions.model import Characteristic, Ladder, Lookup, Rung

OUTSIDE = -1


def answer_columns(
    at: int, rung: Rung, ladder: Ladder, place: int, what: Characteristic, rows: Mapping[str, str]
) -> list[str]:
    """The answer to the limit of each level; a row that asks for nothing is passed."""
    lines = []
    for level, limit in enumerate(rung.limits):
        row = rows[limit.table] if isinstance(limit, Lookup) else ""
        own = answer(limit, place, ladder.comparison, what, row)
        if isinstance(limit, Lookup):
            own = f"CASE WHEN {c.nothing(limit, row)} THEN {word('pass')} ELSE {own} END"
        lines.append(f"{own} AS l{at}_{level}")
    return lines


def rung_columns(
    at: int, rung: Rung, place: int, told_at: Mapping[str, str], rows: Mapping[str, str]
) -> list[str]:
    """`c` is the level that is certain, `p` the best possible one, OUTSIDE where a table has no row."""
    last, stands = len(rung.limits), c.holds(rung.when, told_at)
    looked = [(one, rows[one.table]) for one in rung.limits if isinstance(one, Lookup)]
    nothing = "FALSE"
    if len(looked) == last:
        nothing = " AND ".join(c.nothing(one, row) for one, row in looked)
    places = list(dict.fromkeys(row for _, row in looked))
    unknown = " OR ".join(f"{row} = {c.UNTOLD}" for row in places) or "FALSE"
    outside = " OR ".join(f"{row} = {c.NO_ROW}" for row in places) or "FALSE"
    doubtful = q.truth(holds=rung.certainty == "uncertain")
    levels = range(last)
    certain = " ".join(f"WHEN l{at}_{one} = {word('pass')} THEN {one}" for one in levels)
    likely = " ".join(f"WHEN l{at}_{one} <> {word('fail')} THEN {one}" for one in levels)
    return [
        f"CASE WHEN k{place} = 'm' OR NOT ({stands}) OR ({nothing}) THEN NULL "
        f"WHEN ({stands}) IS NULL OR {unknown} THEN {told} WHEN {outside} THEN {OUTSIDE} "
        f"WHEN {doubtful} THEN {told} {found} ELSE {last} END AS {name}{at}"
        for name, told, found in (("c", last, certain), ("p", 0, likely))
    ]


def worst_columns(ladder: Ladder) -> list[str]:
    """The worst of all rungs: `certain`, `possible`, and whether a table has no row for one."""
    every = range(len(ladder.rungs))
    return [
        f"greatest({_listed('c', every)}) AS certain",
        f"greatest({_listed('p', every)}) AS possible",
        f"least({_listed('c', every)}) = {OUTSIDE} AS outside",
    ]


def _listed(name: str, rungs: range) -> str:
    return ", ".join(f"{name}{at}" for at in rungs) or "CAST(NULL AS INTEGER)"


def grade_columns(ladder: Ladder, known: Mapping[str, Characteristic], target: str) -> list[str]:
    """The grade as a level or a range of levels, the verdict, and what limits it."""
    names, some = names_of(ladder), list(enumerate(ladder.rungs))
    levels = "[" + ", ".join(q.text(one) for one in names) + "]"
    asked = names.index(target) if target else len(ladder.levels) - 1
    none = "WHEN outside OR certain IS NULL THEN ''"
    called = [(at, known[rung.characteristic].name.zh) for at, rung in some]
    clauses = [(at, rung.clause) for at, rung in some]
    return [
        f"CASE {none} WHEN certain = possible THEN {levels}[certain + 1] "
        f"ELSE concat({levels}[possible + 1], '~', {levels}[certain + 1]) END AS grade",
        f"CASE WHEN outside THEN {word('inapplicable')} WHEN certain IS NULL THEN {word('missing')} "
        f"WHEN certain <= {asked} THEN {word('pass')} WHEN possible > {asked} THEN {word('fail')} "
        f"ELSE {word('undetermined')} END AS verdict",
        *(
            f"CASE {none} WHEN certain = 0 THEN '' ELSE {_joined(words)} END AS {name}"
            for name, words in (("limiting", called), ("clause", clauses))
        ),
    ]


def _joined(words: list[tuple[int, str]]) -> str:
    """The words of the rungs that stand where the grade stands, each once."""
    parts = []
    for one in dict.fromkeys(said for _, said in words):
        own = " OR ".join(f"c{at} = certain" for at, said in words if said == one)
        parts.append(f"CASE WHEN {own} THEN {q.text(one)} END")
    return f"concat_ws('、', {', '.join(parts)})" if parts else "''"
