"""The SQL of a rule set answers as the decimals do, in a real engine, on random rules and data."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guiju.core.errors import Bilingual
from guiju.core.provisions.composed import Derived
from guiju.core.provisions.exports.sql import NoSqlError, sql
from guiju.core.provisions.findings import findings, overall
from guiju.core.provisions.grading import grade
from guiju.core.provisions.measured import read_measured
from guiju.core.provisions.model import (
    Attribute,
    Case,
    Characteristic,
    Condition,
    Ladder,
    Lookup,
    Rule,
    RuleSet,
    Rung,
)  # fmt: skip
from guiju.core.provisions.sample import Sample
from guiju.core.provisions.words_of import STATUS_WORDS
from guiju.core.provisions.written import read_limit
from tests.core.provisions.rule_sets import rule_set

NAMES, KINDS = ("a", "b", "c"), ("river", "lake")
KNOWN = {
    "a": Characteristic(id="a", name=Bilingual("甲", "a")),
    "b": Characteristic(id="b", name=Bilingual("乙'", "b"), least=None, undetected="pass"),
    "c": Characteristic(id="c", name=Bilingual("丙", "c"), undetected="fail"),
}
ATTRIBUTES = {
    "kind": Attribute(
        id="kind", name=Bilingual("类", "kind"), values={"river": ("河流",), "lake": ("湖'库",)}
    ),
    "size": Attribute(id="size", name=Bilingual("大小", "size")),
}
EMPTY = RuleSet(
    standard="Q/SLI 1-2026", title=Bilingual("示例", "example"), since=date(2026, 1, 1), until=None,
    basis="示例", certainty="checked", characteristics=KNOWN, attributes=ATTRIBUTES,
)  # fmt: skip

tenths = st.integers(-30, 60).map(lambda tenth: Decimal(tenth) / 10)
numbers = st.one_of(tenths, st.integers(-300, 600).map(lambda one: Decimal(one * 5) / 100)).map(str)
odd = st.sampled_from(
    [
        "", "—", "ND", "<0.5", "＜ 0.50", "<2.0", "0.5L", "nd(<2)", ">1.5", "≥3", "多不可计", "合格",
        "1.5+", "2.50(-)", "-1.5(+)", "-2.5-", "1.2×10^1", "1.5e-1", "1,234", "12,34", "0.1²",
        "-9999", "－２．５", "+1.50", ".5", "5.", "<-1", "-0", "00.50", "1.5\t", "NaN",
    ]
)  # fmt: skip
cells = st.one_of(numbers, numbers, odd)
limits = st.one_of(
    st.tuples(st.sampled_from(["≥", "≤", ">", "<"]), tenths).map(
        lambda both: f"{both[0]}{both[1]}"
    ),
    st.tuples(tenths, st.integers(1, 20)).map(lambda both: f"{both[0]}~{both[0] + both[1]}"),
    st.sampled_from(["不得检出", "1.0±0.1(不含+0.1)", "2(1±5%)", ">1~3", "=2"]),
)
conditions = st.lists(
    st.one_of(
        st.sets(st.sampled_from(KINDS), min_size=1).map(
            lambda some: Condition("kind", frozenset(some))
        ),
        limits.filter(lambda text: text != "不得检出").map(
            lambda text: Condition("size", interval=read_limit(text))
        ),
    ),
    max_size=2,
).map(tuple)
certainties = st.sampled_from(["checked", "checked", "checked", "uncertain"])
rows_of = st.lists(
    st.tuples(cells, cells, cells, st.sampled_from([*KINDS, None]), st.none() | tenths),
    min_size=1,
    max_size=8,
)


@st.composite
def lookups(draw):
    """A table of three rows by size, one of them without a requirement, with a gap below."""
    ends = ["≤0.5", ">0.5~2", ">2~3"]
    own = [read_limit(draw(limits)) for _ in ends]
    own[draw(st.integers(0, 2))] = None
    cases = tuple(
        Case((Condition("size", interval=read_limit(end)),), one)
        for end, one in zip(ends, own, strict=True)
    )
    return Lookup("t", "表1", "g", cases, "t.g", (("size", Bilingual("大小", "size")),))


@st.composite
def some_rules(draw):
    made = [
        Rule(
            id=f"r'{at}", clause=f"4.{at}'", characteristic=draw(st.sampled_from(NAMES)), written="",
            limit=draw(st.one_of(limits.map(read_limit), limits.map(read_limit), lookups())),
            modality=draw(st.sampled_from(["requirement", "requirement", "recommendation"])),
            when=draw(conditions),
            comparison=draw(st.sampled_from(["full", "rounded"])),
            certainty=draw(certainties),
        )
        for at in range(draw(st.integers(1, 4)))
    ]  # fmt: skip
    if len(made) > 1 and draw(st.booleans()):
        made[0] = replace(made[0], exceptions=frozenset({made[1].id}))
    return replace(EMPTY, rules=tuple(made))


@st.composite
def ladders(draw):
    rungs = []
    for name in NAMES:
        ends = sorted(draw(st.lists(tenths, min_size=3, max_size=3)))
        written = [f"≤{end}" for end in ends]
        own = tuple(map(read_limit, written))
        if draw(st.booleans()):
            own = (draw(lookups()),) * 3
        rungs.append(
            Rung(
                clause=name, characteristic=name, limits=own, written=tuple(written),
                when=draw(conditions), certainty=draw(certainties),
            )
        )  # fmt: skip
    ladder = Ladder(
        id="l", name=Bilingual("级", "l"), clause="1", levels=("1'", "2", "3"), otherwise="x",
        rungs=tuple(rungs), comparison=draw(st.sampled_from(["full", "rounded"])),
    )  # fmt: skip
    return replace(EMPTY, ladders=(ladder,))


def answers(rules, rows, **told):
    """The rows that the engine gives back, as dicts, and the samples that they are."""
    with duckdb.connect() as engine:
        engine.execute('CREATE TABLE "da""ta" (a TEXT, b TEXT, c TEXT, kind TEXT, size TEXT)')
        written = [(*row[:4], None if row[4] is None else str(row[4])) for row in rows]
        columns = [list(column) for column in zip(*written, strict=True)]
        engine.execute(f'INSERT INTO "da""ta" SELECT {", ".join(["unnest(?)"] * 5)}', columns)
        found = engine.execute(sql(rules, source='da"ta', **told))
        heads = [column[0] for column in found.description]
        return [dict(zip(heads, row, strict=True)) for row in found.fetchall()]


def samples(rows):
    for *results, kind, size in rows:
        attributes = {"kind": kind, "size": size}
        yield Sample(
            {name: read_measured(text) for name, text in zip(NAMES, results, strict=True)},
            {name: value for name, value in attributes.items() if value is not None},
        )


@settings(max_examples=16, deadline=None)
@given(some_rules(), rows_of)
def test_rules(rules, rows):
    for sample, row, answer in zip(samples(rows), rows, answers(rules, rows), strict=True):
        expected = findings(sample, rules.rules, KNOWN)
        for one in expected:
            assert answer[f"status.{one.rule.id}"] == STATUS_WORDS[one.status].zh, (one, row)
        assert answer["verdict"] == STATUS_WORDS[overall(expected)].zh
        failing = [
            one for one in expected
            if one.status == "fail" and one.rule.modality == "requirement"
        ]  # fmt: skip
        found = (answer["limiting"], answer["clause"])
        if failing:
            first = failing[0].rule
            assert found == (KNOWN[first.characteristic].name.zh, first.clause)
        else:
            assert found == ("", "")
        assert [answer[name] for name in NAMES] == list(row[:3])


@settings(max_examples=10, deadline=None)
@given(ladders(), rows_of, st.sampled_from(["", "1'", "2"]))
def test_ladders(rules, rows, target):
    ladder = rules.ladders[0]
    for sample, answer in zip(samples(rows), answers(rules, rows, target=target), strict=True):
        expected = grade(sample, ladder, KNOWN, target)
        assert answer["verdict"] == STATUS_WORDS[expected.status].zh
        low = answer["grade"].split("~")[0]
        assert low == expected.possible
        assert ("" if "~" in answer["grade"] else answer["grade"]) == expected.level
        if low and not answer["grade"].startswith("1'"):
            called = [KNOWN[one.rung.characteristic].name.zh for one in expected.limiting]
            assert answer["limiting"].split("、") == list(dict.fromkeys(called))


@settings(max_examples=30, deadline=None)
@given(st.lists(st.text(alphabet="0123456789.<>≤≥-+ eE×^L(),NDnd未检出小于＜．²\u3000", max_size=9),
                min_size=60, max_size=90))  # fmt: skip
def test_any_writing_is_answered_as_it_is_read_or_is_undetermined(texts):
    rules = replace(EMPTY, rules=(
        Rule(id="r", clause="1", characteristic="a", limit=read_limit("0.5~20"), written=""),
    ))  # fmt: skip
    rows = [(text, "", "", None, None) for text in texts]
    for row, answer in zip(rows, answers(rules, rows), strict=True):
        (expected,) = findings(Sample({"a": read_measured(row[0])}), rules.rules, KNOWN)
        allowed = {STATUS_WORDS[expected.status].zh, STATUS_WORDS["undetermined"].zh}
        assert answer["status.r"] in allowed, row


def test_long_numbers_are_certain_beside_the_limit_and_undetermined_on_it():
    rules = replace(EMPTY, rules=(
        Rule(id="r", clause="1", characteristic="a", limit=read_limit("≤0.3"), written=""),
    ))  # fmt: skip
    texts = (
        "0.2999999999999999",
        "0.3001111111111111111",
        "0.30000000000000001",
        "0.3000000000000000000",
    )
    rows = [(text, "", "", None, None) for text in texts]
    found = [one["status.r"] for one in answers(rules, rows)]
    assert found == ["符合", "不符合", "不确定", "符合"]


def test_columns_of_numbers_and_other_names():
    rules = replace(EMPTY, rules=(
        Rule(id="r", clause="1", characteristic="a", limit=read_limit("≤0.3"), written="",
             when=(Condition("kind", frozenset({"lake"})),)),
        Rule(id="q", clause="2", characteristic="b", limit=read_limit("≤1"), written=""),
    ))  # fmt: skip
    with duckdb.connect() as engine:
        engine.execute(
            "CREATE TABLE t AS SELECT unnest([0.3, 0.31, -9999, NULL, 'nan'::DOUBLE]) AS \"总'磷\""
        )
        asked = {"columns": {"a": "总'磷"}, "numbers": {"a"}, "told": {"kind": "lake"}}
        found = engine.execute(sql(rules, source="t", **asked)).fetchall()
    assert [row[1:3] for row in found] == [
        ("符合", "缺项"), ("不符合", "缺项"), ("缺项", "缺项"), ("缺项", "缺项"), ("缺项", "缺项"),
    ]  # fmt: skip


def test_a_sum_that_the_data_do_not_hold_is_undetermined():
    rules = replace(
        EMPTY,
        rules=(Rule(id="r", clause="1", characteristic="a", limit=read_limit("≤1"), written=""),),
        derived=(Derived(id="a", clause="1", parts=(("b", Decimal(1)), ("c", Decimal(1)))),),
    )
    rows = [(text, "1", "1", None, None) for text in ("0.5", "2", "—")]
    assert [one["status.r"] for one in answers(rules, rows)] == ["符合", "不符合", "不确定"]
    unheld = sql(rules, source="t", columns={"b": "b"})
    with duckdb.connect() as engine:
        engine.execute("CREATE TABLE t AS SELECT 1 AS b")
        assert engine.execute(unheld).fetchall() == [(1, "不确定", "不确定", "", "")]


def test_the_water_standard():
    rules = rule_set("GB_3838-2002.yaml")
    with duckdb.connect() as engine:
        engine.execute("CREATE TABLE data (pH TEXT, DO_ TEXT, TP TEXT, waterbody TEXT)")
        engine.execute("INSERT INTO data VALUES ('7', '7.5', '0.02', '河流'), ('7', '5.2', '0.35', 'lake'), "
                       "('7', '—', '<0.5', '湖'), ('7', '3', '0.03', '海')")  # fmt: skip
        columns = {"pH": "pH", "DO": "DO_", "TP": "TP", "waterbody": "waterbody"}
        answer = engine.execute(sql(rules, columns=columns))
        names = [column[0] for column in answer.description]
        found = [dict(zip(names, row, strict=True)) for row in answer.fetchall()]
    heads = ("grade", "verdict", "limiting", "clause")
    assert "rules_verdict" not in found[0]
    assert [tuple(row[head] for head in heads) for row in found] == [
        ("Ⅰ", "符合", "", ""),
        ("劣Ⅴ", "不符合", "总磷", "表1 序号8"),
        ("Ⅰ~劣Ⅴ", "不确定", "总磷", "表1 序号8"),
        ("Ⅳ~劣Ⅴ", "不确定", "总磷", "表1 序号8"),
    ]


def test_the_table_of_motors():
    """Rows of a real table, between them, and where nobody told."""
    rules = rule_set("GB_18613-2020.yaml")
    rows = [
        (efficiency, power, poles)
        for power in ("0.75", "7.5", "375", "0.8", "2000", None)
        for poles in ("2", "4", "8", "10", None)
        for efficiency in ("80.7", "91.9", "96.0", "<90", "—")
    ]
    with duckdb.connect() as engine:
        engine.execute("CREATE TABLE data (efficiency TEXT, power TEXT, poles TEXT)")
        engine.executemany("INSERT INTO data VALUES (?, ?, ?)", rows)
        answer = engine.execute(sql(rules))
        heads = [column[0] for column in answer.description]
        found = [dict(zip(heads, row, strict=True)) for row in answer.fetchall()]
    for (efficiency, power, poles), own in zip(rows, found, strict=True):
        told = {
            key: Decimal(value)
            for key, value in (("power", power), ("poles", poles))
            if value is not None
        }
        sample = Sample({"efficiency": read_measured(efficiency)}, told)
        expected = grade(sample, rules.ladders[0], rules.characteristics)
        assert own["verdict"] == STATUS_WORDS[expected.status].zh, (efficiency, told)
        assert own["grade"].split("~")[0] == expected.possible
        for one in findings(sample, rules.rules, rules.characteristics):
            assert own[f"status.{one.rule.id}"] == STATUS_WORDS[one.status].zh, (efficiency, told)


@pytest.mark.parametrize(
    ("rules", "says"),
    [
        (rule_set("HJ_633-2012.yaml"), "指数"),
        (EMPTY, "没有限值"),
    ],
)
def test_what_sql_cannot_judge_is_refused(rules, says):
    with pytest.raises(NoSqlError) as refused:
        sql(rules)
    assert says in refused.value.sentence.zh
