"""Two rule sets side by side: what is stricter lets less pass, and the other way round is the reverse."""

from collections import Counter
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guiju.core.errors import Bilingual
from guiju.core.provisions.against.comparing import compare
from guiju.core.provisions.against.indicators import (
    NoIndicatorsError,
    indicators,
    read_indicators,
)
from guiju.core.provisions.against.model import REVERSED
from guiju.core.provisions.against.paper import paper_of
from guiju.core.provisions.against.spans import relation, span
from guiju.core.provisions.against.summing import nature_of, own_summary, sentence
from guiju.core.provisions.files.loading import read_rule_set
from guiju.core.provisions.judging import judge
from guiju.core.provisions.measured import Measured
from guiju.core.provisions.model import Characteristic, Condition, Rule
from guiju.core.provisions.written import read_limit
from tests.core.provisions.rule_sets import rule_set

HEAD = """
standard: {number}
title: [示例, Example]
in_force: {{from: 2026-01-01}}
basis: 示例
certainty: checked
"""
ATTRIBUTES = """
attributes:
  use: {name: [用途, Use], values: {hot: [热饮], cold: [冷饮]}}
  size: {name: [容量, Size], unit: mL}
"""


def rules(number, text, attributes=ATTRIBUTES):
    return read_rule_set(HEAD.format(number=number) + attributes + text, f"{number}.yaml")


def one(number, limit, unit="mg/L", more="", rule=""):
    return rules(
        number,
        f"characteristics:\n  c{number[-1]}: {{name: [铅, Lead], unit: {unit}{more}}}\n"
        f'rules:\n  - {{id: a, clause: "1", of: c{number[-1]}, limit: "{limit}"{rule}}}\n',
    )


@pytest.mark.parametrize(
    ("a", "b", "expected", "reasons"),
    [
        (("≤0.2",), ("≤200", "µg/L"), "equal", ()),
        (("≤0.2",), ("≤0.20",), "equal", ()),
        (("<0.2",), ("≤0.2",), "stricter", ()),
        (("≥5",), ("≥4",), "stricter", ()),
        (("5~8",), ("≥5",), "stricter", ()),
        (("≤5",), ("0~5",), "equal", ()),
        (("≤5", "℃", ", least: none"), ("0~5", "℃", ", least: none"), "looser", ()),
        (("5~8",), ("6~9",), "crossing", ()),
        (("≤1",), ("≥2",), "crossing", ()),
        (("不得检出",), ("≤0.1",), "stricter", ()),
        (("不得检出",), ("≤0",), "equal", ()),
        (("≤0.5",), ("≤0.5", "mg/L", "", ", comparison: rounded"), "stricter", ()),
        (("≤0.2",), ("≤0.2", "mg/kg"), "incomparable", ("unit",)),
        (("≤0.2", "无量纲"), ("≤0.2", '"1"'), "equal", ()),
        (("≤0.2",), ("≤0.2", '"1"'), "incomparable", ("unit",)),
        (("≤2", "CFU/mL"), ("≤2", "cfu/mL"), "equal", ()),
        (
            ("≤1", "mg/L", ", method: [GB/T 1]"), ("≤1", "mg/L", ", method: [GB/T 2]"),
            "incomparable", ("method",),
        ),
        (
            ("≤1", "mg/L", ", method: [GB/T 1]"), ("≤1", "mg/L", ", method: [gb/t1, GB/T 2]"),
            "equal", (),
        ),
        (("≤1", "mg/L", "", ", certainty: uncertain"), ("≤1",), "incomparable", ("uncertain",)),
    ],
)  # fmt: skip
def test_one_limit_beside_another(a, b, expected, reasons):
    first, second = one("T/EXAMPLE 1-2021", *a), one("T/EXAMPLE 1-2022", *b)
    for left, right, answer in ((first, second, expected), (second, first, REVERSED[expected])):
        (case,) = compare(left, right).cases
        assert (case.relation, case.reasons) == (answer, reasons)


