"""Two editions of an example with known differences, described exactly."""

from guiju.core.compare.documents import applied, compare
from tests.core.compare.documents.building import document

OLD = """
# 前言
本文件按照GB/T 1.1—2020的规定起草。
# 1 范围
本文件规定了示例水壶的要求，描述了试验方法。
# 2 规范性引用文件
> GB/T 230.1—2009　金属材料 洛氏硬度试验
> GB/T 4214.1　家用电器噪声测试方法
# 3 术语和定义
@3.1 壶体 | kettle body | 容纳被加热水的主体部分
@3.2 壶盖 | lid | 盖住壶口的可开启部件
# 4 一般要求
水壶应能在常温下正常工作，外观应光洁，不应有裂纹。
# 5 技术要求
## 5.1 外观
壶体表面应平整光滑，不应有明显的划痕、凹陷和锈蚀。
## 5.2 厚度
壶体厚度宜不小于0.5 mm。测量方法见6.2。
## 5.3 噪声
水壶工作时的噪声不应大于60 dB(A)。试验应在半消声室内进行。壶内应注入额定容量的水，待水温稳定后开始测量，测量三次取平均值。
## 5.4 标志
每只水壶应标明制造商名称、型号和额定容量。
# 6 试验方法
## 6.1 外观
在自然光下目视检查，距离不大于500 mm。
## 6.2 厚度
用分度值为0.01 mm的量具测量三点，取最小值。
"""
NEW = """
# 前言
本文件按照GB/T 1.1—2020的规定起草。
# 1 范围
本文件规定了示例水壶的要求，描述了试验方法。
# 2 规范性引用文件
> GB/T 230.1—2018　金属材料 洛氏硬度试验
> GB/T 4214.1—2017　家用电器噪声测试方法
# 3 术语和定义
@3.1 壶盖 | lid | 盖住壶口的可开启或可拆下的部件
@3.2 壶身 | body of kettle | 容纳被加热水的主体部分
# 4 采购
本章给出了使用者在采购时需要了解的若干因素，包括能效和回收。
# 5 一般要求
水壶应能在常温下正常工作，外观应光洁，不应有裂纹。
# 6 技术要求
## 6.1 厚度
壶体厚度应不小于0.6 mm。测量方法见7.2。
## 6.2 外观
壶体表面应平整光滑，不应有明显的划痕、凹陷和锈蚀。
## 6.3 噪声
水壶工作时的噪声不应大于60 dB(A)。
## 6.4 噪声试验条件
试验应在半消声室内进行。壶内应注入额定容量的水，待水温稳定后开始测量，测量三次取平均值。
# 7 试验方法
## 7.1 外观和标志
在自然光下目视检查，距离不大于500 mm。
每只水壶应标明制造商名称、型号和额定容量。
## 7.2 厚度
用分度值为0.01 mm的量具测量三点，取最小值。
"""
CLAUSES = [
    ("changed", ("2",), ("2",)),
    ("moved", ("3.2",), ("3.1",)),
    ("changed", ("3.1",), ("3.2",)),
    ("added", (), ("4",)),
    ("renumbered", ("4",), ("5",)),
    ("renumbered", ("5",), ("6",)),
    ("moved", ("5.2",), ("6.1",)),
    ("renumbered", ("5.1",), ("6.2",)),
    ("split", ("5.3",), ("6.3", "6.4")),
    ("renumbered", ("6",), ("7",)),
    ("merged", ("5.4", "6.1"), ("7.1",)),
    ("renumbered", ("6.2",), ("7.2",)),
]

found = compare(document(OLD), document(NEW, number="GB/T 99999—2025"))


def test_every_clause_is_named():
    assert [(one.change, one.a, one.b) for one in found.clauses] == CLAUSES


def test_the_words_that_changed():
    ops = {one.b[0]: [(op.old, op.new, op.why) for op in one.text_ops] for one in found.clauses}
    assert ops["6.1"] == [("宜", "应", ""), ("0.5", "0.6", ""), ("6.2", "7.2", "pointer")]
    assert ops["3.1"] == [("", "或可拆下的", "")]
    assert ops["5"] == []


def test_operations_give_the_new_text():
    for one in found.clauses:
        assert applied(one.a_text, one.text_ops) == one.b_text


def test_terms():
    assert [(one.change, one.a, one.b, one.a_term, one.b_term) for one in found.terms] == [
        ("definition", "3.2", "3.1", "壶盖", "壶盖"),
        ("renamed", "3.1", "3.2", "壶体", "壶身"),
    ]


def test_references():
    assert [(one.change, one.a_number, one.b_number) for one in found.references] == [
        ("redated", "GB/T 230.1—2009", "GB/T 230.1—2018"),
        ("dated", "GB/T 4214.1", "GB/T 4214.1—2017"),
    ]


def test_limits_and_requirements():
    assert [(one.change, one.characteristic, one.a_limit, one.b_limit) for one in found.limits] == [
        ("stricter", "壶体厚度", "≥ 0.5 mm", "≥ 0.6 mm")
    ]
    assert [(one.change, one.effect, one.a_kind, one.b_kind) for one in found.requirements] == [
        ("modality", "stricter", "recommendation", "requirement")
    ]


def test_the_summary():
    assert found.summary.clauses == {
        "added": 1, "changed": 2, "merged": 1, "moved": 2, "renumbered": 5, "split": 1,
    }  # fmt: skip
    assert (found.summary.a, found.summary.b) == ("GB/T 99999—2020", "GB/T 99999—2025")


def test_the_way_back_has_the_opposite_names():
    back = compare(document(NEW), document(OLD))
    assert back.summary.clauses == {
        "changed": 2, "merged": 1, "moved": 2, "removed": 1, "renumbered": 5, "split": 1,
    }  # fmt: skip
