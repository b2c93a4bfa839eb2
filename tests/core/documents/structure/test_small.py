"""Small cases, each of a few lines."""

import pytest

from guiju.core.documents.lines import Line
from guiju.core.documents.model import Cell, Figure, Meta, Paragraph, Reading, Table, Text
from guiju.core.documents.structure import build
from tests.core.documents.skeletons import brief, briefs, outline, section


def read(*rows: str | Line) -> Reading:
    lines = [row if isinstance(row, Line) else Line(text=Text(row)) for row in rows]
    return build([Line(text=Text("1 范围")), *lines])


def table(*rows: str, head: int = 1) -> Table:
    made = [
        tuple(
            Cell(blocks=(Paragraph(text=Text(word)),), column=at)
            for at, word in enumerate(row.split("|"))
        )
        for row in rows
    ]
    return Table(label="", title=Text(), head=tuple(made[:head]), body=tuple(made[head:]))


OUTLINES = (
    (("2 规范性引用文件", "3 术语和定义"), ["1 范围", "2 规范性引用文件", "3 术语和定义"]),
    (("2　要求", "2.1　甲应合格。", "2.2　乙应合格。"), ["1 范围", "2 要求", "2.1", "2.2"]),
    (("1.1 甲", "1.2 乙", "1.3 丙", "1.4 丁"), ["1 范围", "1.1 甲", "1.2 乙", "1.3 丙", "1.4 丁"]),
    (("附录A（规范性附录）甲", "A.1 乙"), ["1 范围", "A 甲", "A.1 乙"]),
    (("附 录 A", "（标准的附录）", "甲"), ["1 范围", "A 甲"]),
    (("附录A给出了说明。", "2 要求"), ["1 范围", "2 要求"]),
    (("Annex A (normative) Method", "A.1 General"), ["1 范围", "A Method", "A.1 General"]),
    (("AA", "附录A（资料性）甲"), ["1 范围", "A 甲"]),
    (("参 考 文 献",), ["1 范围", "bibliography 参考文献"]),
    (("索 引",), ["1 范围", "index 索引"]),
    (("2", "要求", "2.1 甲"), ["1 范围", "2 要求", "2.1 甲"]),
    (("2 个样品用于试验，1个备用。",), ["1 范围"]),
)


@pytest.mark.parametrize(("rows", "expected"), OUTLINES)
def test_outlines(rows: tuple[str, ...], expected: list[str]) -> None:
    assert outline(read(*rows).document) == expected


BLOCKS = (
    (("——甲；", "——乙。"), ["[—— 甲；; —— 乙。]"]),
    (("——甲：", "· 子；", "· 丑；", "——乙。"), ["[—— 甲：+[· 子；; · 丑；]; —— 乙。]"]),
    (
        ("a) 甲；", "b) 乙。", "另有：", "a) 丙；", "b) 丁。"),
        ["[a) 甲；; b) 乙。]", "另有：", "[a) 丙；; b) 丁。]"],
    ),
    (("a) 甲：", "说明一句。", "b) 乙。"), ["[a) 甲：+说明一句。; b) 乙。]"]),
    (("a) 甲；", "注：说明。", "b) 乙。"), ["[a) 甲；+note 注: 说明。; b) 乙。]"]),
    (("注1：甲。", "注 2：乙。"), ["note 注1: 甲。", "note 注 2: 乙。"]),
    (("示例1：甲。",), ["example 示例1: 甲。"]),
    (("警告：当心。",), ["warning 警告: 当心。"]),
    (("注意事项见说明书。",), ["注意事项见说明书。"]),
    (("表1给出了限值。",), ["表1给出了限值。"]),
    (("表 1 限值", "a\tb", "1\t2"), ["table 1 限值 1+1"]),
    (("图 1 中线示意图",), ["figure 1 中线示意图"]),
    (("图1中的线。",), ["图1中的线。"]),
    (("x=y+z …………（2）",), ["formula 2 x=y+z"]),
    (("式中：P——坡度，%；", "h——高差。"), ["式中：", "[P 坡度，%；; h 高差。]"]),
    (("表2 甲",), ["table 2 甲 0+0"]),
)