def test_notes_say_what_else_differs():
    strict = one("T/EXAMPLE 1-2021", "不得检出")
    weak = one("T/EXAMPLE 1-2022", "≤0.1", rule=", modality: recommendation, comparison: rounded")
    (case,) = compare(strict, weak).cases
    assert [note.zh for note in case.notes] == [
        "约束力不同：前者是要求，后者是推荐",
        "比较方法不同（全数值、修约值），按实际通过的数比较",
        "“不得检出”与数值相比，以检出限不高于该数值为前提",
    ]
    crossing = compare(
        one("T/EXAMPLE 1-2021", "5~8", more=", better: higher"), one("T/EXAMPLE 1-2022", "≥6")
    )
    assert [note.en for note in crossing.cases[0].notes] == [
        "as to the lower end, the second is stricter"
    ]


CONDITIONS = """
characteristics: {x: {name: [铅, Lead], unit: mg/L}}
rules:
"""


def test_conditions_are_compared_piece_by_piece():
    a = rules(
        "T/EXAMPLE 1-2021",
        CONDITIONS + '  - {id: a, clause: "1", of: x, limit: "≤2", when: {size: "100~200"}}\n',
    )
    b = rules(
        "T/EXAMPLE 1-2022",
        CONDITIONS
        + '  - {id: a, clause: "1", of: x, limit: "≤2", when: {size: "<150"}}\n'
        + '  - {id: b, clause: "2", of: x, limit: "≤1", when: {size: ">=150", use: hot}}\n',
    )
    found = compare(a, b)
    assert [(one.when.zh, one.relation) for one in found.cases] == [
        ("容量 <100 mL", "only-b"),
        ("容量 100~<150 mL", "equal"),
        ("容量 150~200 mL，用途为热饮", "looser"),
        ("容量 150~200 mL，用途为冷饮", "only-a"),
        ("容量 >200 mL，用途为热饮", "only-b"),
    ]
    assert Counter((one.when, REVERSED[one.relation]) for one in compare(b, a).cases) == Counter(
        (one.when, one.relation) for one in found.cases
    )


def test_an_exception_gives_way_and_conditions_that_nobody_shares_cannot_be_compared():
    a = rules(
        "T/EXAMPLE 1-2021",
        CONDITIONS
        + '  - {id: a, clause: "1", of: x, limit: "≤2", except: [b]}\n'
        + '  - {id: b, clause: "2", of: x, limit: "≤3", when: {use: hot}}\n',
    )
    b = rules("T/EXAMPLE 1-2022", CONDITIONS + '  - {id: a, clause: "1", of: x, limit: "≤2"}\n', "")
    assert {one.when.en: one.relation for one in compare(a, b).cases} == {
        "Use is hot": "looser",
        "Use is cold": "equal",
    }
    strange = rules(
        "T/EXAMPLE 1-2022",
        CONDITIONS + '  - {id: a, clause: "1", of: x, limit: "≤2", when: {area: one}}\n',
        "attributes: {area: {name: [功能区, Area], values: {one: [一类], two: [二类]}}}",
    )
    hot = replace(a, rules=(a.rules[1],))
    assert [(one.relation, one.reasons) for one in compare(hot, strange).cases] == [
        ("incomparable", ("condition",)),
        ("only-a", ()),
        ("only-b", ()),
    ]


def test_ladders_are_compared_level_by_level():
    text = """
characteristics: {{x: {{name: [铅, Lead], unit: mg/L}}}}
ladders:
  class:
    name: [等级, Class]
    clause: "4"
    levels: [{levels}]
    otherwise: 不合格
    synonyms: {synonyms}
    limits: [{{of: x, clause: "5", limits: [{limits}]}}]
"""
    a = rules(
        "T/EXAMPLE 1-2021",
        text.format(levels="Ⅰ, Ⅱ", limits="≤1, ≤2", synonyms="{Ⅰ: [I], Ⅱ: [II]}"),
    )
    b = rules(
        "T/EXAMPLE 1-2022", text.format(levels="I, II, III", limits="≤1, ≤3, ≤4", synonyms="{}")
    )
    same = rules("T/EXAMPLE 1-2023", text.format(levels="优, 良", limits="≤2, ≤2", synonyms="{}"))
    flat = one("T/EXAMPLE 1-2024", "≤1.5")

    def levels(x, y):
        return [
            (one.a and one.a.level, one.relation, one.b and one.b.level)
            for one in compare(x, y).cases
        ]

    assert levels(a, b) == [
        ("Ⅰ", "equal", "I"), ("Ⅱ", "stricter", "II"), (None, "only-b", "III"),
    ]  # fmt: skip
    assert levels(a, same) == [("Ⅰ", "stricter", "优"), ("Ⅱ", "equal", "良")]
    assert levels(b, same) == [("", "incomparable", "")]
    assert compare(b, same).cases[0].reasons == ("levels",)
    assert levels(flat, a) == [("", "looser", "Ⅰ"), ("", "stricter", "Ⅱ")]


