"""Clauses find their partners whatever their numbers do."""

import pytest

from guiju.core.compare.documents import compare
from tests.core.compare.documents.building import document

BODY = [
    "样品应在温度为23 ℃的环境中放置24 h后再进行试验。",
    "试验报告应包括样品的名称、编号、来源和接收日期。",
    "包装箱应能承受运输过程中的正常冲击而不发生破损。",
    "产品应存放在干燥通风的仓库内，远离热源和火源。",
    "每批产品应随机抽取五件，按规定的方法逐件检验。",
    "仪器在使用前应预热三十分钟，并用标准物质校准。",
]
NAMES = ["状态调节", "试验报告", "包装", "贮存", "抽样", "仪器"]


def chapters(order, start=1):
    return "\n".join(f"# {no} {NAMES[at]}\n{BODY[at]}" for no, at in enumerate(order, start))


def changes(old, new):
    return [(one.change, one.a, one.b) for one in compare(document(old), document(new)).clauses]


def test_everything_renumbered():
    found = changes(chapters(range(6)), chapters(range(6), start=11))
    assert found == [("renumbered", (str(at),), (str(at + 10),)) for at in range(1, 7)]


def test_one_goes_to_the_end():
    found = changes(chapters([0, 1, 2, 3]), chapters([1, 2, 3, 0]))
    assert found == [
        ("renumbered", ("2",), ("1",)),
        ("renumbered", ("3",), ("2",)),
        ("renumbered", ("4",), ("3",)),
        ("moved", ("1",), ("4",)),
    ]


def test_a_clause_goes_to_another_chapter():
    old = f"# 1 准备\n## 1.1 甲\n{BODY[0]}\n## 1.2 乙\n{BODY[1]}\n# 2 结束\n## 2.1 丙\n{BODY[2]}"
    new = f"# 1 准备\n## 1.1 甲\n{BODY[0]}\n# 2 结束\n## 2.1 丙\n{BODY[2]}\n## 2.2 乙\n{BODY[1]}"
    assert changes(old, new) == [("moved", ("1.2",), ("2.2",))]


def test_a_chapter_moves_with_all_below():
    chapter = f"## {{0}}.1 甲\n{BODY[0]}\n## {{0}}.2 乙\n{BODY[1]}"
    old = f"# 1 头\n{chapter.format(1)}\n# 2 尾\n{BODY[2]}{BODY[3]}{BODY[4]}{BODY[5]}"
    new = f"# 1 尾\n{BODY[2]}{BODY[3]}{BODY[4]}{BODY[5]}\n# 2 头\n{chapter.format(2)}"
    found = compare(document(old), document(new))
    assert [(one.change, one.a, one.b, one.below) for one in found.clauses] == [
        ("renumbered", ("2",), ("1",), 0),
        ("moved", ("1",), ("2",), 2),
        ("renumbered", ("1.1",), ("2.1",), 0),
        ("renumbered", ("1.2",), ("2.2",), 0),
    ]


def test_a_chapter_is_split():
    below = "\n".join(f"## 1.{at + 1} {NAMES[at]}\n{BODY[at]}" for at in range(6))
    left = "\n".join(f"## 1.{at + 1} {NAMES[at]}\n{BODY[at]}" for at in range(3))
    right = "\n".join(f"## 2.{at - 2} {NAMES[at]}\n{BODY[at]}" for at in range(3, 6))
    assert changes(f"# 1 要求\n{below}", f"# 1 通用要求\n{left}\n# 2 专用要求\n{right}") == [
        ("split", ("1",), ("1", "2")),
        ("renumbered", ("1.4",), ("2.1",)),
        ("renumbered", ("1.5",), ("2.2",)),
        ("renumbered", ("1.6",), ("2.3",)),
    ]


def test_a_rewritten_clause_keeps_its_title():
    old, new = (
        chapters([0, 1, 2]),
        chapters([0, 1, 2]).replace(BODY[1], "本条全部改写，与旧文毫无相同之处。"),
    )
    assert changes(old, new) == [("changed", ("2",), ("2",))]


def test_another_clause_under_the_same_number_is_another_clause():
    assert changes(chapters([0, 1, 2]), chapters([0, 4, 2])) == [
        ("removed", ("2",), ()),
        ("added", (), ("2",)),
    ]


def test_a_paragraph_moves_to_another_clause():
    old = f"# 1 甲\n{BODY[0]}\n{BODY[1]}\n# 2 乙\n{BODY[2]}\n{BODY[3]}"
    new = f"# 1 甲\n{BODY[0]}\n# 2 乙\n{BODY[2]}\n{BODY[1]}\n{BODY[3]}"
    found = compare(document(old), document(new))
    assert [(one.change, one.a, one.b) for one in found.clauses] == [
        ("changed", ("1",), ("1",)),
        ("changed", ("2",), ("2",)),
        ("moved", ("1/p2",), ("2/p2",)),
    ]
    assert [op.why for one in found.clauses for op in one.text_ops] == ["moved", "moved"]
    assert found.summary.operations == 1


def test_equal_clauses_stay_in_their_chapters():
    short = "按制造商的规定进行检验，结果应符合要求。"
    old = "\n".join(f"# {at} {NAMES[at]}\n{BODY[at]}\n## {at}.1 检验\n{short}" for at in (1, 2, 3))
    new = "\n".join(
        f"# {no} {NAMES[at]}\n{BODY[at]}\n## {no}.1 检验\n{short}"
        for no, at in enumerate((1, 3), 1)
    )
    assert changes(old, new) == [
        ("removed", ("2",), ()),
        ("removed", ("2.1",), ()),
        ("renumbered", ("3",), ("2",)),
        ("renumbered", ("3.1",), ("2.1",)),
    ]


def test_a_split_clause_gets_a_head():
    text = "".join(BODY[:2])
    old = f"# 1 要求\n## 1.1 检验\n{text}\n## 1.2 包装\n{BODY[2]}"
    new = f"# 1 要求\n## 1.1 检验\n### 1.1.1 准备\n{BODY[0]}\n### 1.1.2 记录\n{BODY[1]}\n## 1.2 包装\n{BODY[2]}"
    assert changes(old, new) == [("split", ("1.1",), ("1.1", "1.1.1", "1.1.2"))]


@pytest.mark.parametrize(
    ("before", "after", "why"),
    [
        ("应按2.1进行", "应按3.1进行", "pointer"),
        ("应按2.1 mm控制", "应按3.1 mm控制", ""),
        ("不应大于2.1", "不应大于3.1", ""),
        ("应符合第2章的规定", "应符合第3章的规定", "pointer"),
        ("应按2.1进行", "应按4.1进行", ""),
        ("应按2.1 a)进行", "应按3.1 a)进行", "pointer"),
        ("应按GB/T 99999—2020的2.1进行", "应按GB/T 99999—2020的3.1进行", ""),
        ("应按2020年版的2.1进行", "应按2020年版的3.1进行", ""),
        ("由2.1提高", "由3.1提高", ""),
    ],
)
def test_pointers_follow_their_target(before, after, why):
    old = f"# 1 甲\n{BODY[0]}{before}。\n# 2 乙\n{BODY[1]}\n## 2.1 丙\n{BODY[2]}"
    new = f"# 1 甲\n{BODY[0]}{after}。\n# 2 新\n{BODY[5]}\n# 3 乙\n{BODY[1]}\n## 3.1 丙\n{BODY[2]}"
    found = compare(document(old), document(new))
    assert [op.why for op in found.clauses[0].text_ops] == [why]
