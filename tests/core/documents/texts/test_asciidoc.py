"""AsciiDoc of a made-up standard (示例), and the rice model in both languages."""

import pytest

from guiju.core.documents.model import Figure, Table
from guiju.core.documents.texts import asciidoc
from guiju.core.documents.walking import blocks, sections
from tests.core.documents.skeletons import briefs, labels, outline, section
from tests.shared_data import shared

SAMPLE = """\
= 示例
:prefix: GB/T
:docnumber: 99999
:copyright-year: 2024
:language: zh
:title-main-zh: 示例产品
:library-ics: 03.180
:issued-date: 2024-03-05

.前言

本文件由示例方提出。

== 范围

本文件规定了要求。见<<req>>、<<size>>、<<tab>>、<<ann>>和<<ISO9000>>。

[bibliography]
== 规范性引用文件

* [[[ISO9000,ISO 9000:2015]]], _Quality management_

== 术语和定义

=== [en]#thing# [zh]#物#
[alt]#物件 object#
[domain]#示例#

所指之物 footnote:[脚注。]

NOTE: 说明。

[.source]
<<ISO9000>>, 3.1

[[req]]
== 要求

[[size]]
=== 尺寸

==== {blank}

应符合下列要求：

[loweralpha]
. 甲；
.. 子；
. 乙。

* 丙
* 丁

[[tab]]
.限值
[cols="<,^,^",options="header"]
|===
| 项目 2+| 值
| 甲 .2+| 1 footnote:[单位略。] | 2
| 乙 | 3
|===

NOTE: 表下说明。

==== {blank}

stem:[x_1]为长度。

[stem]
++++
x = y xx 2
++++

式中：

stem:[x]:: 长度；
stem:[y]:: 宽度。

// 不读
[[ann]]
[appendix,subtype=informative]
== 说明

=== 总则

WARNING: 当心。

[[fig]]
.示例图
image::x.png[]

*图例*

P:: 点

[example]
甲例。

见<<nowhere>>。
"""


def test_the_outline() -> None:
    reading = asciidoc.read(SAMPLE.encode(), name="例.adoc")
    assert outline(reading.document) == [
        "foreword 前言", "1 范围", "2 规范性引用文件", "3 术语和定义", "4 要求", "4.1 尺寸", "4.1.1", "4.1.2", "A 说明", "A.1 总则",
    ]  # fmt: skip
    meta = reading.document.meta
    assert (meta.number, meta.titles, meta.issued) == (
        "GB/T 99999—2024",
        (("zh", "示例产品"),),
        "2024-03-05",
    )
    assert [(one.code, one.zh) for one in reading.doubts] == [
        ("pointer", "引用“nowhere”没有找到目标。")
    ]


def test_cross_references_say_what_they_lead_to() -> None:
    text = section(asciidoc.read(SAMPLE.encode()).document, "1").blocks[0].text
    assert text.content == "本文件规定了要求。见第4章、4.1、表1、附录A和ISO 9000:2015。"
    assert [(mark.kind, mark.value) for mark in text.marks] == [
        ("internal", "4"), ("internal", "4.1"), ("internal", "table-1"), ("internal", "A"), ("standard", "ISO 9000:2015"),
    ]  # fmt: skip


def test_the_blocks() -> None:
    document = asciidoc.read(SAMPLE.encode()).document
    assert briefs(section(document, "2")) == ["ref ISO 9000:2015|Quality management|dated"]
    assert briefs(section(document, "3")) == ["term 3.1 thing,物,物件,object: 所指之物1"]
    assert briefs(section(document, "4.1.1")) == [
        "应符合下列要求：", "[a) 甲；+[1) 子；]; b) 乙。]", "[—— 丙; —— 丁]", "table 1 限值 1+2",
    ]  # fmt: skip
    assert briefs(section(document, "4.1.2")) == [
        "x_1为长度。", "formula 1 x = y × 2", "式中：", "[x 长度；; y 宽度。]",
    ]  # fmt: skip
    assert briefs(section(document, "A.1")) == [
        "warning 警告: 当心。", "figure A.1 示例图", "example 示例: 甲例。", "见nowhere。",
    ]  # fmt: skip
    figure = section(document, "A.1").blocks[1]
    assert isinstance(figure, Figure)
    assert [item.label for item in figure.key[0].items] == ["P"]


