"""One change at a time between two editions, in Chinese and in English, described exactly."""

from dataclasses import replace

import pytest

from guiju.core.compare.documents import compare
from tests.core.compare.documents.building import document

ZH = """
# 1 范围
本文件规定了示例镊子的要求。
# 2 规范性引用文件
> GB/T 1.1—2020 标准化工作导则 第1部分
> GB/T 3000 示例试验方法
# 3 术语和定义
@3.1 镊子 | tweezers | 夹取细小物体的手工工具。
# 4 要求
## 4.1 尺寸
镊子的长度应不大于100 mm。尖端间隙应为0.5 mm～1.0 mm。
## 4.2 材料
手柄应采用耐腐蚀的不锈钢材料制造。表面宜光滑。
## 4.3 外观
镊子表面不应有裂纹和毛刺。
# 5 试验方法
## 5.1 长度
用游标卡尺测量，结果应符合4.1的规定。
T 1 限量
| 项目 | 指标 |
| 长度 mm | ≤ 100 |
| 硬度 HRC | ≥ 40 |
# 附录A 检验记录
记录检验结果的表格见本附录。
"""
EN = """
# 1 Scope
This document specifies requirements for example tweezers.
# 4 Requirements
## 4.1 Dimensions
The length of the tweezers shall not exceed 100 mm. The gap shall be between 0.5 mm and 1.0 mm.
## 4.2 Material
The handle shall be made of corrosion-resistant stainless steel. The surface should be smooth.
## 4.3 Appearance
The surface of the tweezers shall not show cracks or burrs.
"""


def said(old, new):
    """All that a comparison says, each change with what was and what is."""
    found = compare(old, new)
    out = []
    for one in found.clauses:
        ops = [(op.old, op.new, op.why)[: 2 + bool(op.why)] for op in one.text_ops]
        ops = ops if one.change not in ("added", "removed") else []
        out.append((one.change, "+".join(one.a), "+".join(one.b), *ops))
        if one.nature:
            out.append(("nature", *one.nature))
    for one in found.tables:
        lines = [(line.change, line.name) for line in (*one.rows, *one.columns)]
        cells = [(cell.row, cell.column, cell.a_text, cell.b_text) for cell in one.cells]
        out.append(("table", *lines, *cells))
    out += [("term", one.change, one.a_term, one.b_term) for one in found.terms]
    out += [("reference", one.change, one.a_number, one.b_number) for one in found.references]
    out += [
        ("limit", one.change, one.a_limit, one.b_limit, one.characteristic) for one in found.limits
    ]
    out += [
        ("demand", one.change, one.effect, one.a_kind, one.b_kind) for one in found.requirements
    ]
    return out


