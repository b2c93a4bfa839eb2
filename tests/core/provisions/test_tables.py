"""Tables judged from file to file: heads, units, dirty cells, every format, and the hostile ones."""

import json
from collections import Counter
from datetime import date

import polars as pl
import pytest

from guiju.core.errors import InputError
from guiju.core.provisions.files.loading import read_rule_set
from guiju.core.provisions.files.rulebook import NoRuleSetError, rule_set
from guiju.core.provisions.tables.evaluating import Evaluation, NothingToJudgeError, SettingError
from guiju.core.provisions.tables.heads import TwoColumnsError, mapped
from guiju.core.provisions.tables.reading import batches
from guiju.core.provisions.tables.writing import write
from guiju.core.provisions.units import UnitError

WATER = rule_set("GB 3838-2002", None)
RULES = read_rule_set(
    """\
standard: Q/SLI 1-2026
title: [示例, Example]
in_force: {from: 2026-01-01}
basis: 示例
certainty: checked
attributes:
  use: {name: [用途, Use], values: {food: [食品], tool: [工具]}, default: food}
characteristics:
  mass: {name: [质量, Mass], unit: g, better: target}
  loss: {name: [损失率, Loss], unit: "%", better: lower}
rules:
  - {id: r1, clause: "5.1", of: mass, limit: 0.50~1.50}
  - {id: r2, clause: "5.2", of: loss, limit: ≤2.0, when: {use: food}}
""",
    "example.yaml",
)


@pytest.mark.parametrize(
    ("column", "of", "unit"),
    [
        ("溶解氧(mg/L)", "DO", "mg/L"),
        ("溶解氧（mg/L）", "DO", "mg/L"),
        ("溶解氧/(mg/L)", "DO", "mg/L"),
        ("溶解氧/mg/L", "DO", "mg/L"),
        ("溶解氧 mg/L", "DO", "mg/L"),
        ("DO", "DO", ""),
        ("pH(无量纲)", "pH", ""),
        ("PH值", "pH", ""),
        ("总磷(以P计)(µg/L)", "TP", "µg/L"),
        ("化学需氧量(COD)", "COD", ""),
        ("粪大肠菌群(个/L)", "coliforms", "个/L"),
        ("高锰酸盐指数<br/><span class='unit'>(mg/L)</span>", "CODMn", "mg/L"),
        ("permanganate index [mg/L]", "CODMn", "mg/L"),
        ("水体类型", "waterbody", ""),
    ],
)
def test_a_head_is_a_characteristic_and_a_unit(column, of, unit):
    head = mapped(["站点", column], WATER)[of]
    assert (head.column, head.unit) == (column, unit)


def test_heads_that_nobody_knows_are_left_and_a_choice_wins():
    assert mapped(["站点", "水温(℃)"], WATER) == {}
    assert mapped(["栏三(µg/L)"], WATER, {"栏三(µg/L)": "总磷"})["TP"].unit == "µg/L"
    with pytest.raises(TwoColumnsError) as refused:
        mapped(["DO", "溶解氧(mg/L)"], WATER)
    assert "DO" in refused.value.sentence.zh


def judged(frame, rules=WATER, **settings):
    evaluation = Evaluation(rules, frame.columns, settings)
    return pl.concat(evaluation.judged([frame])), evaluation.summary


def test_rows_are_graded_in_the_units_of_the_data():
    frame = pl.DataFrame(
        {
            "站点": ["a", "b", "c", "d", "e"],
            "溶解氧(mg/L)": ["7.5", "5.2", "—", "8", "9"],
            "总磷(µg/L)": ["20", "<10", "50", "401", "合格"],
            "水体": ["河流", "湖库", "湖库", "river", "河流"],
        }
    )
    found, summary = judged(frame)
    assert found["grade"].to_list() == ["Ⅰ", "Ⅲ", "Ⅲ", "劣Ⅴ", "Ⅰ~劣Ⅴ"]
    assert found["verdict"].to_list() == ["符合", "符合", "符合", "不符合", "不确定"]
    assert found["limiting"].to_list() == ["", "溶解氧", "总磷", "总磷", "总磷"]
    assert found["clause"].to_list() == ["", "表1 序号3", "表1 序号8", "表1 序号8", "表1 序号8"]
    assert summary.answers["verdict"] == Counter({"符合": 3, "不符合": 1, "不确定": 1})
    assert summary.unreadable == [("总磷(µg/L)", 5, "合格")]


