"""DOCX as secretaries really make them: templates, mixed numbers, covers, fields, signs, captions."""

import pytest

from tests.core.documents.docx.parts import level, num, numbered, p, r, read, style
from tests.core.documents.skeletons import briefs, outline

STYLES = "".join(
    style(identity, name)
    for identity, name in (
        ("1", "heading 1"), ("2", "heading 2"), ("Z", "标准文件_章标题"), ("T", "标准文件_一级条标题"),
        ("W", "标准文件_一级无标题"), ("F", "标准文件_附录标识"), ("FT", "标准文件_附录一级条标题"),
        ("C", "toc 1"), ("TT", "术语条一"),
    )
) + style("M", "我的章", based="1")  # fmt: skip
LEVELS = (level(0, "decimal", "%1"), level(1, "decimal", "%1.%2"))
NUMBERS = (
    numbered(*LEVELS)
    + numbered(level(0, "upperLetter", "附　录　%1"), level(1, "decimal", "%1.%2"), number="2")
    + numbered(level(0, "decimal", "表%1　"), number="3")
    + numbered(level(0, "decimal", "图%1　"), number="4")
    + numbered(level(0, "none", "注："), number="5")
    + numbered(level(0, "lowerLetter", "%1)"), level(1, "decimal", "%2)"), number="6")
    + numbered(level(0, "decimal", "3.%1"), number="8")
)
FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
BEGIN, SEPARATE, END = (FIELD.format(one) for one in ("begin", "separate", "end"))
PICTURE = '<w:r><w:drawing><a:blip r:embed="r1"/></w:drawing></w:r>'
SCOPE = p("1 范围", "1")


def word(words, named, at=0, number="1"):
    return p(words, named, num(at, number))


def code(words):
    return f"<w:r><w:instrText>{words}</w:instrText></w:r>"


def row(*cells):
    return "<w:tr>" + "".join(f"<w:tc>{p(one)}</w:tc>" for one in cells) + "</w:tr>"


def table(*rows):
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def boxed(*paragraphs):
    box = f"<w:txbxContent>{''.join(paragraphs)}</w:txbxContent>"
    return p(f"<w:r><w:pict><v:textbox>{box}</v:textbox></w:pict></w:r>")


def sign(font, at):
    return f'<w:r><w:sym w:font="{font}" w:char="{at}"/></w:r>'


GRID = table(row("甲", "乙"), row("1", "2"))

