"""What holds for every text whatever. All texts are generated (示例)."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guiju.core.errors import GuijuError
from guiju.core.plans import parse, read, to_json
from guiju.core.plans.errors import EmptyText, NoMeasures

from .offsets import misplaced

PIECES = st.sampled_from(
    [
        "一、", "二、", "三、", "十一、", "（一）", "（二）", "(三)", "1.", "2．", "3、", "（1）", "①",
        "第一条 ", "\n", "\n", "。", "，", "；", "、", "：", "“", "”", "《", "》", "（", "）", "〔", "〕", "(", ")",
        "【", "】", "建立示例制度", "完善甲体系、乙平台", "推动企业开展示例试点", "示例", "科技部", "市场监管总局（标准委）",
        "各有关部门", "地方人民政府", "各市、县人民政府", "等", "及", "和", "与", "会同", "牵头", "负责", "参与", "指导", "配合",
        "按职责分工负责", "列第一位者为牵头单位，下同", "以下均需地方人民政府负责，不再列出", "责任单位：", "完成时限：",
        "2023年12月底前", "2023年", "12月", "99月", "0", "具体措施：", "指导思想", "附件：", "（此件公开发布）",
        "2022年2月31日", "示发〔2022〕1号", " ", "　", "\t", "a", "😀", "\u200b", "#",
    ]
)  # fmt: skip
MIXTURES = st.lists(PIECES, max_size=60).map("".join)
RELAXED = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def parsed(text: str) -> dict[str, object] | None:
    """The plan as JSON, or None where the text is refused; any other exception is a failure."""
    try:
        return to_json(parse(text))
    except (EmptyText, NoMeasures):
        return None


@RELAXED
@given(MIXTURES)
def test_offsets_always_give_the_thing(text: str) -> None:
    plan = parsed(text)
    assert plan is None or misplaced(plan, text) == []


@RELAXED
@given(MIXTURES)
def test_keys_are_unique_and_notes_belong_to_one_measure(text: str) -> None:
    try:
        plan = parse(text)
    except GuijuError:
        return
    keys = [measure.key for measure in plan.measures]
    assert len(set(keys)) == len(keys)
    starts = [duty.start for measure in plan.measures for duty in measure.responsibilities]
    assert len(set(starts)) == len(starts)
    assert starts == sorted(starts)


@RELAXED
@given(st.text(max_size=300))
def test_any_text_is_parsed_or_refused(text: str) -> None:
    plan = parsed(text)
    assert plan is None or json.loads(json.dumps(plan)) == plan


@RELAXED
@given(MIXTURES)
def test_the_same_text_gives_the_same_plan(text: str) -> None:
    assert parsed(text) == parsed(text)


@RELAXED
@given(st.binary(max_size=400), st.sampled_from(["a.txt", "a.docx", "a.html", "a"]))
def test_any_bytes_are_read_or_refused(data: bytes, name: str) -> None:
    try:
        reading = read(data, name=name, limit=1000)
    except GuijuError:
        return
    assert reading.text.strip()
    assert "\r" not in reading.text


@pytest.mark.parametrize(
    "unit",
    ["（", "“", "《", "一、", "（一）", "、", "。", "（负责", "（科技部负责）", "\n一、", "\n附件：1.", "推动建设标准", "2023年",
     "\n责任单位：科技部", "在建设“", "等", "和科技部", "1.", ";", "科技部\n"],
)  # fmt: skip
def test_offsets_hold_in_hostile_text(unit: str) -> None:
    text = "一、示例" + unit * (80_000 // len(unit)) + "。（科技部负责）"
    plan = parsed(text)
    assert plan is None or misplaced(plan, text) == []
