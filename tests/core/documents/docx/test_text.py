"""The text of a paragraph: what people see, with its marks, and nothing that they do not see."""

import pytest

from guiju.core.documents.model import Mark
from tests.core.documents.docx.parts import lines, p, r, read

RAISED = '<w:vertAlign w:val="superscript"/>'
REL = '<Relationship Id="r1" Type="hyperlink" Target="https://example.cn/a" TargetMode="External"/>'


def field(code, shown, marks=""):
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText> {code} </w:instrText></w:r>"
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{r(shown)}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>' + marks
    )


@pytest.mark.parametrize(
    ("inside", "content", "marks"),
    [
        (r("10 m") + r("3", '<w:vertAlign w:val="superscript"/>'), "10 m3", [(4, 5, "sup", "")]),
        (r("CO") + r("2", '<w:vertAlign w:val="subscript"/>'), "CO2", [(2, 3, "sub", "")]),
        (r("见") + r("甲", "<w:i/>") + r("乙", '<w:i w:val="1"/>') + r("丙", '<w:i w:val="0"/>'),
         "见甲乙丙", [(1, 3, "italic", "")]),
        (r("普通") + r("重", "<w:b/>"), "普通重", [(2, 3, "bold", "")]),
        (r("全部", "<w:b/>") + r("都重", "<w:b/>"), "全部都重", []),
        (r("甲") + "<w:r><w:br/></w:r>" + r("乙"), "甲\n乙", [(1, 2, "break", "")]),
        (r("甲") + '<w:r><w:br w:type="page"/></w:r>' + r("乙"), "甲乙", []),
        (r("甲") + "<w:r><w:tab/><w:t>乙</w:t><w:noBreakHyphen/><w:softHyphen/></w:r>", "甲\t乙-", []),
        ('<w:r><w:t>25</w:t><w:sym w:font="Symbol" w:char="F0B0"/><w:t>C</w:t></w:r>', "25°C", []),
        ('<w:ins>' + r("新") + "</w:ins><w:del><w:r><w:delText>旧</w:delText></w:r></w:del>" + r("文"), "新文", []),
        ("<w:moveFrom>" + r("旧") + "</w:moveFrom><w:moveTo>" + r("新") + "</w:moveTo>", "新", []),
        (r("看得见") + r("看不见", "<w:vanish/>"), "看得见", []),
        (r("见") + field(r"REF _Ref1 \h", "表1"), "见表1", [(1, 3, "internal", "#_Ref1")]),
        (field("SEQ 表 \\* ARABIC", "3"), "3", []),
        (r("第") + '<w:fldSimple w:instr=" PAGE ">' + r("5") + "</w:fldSimple>" + r("页"), "第5页", []),
        ('<w:hyperlink r:id="r1">' + r("网页") + "</w:hyperlink>", "网页", [(0, 2, "link", "https://example.cn/a")]),
        (field('HYPERLINK "https://example.cn/b"', "网"), "网", [(0, 1, "link", "https://example.cn/b")]),
        ('<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>' + r("单击此处") + "</w:sdtContent></w:sdt>" + r("文"),
         "文", []),
        ("<w:smartTag><w:customXml>" + r("里面") + "</w:customXml></w:smartTag>", "里面", []),
        ("<w:r><w:ruby><w:rt>" + r("guī") + "</w:rt><w:rubyBase>" + r("规") + "</w:rubyBase></w:ruby></w:r>", "规", []),
        (r("设") + "<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>" + r("为"), "设x为",
         [(1, 2, "math", '<math xmlns="http://www.w3.org/1998/Math/MathML"><mi>x</mi></math>')]),
    ],
)  # fmt: skip
def test_what_is_read(inside, content, marks):
    (line,) = lines(p(inside), rels=REL)
    assert line.text.content == content
    assert line.text.marks == tuple(Mark(*one) for one in marks)


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (p("<w:ins>" + r("新") + "</w:ins>"), "docx-tracked"),
        (p(r("隐", "<w:vanish/>") + r("显")), "docx-hidden"),
        (p('<w:r><w:object><v:shape><v:imagedata r:id="r9"/></v:shape></w:object></w:r>'), "docx-object"),
        ('<w:altChunk r:id="r1"/>' + p("x"), "docx-subdocument"),
    ],
)  # fmt: skip
def test_what_is_doubted(body, code):
    codes = [one.code for one in read(body, rels=REL).doubts]
    assert codes.count(code) == 1


def test_comments_are_left_out_with_a_doubt():
    body = p(
        '<w:commentRangeStart w:id="1"/>' + r("正文") + '<w:r><w:commentReference w:id="1"/></w:r>'
    )
    comments = '<w:comment w:id="1">' + p("批注") + "</w:comment>"
    assert [one.text.content for one in lines(body, comments=comments)] == ["正文"]
    assert "docx-comments" in [one.code for one in read(body, comments=comments).doubts]
    assert "docx-comments" not in [one.code for one in read(body, comments="").doubts]


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next():
    gone = "<w:rPr><w:del/></w:rPr>"
    assert [one.text.content for one in lines(p("前半", properties=gone) + p("后半"))] == [
        "前半后半"
    ]


def test_a_text_box_is_read_once_after_its_paragraph():
    box = "<w:txbxContent>" + p("框内") + "</w:txbxContent>"
    both = (
        f"<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert [one.text.content for one in lines(p(both + r("段")))] == ["段", "框内"]


def test_footnotes_are_counted_where_they_are_called():
    call = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    notes = "".join(
        f'<w:footnote w:id="{at}">{p("<w:r><w:footnoteRef/></w:r>" + r(words))}</w:footnote>'
        for at, words in ((1, "先"), (2, "后"))
    )
    reading = read(
        p("1 范围") + p(r("甲") + call.format(2) + r("乙") + call.format(1) + r(")", RAISED)),
        footnotes=notes,
    )
    paragraph = reading.document.sections[0].blocks[0]
    assert paragraph.text.content == "甲1乙2)"
    assert [(one.kind, one.value) for one in paragraph.text.marks] == [
        ("footnote", "footnote-2"),
        ("footnote", "footnote-1"),
    ]
    assert [(one.label, one.blocks[0].text.content) for one in reading.document.footnotes] == [
        ("1", "后"),
        ("2)", "先"),
    ]


def test_a_footnote_may_have_its_own_label():
    call = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>*</w:t></w:r>'
    notes = '<w:footnote w:id="1">' + p("* 自注") + "</w:footnote>"
    (note,) = read(p("1 范围") + p(r("甲") + call), footnotes=notes).document.footnotes
    assert (note.label, note.blocks[0].text.content) == ("*", "自注")


def test_pointers_lead_to_addresses():
    mark = '<w:bookmarkStart w:id="1" w:name="{}"/>'
    point = '<w:hyperlink w:anchor="{}">' + r("那里") + "</w:hyperlink>"
    body = (
        p("1 范围") + p("".join(point.format(one) for one in ("a", "b", "none")))
        + p(mark.format("a") + r("2 要求")) + p(mark.format("b") + r("表1 限量"))
        + f"<w:tbl><w:tr><w:tc>{p('x')}</w:tc></w:tr></w:tbl>"
    )  # fmt: skip
    (paragraph,) = read(body).document.sections[0].blocks
    assert [one.value for one in paragraph.text.marks] == ["2", "table-1", ""]