CHINESE = [
    ("100 mm。尖", "10 cm。尖",
     [("changed", "4.1", "4.1", ("100 mm", "10 cm")),
      ("limit", "same", "≤ 100 mm", "≤ 10 cm", "长度")]),
    ("不大于100", "不大于90",
     [("changed", "4.1", "4.1", ("100", "90")),
      ("limit", "stricter", "≤ 100 mm", "≤ 90 mm", "长度"),
      ("demand", "stricter", "stricter", "requirement", "requirement")]),
    ("不大于100", "不大于110",
     [("changed", "4.1", "4.1", ("100", "110")),
      ("limit", "looser", "≤ 100 mm", "≤ 110 mm", "长度"),
      ("demand", "looser", "looser", "requirement", "requirement")]),
    ("0.5 mm～1.0 mm", "0.4 mm～1.2 mm",
     [("changed", "4.1", "4.1", ("0.5", "0.4"), ("1.0", "1.2")),
      ("limit", "looser", "0.5 mm～1.0 mm", "0.4 mm～1.2 mm", "尖端间隙"),
      ("demand", "looser", "looser", "requirement", "requirement")]),
    ("0.5 mm～1.0 mm", "0.05 cm～0.1 cm",
     [("changed", "4.1", "4.1", ("0.5 mm～1.0 mm", "0.05 cm～0.1 cm")),
      ("limit", "same", "0.5 mm～1.0 mm", "0.05 cm～0.1 cm", "尖端间隙")]),
    ("不大于100 mm", "不超过100 mm",
     [("changed", "4.1", "4.1", ("大于", "超过"))]),
    ("应不大于100 mm", "应小于100 mm",
     [("changed", "4.1", "4.1", ("不大", "小")),
      ("limit", "stricter", "≤ 100 mm", "< 100 mm", "长度"),
      ("demand", "stricter", "stricter", "requirement", "requirement")]),
    ("不大于100", "不小于100",
     [("changed", "4.1", "4.1", ("大", "小")),
      ("limit", "other", "≤ 100 mm", "≥ 100 mm", "长度"),
      ("demand", "reworded", "", "requirement", "requirement")]),
    ("表面宜光滑", "表面应光滑",
     [("changed", "4.2", "4.2", ("宜", "应")),
      ("demand", "modality", "stricter", "recommendation", "requirement")]),
    ("手柄应采用", "手柄宜采用",
     [("changed", "4.2", "4.2", ("应", "宜")),
      ("demand", "modality", "looser", "requirement", "recommendation")]),
    ("手柄应采用", "手柄可采用",
     [("changed", "4.2", "4.2", ("应", "可")),
      ("demand", "modality", "looser", "requirement", "permission")]),
    ("不应有裂纹", "应有裂纹",
     [("changed", "4.3", "4.3", ("不", "")),
      ("demand", "modality", "", "requirement", "requirement")]),
    ("手柄应采用", "手柄不应采用",
     [("changed", "4.2", "4.2", ("", "不")),
      ("demand", "modality", "", "requirement", "requirement")]),
    ("耐腐蚀的不锈钢材料", "耐酸碱腐蚀的不锈钢材料",
     [("changed", "4.2", "4.2", ("", "酸碱")),
      ("demand", "reworded", "", "requirement", "requirement")]),
    ("夹取细小物体的手工工具", "夹取细小物体的工具",
     [("changed", "3.1", "3.1", ("手工", "")),
      ("term", "definition", "镊子", "镊子")]),
    ("镊子 | tweezers", "医用镊子 | tweezers",
     [("changed", "3.1", "3.1", ("", "医用")),
      ("term", "renamed", "镊子", "医用镊子")]),
    ("GB/T 1.1—2020", "GB/T 1.1—2030",
     [("changed", "2", "2", ("GB/T 1.1—2020", "GB/T 1.1—2030")),
      ("reference", "redated", "GB/T 1.1—2020 标准化工作导则 第1部分", "GB/T 1.1—2030 标准化工作导则 第1部分")]),
    ("GB/T 1.1—2020", "GB/T 1.1",
     [("changed", "2", "2", ("GB/T 1.1—2020", "GB/T 1.1")),
      ("reference", "undated", "GB/T 1.1—2020 标准化工作导则 第1部分", "GB/T 1.1 标准化工作导则 第1部分")]),
    ("> GB/T 3000 ", "> GB/T 3000—2025 ",
     [("changed", "2", "2", ("GB/T 3000", "GB/T 3000—2025")),
      ("reference", "dated", "GB/T 3000 示例试验方法", "GB/T 3000—2025 示例试验方法")]),
    ("> GB/T 3000 示例试验方法\n", "",
     [("changed", "2", "2", ("GB/T 3000 示例试验方法\n", "")),
      ("reference", "removed", "GB/T 3000 示例试验方法", "")]),
    ("≥ 40", "≥ 45",
     [("table", ("硬度 HRC", "指标", "≥ 40", "≥ 45")),
      ("limit", "stricter", "≥ 40 HRC", "≥ 45 HRC", "硬度"),
      ("demand", "stricter", "stricter", "requirement", "requirement")]),
    ("| 硬度 HRC", "| 宽度 mm | ≤ 20 |\n| 硬度 HRC",
     [("table", ("added", "宽度 mm")),
      ("limit", "added", "", "≤ 20 mm", "宽度"),
      ("demand", "added", "", "", "requirement")]),
    ("| 长度 mm | ≤ 100 |\n", "",
     [("table", ("removed", "长度 mm")),
      ("limit", "removed", "≤ 100 mm", "", "长度"),
      ("demand", "removed", "", "requirement", "")]),
    ("## 4.1 尺寸", "## 4.1 一般要求\n镊子应便于清洁和消毒。\n## 4.2 尺寸",
     [("added", "", "4.1"),
      ("renumbered", "4.1", "4.2"),
      ("demand", "added", "", "", "requirement")]),
    ("镊子表面不应有裂纹和毛刺。", "镊子表面不应有裂纹和毛刺。\n标志应清晰、牢固且不易脱落。",
     [("changed", "4.3", "4.3", ("", "标志应清晰、牢固且不易脱落。\n")),
      ("demand", "added", "", "", "requirement")]),
]  # fmt: skip


@pytest.mark.parametrize(("was", "now", "expected"), CHINESE)
def test_chinese(was, now, expected):
    assert was in ZH
    new = document(ZH.replace(was, now, 1), language="zh")
    assert said(document(ZH, language="zh"), new) == expected


