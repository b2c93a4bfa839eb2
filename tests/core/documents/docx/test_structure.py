"""DOCX as people write it: styles, automatic numbers, typed numbers, tables, pictures, formulas."""

import pytest

from guiju.core.documents.model import Figure, Formula, Table
from guiju.core.documents.walking import plain
from tests.core.documents.docx.parts import level, lines, num, numbered, p, r, read, style
from tests.core.documents.skeletons import briefs, labels, outline, section

STYLES = (
    style("1", "heading 1") + style("2", "heading 2")
    + style("Q", "前言、引言标题") + style("Z", "标准文件_章标题") + style("T", "标准文件_一级条标题")
    + style("W", "一级无标题条") + style("F", "附录标识") + style("FT", "附录一级条标题")
    + style("G", "标准文件_正文公式") + style("B", "章", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>')
)  # fmt: skip
CHAPTERS = numbered(level(0, "decimal", "%1"), level(1, "decimal", "%1.%2"))
TEMPLATE = CHAPTERS + numbered(
    level(0, "upperLetter", "附　录　%1"), level(1, "decimal", "%1.%2", ), number="2"
)  # fmt: skip
BREAK = "<w:r><w:br/></w:r>"


def word(words, style, at=0, number="1"):
    return p(words, style, num(at, number))


CASES = {
    "built-in styles with automatic numbers": (
        word("范围", "1") + p("本文件规定了x。") + word("要求", "1") + word("一般要求", "2", 1) + p("应符合x。"),
        ["1 范围", "2 要求", "2.1 一般要求"],
    ),
    "a template's styles": (
        p("前　　言", "Q") + p("本文件由示例提出。") + word("范围", "Z") + p("本文件规定了x。")
        + word("要求", "Z") + word("尺寸", "T", 1) + word("材料应耐久", "W", 1)
        + word(BREAK + r("（规范性）") + BREAK + r("试验方法"), "F", 0, "2") + word("原理", "FT", 1, "2"),
        ["foreword 前言", "1 范围", "2 要求", "2.1 尺寸", "2.2", "A 试验方法", "A.1 原理"],
    ),
    "bold text only": (
        p(r("前　言", "<w:b/>")) + p("示例。") + p(r("1 范围", "<w:b/>")) + p("本文件规定了x。")
        + p(r("2 要求", '<w:b/><w:sz w:val="28"/>')) + p(r("2.1 尺寸", "<w:b/>")) + p("应为5 mm。"),
        ["foreword 前言", "1 范围", "2 要求", "2.1 尺寸"],
    ),
    "outline levels": (
        p("1 范围", "B") + p("x。") + p("2 要求", properties='<w:outlineLvl w:val="0"/>') + p("y。"),
        ["1 范围", "2 要求"],
    ),
    "inside content controls": (
        "<w:sdt><w:sdtContent>" + p("1 范围", "1") + p("x。") + "</w:sdtContent></w:sdt>" + p("2 要求", "1"),
        ["1 范围", "2 要求"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_headings_are_found(case):
    body, expected = CASES[case]
    reading = read(body, styles=STYLES, numbering=TEMPLATE)
    assert outline(reading.document) == expected


def test_a_template_says_what_is_a_title_and_what_is_text():
    body = word("范围", "Z") + word("镊子。", "T", 1) + word("材料应耐久", "W", 1)
    document = read(body, styles=STYLES, numbering=CHAPTERS).document
    assert outline(document) == ["1 范围", "1.1 镊子。", "1.2"]
    assert briefs(section(document, "1.2")) == ["材料应耐久"]


def test_contents_are_left_out_and_checked():
    entry = "<w:r><w:t>{}</w:t><w:tab/><w:t>1</w:t></w:r>"
    body = (
        p("目　次")
        + p(entry.format("1　范围"))
        + p(entry.format("2　没有的章"))
        + p("1 范围", "1")
        + p("x。")
    )
    reading = read(body, styles=STYLES)
    assert labels(reading.document) == ["1"]
    assert [(one.code, one.text or one.zh[:9]) for one in reading.doubts] == [
        ("contents-missing", "目次中的“2 没有")
    ]


def table(*rows, look=""):
    return (
        f"<w:tbl><w:tblPr>{look}</w:tblPr>"
        + "".join(f"<w:tr>{one}</w:tr>" for one in rows)
        + "</w:tbl>"
    )


def cell(words, said="", inside=None):
    return f"<w:tc><w:tcPr>{said}</w:tcPr>{inside or p(words)}</w:tc>"


def spans(found):
    return [
        [(" ".join(map(plain, one.blocks)), one.column, one.rows, one.columns) for one in row]
        for row in (*found.head, *found.body)
    ]


def test_cells_that_reach_over_others():
    restart, on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    made = table(
        cell("项目", restart) + cell("限量", '<w:gridSpan w:val="2"/>'),
        cell("", on) + cell("甲") + cell("乙"),
        "<w:trPr><w:del/></w:trPr>" + cell("删去的"),
        "<w:trPr><w:gridBefore w:val='1'/></w:trPr>" + cell("1") + cell("2"),
    )
    (line,) = lines(made)
    assert isinstance(line.block, Table)
    assert len(line.block.head) == 2
    assert spans(line.block) == [
        [("项目", 0, 2, 1), ("限量", 1, 1, 2)],
        [("甲", 1, 1, 1), ("乙", 2, 1, 1)],
        [("1", 1, 1, 1), ("2", 2, 1, 1)],
    ]


@pytest.mark.parametrize(
    ("rows", "look", "heads"),
    [
        (["<w:trPr><w:tblHeader/></w:trPr>" + cell("甲"), cell("乙"), cell("丙")], "", 1),
        ([cell("甲"), cell("乙")], "", 1),
        ([cell("甲"), cell("乙")], '<w:tblLook w:firstRow="0"/>', 0),
        ([cell("甲")], "", 0),
    ],
)
def test_rows_of_the_head(rows, look, heads):
    (line,) = lines(table(*rows, look=look))
    assert len(line.block.head) == heads


def test_a_table_inside_a_cell_and_a_cell_numbered_by_word():
    inner = table(cell("内"), cell("里"))
    (line,) = lines(
        table(cell("", inside=p("外") + inner + p()) + cell("", inside=word("甲", "1"))),
        numbering=CHAPTERS,
    )
    first, second = line.block.body[0]
    assert [type(one).__name__ for one in first.blocks] == ["Paragraph", "Table"]
    assert plain(second.blocks[0]) == "1 甲"


def test_captions_units_notes_and_letters_of_a_table():
    last = cell("", '<w:gridSpan w:val="2"/>', p("注：空白为不适用。") + p("a 干基。"))
    raised = cell("", inside=p(r("5") + r("a", '<w:vertAlign w:val="superscript"/>')))
    body = (
        p("1 范围", "1")
        + p("表1 限量")
        + p("单位为毫米")
        + table(cell("项目") + cell("限量"), cell("铅") + raised, last)
    )
    (found,) = section(read(body, styles=STYLES).document, "1").blocks
    assert (found.label, found.title.content, found.unit, len(found.body)) == (
        "1",
        "限量",
        "毫米",
        1,
    )
    assert [one.label for one in (*found.notes, *found.footnotes)] == ["注", "a"]
    (mark,) = found.body[0][1].blocks[0].text.marks
    assert (mark.kind, mark.value) == ("footnote", found.footnotes[0].id)


MATH = "<m:oMath><m:r><m:t>P=a</m:t></m:r></m:oMath>"
TAB = "<w:r><w:tab/></w:r>"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (p(f"<m:oMathPara>{MATH}</m:oMathPara>"), ("", "P = a", True)),
        (p(TAB + MATH + TAB + r("（1）")), ("1", "P = a", True)),
        (p(MATH + r("………………（A.2）")), ("A.2", "P = a", True)),
        (word(MATH, "x", 0, "3"), ("4", "P = a", True)),
        (table(cell("", inside=p()) + cell("", inside=p(MATH)) + cell("(7)")), ("7", "P = a", True)),
        (p(TAB + r("P = a/b") + TAB + r("（3）"), "G"), ("3", "P = a/b", False)),
        (p("E=mc…………（5）"), None),
        (p(r("设") + MATH + r("为坡度。")), None),
        (p("式中：", "G"), None),
    ],
)  # fmt: skip
def test_formulas_on_their_own_line(body, expected):
    numbering = numbered(
        level(0, "decimal", "(%1)", '<w:start w:val="4"/>').replace('<w:start w:val="1"/>', "", 1),
        number="3",
    )
    (line,) = lines(body, styles=STYLES, numbering=numbering)
    found = line.block
    got = (found.label, found.linear, bool(found.mathml)) if isinstance(found, Formula) else None
    assert got == expected


def test_pictures_with_their_captions_and_bytes():
    picture = '<w:r><w:drawing><a:blip r:embed="r1"/></w:drawing></w:r>'
    rels = '<Relationship Id="r1" Type="image" Target="media/a.png"/>'
    body = p("1 范围", "1") + p(picture) + p("图1 示意")
    reading = read(body, styles=STYLES, rels=rels, files={"word/media/a.png": b"PNG"})
    (found,) = reading.document.sections[0].blocks
    assert isinstance(found, Figure)
    assert (found.label, found.title.content, found.images) == ("1", "示意", ("a.png",))
    assert reading.images == {"a.png": b"PNG"}


def test_a_picture_that_is_not_there_is_doubted():
    picture = '<w:r><w:pict><v:imagedata r:id="r1"/></w:pict></w:r>'
    rels = '<Relationship Id="r1" Type="image" Target="media/a.png"/>'
    assert "docx-image" in [one.code for one in read(p(picture), rels=rels).doubts]


def test_lines_say_how_they_look():
    look = '<w:jc w:val="center"/><w:ind w:left="420" w:firstLine="200"/>'
    (line,) = lines(p(r("x", '<w:b/><w:sz w:val="32"/>'), properties=look))
    assert (line.bold, line.centred, line.size, line.indent, line.line) == (
        True,
        True,
        16.0,
        31.0,
        1,
    )
