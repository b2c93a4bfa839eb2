"""Brackets that are no responsibility notes. All sentences are invented (示例)."""

import pytest

from guiju.core.plans import parse

# A sentence with a bracket → the codes of the doubts about that bracket.
ROWS = [
    ("完善《示例纲要》（以下简称《纲要》）的配套政策。", []),
    ("推动移动应用程序（APP）联合检测。", []),
    ("探索政府和社会资本合作（PPP）等模式。", []),
    ("推进职业技能等级证书（1+X证书）制度实施。", []),
    ("对成效明显的市（地、州、盟）予以支持。", []),
    ("对成效明显的县（市、区、旗）予以支持。", []),
    ("推广社保卡（含电子社保卡）应用。", []),
    ("实行直通车机制（企业直接向示例委申报，不需省级部门转报），鼓励创新。", []),
    ("实施“装、树、联”（企业安装监测设备、树立显示屏、与示例部门联网），强化公开。", []),
    ("建立示例制度。（此件公开发布）", []),
    ("落实“谁审批谁负责”（谁审批谁负责）的原则。", []),
    ("形成合力（政府主导、部门配合、社会参与）。", []),
    ("坚持多元共治（政府引导、企业主体、社会参与）。", []),
    ("建立首席专家制度（实行首席专家负责制）。", []),
    ("加强管理（主要负责人为第一责任人）。", []),
    ("明确责任（党政主要负责同志亲自抓）。", []),
    ("按照示例办法（试行）开展评价。", []),
    ("制定示例规划（2021—2025年）。", []),
    ("完善示例标准（详见附件2）。", []),
    ("执行示例标准（见下表）。", []),
    ("完善国际标准化组织（ISO）、国际电工委员会（IEC）参与机制。", []),
    ("发挥市场监管总局（标准委）的作用，建立示例制度。", []),
    ("依据示例办法（国办发〔2016〕82号）开展评估。", []),
    ("达到示例指标（95%以上）。", []),
    ("建设示例平台（包括数据库、网站、服务热线）。", []),
    ("推动业务办理（办理时间不超过5个工作日，由窗口负责接收材料并当场答复申请人提出的问题）。", []),
    ("支持示例企业（不含试点期间已享受政策的企业）。", []),
    ("建设示范县（场）和示范区。", []),
    ("优化流程（以配合改革为目标）。", []),
    ("鼓励参与（自愿参与）示例活动。", []),
    ("推行评价（第三方参与）机制。", []),
    ("加强宣传（广播、电视、网络等）。", []),
    ("发展示例产业（重点支持）。", []),
    ("强化保障（人、财、物）。", []),
    ("实施分级指导（分类指导）。", []),
    ("落实责任（层层落实）。", []),
    ("建立示例制度。（科技部、财政部）", ["bodies_without_role"]),
    ("推进示例工作（甲乙丙负责）。", ["possible_note"]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "doubts"), ROWS, ids=[row[0][:24] for row in ROWS])
@pytest.mark.parametrize("note", ["（示例部负责）", "〔示例部牵头，各有关部门按职责分工负责〕"])
def test_the_bracket_is_no_note(sentence: str, doubts: list[str], note: str) -> None:
    text = f"一、示例条目。{sentence}\n开展示例工作。{note}"
    plan = parse(text)
    assert [duty.raw for m in plan.measures for duty in m.responsibilities] == [note]
    about = [d.code for d in plan.doubts if d.code not in {"no_title", "text_after_note"}]
    assert about == doubts


def test_a_note_is_decided_by_grammar_and_not_by_length() -> None:
    bodies = "、".join(f"示例{number}部" for number in "甲乙丙丁戊己庚辛壬癸")
    text = f"一、示例条目。建立示例制度。（{bodies}负责）"
    duty = parse(text).measures[0].responsibilities[0]
    assert len(duty.named("shared")) == 10


def test_a_note_that_is_never_closed_is_a_doubt() -> None:
    text = "一、示例。建立示例制度。（科技部负责\n二、示例。建立示例机制。（财政部负责）"
    plan = parse(text)
    assert [len(m.responsibilities) for m in plan.measures] == [0, 1]
    doubts = [(d.code, text[d.start : d.end]) for d in plan.doubts if d.code != "no_title"]
    assert doubts == [
        ("no_note", plan.measures[0].text),
        ("unclosed_note", "（科技部负责"),
    ]