ENGLISH = [
    ("should be smooth", "shall be smooth",
     [("changed", "4.2", "4.2", ("should", "shall")),
      ("demand", "modality", "stricter", "recommendation", "requirement")]),
    ("shall be made", "may be made",
     [("changed", "4.2", "4.2", ("shall", "may")),
      ("demand", "modality", "looser", "requirement", "permission")]),
    ("shall not show", "shall show",
     [("changed", "4.3", "4.3", ("not ", "")),
      ("demand", "modality", "", "requirement", "requirement")]),
    ("exceed 100 mm", "exceed 90 mm",
     [("changed", "4.1", "4.1", ("100", "90")),
      ("limit", "stricter", "≤ 100 mm", "≤ 90 mm", "length"),
      ("demand", "stricter", "stricter", "requirement", "requirement")]),
    ("exceed 100 mm", "exceed 10 cm",
     [("changed", "4.1", "4.1", ("100 mm", "10 cm")),
      ("limit", "same", "≤ 100 mm", "≤ 10 cm", "length")]),
    ("0.5 mm and 1.0 mm", "0.4 mm and 1.2 mm",
     [("changed", "4.1", "4.1", ("0.5", "0.4"), ("1.0", "1.2")),
      ("limit", "looser", "0.5 mm and 1.0 mm", "0.4 mm and 1.2 mm", "gap"),
      ("demand", "looser", "looser", "requirement", "requirement")]),
    ("shall not exceed 100 mm", "shall be at most 100 mm",
     [("changed", "4.1", "4.1", ("not exceed", "be at most")),
      ("demand", "reworded", "", "requirement", "requirement")]),
    ("shall be made", "need not be made",
     [("changed", "4.2", "4.2", ("shall", "need not")),
      ("demand", "modality", "looser", "requirement", "permission")]),
    ("should be smooth", "can be smooth",
     [("changed", "4.2", "4.2", ("should", "can")),
      ("demand", "modality", "looser", "recommendation", "capability")]),
]  # fmt: skip


@pytest.mark.parametrize(("was", "now", "expected"), ENGLISH)
def test_english(was, now, expected):
    assert was in EN
    new = document(EN.replace(was, now, 1), language="en")
    assert said(document(EN, language="en"), new) == expected


MATERIAL = "## 4.2 材料\n手柄应采用耐腐蚀的不锈钢材料制造。表面宜光滑。\n"
LOOK = "## 4.3 外观\n镊子表面不应有裂纹和毛刺。\n"
SMOOTH = "表面宜光滑，无明显的划痕与凹坑。"


def test_two_clauses_that_change_places():
    new = ZH.replace(MATERIAL + LOOK, LOOK.replace("4.3", "4.2") + MATERIAL.replace("4.2", "4.3"))
    assert said(document(ZH), document(new)) == [
        ("moved", "4.3", "4.2"),
        ("renumbered", "4.2", "4.3"),
    ]


def test_a_split_and_back():
    one = ZH.replace("表面宜光滑。", SMOOTH)
    two = one.replace(f"{SMOOTH}\n", f"\n## 4.3 表面\n{SMOOTH}\n").replace(
        "## 4.3 外观", "## 4.4 外观"
    )
    assert said(document(one), document(two)) == [
        (
            "split",
            "4.2",
            "4.2+4.3",
            ("表面宜光滑，无明显的划痕与凹坑。", "", "moved"),
            ("", "表面\n表面宜光滑，无明显的划痕与凹坑。\n", "moved"),
        ),
        ("renumbered", "4.3", "4.4"),
    ]
    assert said(document(two), document(one)) == [
        (
            "merged",
            "4.2+4.3",
            "4.2",
            ("", "表面宜光滑，无明显的划痕与凹坑。", "moved"),
            ("表面\n表面宜光滑，无明显的划痕与凹坑。\n", "", "moved"),
        ),
        ("renumbered", "4.4", "4.3"),
    ]


def test_a_column_that_came():
    new = ZH.replace("| 项目 |", "| 项目 | 方法 |")
    new = new.replace("| 长度 mm |", "| 长度 mm | 量 |").replace(
        "| 硬度 HRC |", "| 硬度 HRC | 压 |"
    )
    assert said(document(ZH), document(new))[0] == ("table", ("added", "方法"))


def test_an_annex_that_became_informative():
    def of(nature):
        whole = document(ZH)
        made = [
            replace(one, nature=nature) if one.kind == "annex" else one for one in whole.sections
        ]
        return replace(whole, sections=tuple(made))

    assert said(of("normative"), of("informative")) == [
        ("changed", "A", "A"),
        ("nature", "normative", "informative"),
    ]