def test_a_table_has_spans_notes_and_footnotes_of_its_own() -> None:
    document = asciidoc.read(SAMPLE.encode()).document
    table = section(document, "4.1.1").blocks[-1]
    assert isinstance(table, Table)
    assert [(cell.column, cell.rows, cell.columns, cell.align) for row in table.head + table.body for cell in row] == [
        (0, 1, 1, "left"), (1, 1, 2, "center"), (0, 1, 1, "left"), (1, 2, 1, "center"), (2, 1, 1, "center"), (0, 1, 1, "left"), (2, 1, 1, "center"),
    ]  # fmt: skip
    assert [(note.label, len(note.blocks)) for note in table.notes] == [("注", 1)]
    assert [(note.id, note.label) for note in table.footnotes] == [("table-1-a", "a")]
    assert [note.id for note in document.footnotes] == ["footnote-1"]


@pytest.mark.parametrize(
    "source",
    [
        "|===\n| a",
        "[[",
        "====\n====",
        "<<",
        "stem:[",
        "footnote:[a [b]",
        "==",
        "* ",
        "image::x[]",
        ". ",
        "[[[a]]]",
    ],
)
def test_broken_marks_are_no_failure(source: str) -> None:
    assert asciidoc.read(f"== 范围\n\n{source}\n".encode()).document.sections[0].label == "1"


def test_a_footnote_of_a_reference_stands_once() -> None:
    source = "== 规范性引用文件\n\n* [[[a,ISO 712]]], _Cereals_ footnote:[已废止。]\n"
    document = asciidoc.read(source.encode()).document
    assert [one.label for one in document.footnotes] == ["1"]
    (entry,) = document.sections[0].blocks
    assert (entry.title.content, entry.text.content) == ("Cereals1", "ISO 712, Cereals1")


def test_a_chapter_behind_an_annex_counts_on() -> None:
    source = "== 范围\n\n甲\n\n[appendix]\n== 附一\n\n乙\n\n== 要求\n\n=== 丙\n"
    assert outline(asciidoc.read(source.encode()).document) == [
        "1 范围",
        "A 附一",
        "2 要求",
        "2.1 丙",
    ]


def test_a_paragraph_of_many_marks_is_read() -> None:
    text = (
        asciidoc.read(("== 范围\n\n" + "*甲* _乙_ " * 3_000).encode())
        .document.sections[0]
        .blocks[0]
        .text
    )
    assert len(text.marks) == 6_000


RICE = "data/documents/metanorma/rice-body-{}.adoc"


def test_the_rice_model_aligns_clause_by_clause() -> None:
    chinese, english = (
        asciidoc.read(shared(RICE.format(one)).read_bytes()) for one in ("zh", "en")
    )
    assert (chinese.document.meta.language, english.document.meta.language) == ("zh", "en")
    assert labels(chinese.document) == labels(english.document)
    assert len(labels(chinese.document)) == 82
    for document in (chinese.document, english.document):
        tables = [one for _, one in blocks(document) if isinstance(one, Table)]
        assert [(one.label, len(one.head), len(one.body), len(one.notes), len(one.footnotes)) for one in tables] == [
            ("1", 2, 17, 3, 3), ("D.1", 2, 8, 0, 1),
        ]  # fmt: skip
    pairs = zip(sections(chinese.document), sections(english.document), strict=True)
    assert [a[-1].address for a, b in pairs if a[-1].address != b[-1].address] == []


def test_the_rice_head_gives_the_facts_of_the_cover() -> None:
    reading = asciidoc.read(shared("data/documents/metanorma/rice.gb.zh.adoc").read_bytes())
    assert reading.document.meta.number == "GB/T 80021.1—2018"
    assert reading.document.meta.adopts == (("ISO 17301-1:2016", "IDT"),)
    assert [one.code for one in reading.doubts] == ["include"]
