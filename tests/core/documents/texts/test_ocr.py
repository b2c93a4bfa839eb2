"""Markdown as OCR tools write it (示例): each way in which they go wrong, and what is made of it."""

import pytest

from guiju.core.documents.model import Figure, Table
from guiju.core.documents.texts import markdown
from guiju.core.documents.walking import cells, plain, sections
from tests.core.documents.skeletons import brief, briefs, outline, section

FRAME = "# 1 范围\n\n本文件规定了要求。\n\n# 2 规范性引用文件\n\n# 3 术语和定义\n\n{}\n\n# 4 要求\n\n{}\n"
PAGES = r"""```markdown
ICS 67.060

CCS X 11

# 中华人民共和国国家标准

GB/T 99999—2023

代替 GB/T 99999—2008

# 示例产品通用规范

General specification for sample products

2023-12-28 发布

2024-07-01 实施

国家市场监督管理总局

国家标准化管理委员会  发布

---

# 目  次

前言 .................... III
1 范围 .................... 1 2 规范性引用文件 .......... 1
3 术语和定义 .............. 1
附录A（规范性）试验方法 ....... 5

---
GB/T 99999—2023

# 前言

本文件按照 GB/T 1.1—2020《标准化工作导则》的规定起草，这一段在页末断开，接着

III

GB/T 99999—2023

在下一页继续。

# 示例产品通用规范

# 1 范围

本文件规定了示例产品的要求。

# 2 规范性引用文件

GB/T 6682 分析实验室用水规格和试验方法

# 3 术语和定义

# 3.l

# 水壶 kettle

盛水的容器。

1

GB/T 99999—2023

# 附 录 A

# （规范性）

# 试验方法

# A.l 总则

按 GB/T l.1 的规定。
```
"""


def test_pages_one_after_another() -> None:
    reading = markdown.read(PAGES.encode("gb18030").replace(b"\n", b"\r\n"))
    document, meta = reading.document, reading.document.meta
    assert outline(document) == [
        "foreword 前言", "1 范围", "2 规范性引用文件", "3 术语和定义", "A 试验方法", "A.1 总则",
    ]  # fmt: skip
    assert briefs(section(document, "foreword")) == [
        "本文件按照 GB/T 1.1—2020《标准化工作导则》的规定起草，这一段在页末断开，接着在下一页继续。"
    ]
    assert briefs(section(document, "3")) == ["term 3.1 水壶,kettle: 盛水的容器。"]
    assert (meta.number, meta.replaces, meta.issued, meta.effective) == (
        "GB/T 99999—2023", ("GB/T 99999—2008",), "2023-12-28", "2024-07-01",
    )  # fmt: skip
    assert meta.titles == (
        ("zh", "示例产品通用规范"),
        ("en", "General specification for sample products"),
    )
    assert [(one.code, one.text) for one in reading.doubts] == [
        ("running-head", "GB/T 99999—2023"), ("page-number", "III、1"), ("label-slip", "3.l"),
        ("label-slip", "A.l 总则"), ("number-slip", "按 GB/T l.1 的规定。"),
    ]  # fmt: skip


TERM = "term 3.1 水壶,kettle: 盛水的容器。"
TERMS = (
    ("3.1 水壶 kettle\n盛水的容器。", TERM, []),
    ("**3.1**\n**水壶** kettle\n盛水的容器。", TERM, []),
    ("### 3.1 水壶\n\nkettle\n\n盛水的容器。", TERM, []),
    ("**3.1 水壶 kettle**\n\n盛水的容器。", TERM, []),
    ("# 3.1\n\n# 水壶\n\n# kettle\n\n盛水的容器。", TERM, []),
    ("3．1　水壶kettle\n盛水的容器。", TERM, []),
    ("３.１\n水壶\nkettle\n盛水的容器。", TERM, []),
    ("3.1 **水壶** *kettle* 盛水的容器。", TERM, ["run-in"]),
    ("3.1\n\n水壶 kettle 盛水的容器。", TERM, ["run-in"]),
    ("3.1 水壶：盛水的容器。", "term 3.1 水壶: 盛水的容器。", ["run-in"]),
    ("3.1 水壶 kettle 20 kg以下的容器。", "term 3.1 水壶,kettle: 20 kg以下的容器。", ["run-in"]),
)


@pytest.mark.parametrize(("source", "wanted", "told"), TERMS)
def test_terms(source: str, wanted: str, told: list[str]) -> None:
    reading = markdown.read(FRAME.format(source, "文。").encode())
    assert briefs(section(reading.document, "3")) == [wanted]
    assert [one.code for one in reading.doubts] == told