TREES = {
    "a template that numbers everything": (
        word("范围", "Z") + word("要求", "Z") + word("尺寸", "T", 1) + word("材料应耐久。", "W", 1)
        + word("第一项：", "", 0, "6") + word("小项；", "", 1, "6") + word("第二项。", "", 0, "6")
        + word("这是注。", "", 0, "5") + word("限量", "", 0, "3") + GRID
        + p(PICTURE) + word("示意", "", 0, "4"),
        ["1 范围", "2 要求", "2.1 尺寸", "2.2"],
        ["材料应耐久。", "[a) 第一项：+[1) 小项；]; b) 第二项。]", "note 注: 这是注。",
         "table 1 限量 1+1", "figure 1 示意"],
    ),
    "an annex whose number stands alone": (
        word("范围", "Z") + p("", "F", num(0, "2")) + p("（资料性）") + p("示例") + word("原理", "FT", 1, "2") + p("y。"),
        ["1 范围", "A 示例", "A.1 原理"],
        ["y。"],
    ),
    "an empty chapter counts": (
        word("范围", "Z") + word("", "Z") + word("要求", "Z") + p("y。"), ["1 范围", "3 要求"], ["y。"],
    ),
    "own styles based on Word's, numbers typed": (
        p("1 范围", "M") + p("2　要求", "M") + p("２．１　尺寸", "2") + p("y。"),
        ["1 范围", "2 要求", "2.1 尺寸"], ["y。"],
    ),
    "headings without any number": (
        p("范围", "1") + p("要求", "1") + p("尺寸", "2") + p("y。"), ["scope 范围", "other 要求", "other 尺寸"], ["y。"],
    ),
    "no heading at all": (p("一段文字。") + p("又一段。"), ["other"], ["一段文字。", "又一段。"]),
    "terms numbered by Word": (
        p("1 范围", "1") + p("2 规范性引用文件", "1") + p("3 术语和定义", "1") + word("规矩 compass", "TT", 0, "8") + p("圆规。"),
        ["1 范围", "2 规范性引用文件", "3 术语和定义"], ["term 3.1 规矩,compass: 圆规。"],
    ),
    "captions below tables": (
        SCOPE + GRID + p("表1 甲") + table(row("丙"), row("丁")) + p("表2 乙"),
        ["1 范围"], ["table 1 甲 1+1", "table 2 乙 1+1"],
    ),
    "one caption on the wrong side": (
        SCOPE + p("表1 甲") + GRID + p("文。") + table(row("丙"), row("丁")) + p("表2 乙"),
        ["1 范围"], ["table 1 甲 1+1", "文。", "table 2 乙 1+1"],
    ),
    "captions above figures": (
        SCOPE + p("图1 甲") + p(PICTURE) + p("图2 乙") + p(PICTURE),
        ["1 范围"], ["figure 1 甲", "figure 2 乙"],
    ),
    "contents made by Word without a heading": (
        p(BEGIN + code('TOC \\o "1-3"') + SEPARATE + r("1　范围 1"), "C") + p(r("2　要求 1") + END, "C")
        + SCOPE + p("2 要求", "1") + p("y。"),
        ["1 范围", "2 要求"], ["y。"],
    ),
    "old merging of cells": (
        SCOPE + "<w:tbl><w:tr><w:tc><w:tcPr><w:hMerge w:val='restart'/></w:tcPr>" + p("甲")
        + "</w:tc><w:tc><w:tcPr><w:hMerge/></w:tcPr>" + p() + "</w:tc></w:tr>" + row("1", "2") + "</w:tbl>",
        ["1 范围"], ["table   0+2"],
    ),
    "a deleted cell": (
        SCOPE + "<w:tbl>" + row("甲", "乙") + "<w:tr><w:tc><w:tcPr><w:cellDel/></w:tcPr>" + p("删")
        + f"</w:tc><w:tc>{p('丙')}</w:tc></w:tr></w:tbl>",
        ["1 范围"], ["table   1+1"],
    ),
    "a paragraph whose end was deleted before a table": (
        SCOPE + p("前。", properties="<w:rPr><w:del/></w:rPr>") + GRID + p("末", properties="<w:rPr><w:del/></w:rPr>"),
        ["1 范围"], ["前。", "table   1+1", "末"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", TREES)
def test_the_tree(case):
    body, headings, last = TREES[case]
    rels = '<Relationship Id="r1" Type="image" Target="media/a.emf"/>'
    reading = read(
        body, styles=STYLES, numbering=NUMBERS, rels=rels, files={"word/media/a.emf": b"EMF"}
    )
    assert outline(reading.document) == headings
    section = reading.document.sections[-1]
    while section.sections:
        section = section.sections[-1]
    assert briefs(section) == last


WORDS = {
    "a field that never ends": (
        p(r("甲") + BEGIN + code("REF x") + r("乙")) + p("丙"), ["甲乙", "丙"], {"docx-field-open": ""},
    ),
    "a field of a code only": (p(r("甲") + BEGIN + code("PAGE") + END + r("乙")), ["甲乙"], {}),
    "a formula in a code": (
        p(r("x=") + BEGIN + code(r"EQ \f(a,b)+\r(3,c)\s\up4(2)") + END), ["x=(a)/(b)+(c)^(1/3)2"],
        {"docx-code": r"EQ \f(a,b)+\r(3,c)\s\up4(2)"},
    ),
    "two hidden texts": (
        p(r("显") + r("隐一", "<w:vanish/>")) + p(r("示") + r("隐二", "<w:vanish/>")), ["显", "示"],
        {"docx-hidden": "隐一\n隐二"},
    ),
    "a sign of which Word keeps a copy": (
        p('<w:r><mc:AlternateContent><mc:Choice Requires="w16se"/><mc:Fallback><w:t>⚠</w:t></mc:Fallback>'
          "</mc:AlternateContent></w:r>" + r("甲")), ["⚠甲"], {},
    ),
    "either of two": (
        p("<mc:AlternateContent><mc:Choice>" + r("选") + "</mc:Choice><mc:Fallback>" + r("落")
          + "</mc:Fallback></mc:AlternateContent>"), ["选"], {},
    ),
    "word art, a watermark and a chart": (
        p('<w:r><w:drawing><a:t>艺术字</a:t></w:drawing><w:pict><v:textpath string="水印"/></w:pict>'
          "<w:drawing><c:chart/></w:drawing></w:r>" + r("甲")), ["甲"],
        {"docx-drawn": "艺术字\n水印", "docx-chart": ""},
    ),
    "signs of fonts": (
        p(r("符") + sign("Wingdings", "F06C") + sign("Symbol", "F06C") + sign("Symbol", "6D") + sign("Wingdings 2", "0052")
          + sign("Symbol", "F0A3") + sign("示例", "E123")), ["符●λμ☑≤\ue123"], {"docx-sign": "E123"},
    ),
    "a run in a font of signs": (
        p(r("m\uf0b0", '<w:rFonts w:ascii="Symbol"/>') + r("m")), ["μ°m"], {},
    ),
    "moved and deleted blocks": (
        "<w:moveTo>" + p("新") + "</w:moveTo><w:moveFrom>" + p("旧") + "</w:moveFrom>", ["新"],
        {"docx-tracked": ""},
    ),
    "words below a merged cell": (
        "<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge w:val='restart'/></w:tcPr>" + p("甲")
        + "</w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>" + p("被盖") + "</w:tc></w:tr></w:tbl>",
        [""], {"docx-merged": "被盖"},
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", WORDS)
def test_the_words_and_doubts(case):
    body, expected, doubts = WORDS[case]
    reading = read(p("1 范围", "1") + body, styles=STYLES)
    blocks = reading.document.sections[0].blocks
    assert [getattr(getattr(one, "text", None), "content", "") for one in blocks] == expected
    found = {one.code: one.text for one in reading.doubts if one.code.startswith("docx")}
    assert found == doubts


@pytest.mark.parametrize(
    ("tag", "inside", "expected"),
    [
        ("note", p("不是注。"), ["不是注。"]),
        ("table", p("一段。") + p("二段。"), ["一段。", "二段。"]),
        ("list", p("a) 项") + p("插话。") + p("b) 项"), ["[a) 项]", "插话。", "[b) 项]"]),
        ("part", p("杂文。") + p("a) 项"), ["杂文。", "[a) 项]"]),
        ("figure", p("杂文。") + p("图1 项"), ["杂文。", "figure 1 项"]),
    ],
)
def test_our_own_controls_after_somebody_wrote_in_them(tag, inside, expected):
    control = (
        f'<w:sdt><w:sdtPr><w:tag w:val="guiju.{tag}"/></w:sdtPr><w:sdtContent>{inside}'
        "</w:sdtContent></w:sdt>"
    )
    assert briefs(read(SCOPE + control, styles=STYLES).document.sections[0]) == expected


COVER = (
    p("GB/T 99999—2030") + p("规矩的示例") + p("Example of compasses") + p("（征求意见稿）")
    + p("2030-XX-XX发布　　2030-XX-XX实施") + p("示例标准化管理委员会") + p("发布")
)  # fmt: skip
ASKING = p("在提交反馈意见时，请将您知道的相关专利一并附上。")


def test_a_cover_in_boxes_and_a_table():
    first = boxed(p("ICS 03.120"), p("CCS A 00")) + table(row("备案号：12345—2030", "ICS 03.120"))
    reading = read(
        first + boxed(p("中华人民共和国国家标准")) + COVER + ASKING + SCOPE, styles=STYLES
    )
    meta = reading.document.meta
    assert (meta.number, meta.titles, meta.ics, meta.ccs, meta.level, meta.stage) == (
        "GB/T 99999—2030", (("zh", "规矩的示例"), ("en", "Example of compasses")), ("03.120",), ("A00",),
        "中华人民共和国国家标准", "征求意见稿",
    )  # fmt: skip
    assert (meta.issuers, meta.registration) == (("示例标准化管理委员会",), "12345—2030")
    assert [(one.code, one.text) for one in reading.doubts] == [
        ("docx-text-box", ""), ("docx-cover", "在提交反馈意见时，请将您知道的相关专利一并附上。"),
    ]  # fmt: skip


def test_comments_are_told_with_their_words():
    comments = "".join(
        f'<w:comment w:id="{at}">{p(words)}</w:comment>' for at, words in enumerate(("一", "二"))
    )
    (doubt,) = read(SCOPE, comments=comments, styles=STYLES).doubts
    assert (doubt.code, doubt.text) == ("docx-comments", "一\n二")