def test_a_target_and_what_nobody_told():
    frame = pl.DataFrame({"溶解氧": ["5.5", "7"], "总磷(mg/L)": ["0.05", "0.05"]})
    found, summary = judged(frame, target="Ⅲ类", waterbody="水库")
    assert found["verdict"].to_list() == ["符合", "符合"]
    assert summary.untold == ()
    found, summary = judged(frame, target="Ⅱ")
    # A river or a lake: the first is Ⅲ for its oxygen in both, the second Ⅱ or Ⅲ for its phosphorus.
    assert found["grade"].to_list() == ["Ⅲ", "Ⅱ~Ⅲ"]
    assert found["verdict"].to_list() == ["不符合", "不确定"]
    assert summary.untold == ("waterbody",)


def test_rules_name_what_fails_first():
    frame = pl.DataFrame(
        {
            "质量(mg)": ["1000", "400", "1500", ""],
            "损失率": ["2.0", "2.1", "2.1", "1"],
            "用途": ["", "食品", "工具", None],
        }
    )
    found, _ = judged(frame, RULES)
    assert found.select("verdict", "limiting", "clause").rows() == [
        ("符合", "", ""), ("不符合", "质量", "5.1"), ("符合", "", ""), ("缺项", "", ""),
    ]  # fmt: skip


def test_an_index_of_hours():
    frame = pl.DataFrame(
        {
            "PM2.5(µg/m³)": ["35", "75", "-;"],
            "PM10(µg/m3)": ["50", "150", ""],
            "CO(mg/m³)": ["5", "1", None],
        }
    )
    found, _ = judged(frame, rule_set("HJ 633-2012", None), period="hour")
    assert found.select("AQI", "primary", "grade").rows() == [
        (50, "", "优"), (100, "颗粒物（PM10）、细颗粒物（PM2.5）", "良"), (None, "", ""),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("columns", "settings", "error"),
    [
        (["站点"], {}, NothingToJudgeError),
        (["溶解氧(℃)"], {}, UnitError),
        (["溶解氧"], {"waterbody": "海"}, SettingError),
        (["溶解氧"], {"water": "river"}, SettingError),
        (["溶解氧"], {"target": "六"}, SettingError),
        (["溶解氧"], {"target": "劣Ⅴ"}, SettingError),
    ],
)
def test_what_cannot_be_judged_says_why(columns, settings, error):
    with pytest.raises(error) as refused:
        Evaluation(WATER, columns, settings)
    assert refused.value.sentence.zh
    assert refused.value.sentence.en


FRAME = pl.DataFrame({"站点": ["甲", "=cmd()", None], "DO": ["7.50", "<0.5", "-1"]})


@pytest.mark.parametrize("suffix", [".csv", ".tsv", ".jsonl", ".parquet", ".xlsx"])
def test_every_format_there_and_back(tmp_path, suffix):
    path = tmp_path / f"table{suffix}"
    write([FRAME[:2], FRAME[2:]], path)
    back = pl.concat(list(batches(path)))
    assert back.columns == FRAME.columns
    assert back["DO"].to_list() == ["7.50", "<0.5", "-1"]
    guarded = "'=cmd()" if suffix in (".csv", ".tsv") else "=cmd()"
    assert [one or None for one in back["站点"].to_list()] == ["甲", guarded, None]
    assert list(tmp_path.iterdir()) == [path]


def test_a_table_of_gb18030_with_semicolons(tmp_path):
    path = tmp_path / "table.csv"
    path.write_bytes("站点;溶解氧(mg/L)\r\n甲;7.50\r\n".encode("gb18030"))
    (piece,) = batches(path)
    assert piece.rows() == [("甲", "7.50")]


def test_numbers_of_json_keep_their_digits(tmp_path):
    path = tmp_path / "table.jsonl"
    path.write_text('{"DO": 7.50, "n": 1}\n\n{"DO": null}\n', "utf-8")
    (piece, *_) = batches(path)
    assert piece.rows() == [("7.50", "1"), (None, None)]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", b""),
        ("a.csv", b"\n\n"),
        ("a.csv", b"a,b\n1,2,3\n"),
        ("a.csv", b"\x00\x01\x02\xff" * 50),
        ("a.jsonl", b"[1]\n"),
        ("a.jsonl", b"{"),
        ("a.jsonl", b"[" * 100_000),
        ("a.parquet", b"PAR1 no"),
        ("a.doc", b""),
    ],
)
def test_what_is_no_table_is_refused_with_a_sentence(tmp_path, name, content):
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(InputError) as refused:
        list(batches(path))
    assert name in refused.value.sentence.zh


def test_a_number_without_a_year_is_the_edition_of_the_day():
    assert rule_set("GB 3838", date(2020, 1, 1)).standard == "GB 3838-2002"
    assert rule_set("HJ 633", date(2018, 2, 20)).standard == "HJ 633-2012"
    with pytest.raises(NoRuleSetError):
        rule_set("HJ 633", date(2015, 12, 31))
    with pytest.raises(NoRuleSetError):
        rule_set("GB 1", None)


