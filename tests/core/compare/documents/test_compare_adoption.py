"""National standard and adopted document: structure, technical differences, the degree."""

import pytest

from guiju.core.compare.documents import adoption
from tests.core.compare.documents.building import document

ISO = """
# 1 范围
本国际标准规定了示例阀门的要求和试验方法，适用于工业管道。
# 2 规范性引用文件
> ISO 6508-1:2016　硬度试验
> ISO 4287　表面结构
# 3 材料
阀体应采用不锈钢制造，硬度不应大于200 HBW，厚度不应小于2,5 mm。
# 4 试验
## 4.1 压力试验
试验压力应为公称压力的1.5倍，保压时间应不少于60 s。
## 4.2 密封试验
密封面不应有可见的泄漏，试验介质为清水或空气。
"""
SAME = ISO.replace("本国际标准", "本文件").replace("2,5", "2.5")


def national(text, foreword="本文件等同采用。"):
    return document(f"# 前言\n{foreword}\n{text}", number="GB/T 99999—2025")


def judged(text, foreword="本文件等同采用。", declared="IDT"):
    return adoption(national(text, foreword), document(ISO, number="ISO 99999:2020"), declared)


def test_editorial_changes_leave_it_identical():
    found = judged(SAME)
    assert (found.found, found.stands, found.structural, found.technical) == ("IDT", True, (), ())
    assert [one.kind for one in found.references] == ["kept", "kept"]
    assert (found.adopted, found.translated) == (1.0, False)


def test_a_limit_is_a_technical_difference():
    found = judged(
        SAME.replace("2.5 mm", "3 mm"), "附录A给出了本文件与ISO 99999的技术差异及其原因。"
    )
    assert [(one.kind, one.national, one.international) for one in found.technical] == [
        ("text", "3", "3")
    ]
    assert [(op.old, op.new) for op in found.technical[0].text_ops] == [("2,5", "3")]
    assert [(one.degree, one.stands) for one in found.verdicts] == [
        ("IDT", False), ("MOD", True), ("NEQ", True),
    ]  # fmt: skip
    assert [reason.zh for reason in found.verdicts[0].reasons] == ["技术内容有差异，涉及1处：3。"]
    assert (found.found, found.stands) == ("MOD", False)


def test_unexplained_differences_are_not_modified():
    found = judged(SAME.replace("2.5 mm", "3 mm"), declared="MOD")
    assert (found.found, found.stands) == ("NEQ", False)


def test_structure_with_its_table_of_numbers():
    text = SAME.replace(
        "# 4 试验", "# 4 标志\n阀体上应铸出制造厂名称、公称压力和流向箭头。\n# 5 试验"
    )
    text = text.replace("## 4.", "## 5.")
    found = judged(text, "给出结构调整。", "MOD")
    assert [(one.kind, one.national, one.international) for one in found.structural] == [
        ("renumbered", ("5",), ("4",)),
        ("renumbered", ("5.1",), ("4.1",)),
        ("renumbered", ("5.2",), ("4.2",)),
        ("added", ("4",), ()),
    ]
    assert [(one.national, one.international) for one in found.numbers] == [
        ("4", ""), ("5", "4"), ("5.1", "4.1"), ("5.2", "4.2"),
    ]  # fmt: skip
    assert (found.found, found.stands) == ("MOD", True)


@pytest.mark.parametrize(
    ("entry", "kind", "degree", "identical"),
    [
        ("> GB/T 230.1—2018　硬度试验（ISO 6508-1:2016，IDT）", "replaced", "IDT", True),
        ("> GB/T 230.1—2018　硬度试验（ISO 6508-1:2016，MOD）", "replaced", "MOD", False),
        ("> ISO 6508-1:2023　硬度试验", "redated", "", False),
        ("> GB/T 8888—2018　别的试验", "added", "", False),
    ],
)
def test_references(entry, kind, degree, identical):
    found = judged(SAME.replace("> ISO 6508-1:2016　硬度试验", entry))
    first = found.references[0]
    assert (first.kind, first.degree) == (kind, degree)
    assert found.verdicts[0].stands is identical


def test_a_national_annex_changes_nothing():
    found = judged(f"{SAME}\n# 附录NA 国家信息\n本附录给出了我国的有关资料和说明。")
    assert (found.found, found.structural, found.technical) == ("IDT", (), ())


def test_little_kept_is_not_equivalent():
    text = "# 1 范围\n本文件规定了另一种产品。\n# 2 规范性引用文件\n无。\n# 3 甲\n全新的内容，与原文毫无关系。"
    found = judged(text, "说明了技术差异。", "MOD")
    assert (found.found, found.stands) == ("NEQ", False)


EN = """
# 1 Scope
This document specifies requirements and test methods for example valves for industrial pipelines.
# 3 Materials
Valve bodies shall be of stainless steel. The hardness shall not exceed 200 HBW and the thickness shall be at least 2.5 mm.
# 4 Tests
## 4.1 Pressure test
The test pressure shall be 1.5 times the nominal pressure. The duration shall be at least 60 s.
## 4.2 Leak test
The seat shall not leak when tested with clean water according to ISO 5208.
"""
ZH = """
# 1 范围
本文件规定了示例阀门的要求和试验方法，适用于工业管道。
# 3 材料
阀体应采用不锈钢制造。硬度不应大于200 HBW，厚度不应小于2.5 mm。
# 4 试验
## 4.1 压力试验
试验压力应为公称压力的1.5倍。保压时间应不少于60 s。
## 4.2 密封试验
用清水按ISO 5208试验时，密封面不应有泄漏。
"""


def across(text):
    theirs = document(EN, number="ISO 99999:2020", language="en")
    return adoption(document(text), theirs, "IDT")


def test_a_translation_is_identical():
    found = across(ZH)
    assert (found.structural, found.technical, found.found) == ((), (), "IDT")
    assert found.translated


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("2.5 mm", "3 mm", ("figures", "3", "3", "2.5")),
        ("2.5 mm", "3mm", ("figures", "3", "3", "2.5")),
        ("ISO 5208", "GB/T 13927", ("references", "4.2", "GB/T 13927", "ISO 5208")),
        ("密封面不应", "密封面不宜", ("modality", "4.2", "recommendation", "requirement")),
    ],
)
def test_what_needs_no_translation(before, after, expected):
    (found,) = across(ZH.replace(before, after)).technical
    assert (found.kind, found.national, found.national_text, found.international_text) == expected


def test_an_inserted_clause_in_a_translation():
    text = ZH.replace("## 4.1", "## 4.1 一般要求\n试验应由有资质的人员进行。\n## 4.2", 1)
    text = text.replace("## 4.2 密封", "## 4.3 密封")
    found = across(text)
    assert [(one.national, one.international) for one in found.numbers] == [
        ("4.1", ""), ("4.2", "4.1"), ("4.3", "4.2"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("before", "after", "english", "other"),
    [
        ("2.5 mm", "2.5mm", "", ""),
        ("2.5 mm", "2.5 mm，共7个", "2.5 mm", "2.5 mm, seven in all"),
        ("60 s", "60 s，进行两次", "60 s", "60 s, 2 times"),
    ],
)
def test_a_figure_may_be_written_in_another_way(before, after, english, other):
    theirs = document(EN.replace(english, other), number="ISO 99999:2020", language="en")
    assert adoption(document(ZH.replace(before, after)), theirs, "IDT").technical == ()