BODIES = (
    # headings
    ("4.1 外观\n应平整。\n4.2 尺寸\n长5 mm。", ["4.1 外观", "应平整。", "4.2 尺寸", "长5 mm。"], []),
    ("**4.1** **外观**\n\n应平整。", ["4.1 外观", "应平整。"], []),
    ("# 4.1外观\n\n平。\n\n# 4.2组批\n\n批。", ["4.1 外观", "平。", "4.2 组批", "批。"], []),
    ("4．1\n\n外观\n\n平。", ["4.1 外观", "平。"], []),
    ("4\\. 1 外观\n\n平。\n\n4.1.1 甲的表面应平。", ["4.1 外观", "平。", "4.1.1", "甲的表面应平。"], []),
    ("外观\n====\n\n平。", ["other 外观", "平。"], ["heading-no-number"]),
    ("**4.1 外观** 应平整。", ["4.1 外观", "应平整。"], ["run-in"]),
    ("# 4.1 外观 {#a1}\n\n平。", ["4.1 外观", "平。"], []),
    ("4.1 外观质量 产品表面平整，无裂纹。", ["4.1 外观质量", "产品表面平整，无裂纹。"], ["run-in"]),
    ("4.1 试验用水 应符合GB/T 6682的规定。", ["4.1", "试验用水 应符合GB/T 6682的规定。"], []),
    ("4.l 外观\n\n平。", ["4.1 外观", "平。"], ["label-slip"]),
    # annexes
    ("附录A\n（规范性）\n方法\n\nA.1 总则\n\n甲。", ["A 方法", "A.1 总则", "甲。"], []),
    ("附 录 A<br>（资料性）<br>方法\n\n甲。", ["A 方法", "甲。"], []),
    ("# 附錄A（規範性）方法\n\n甲。", ["A 方法", "甲。"], []),
    # lists
    ("1. 甲\n2. 乙\n3. 丙", ["[1. 甲; 2. 乙; 3. 丙]"], []),
    ("- a) 甲；\n- b) 乙。", ["[a) 甲；; b) 乙。]"], []),
    ("* 甲\n    * 乙\n* 丙", ["[—— 甲+[· 乙]; —— 丙]"], []),
    ("（1）甲；\n（2）乙。", ["[(1) 甲；; (2) 乙。]"], []),
    # notes, quotations
    ("**注：** 甲。\n\n> 示例：乙。", ["note 注: 甲。", "example 示例: 乙。"], []),
    ("> 引文一。\n> 引文二。", ["Quote"], []),
    # formulas
    ("$$x=\\frac{a}{b}$$ (1)", ["formula 1 x = a/b"], []),
    ("$$\nx=1\n$$\n\n…………（2）", ["formula 2 x = 1"], []),
    ("$x=\\frac{a}{b}$ …………（1）", ["formula 1 x = a/b"], []),
    ("\\begin{equation}\nx=1 \\tag{A.1}\n\\end{equation}", ["formula A.1 x = 1"], []),
    ("```math\nx=1\n```", ["formula  x = 1"], []),
    ("$$ x = \\unknown{y} $$", ["formula  x = \\unknown{y}"], ["formula-unread"]),
    ("$$\nx=1\n\n# 4.1 甲", ["$$", "x=1", "4.1 甲"], ["formula-open"]),
    ("式中：\n$m_1$——甲，单位为克（g）；\n$m_{2}$ ——乙。", ["式中：", "[m_1 甲，单位为克（g）；; m_2 乙。]"], []),
    ("含量≤$5\\%$，$20^{\\circ}\\mathrm{C}$，x&lt;5&nbsp;mm。", ["含量≤5%，20℃，x<5\xa0mm。"], []),
    # tables
    ("a | b\n--|--\n1 | 2\n\n| 3 | 4 |", ["table   1+2"], []),
    ("| a | b |\n| 1 | 2 |", ["table   1+1"], ["table-no-rule"]),
    ("|a|b|\n|:-:|-:|\n|1<br>2|x\\|y|\n|3|", ["table   1+2"], ["table-ragged"]),
    ("|表1 甲|||\n|--|--|--|\n|a|b|c|\n|1|2|3|", ["table 1 甲 1+1"], []),
    ("|a|b|\n|--|--|\n|1|2|\n\n**表1 甲**", ["table 1 甲 1+1"], ["caption-below"]),
    ("表1 甲\n\n|a|\n|--|\n|1|\n|2|\n\n续表1\n\n|a|\n|--|\n|3|", ["table 1 甲 1+3"], []),
    ("<table><tr><td colspan=2>表1 甲</td></tr><tr><td>a</td><td>b</td></tr><tr><td>1</td><td>2</td></tr></table>",
     ["table 1 甲 1+1"], []),
    ("前文<table><tr><td>a</td></tr><tr><td>1</td></tr></table>后文", ["前文", "table   1+1", "后文"], []),
    ("<table>\n<tr><td>a</td></tr>\n\n# 4.1 甲\n\n乙。", ["table   0+1", "4.1 甲", "乙。"], ["table-open"]),
    # figures
    ("![](x.jpg)\n图1 甲", ["figure 1 甲"], []),
    ("图 1 甲\n\n![](x.jpg)", ["figure 1 甲"], []),
    ("图1 甲\n\n![](a.jpg)\n\n图2 乙\n\n![](b.jpg)", ["figure 1 甲", "figure 2 乙"], []),
    ("![图1 甲](a.jpg)", ["figure 1 甲"], []),
    ("<div align=center><img src='a.png' width=50%></div>\n<p align=\"center\">图1 甲</p>", ["figure 1 甲"], []),
    ("![一壶](a.jpg)\n\n图1 甲", ["figure 1 甲"], ["image-words"]),
    # lists of documents, code, fences
    ("# 参考文献\n\n1. GB/T 1 甲\n2. ISO 9000 乙",
     ["bibliography 参考文献", "ref [1]GB/T 1|甲|undated", "ref [2]ISO 9000|乙|undated"], []),
    ("\\[2\\] ISO 9000", ["[2] ISO 9000"], []),
    ("```\nx = 1\n```", ["Quote"], []),
    ("~~~\n甲", ["甲"], ["fence-open"]),
    ("<!-- PageHeader=\"甲\" -->\n<!-- 甲\n乙 -->\n丙", ["丙"], []),
    ("O.5 g与GB/T 6OO2", ["O.5 g与GB/T 6OO2"], ["number-slip", "number-slip"]),
)  # fmt: skip