def test_the_summary_is_plain():
    _, summary = judged(pl.DataFrame({"DO": ["8"]}))
    plain = json.loads(json.dumps(summary.to_json()))
    assert (plain["rows"], plain["grade"]) == (1, {"Ⅰ": 1})


MOTORS = read_rule_set(
    """\
standard: Q/SLI 2-2026
title: [示例, Example]
in_force: {from: 2026-01-01}
basis: 示例
certainty: checked
attributes:
  power: {name: [额定功率, Rated power], unit: kW, synonyms: [功率], default: "1.1"}
  poles: {name: [极数, Poles], synonyms: [极]}
  kind: {name: [类型, Kind], values: {open: [开启式], closed: [封闭式]}}
characteristics:
  eff: {name: [效率, Efficiency], unit: "%", better: higher}
tables:
  t1:
    clause: 表1
    keys: {power: exact, poles: exact, kind: exact}
    data: |
      power poles kind   g1   g2
      0.75  2     open   84.9 82.7
      1.1   2     open   86.7 84.5
      1.1   2     closed 87   84.5
ladders:
  grade:
    name: [能效等级, Grade]
    clause: "4"
    levels: [1级, 2级]
    otherwise: 不合格
    limits:
      - {of: eff, clause: 表1, limits: [≥ t1.g1, ≥ t1.g2]}
""",
    "motors.yaml",
)


def test_a_table_keyed_by_columns_in_other_units_and_with_dirty_cells():
    frame = pl.DataFrame(
        {
            "功率(W)": ["750", "750", "1100", "", "1,1kW", "900", "1100"],
            "极": ["2", "2", "2", "2", "2", "2", "—"],
            "类型": ["开启式", "半开", "", "closed", "open", "open", "open"],
            "效率(%)": ["84.9", "84.9", "86.8", "87", "99", "99", "99"],
        }
    )
    found, summary = judged(frame, MOTORS)
    assert found.select("grade", "verdict", "reason").rows() == [
        ("1级", "符合", ""),
        # Only an open one has this power: a closed one would have no row.
        ("1级~不合格", "不确定", "未说明类型"),
        ("1级~2级", "符合", "未说明类型"),
        ("1级", "符合", ""),
        ("1级~不合格", "不确定", "未说明额定功率"),
        ("", "不适用", "表1没有适用的行"),
        ("1级~不合格", "不确定", "未说明极数"),
    ]
    assert summary.unreadable == [("功率(W)", 5, "1,1kW"), ("类型", 2, "半开")]
    assert summary.untold == ()


def test_a_table_keyed_by_what_is_told_for_all_rows():
    frame = pl.DataFrame({"效率": ["84.5", "84.4"]})
    found, summary = judged(frame, MOTORS, poles="2")
    assert found.select("grade", "reason").rows() == [("2级", ""), ("不合格", "")]
    assert summary.untold == ("kind",)
    found, _ = judged(frame, MOTORS, poles="2", power="0.75", kind="封闭式")
    assert found.select("verdict", "reason").rows() == [("不适用", "表1没有适用的行")] * 2
    with pytest.raises(SettingError):
        Evaluation(MOTORS, frame.columns, {"power": "1.234567890123456789"})


def test_more_than_sixty_three_characteristics_are_all_named():
    names = [f"c{at}" for at in range(100)]
    text = "\n".join(
        [
            "standard: Q/SLI 3-2026",
            "title: [示例, Example]",
            "in_force: {from: 2026-01-01}",
            "basis: 示例",
            "certainty: checked",
            "characteristics:",
            *(f"  {name}: {{name: [指标{name}, {name}]}}" for name in names),
            "ladders:",
            "  l:",
            "    name: [级, l]",
            '    clause: "1"',
            "    levels: [一级]",
            "    otherwise: 不合格",
            "    limits:",
            *(f"      - {{of: {name}, clause: 表{name}, limits: [≤1]}}" for name in names),
        ]
    )
    off = [[], [0, 99], [62, 63, 64], [30, 31, 32, 93]]
    frame = pl.DataFrame(
        {name: ["2" if at in row else "1" for row in off] for at, name in enumerate(names)}
    )
    found, _ = judged(frame, read_rule_set(text, "many.yaml"))
    assert found["limiting"].to_list() == ["、".join(f"指标c{at}" for at in row) for row in off]
    assert found["clause"].to_list() == ["、".join(f"表c{at}" for at in row) for row in off]
