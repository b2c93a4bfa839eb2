"""Markdown as OCR makes it (示例)."""

import pytest

from guiju.core.documents.model import Cell, Table
from guiju.core.documents.texts import markdown
from guiju.core.documents.texts.inline import text_of
from tests.core.documents.skeletons import brief, briefs, outline, section

SAMPLE = r"""---
title: x
---
# GB/T 99999—2024

## 前  言

本文件按照GB/T 1.1—2020的规定起草，这一段在页末断开，接着

在下一页继续。

**1 范围**

本文件规定了示例产品的要求。

# 2 规范性引用文件

GB/T 1 甲

### 3 术语和定义

3.1

示例物 sample thing

用于说明的物。

## 4 要求

#### 4.1 尺寸

尺寸见表1，其中 $x_{i}$ 与**甲**。

表1 尺寸

<table><tr><td rowspan="2">项目</td><td colspan="2">要求</td></tr><tr><td>甲</td><td>乙</td></tr>
<tr><td>长/mm</td><td>≤5.0</td><td>m<sup>2</sup></td></tr></table>

## 4.2 密度按式（1）计算。

$$
\rho = \frac{m}{V} \tag{1}
$$

- 甲
  - 子
- 乙

| a | b |
|---|---|
| 1 | 2 |

![](images/x.png)

图1 示例

# 附录A（资料性）说明

## A.1 总则

说明。
"""


def test_numbers_decide_where_headings_stand() -> None:
    reading = markdown.read(SAMPLE.encode(), name="例.md")
    assert outline(reading.document) == [
        "foreword 前言", "1 范围", "2 规范性引用文件", "3 术语和定义", "4 要求", "4.1 尺寸", "4.2", "A 说明", "A.1 总则",
    ]  # fmt: skip
    assert reading.document.meta.number == "GB/T 99999—2024"
    assert reading.doubts == ()


def test_the_blocks() -> None:
    document = markdown.read(SAMPLE.encode()).document
    assert briefs(section(document, "foreword")) == [
        "本文件按照GB/T 1.1—2020的规定起草，这一段在页末断开，接着在下一页继续。"
    ]
    assert briefs(section(document, "4.1")) == ["尺寸见表1，其中 x_i 与甲。", "table 1 尺寸 2+1"]
    assert briefs(section(document, "4.2")) == [
        "密度按式（1）计算。", "formula 1 ρ = m/V", "[—— 甲+[· 子]; —— 乙]", "table   1+1", "figure 1 示例",
    ]  # fmt: skip
    assert [mark.kind for mark in section(document, "4.1").blocks[0].text.marks] == ["math", "bold"]


def test_spans_of_an_html_table() -> None:
    table = section(markdown.read(SAMPLE.encode()).document, "4.1").blocks[1]
    assert isinstance(table, Table)

    def shape(cell: Cell) -> tuple[str, int, int, int]:
        return "".join(map(brief, cell.blocks)), cell.column, cell.rows, cell.columns

    assert [shape(cell) for row in table.head for cell in row] == [
        ("项目", 0, 2, 1), ("要求", 1, 1, 2), ("甲", 1, 1, 1), ("乙", 2, 1, 1),
    ]  # fmt: skip
    assert [mark.kind for mark in table.body[0][2].blocks[0].text.marks] == ["sup"]


INLINE = (
    ("**甲** *乙* `丙`", "甲 乙 丙", ["bold", "italic", "code"]),
    ("[甲](http://example.org)", "甲", ["link"]),
    (r"C<sub>10</sub>\*", "C10*", ["sub"]),
    ("a_b_c 2*3*4", "a_b_c 2*3*4", []),
    ("甲<br>乙", "甲\n乙", ["break"]),
    ("**甲*乙*丙**", "甲乙丙", ["bold", "italic"]),
)


@pytest.mark.parametrize(("source", "content", "kinds"), INLINE)
def test_inline(source: str, content: str, kinds: list[str]) -> None:
    text = text_of(source)
    assert (text.content, [mark.kind for mark in text.marks]) == (content, kinds)


@pytest.mark.parametrize(
    "source",
    [
        "$$",
        "<table>",
        "```\n甲",
        "|---|",
        "# ",
        "![](",
        "<table><tr><td rowspan='9999999'>a</td></tr></table>",
        "**" * 500,
    ],
)
def test_broken_marks_are_no_failure(source: str) -> None:
    assert markdown.read(("1 范围\n\n" + source).encode()).document.sections[0].label == "1"