@pytest.mark.parametrize(("rows", "expected"), BLOCKS)
def test_blocks(rows: tuple[str, ...], expected: list[str]) -> None:
    assert briefs(section(read(*rows).document, "1")) == expected


DOUBTS = (
    (("2 要求", "2.1 甲", "2.3 乙"), ["gap"]),
    (("2 要求", "2.1 甲", "2.1.1 乙", "7.8.9 丙"), ["unread-label"]),
    (("附录A", "说明"), ["annex-nature"]),
    (("附录C（资料性）甲",), ["annex-order"]),
    (("表1 甲",), ["table-empty"]),
    (("2 规范性引用文件", "GB/T 1 甲", "乙"), ["reference-no-number"]),
    (("2 要求", Line(text=Text("标志牌"), heading=2)), ["heading-no-number"]),
)


@pytest.mark.parametrize(("rows", "codes"), DOUBTS)
def test_doubts(rows: tuple[str | Line, ...], codes: list[str]) -> None:
    assert [one.code for one in read(*rows).doubts] == codes


def test_a_number_that_the_source_counts_is_taken() -> None:
    reading = read(
        Line(text=Text("要求"), number="2"),
        Line(text=Text("甲应合格。"), number="2.1"),
        Line(text=Text("子；"), number="a)"),
        Line(text=Text("丑。"), number="b)"),
    )
    assert outline(reading.document) == ["1 范围", "2 要求", "2.1"]
    assert briefs(section(reading.document, "2.1")) == ["甲应合格。", "[a) 子；; b) 丑。]"]


def test_a_ready_table_takes_its_caption_its_unit_and_its_continuation() -> None:
    reading = read(
        "单位为毫米",
        "表1 尺寸",
        Line(block=table("项目|限值", "长|5.0")),
        "表1 尺寸（续）",
        Line(block=table("项目|限值", "宽|6.0")),
    )
    found = section(reading.document, "1").blocks
    assert [brief(one) for one in found] == ["table 1 尺寸 1+2"]
    assert found[0].unit == "毫米"
    assert [cell.address for row in found[0].body for cell in row][-1] == "table-1/r3/c2"


def test_notes_in_a_last_row_over_the_whole_width_leave_the_table() -> None:
    made = table("项目|限值", "长a|5.0")
    note = (Paragraph(text=Text("注：说明。")), Paragraph(text=Text("a 仅限甲。")))
    last = (Cell(blocks=note, column=0, columns=2),)
    whole = Table(label="", title=Text(), head=made.head, body=(*made.body, last))
    found = section(read("表1 尺寸", Line(block=whole)).document, "1").blocks[0]
    assert len(found.body) == 1
    assert [one.label for one in found.notes] == ["注"]
    assert [(one.label, one.id) for one in found.footnotes] == [("a", "table-1-a")]


def test_a_ready_figure_takes_the_caption_below() -> None:
    figure = Figure(label="", title=Text(), images=("x.png",))
    found = section(read(Line(block=figure), "图1 示例").document, "1").blocks
    assert [(one.label, one.title.content, one.images) for one in found] == [
        ("1", "示例", ("x.png",))
    ]


def test_given_facts_win_over_the_cover() -> None:
    reading = build(
        [Line(text=Text("GB/T 1—2020")), Line(text=Text("1 范围"))], meta=Meta(number="GB/T 2—2021")
    )
    assert reading.document.meta.number == "GB/T 2—2021"


def test_groups_of_terms_are_sections_and_terms_with_a_definition_are_entries() -> None:
    rows = (
        "2 要求",
        "3 术语和定义",
        "3.1 总类",
        "3.1.1",
        "甲 a",
        "定义。",
        "3.2 符号",
        "下列符号适用。",
    )
    document = read(*rows).document
    assert outline(document) == ["1 范围", "2 要求", "3 术语和定义", "3.1 总类", "3.2 符号"]