@pytest.mark.parametrize(("source", "wanted", "told"), BODIES)
def test_bodies(source: str, wanted: list[str], told: list[str]) -> None:
    reading = markdown.read(FRAME.format("3.1\n\n壶 pot\n\n容器。", source).encode())
    shown: list[str] = []
    for path in sections(reading.document):
        one = path[-1]
        if one.label not in ("1", "2", "3"):
            shown += (
                [] if one.label == "4" else [f"{one.label or one.kind} {one.title.content}".strip()]
            )
            shown += [brief(block) for block in one.blocks]
    assert shown == wanted
    assert [one.code for one in reading.doubts] == told
    assert all(one.line for one in reading.doubts)


def test_footnotes_lead_to_their_words() -> None:
    source = "甲[^1]乙[^x-2]丙[^9]。\n\n[^1]: 注一\n    续。\n[^x-2]: 注二。\n[^7]: 无人引用。"
    reading = markdown.read(FRAME.format("3.1\n\n壶 pot\n\n容器。", source).encode())
    text = section(reading.document, "4").blocks[0].text
    assert text.content == "甲1乙2丙9。"
    assert [one[2:] for one in text.marks] == [("footnote", "1"), ("footnote", "x-2"), ("sup", "")]
    assert [(one.id, one.label, plain(one)) for one in reading.document.footnotes] == [
        ("1", "1", "注一 续。"), ("x-2", "2", "注二。"), ("7", "7", "无人引用。"),
    ]  # fmt: skip
    assert [(one.code, one.text) for one in reading.doubts] == [
        ("footnote-lost", "9"),
        ("footnote-unused", "7"),
    ]


def test_cells_keep_formulas_indices_and_pictures() -> None:
    source = (
        "<table><tr><td>甲<sub>1</sub> &lt; 2</td><td>$\\leq 5.0$<br>乙</td></tr>"
        "<tr><td><img src='a.png'></td><td>x<table><tr><td>内</td></tr></table></td></tr></table>"
    )
    document = markdown.read(FRAME.format("3.1\n\n壶 pot\n\n容器。", source).encode()).document
    table = section(document, "4").blocks[0]
    assert isinstance(table, Table)
    assert [[plain(block) for block in one.blocks] for one in cells(table)] == [
        ["甲1 < 2"], ["≤5.0", "乙"], [""], ["x", "内"],
    ]  # fmt: skip
    picture = table.body[0][0].blocks[0]
    assert isinstance(picture, Figure)
    assert picture.images == ("a.png",)


def test_pictures_inside_the_text_are_kept() -> None:
    source = "![][p]\n\n图1 甲\n\n[p]: <data:image/png;base64,iVBORw0KGgo=>"
    reading = markdown.read(FRAME.format("3.1\n\n壶 pot\n\n容器。", source).encode())
    figure = section(reading.document, "4").blocks[0]
    assert isinstance(figure, Figure)
    assert (figure.label, figure.images, reading.images) == (
        "1",
        ("image-1.png",),
        {"image-1.png": b"\x89PNG\r\n\x1a\n"},
    )


def test_front_matter_goes_a_rule_stays_a_rule() -> None:
    assert outline(markdown.read("---\ntitle: x\n---\n# 1 范围\n\n甲。".encode()).document) == [
        "1 范围"
    ]
    assert outline(markdown.read("---\n# 1 范围\n\n甲。\n\n---\n\n# 2 要求".encode()).document) == [
        "1 范围",
        "2 要求",
    ]


def test_dirt_is_told() -> None:
    source = (
        b"\xef\xbb\xbf# 1 \xe8\x8c\x83\xe5\x9b\xb4\r\n\r\n" + "甲。".encode() * 100 + b"\x00\r\n"
    )
    reading = markdown.read(source)
    assert outline(reading.document) == ["1 范围"]
    assert [(one.code, one.text) for one in reading.doubts] == [("nul", "1")]


def test_what_the_cover_does_not_mean_is_told() -> None:
    source = "![徽标](logo.png)\n\nGB/T 99999—2024\n\n示例产品\n\n# 1 范围\n\n甲。"
    reading = markdown.read(source.encode())
    assert reading.document.meta.titles == (("zh", "示例产品"),)
    assert [(one.code, one.text) for one in reading.doubts] == [("cover-left", "徽标")]
