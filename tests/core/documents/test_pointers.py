"""Pointers to other standards and inside the document."""

import pytest

from guiju.core.documents.lines import Line
from guiju.core.documents.mapping import mapped
from guiju.core.documents.model import Mark, Text
from guiju.core.documents.pointers import linked
from guiju.core.documents.structure import build
from tests.core.documents.skeletons import section

ABOUT = """\
1 范围
2 规范性引用文件
GB/T 1.1—2020 标准化工作导则
3 术语和定义
3.1
示例物 thing
物。
4 要求
4.1 甲
4.2 乙
a) 子；
b) 丑。
表1 限值
项目\t值
甲\t1
图1 示例
x=y …………（1）
附录A（资料性）说明
A.1 总则
表A.1 限值
项目\t值
乙\t2
5 末
""".replace("5 末\n", "")

CASES = (
    ("见第4章。", [("第4章", "internal", "4")]),
    ("按4.1规定的方法。", [("4.1", "internal", "4.1")]),
    ("项目为4.1、4.2和A.1。", [("4.1", "internal", "4.1"), ("4.2", "internal", "4.2"), ("A.1", "internal", "A.1")]),
    ("见4.2 b)。", [("4.2 b)", "internal", "4.2/b")]),
    ("见附录A和表A.1。", [("附录A", "internal", "A"), ("表A.1", "internal", "table-A.1")]),
    ("见表1、图1和公式（1）。", [("表1", "internal", "table-1"), ("图1", "internal", "figure-1"), ("公式（1）", "internal", "formula-1")]),
    ("示例物（3.1）应合格。", [("3.1", "term", "3.1")]),
    ("见表9。", [("表9", "internal", "")]),
    ("见附录Z。", [("附录Z", "internal", "")]),
    ("见第15章。", [("第15章", "internal", "")]),
    ("按GB/T 1.1—2020的规定。", [("GB/T 1.1—2020", "standard", "GB/T 1.1-2020")]),
    ("按GB/T 1.1—2020中附录A的规定。", [("GB/T 1.1—2020", "standard", "GB/T 1.1-2020")]),
    ("按GB/T 1.1—2020，4.1和4.2。", [("GB/T 1.1—2020", "standard", "GB/T 1.1-2020")]),
    ("按GB/T 1.1—2020的规定，见4.1。", [("GB/T 1.1—2020", "standard", "GB/T 1.1-2020"), ("4.1", "internal", "4.1")]),
    ("不大于4.1 mm。", []),
    ("长度为4.1。", []),
    ("pH 4.1~4.2", []),
    ("4.1%", []),
    ("代表1人发言。", []),
    ("See Clause 4, 4.1 and Table 1.", [("Clause 4", "internal", "4"), ("4.1", "internal", "4.1"), ("Table 1", "internal", "table-1")]),
    ("See Annex A and Figure 1.", [("Annex A", "internal", "A"), ("Figure 1", "internal", "figure-1")]),
    ("in accordance with ISO 20483:2013, Annex C and Table C.1", [("ISO 20483:2013", "standard", "ISO 20483:2013")]),
)  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_pointers(text: str, expected: list[tuple[str, str, str]]) -> None:
    rows = [*ABOUT.splitlines(), f"A.2 {text}" if text.endswith("。") else "A.2 说明", text]
    document = linked(build(Line(text=Text(row)) for row in rows).document)
    found = section(document, "A.2").blocks[-1].text
    assert [(found.content[m.start : m.end], m.kind, m.value) for m in found.marks] == expected


def test_marks_that_stand_are_kept_and_none_is_added_over_them() -> None:
    text = Text("见4.1", (Mark(1, 4, "internal", "elsewhere"),))
    document = linked(build([Line(text=Text("1 范围")), Line(text=text)]).document)
    texts: list[Text] = []
    mapped(document, lambda one, _: (texts.append(one), one)[1])
    assert text in texts


def test_mapping_changes_every_text_and_leaves_the_rest_as_it_is() -> None:
    document = build(Line(text=Text(row)) for row in ABOUT.splitlines()).document
    assert mapped(document, lambda one, _: one) is document
    count = 0

    def louder(one: Text, address: str) -> Text:
        nonlocal count
        count += 1
        return Text(one.content + "!")

    changed = mapped(document, louder)
    assert section(changed, "4.1").title.content == "甲!"
    assert count == 26


def test_a_number_in_a_cell_points_only_below_a_head_that_says_so():
    rows = [
        *ABOUT.splitlines(),
        "A.2 说明",
        "表A.2 方法",
        "项目\t限值\t试验方法",
        "甲\t4.1\t4.1",
        "乙\t4.1～4.2\t4.1、4.2",
    ]
    document = linked(build(Line(text=Text(row)) for row in rows).document)
    table = next(one for one in section(document, "A.2").blocks if one.address == "table-A.2")
    cells = [[plain_marks(cell) for cell in row] for row in table.body]
    assert cells == [[[], [], ["4.1"]], [[], [], ["4.1", "4.2"]]]


def plain_marks(cell):
    return [mark.value for one in cell.blocks for mark in one.text.marks]


@pytest.mark.parametrize("text", [text for text, _ in CASES])
def test_what_is_marked_is_not_marked_again(text):
    lines = [
        Line(text=Text(one), line=at) for at, one in enumerate(f"{ABOUT}{text}".split("\n"), 1)
    ]
    once = linked(build(lines).document)
    assert linked(once) == once
