"""Scores: what they mean case by case, columns equal to it, and what a rule file may say."""

from decimal import Decimal

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guiju.core.provisions.columnar.columns import column
from guiju.core.provisions.columnar.scoring import marked
from guiju.core.provisions.files.loading import read_rule_set
from guiju.core.provisions.files.nodes import RuleFileError
from guiju.core.provisions.measured import read_measured
from guiju.core.provisions.reports.judging import judged_report
from guiju.core.provisions.reports.model import Entry
from guiju.core.provisions.sample import Sample
from guiju.core.provisions.scoring import TOTAL, names_of, scored_sample
from guiju.core.provisions.tables.evaluating import Evaluation
from guiju.core.provisions.tables.settings import SettingError
from tests.core.provisions.rule_sets import rule_set

CARE = rule_set("GB_T_37276-2018.yaml")
GRADE = CARE.scores[0]
PARTS = ("environment", "facilities", "management", "service", "safety")


def of(*texts, target=""):
    results = {name: read_measured(text) for name, text in zip(PARTS, texts, strict=False)}
    return scored_sample(Sample(results), GRADE, CARE, target)


@pytest.mark.parametrize(
    ("marks", "level", "limiting"),
    [
        (("48", "52", "60", "240", "0"), "一级", ("total", *PARTS[:4])),  # 400 and 40 % each
        (("48", "52", "60", "239.9", "0"), "不定级", ("service",)),
        (("47.9", "130", "150", "600", "0"), "不定级", ("environment",)),
        (("60", "65", "75", "300", "0"), "二级", ("total", *PARTS[:4])),
        (("72", "78", "90", "360", "0"), "三级", ("total", *PARTS[:4])),
        (("96", "104", "120", "480", "0"), "四级", ("total", *PARTS[:4])),
        (("108", "117", "135", "540", "0"), "五级", ()),
        (("108", "117", "135", "539.9", "0"), "四级", ("total", "service")),
        (("107.9", "130", "150", "600", "0"), "四级", ("environment",)),
        (("120", "130", "150", "600", "0"), "五级", ()),
    ],
)
def test_both_sides_of_every_level(marks, level, limiting):
    found = of(*marks)
    assert (found.level, found.limiting) == (level, limiting)
    assert found.total == sum(map(Decimal, marks[:4]))
    assert found.status == ("fail" if level == "不定级" else "pass")
    assert (found.missing, found.wrong) == ((), ())


def test_a_gate_that_is_not_passed_ends_it():
    found = of("120", "130", "150", "600", "1")
    assert (found.level, found.status, found.limiting, found.clause) == (
        "不定级", "fail", ("gate",), "GB 38600-2019",
    )  # fmt: skip
    open_gate = of("120", "130", "150", "600")
    assert (open_gate.level, open_gate.possible, open_gate.certain) == ("", "五级", "不定级")
    assert (open_gate.status, open_gate.missing) == ("missing", ("gate",))


def test_what_is_missing_is_told_and_never_counted():
    found = of("120", "130", "150", "—", "0")
    assert (found.level, found.possible, found.certain) == ("", "五级", "不定级")
    assert (found.status, found.missing, found.total) == ("missing", ("service",), None)
    # whatever the missing part has, the third level is out of reach
    assert of("48", "130", "150", "—", "0", target="三级").status == "fail"
    # and the first is sure whatever the environment has but its own 40 %
    assert of("—", "130", "150", "600", "0", target="一级").status == "missing"


@pytest.mark.parametrize("text", ["120.1", "-1", "<100", "合格", "ND"])
def test_marks_that_cannot_be_are_told(text):
    found = of(text, "130", "150", "600", "0")
    assert (found.level, found.status, found.wrong) == ("", "undetermined", ("environment",))


ITEMS = read_rule_set(
    """\
standard: Q/SLI 6-2026
title: [示例, Example]
in_force: {from: 2026-01-01}
basis: 示例
certainty: checked
characteristics:
  p: {name: [甲部分, Part A]}
  p1: {name: [甲一, Item A1]}
  p2: {name: [甲二, Item A2]}
  q: {name: [乙部分, Part B]}
scores:
  s:
    name: [等级, Grade]
    clause: "5"
    parts: {p: {maximum: 30, items: {p1: 10, p2: 20}}, q: 70}
    otherwise: 无
    levels:
      - {name: A, clause: "5.1", total: ">80", each_part: ≥50%}
      - {name: B, clause: "5.2", total: ≥50}
""",
    "items.yaml",
)
BY_ITEMS = ITEMS.scores[0]


@pytest.mark.parametrize(
    ("results", "level", "missing", "wrong"),
    [
        ({"p1": "5", "p2": "10", "q": "65"}, "B", (), ()),  # 80 is not above 80
        ({"p1": "5", "p2": "10.1", "q": "65"}, "A", (), ()),
        ({"p1": "5", "q": "65"}, "", ("p2",), ()),
        ({"p1": "11", "p2": "10", "q": "65"}, "", (), ("p1",)),
        ({"p": "15.1", "q": "65"}, "A", (), ()),
        ({"p": "15.1", "p1": "5", "p2": "10.1", "q": "65"}, "A", (), ()),
        ({"p": "15.2", "p1": "5", "p2": "10.1", "q": "65"}, "", (), ("p",)),
        ({"p": "15", "p1": "5", "q": "65"}, "B", (), ()),
        ({"p": "4", "p1": "5", "q": "65"}, "", (), ("p",)),
    ],
)
def test_items_of_a_part(results, level, missing, wrong):
    sample = Sample({name: read_measured(text) for name, text in results.items()})
    found = scored_sample(sample, BY_ITEMS, ITEMS)
    assert (found.level, found.missing, found.wrong) == (level, missing, wrong)


