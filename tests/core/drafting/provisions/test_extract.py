"""What a sentence limits."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guiju.core.drafting.provisions import extract
from guiju.core.drafting.sentences import Sentence, whole

PAIRS = [
    ("示例面层的厚度不应小于9 mm。", [("面层的厚度"[3:], "≥", "9 mm")]),
    ("厚度不应大于9 mm。", [("厚度", "≤", "9 mm")]),
    ("厚度应不低于9 mm。", [("厚度", "≥", "9 mm")]),
    ("数量不应少于2个。", [("数量", "≥", "2 个")]),
    ("温度不宜超过40 ℃。", [("温度", "≤", "40 ℃")]),
    ("坡度不宜大于1:3。", [("坡度", "≤", "1:3")]),
    ("质量应大于5 kg。", [("质量", ">", "5 kg")]),
    ("电压应低于12 V。", [("电压", "<", "12 V")]),
    ("含量应大于等于0.50%。", [("含量", "≥", "0.50 %")]),
    ("含量小于或等于0.50%。", [("含量", "≤", "0.50 %")]),
    ("绿地率≥30％。", [("绿地率", "≥", "30 ％")]),
    ("高度应为1.5 m。", [("高度", "=", "1.5 m")]),
    ("pH值应为6.5~8.5。", [("pH值", "between", "6.5~8.5")]),
    ("硬度应在50～60之间。", [("硬度", "between", "50～60")]),
    ("间距应在5 mm与8 mm之间。", [("间距", "between", "5 mm与8 mm")]),
    ("宽度为50 mm±2 mm。", [("宽度", "between", "50 mm±2 mm")]),
    ("应在5 s内停机。", [("", "≤", "5 s")]),
    ("试样至少5个。", [("试样", "≥", "5 个")]),
    ("每台设备应至少设置2个出口。", [("每台设备", "≥", "2 个")]),
    ("试样最多5个。", [("试样", "≤", "5 个")]),
    ("面积应为30 m2以上。", [("面积", "≥", "30 m2")]),
    ("偏差应在5 mm以内。", [("偏差", "≤", "5 mm")]),
    ("铅不得检出。", [("铅", "not-detected", "不得检出")]),
    ("距离不应小于罐壁高度的一半。", [("距离", "≥", "一半")]),
    ("电流不应大于额定电流的2倍。", [("电流", "≤", "2 倍")]),
    ("宽度不应小于1.2 m，且不宜大于2.0 m。", [("宽度", "≥", "1.2 m"), ("宽度", "≤", "2.0 m")]),
    (
        "长度不应小于5 m，宽度不应小于3 m，高度应为2 m。",
        [("长度", "≥", "5 m"), ("宽度", "≥", "3 m"), ("高度", "=", "2 m")],
    ),
    ("A、B的厚度分别不应小于3 m和5 m。", [("厚度", "≥", "3 m"), ("厚度", "≥", "5 m")]),
    ("耐火等级不应低于二级。", [("耐火等级", "≥", "二级")]),
    ("间距不应小于表3的规定。", [("间距", "≥", "规定")]),
    ("既有示例设备不满足第6.1条的规定。", []),
    ("见表1和5.4。", []),
    ("2026年1月1日起实施。", []),
    ("The length shall not exceed 5.0 mm.", [("length", "≤", "5.0 mm")]),
    ("The count shall be no less than 3.", [("count", "≥", "3")]),
    ("The mass shall be at least 5 kg.", [("mass", "≥", "5 kg")]),
    ("The mass shall be no more than 5 kg.", [("mass", "≤", "5 kg")]),
    ("The pH value shall be between 6.5 and 8.5.", [("pH value", "between", "6.5 and 8.5")]),
    ("The width shall be 5 mm.", [("width", "=", "5 mm")]),
    ("The level shall be less than 40 dB.", [("level", "<", "40 dB")]),
    ("The temperature shall be 20 °C or less.", [("temperature", "≤", "20 °C")]),
    ("The humidity shall be kept below 80 %.", [("humidity", "<", "80 %")]),
    ("Each sample shall consist of at least 10 units.", [("sample", "≥", "10")]),
    ("The marking shall have a height of at least 5 mm.", [("height", "≥", "5 mm")]),
    ("Lead shall not be detected.", [("Lead", "not-detected", "not be detected")]),
    ("See Table 1 and 5.4.", []),
]


@pytest.mark.parametrize(("text", "pairs"), PAIRS, ids=[text for text, _ in PAIRS])
def test_pairs(text: str, pairs: list[tuple[str, str, str]]) -> None:
    found = extract(whole(text), "en" if text.isascii() else "zh")
    shown = [(one.characteristic, one.interval.operator, one.interval.full) for one in found]
    assert shown == pairs


def test_subject_condition_method_and_references() -> None:
    (first, second) = extract(
        whole("当面积大于100 m2时，示例面层的厚度不应小于9 mm，按GB/T 99999.2规定的方法测定。")
    )
    assert (first.role, first.interval.full) == ("condition", "100 m2")
    assert (second.subject, second.characteristic, second.role) == ("示例面层", "厚度", "limit")
    assert second.condition == ("当面积大于100 m2时",)
    assert (second.method, second.references) == ("GB/T 99999.2", ("GB/T 99999.2",))


def test_a_clause_is_a_method_and_a_value_is_none() -> None:
    (one,) = extract(whole("厚度不应小于5.4 mm，按5.4测定。"))
    assert (one.method, one.references) == ("5.4", ("5.4",))


def test_what_restricts_is_a_condition() -> None:
    found = extract(whole("建筑高度大于100 m的建筑，其间距不应大于50 m。"))
    assert [(one.role, one.condition) for one in found] == [
        ("condition", ()),
        ("limit", ("建筑高度大于100 m",)),
    ]


def test_each_limit_has_the_kind_of_its_own_word() -> None:
    found = extract(whole("宽度不应小于1.2 m，不宜大于2.0 m。"))
    assert [one.kind for one in found] == ["requirement", "recommendation"]


def test_numbers_stay_as_written_and_mean_a_decimal() -> None:
    (one,) = extract(whole("含量不应小于0.50%。"))
    assert (one.interval.written, str(one.interval.low), one.interval.high) == (
        "0.50",
        "0.50",
        None,
    )


def test_offsets_are_those_of_the_text() -> None:
    text = "见图。厚度不应小于9 mm。"
    (one,) = extract(Sentence(3, len(text), text[3:]))
    assert text[one.start : one.end] == "不应小于9 mm"


@given(st.text(alphabet="厚度不应大小于或等为5 1.mm，。的时当表～±%（）第", max_size=40))
def test_any_text_is_read_in_order(text: str) -> None:
    found = extract(whole(text))
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all(one.end <= other.start for one, other in itertools.pairwise(found))
