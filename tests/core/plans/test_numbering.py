"""Which numbers open an item. All texts are invented (示例)."""

import pytest

from guiju.core.plans import parse

DO = "建立示例制度。（科技部负责）"

# text → keys of measures, keys of numbered sections
STYLES = [
    (f"一、甲。{DO}\n二、乙。{DO}", ["一", "二"], []),
    (f"（一）甲。{DO}\n（二）乙。{DO}", ["（一）", "（二）"], []),
    (f"(一)甲。{DO}\n(二)乙。{DO}", ["（一）", "（二）"], []),
    (f"1.甲。{DO}\n2.乙。{DO}", ["1", "2"], []),
    (f"1．甲。{DO}\n2．乙。{DO}", ["1", "2"], []),
    (f"1、甲。{DO}\n2、乙。{DO}", ["1", "2"], []),
    (f"（1）甲。{DO}\n（2）乙。{DO}", ["（1）", "（2）"], []),
    (f"①甲。{DO}\n②乙。{DO}", ["①", "②"], []),
    (f"第一条 甲。{DO}\n第二条 乙。{DO}", ["一", "二"], []),
    (f"　　一、甲。{DO}\n　　二、乙。{DO}", ["一", "二"], []),
    (f"九、甲。{DO}\n十、乙。{DO}\n十一、丙。{DO}", ["九", "十", "十一"], []),
    (f"九十九、甲。{DO}\n一百、乙。{DO}\n一百零一、丙。{DO}", ["九十九", "一百", "一百零一"], []),
    (f"一、总任务\n（一）甲。{DO}\n（二）乙。{DO}", ["一/（一）", "一/（二）"], ["一"]),
    (f"一、示例\n1.甲。{DO}\n二、示例\n2.乙。{DO}", ["一/1", "二/2"], ["一", "二"]),
    (
        f"一、示例\n（一）甲\n1.丙。{DO}\n（1）丁。{DO}\n（二）乙。{DO}",
        ["一/（一）/1", "一/（一）/1/（1）", "一/（二）"],
        ["一", "一/（一）"],
    ),
    # no paragraph breaks
    (
        f"现制定方案。一、示例（一）甲。{DO}具体措施：1．丙。{DO}2．丁。{DO}（二）乙。{DO}二、示例（三）戊。{DO}",
        ["一/（一）", "一/（一）/1", "一/（一）/2", "一/（二）", "二/（三）"],
        ["一", "二"],
    ),
    (f"示例方案一、甲。{DO}二、乙。{DO}", ["一", "二"], []),
    (f"现提出如下意见：1.甲。{DO}2.乙。{DO}3.2023年底前建立示例。{DO}", ["1", "2", "3"], []),
    # numbers that open nothing
    (f"一、示例。支持1家示例企业。{DO}\n二、示例。{DO}", ["一", "二"], []),
    (f"一、示例。\n2019年上半年建立示例制度。{DO}\n二、示例。{DO}", ["一", "二"], []),
    (f"一、示例。\n1.2亿元示例资金。{DO}\n二、示例。{DO}", ["一", "二"], []),
    (f"一、示例。\n60种示例证照。{DO}\n二、示例。{DO}", ["一", "二"], []),
    (f"一、示例。执行GB/T 1.1。2.5万家示例企业参与。{DO}\n二、示例。{DO}", ["一", "二"], []),
    (
        f"一、示例。推进一、二、三产业融合。一、二、三产业建立示例。{DO}\n二、乙。{DO}",
        ["一", "二"],
        [],
    ),
    (f"一、示例。\n一、二、三产业建立示例制度。{DO}\n二、示例。{DO}", ["一", "二"], []),
    (f"一、示例。做到统一、规范。{DO}\n二、示例。{DO}", ["一", "二"], []),
    (f"一、示例。按照第（一）项、第（二）项执行。{DO}\n二、示例。{DO}", ["一", "二"], []),
    (f"一、示例。包括：（1）甲；（2）乙；（3）丙。{DO}\n二、示例。{DO}", ["一", "二"], []),
    (f"一、示例。推进学历证书（1+X证书）制度。{DO}\n二、示例。{DO}", ["一", "二"], []),
    (f"一、示例。{DO}\n附件：1.示例清单\n2.示例名录\n", ["一"], []),
]


@pytest.mark.parametrize(("text", "measures", "sections"), STYLES)
def test_items(text: str, measures: list[str], sections: list[str]) -> None:
    plan = parse(text)
    assert [measure.key for measure in plan.measures] == measures
    assert [s.key for s in plan.sections if s.label] == sections


def test_numbers_and_labels_are_kept() -> None:
    plan = parse(f"一、示例\n（十二）甲。{DO}\n1．乙。{DO}")
    assert [(m.no, m.label, m.level, m.parent) for m in plan.measures] == [
        (12, "（十二）", 2, "一"),
        (1, "1．", 3, "一/（十二）"),
    ]


def test_a_parent_ends_where_its_first_child_begins() -> None:
    text = f"（一）甲。{DO}\n1.乙。{DO}\n（二）丙。{DO}"
    plan = parse(text)
    assert [m.text for m in plan.measures] == [f"（一）甲。{DO}", f"1.乙。{DO}", f"（二）丙。{DO}"]


def test_a_series_that_starts_again_keeps_keys_unique_and_is_in_doubt() -> None:
    plan = parse(f"一、甲。{DO}\n二、乙。{DO}\n一、丙。{DO}\n二、丁。{DO}")
    assert [measure.key for measure in plan.measures] == ["一", "二", "一#2", "二#2"]
    assert [d.code for d in plan.doubts if d.code != "no_title"] == ["numbering_restart"]


def test_a_gap_is_in_doubt() -> None:
    plan = parse(f"一、甲。{DO}\n四、乙。{DO}")
    assert [measure.no for measure in plan.measures] == [1, 4]
    assert [d.code for d in plan.doubts if d.code != "no_title"] == ["numbering_gap"]


def test_paragraphs_with_notes_but_no_numbers_are_measures_in_doubt() -> None:
    plan = parse(f"示例工作方案\n加强示例管理。{DO}\n推进示例建设。（财政部牵头）\n")
    assert [(m.key, m.kind, m.no) for m in plan.measures] == [
        ("¶1", "unnumbered", 1),
        ("¶2", "unnumbered", 2),
    ]
    assert [d.code for d in plan.doubts] == ["unnumbered", "unnumbered"]