def test_indices_by_their_breakpoints():
    index = rule_set("HJ_633-2012.yaml")
    other = replace(
        index,
        standard="HJ 633-2026",
        indices=(
            replace(
                index.indices[0],
                scales=tuple(
                    replace(one, points=(*one.points[:2], one.points[2] - 1, *one.points[3:]))
                    for one in index.indices[0].scales
                ),
            ),
        ),
    )
    found = compare(index, other)
    assert {one.relation for one in found.cases if one.a.level == "100"} == {"looser"}
    assert {one.relation for one in found.cases if one.a.level != "100"} == {"equal"}


@pytest.mark.parametrize("name", ["GB_3838-2002.yaml", "GB_5749-2022.yaml", "GB_18613-2020.yaml"])
def test_a_standard_is_equal_to_itself(name):
    found = compare(rule_set(name), rule_set(name))
    assert found.cases
    assert set(found.counts) <= {"equal", "incomparable"}
    assert {reason for one in found.cases for reason in one.reasons} <= {
        "uncertain",
        "interpolated",
    }


def test_two_standards_the_other_way_round():
    a, b = rule_set("GB_3838-2002.yaml"), rule_set("GB_5749-2022.yaml")
    there = Counter(
        (one.name.zh, one.when, one.relation) for one in compare(a, b).cases if one.a and one.b
    )
    back = Counter(
        (one.name.zh, one.when, REVERSED[one.relation])
        for one in compare(b, a).cases
        if one.a and one.b
    )
    assert sum(there.values()) == sum(back.values())
    assert Counter(key[2] for key in there.elements()) == Counter(key[2] for key in back.elements())


ends = st.integers(-20, 20).map(lambda tenth: Decimal(tenth) / 10)
limits = st.one_of(
    st.tuples(st.sampled_from("≥≤><"), ends).map(lambda both: f"{both[0]}{both[1]}"),
    st.tuples(ends, st.integers(1, 20)).map(
        lambda both: f"{both[0]}~{both[0] + Decimal(both[1]) / 10}"
    ),
    st.sampled_from(["不得检出", "1.0±0.1(不含+0.1)", "=0", "=1"]),
)
sides = st.tuples(limits, st.sampled_from(["full", "rounded"]))
least = st.sampled_from([None, Decimal(0)])
POINTS = [Decimal(one) / 100 for one in range(-450, 451)]


@settings(max_examples=200)
@given(sides, sides, least)
def test_relations_are_those_of_what_passes(a, b, floor):
    """Every hundredth from -4.5 to 4.5 is judged by both; the ends have no more than halves of tenths."""
    one, other = (span(read_limit(text), how, Fraction(1), floor) for text, how in (a, b))
    found = relation(one, other)
    assert relation(other, one) == REVERSED[found]
    assert relation(one, one) == "equal"
    passing = []
    for text, how in (a, b):
        limit = read_limit(text)
        passing.append(
            {
                point
                for point in POINTS
                if (floor is None or point >= floor)
                and judge(Measured("number", point), limit, comparison=how, least=floor) == "pass"
            }
        )
    inside, around = passing[0] <= passing[1], passing[1] <= passing[0]
    allowed = {"equal": inside and around, "stricter": inside, "looser": around, "crossing": True}
    assert allowed[found]


conditions = st.lists(
    st.one_of(
        st.sampled_from(["hot", "cold"]).map(lambda one: Condition("use", frozenset({one}))),
        limits.filter(lambda text: text != "不得检出").map(
            lambda text: Condition("size", interval=read_limit(text))
        ),
    ),
    max_size=2,
).map(tuple)
BASE = one("T/EXAMPLE 1-2021", "≤1")
KNOWN = {"x": Characteristic(id="x", name=Bilingual("铅", "Lead"), unit="mg/L")}