def test_columns_at_a_total():
    rows = [("15", "65"), ("15.1", "65"), ("15", "35"), ("14.9", "35"), ("15", "34.9")]
    own = {name: column([row[at] for row in rows]) for at, name in enumerate("pq")}
    found = marked(BY_ITEMS, ITEMS, own, {}, len(rows), "")
    assert [names_of(BY_ITEMS)[level] for level in found.level] == ["B", "A", "B", "无", "无"]
    assert found.others == {}


marks = st.one_of(
    st.integers(0, 600).map(str),
    st.sampled_from(
        ["48", "52", "60", "240", "108", "117", "135", "540", "", "—", "<5", "601", "-1"]
    ),
    st.integers(0, 1300).map(lambda tenth: str(Decimal(tenth) / 10)),
)


@settings(max_examples=120, deadline=None)
@given(
    st.lists(
        st.tuples(marks, marks, marks, marks, st.sampled_from(["0", "0", "0", "1", "", "<1"])),
        min_size=1, max_size=10,
    ),
    st.sampled_from(["", "三级", "五级"]),
)  # fmt: skip
def test_columns_are_the_decimals(rows, target):
    own = {name: column([row[at] for row in rows]) for at, name in enumerate(PARTS)}
    found = marked(GRADE, CARE, own, {}, len(rows), target)
    names = names_of(GRADE)
    for at, row in enumerate(rows):
        expected = of(*row, target=target)
        if at in found.others:
            assert found.others[at] == expected
            continue
        assert names[found.level[at]] == expected.level
        assert Decimal(repr(float(found.total[at]))) == expected.total
        lacking = [
            name for name, lacks in zip((TOTAL, *PARTS[:4]), found.lacking[:, at], strict=True) if lacks
        ]  # fmt: skip
        assert tuple(lacking) == expected.limiting


def test_a_table_of_institutions():
    frame = pl.DataFrame(
        {
            "机构": ["甲", "乙", "丙", "丁"],
            "环境": ["110", "100", "", "121"],
            "设施设备": ["120", "110", "110", "110"],
            "运营管理": ["140", "120", "120", "120"],
            "服务": ["550", "479.5", "500", "500"],
            "不符合项数": ["0", "0", "0", "0"],
        }
    )
    evaluation = Evaluation(CARE, frame.columns, {"target": "四级"})
    (found,) = evaluation.judged([frame])
    assert found.select("grade", "total", "verdict", "limiting", "clause", "remarks").rows() == [
        ("五级", 920.0, "符合", "", "", ""),
        ("三级", 809.5, "不符合", "服务", "等级划分 四级", ""),
        ("四级~不定级", None, "缺项", "环境", "等级划分 一级", "缺少 环境"),
        ("", None, "不确定", "", "", "分值不能成立 环境"),
    ]
    with pytest.raises(SettingError):
        Evaluation(CARE, frame.columns, {"target": "六级"})


FILE = """\
standard: Q/SLI 6-2026
title: [示例, Example]
in_force: {from: 2026-01-01}
basis: 示例
certainty: checked
characteristics: {p: {name: 甲}, p1: {name: 甲一}, q: {name: 乙}}
scores:
  s:
    name: 等级
    clause: "5"
    total: 100
    parts: {p: {maximum: 30, items: {p1: 30}}, q: 70}
    otherwise: 无
    levels:
      - {name: A, clause: "5.1", total: ≥80}
      - {name: B, clause: "5.2", total: ≥50}
"""


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("total: 100", "total: 101", "满分之和是 100"),
        ("items: {p1: 30}", "items: {p1: 29}", "不是 30"),
        ("q: 70}", "r: 70}", "“r”"),
        ("q: 70}", "q: 0}", "大于零"),
        ("total: ≥80", "total: ≥40", "没有高于"),
        ("total: ≥80", "total: ≤80", "≥360"),
        ("name: B,", "name: A,", "等级重复"),
        ("    otherwise: 无", "    otherwise: 无\n    gates: [g]", "“g”"),
        ("    otherwise: 无", "    otherwise: 无\n    order: best_last", "没有高于"),
    ],
)
def test_a_file_says_what_it_may(old, new, says):
    assert read_rule_set(FILE, "good.yaml").scores[0].maximum == 100
    assert FILE.count(old) == 1
    with pytest.raises(RuleFileError) as refused:
        read_rule_set(FILE.replace(old, new), "bad.yaml")
    assert says in refused.value.sentence.zh


def test_one_report_of_marks_says_its_level():
    names = ("环境", "设施设备", "运营管理", "服务", "GB 38600不符合项数")

    def report(*texts):
        entries = [Entry(name=name, result=text) for name, text in zip(names, texts, strict=True)]
        found = judged_report(entries, CARE, {"target": "四级"})
        return found.status, found.grades[0].sentence.zh.split("得分：")[0]

    assert report("100", "110", "120", "479.5", "0") == (
        "fail",
        "养老机构等级：三级，不符合；总分 809.5；未达到更高等级的要求：服务。依据：等级划分 四级。",
    )
    assert report("121", "110", "120", "500", "0") == (
        "undetermined",
        "养老机构等级：—，不确定；分值不能成立：环境。依据：等级划分。",
    )
    assert report("110", "110", "120", "500", "0")[0] == "pass"
