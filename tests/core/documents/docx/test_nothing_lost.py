"""Every visible word of a file is in the tree or in a doubt, whatever it is made of."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guiju.core.documents import docx
from guiju.core.documents.mapping import mapped
from guiju.core.documents.reading import read
from guiju.core.documents.structure.left import letters, strings
from tests.core.documents.docx.parts import level, made, num, numbered, p, r, style
from tests.shared_data import shared

STYLES = (
    style("1", "heading 1") + style("2", "标准文件_一级条标题") + style("F", "标准文件_附录标识")
    + style("W", "标准文件_一级无标题") + style("G", "标准文件_正文公式") + style("N", "前言、引言标题")
    + style("C", "代码")
)  # fmt: skip
NUMBERS = (
    numbered(level(0, "decimal", "%1"), level(1, "decimal", "%1.%2"))
    + numbered(level(0, "upperLetter", "附录%1"), level(1, "decimal", "%1.%2"), number="2")
    + numbered(level(0, "lowerLetter", "%1)"), level(1, "decimal", "%2)"), number="3")
)
TYPED = ("", "1 ", "2　", "3.1 ", "4.2.1 ", "第一章 ", "一、", "（1）", "a) ", "—— ", "附录A ", "A.1 ",
         "表1 ", "图A.1 ", "注：", "示例1：", "[1] ", "GB/T 1—2020 ", "代替", "ICS 01.120 ", "式中：", "x——",
         "[来源：", "许用术语：", "单位为", "2030-01-01发布 ", "术语和定义 ", "参考文献 ", "规范性引用文件 ", "前言 ")  # fmt: skip
ENDS = ("", "。", "：", "，", "（续）", "…………5", "\t（3）", "]")
FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'


class Writer:
    """Draws a body; each of its words is written once, so that it can be looked for."""

    def __init__(self, draw):
        self.draw, self.words = draw, []

    def of(self, *choices):
        return self.draw(st.sampled_from(choices))

    def word(self):
        self.words.append(f"规矩{chr(0x4E00 + len(self.words))}方圆")
        return self.words[-1]

    def run(self):
        kind = self.of(
            "t",
            "t",
            "t",
            "ins",
            "sdt",
            "link",
            "field",
            "open",
            "vanish",
            "box",
            "math",
            "mc",
            "art",
            "tag",
        )
        words = self.word()
        plain = r(words, self.of("", "", "<w:b/>", "<w:i/>"))
        if kind == "vanish":
            return r(words, "<w:vanish/>")
        if kind == "art":
            return f"<w:r><w:drawing><a:t>{words}</a:t></w:drawing></w:r>"
        if kind == "math":
            return f"<m:oMath><m:r><m:rPr><m:nor/></m:rPr><m:t>{words}</m:t></m:r></m:oMath>"
        if kind == "mc":
            return (
                "<w:r><mc:AlternateContent><mc:Choice/><mc:Fallback>"
                f"<w:t>{words}</w:t></mc:Fallback></mc:AlternateContent></w:r>"
            )
        if kind == "box":
            box = f"<w:txbxContent>{p(plain)}</w:txbxContent>"
            return f"<w:r><w:pict><v:textbox>{box}</v:textbox></w:pict></w:r>"
        if kind in ("field", "open"):
            code = f"<w:r><w:instrText>{self.of('REF a', 'SEQ 表', 'IF')}</w:instrText></w:r>"
            separate = FIELD.format("separate") if kind == "field" or self.of(0, 1) else ""
            end = FIELD.format("end") if kind == "field" else ""
            return FIELD.format("begin") + code + separate + plain + end
        wrap = {
            "t": "{}", "ins": "<w:ins>{}</w:ins>", "link": '<w:hyperlink w:anchor="a">{}</w:hyperlink>',
            "sdt": "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>", "tag": "<w:smartTag>{}</w:smartTag>",
        }  # fmt: skip
        return wrap[kind].format(plain)

    def paragraph(self):
        inside = r(self.of(*TYPED)) + "".join(self.run() for _ in range(self.of(0, 1, 1, 2)))
        look = self.of(
            "", "", "", num(0), num(1), num(0, "2"), num(0, "3"), '<w:jc w:val="center"/>'
        )
        return p(
            inside + r(self.of(*ENDS)), self.of("", "", "", "1", "2", "F", "W", "G", "N", "C"), look
        )

    def table(self, deep):
        rows = "".join(
            "<w:tr>" + "".join(self.cell(deep) for _ in range(self.of(1, 2, 3))) + "</w:tr>"
            for _ in range(self.of(1, 2, 3))
        )
        return f"<w:tbl>{rows}</w:tbl>"

    def cell(self, deep):
        said = self.of(
            "",
            "",
            "<w:vMerge/>",
            '<w:vMerge w:val="restart"/>',
            '<w:gridSpan w:val="2"/>',
            "<w:hMerge/>",
        )
        return f"<w:tc><w:tcPr>{said}</w:tcPr>{self.body(1, deep + 1)}</w:tc>"

    def body(self, most, deep=0):
        out = ""
        for _ in range(self.draw(st.integers(0 if deep else 1, most))):
            kind = self.of("p", "p", "p", "p", "table", "group", "ins") if deep < 2 else "p"
            if kind == "table":
                out += self.table(deep)
            elif kind == "group":
                tag = self.of("note", "list", "item", "quote", "code", "figure", "part", "table")
                out += (
                    f'<w:sdt><w:sdtPr><w:tag w:val="guiju.{tag}"/></w:sdtPr><w:sdtContent>'
                    f"{self.body(3, deep + 1)}</w:sdtContent></w:sdt>"
                )
            elif kind == "ins":
                out += f"<w:ins>{self.paragraph()}</w:ins>"
            else:
                out += self.paragraph()
        return out


@st.composite
def bodies(draw):
    writer = Writer(draw)
    return writer.body(10), writer.words


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(bodies())
def test_of_a_file(drawn):
    body, words = drawn
    reading = docx.read(made(body, styles=STYLES, numbering=NUMBERS))
    there = "".join((*strings(reading.document), *(one.text for one in reading.doubts)))
    assert [one for one in words if one not in there] == [], body


@pytest.mark.parametrize(
    "name",
    ["metanorma/rice-body-zh.adoc", "metanorma/rice-en.cd.metanorma.xml", "metanorma/rice-gb.xml",
     "sts/rice-en.final.sts.xml", "sts/isosts-feature_doc.xml", "sts/tbx-nisosts-0.2-formatted.xml",
     "pdf/GBT435642023.pdf", "pdf/GBT435652023.pdf", "pdf/DB37T29042019.pdf"],
)  # fmt: skip
def test_of_a_real_document_that_is_written_and_read(name):
    data = shared(f"data/documents/{name}").read_bytes()
    reading = read(data, name)
    again = docx.read(docx.write(reading.document, images=reading.images))
    there = letters("".join(strings(again.document)))
    lost = {
        part
        for text in texts(reading.document)
        for part in re.findall(r"\w+", text)
        if len(letters(part)) > 3 and letters(part) not in there
    }
    assert lost == set()


def texts(document):
    found = []
    mapped(document, lambda text, _: found.append(text.content) or text)
    return found