@st.composite
def rule_files(draw, number, unit):
    made = tuple(
        Rule(
            id=f"r{at}",
            clause=str(at),
            characteristic="x",
            limit=(limit := read_limit(draw(limits))),
            written=getattr(limit, "written", "不得检出"),
            modality=draw(st.sampled_from(["requirement", "recommendation"])),
            when=draw(conditions),
            comparison=draw(st.sampled_from(["full", "rounded"])),
        )
        for at in range(draw(st.integers(1, 3)))
    )
    known = {"x": replace(KNOWN["x"], unit=unit)}
    return replace(BASE, standard=number, characteristics=known, rules=made)


@settings(max_examples=100)
@given(rule_files("T/EXAMPLE 1-2021", "mg/L"), rule_files("T/EXAMPLE 1-2022", "µg/L"))
def test_rule_sets_are_antisymmetric_and_equal_to_themselves(a, b):
    """Attributes may come in another order the other way round, so conditions are left out."""
    there = Counter((one.relation, one.reasons, one.a, one.b) for one in compare(a, b).cases)
    back = Counter(
        (REVERSED[one.relation], one.reasons, one.b, one.a) for one in compare(b, a).cases
    )
    assert there == back
    own = compare(a, a)
    assert all(one.relation == "equal" or one.reasons == ("conflict",) for one in own.cases)


INDICATORS = [
    {"item": "总磷", "limit": "≤0.15 mg/L"},
    {"item": "铅", "limit": "≤20", "unit": "µg/L"},
    {"item": "砷", "limit": "0.5", "unit": "mg/L"},
    {"item": "汞", "limit": "≤0.00001", "unit": "mg/kg"},
    {"item": "铅", "limit": "≤1", "unit": "mg/L"},
    {"item": "甜度", "limit": "≥3", "unit": ""},
]


def test_own_indicators_against_standards():
    own = indicators(INDICATORS, "企业指标")
    assert [one.zh.partition("。")[0] for one in own.refused] == [
        "第 3 行：无法识别极限数值“0.5”：没有写明比较方式（≥、≤、＝）",
        "第 5 行：“铅”重复",
    ]
    drinking = own_summary(compare(own.rules, rule_set("GB_5749-2022.yaml")))
    assert drinking.zh.startswith(
        "与 GB 5749-2022（强制性）相比，有指标达不到，须修改。达不到：铅；不可比：汞；没有规定："
    )
    assert drinking.zh.endswith("标准没有规定：总磷、甜度。")
    river = own_summary(compare(own.rules, rule_set("GB_3838-2002.yaml")))
    assert "总磷（水体类型为河流）达到 Ⅲ；总磷（水体类型为湖库）达到 Ⅴ；铅达到 Ⅲ" in river.zh
    assert "Lead reaches Ⅲ" in river.en
    assert nature_of("GB/T 43565-2023").zh == "推荐性"


def test_a_table_of_indicators(tmp_path):
    path = tmp_path / "own.csv"
    path.write_text("指标,限值,单位\n铅,≤20,µg/L\n,,\n", "utf-8")
    (rule,) = read_indicators(path).rules.rules
    assert (rule.characteristic, rule.written) == ("铅", "≤20")
    path.write_text("铅,锌\n1,2\n", "utf-8")
    with pytest.raises(NoIndicatorsError, match="铅、锌"):
        read_indicators(path)


def test_sentences_and_papers():
    found = compare(one("T/EXAMPLE 1-2021", "≤0.15"), one("T/EXAMPLE 1-2022", "≤200", "µg/L"))
    (case,) = found.cases
    assert sentence(case, found) == (
        "铅：T/EXAMPLE 1-2021 的 ≤0.15 mg/L 严于 T/EXAMPLE 1-2022 的 ≤200 µg/L。",
        "Lead: ≤0.15 mg/L of T/EXAMPLE 1-2021 is stricter than ≤200 µg/L of T/EXAMPLE 1-2022.",
    )
    (grid,) = paper_of([found]).grids
    assert [cell.zh for cell in grid.rows[0]][:7] == [
        "铅", "", "≤0.15 mg/L", "T/EXAMPLE 1-2021 1", "严于", "≤200 µg/L", "T/EXAMPLE 1-2022 1",
    ]  # fmt: skip
    assert found.to_json()["counts"] == {"stricter": 1}
