"""Markdown and plain text: how things are written, and that the readers read them again."""

import pytest
from hypothesis import given, settings

from guiju.core.documents import model as m
from guiju.core.documents.outputs import markdown, plain, tex
from guiju.core.documents.outputs.scripts import script
from guiju.core.documents.reading import read
from guiju.core.documents.writing import write
from tests.core.documents.skeletons import labels, outline
from tests.core.documents.strategies import documents
from tests.shared_data import shared


def document(*blocks, language="zh"):
    own = m.Section(kind="clause", label="5", title=m.Text("要求"), level=1, blocks=blocks)
    return m.Document(meta=m.Meta(language=language), sections=(own,))


def cell(words, column, *marks, **how):
    text = m.Text(words, marks)
    return m.Cell(blocks=(m.Paragraph(text=text),), column=column, **how)


GRID = m.Table(
    label="1", title=m.Text("指标"), unit="毫米",
    head=((cell("项目", 0, head=True), cell("a|b", 1, head=True)),),
    body=((cell("CO2", 0, m.Mark(2, 3, "sub")), m.Cell(blocks=(), column=1)),),
)  # fmt: skip
SPANNED = m.Table(
    label="A.1", title=m.Text(), head=(),
    body=((cell("a<b", 0, rows=2), cell("c", 1)), (cell("d", 1),)),
    notes=(m.Note(kind="note", label="", blocks=(m.Paragraph(text=m.Text("说明。")),)),),
)  # fmt: skip
TEXT = m.Text(
    "a*b_c 10-3 m3",
    (m.Mark(0, 1, "bold"), m.Mark(8, 10, "sup"), m.Mark(12, 13, "sup")),
)
ITEMS = m.Items(
    items=(
        m.Item(
            label="a)", blocks=(m.Paragraph(text=m.Text("甲：")), m.Paragraph(text=m.Text("乙")))
        ),
        m.Item(label="V", blocks=(m.Paragraph(text=m.Text("体积；")),)),
    )
)
CASES = [
    (m.Paragraph(text=TEXT), r"**a**\*b\_c 10<sup>-3</sup> m<sup>3</sup>", "a*b_c 10⁻³ m³"),
    (m.Paragraph(text=m.Text("# 1 <b>")), r"\# 1 &lt;b>", "# 1 <b>"),
    (GRID, "表1　指标\n\n单位为毫米\n\n| 项目 | a\\|b |\n|---|---|\n| CO<sub>2</sub> |  |",
     "表1　指标\n单位为毫米\n项目\ta|b\nCO2\t"),
    (SPANNED, '表A.1\n\n<table>\n<tr><td rowspan="2">a&lt;b</td><td>c</td></tr>\n<tr><td>d</td></tr>\n'
     '<tr><td colspan="2"><p>注：说明。</p></td></tr>\n</table>', "表A.1\na<b\tc\n\td\n注：说明。"),
    (ITEMS, "a) 甲：\n\n乙\n\nV——体积；", "a) 甲：\n乙\nV——体积；"),
    (m.Formula(label="2", linear="x_(max) = 5 %"), r"$$ x_{max} = 5 \% \quad (2) $$", "x_(max) = 5 % ……………… （2）"),
    (m.Note(kind="warning", label="", blocks=()), "警告：", "警告："),
    (m.Quote(code=True, blocks=(m.Paragraph(text=m.Text("x = '*'")),)), "```\nx = '*'\n```", "x = '*'"),
]  # fmt: skip


@pytest.mark.parametrize(("block", "marked", "simple"), CASES)
def test_how_a_block_is_written(block, marked, simple):
    assert markdown.write(document(block)) == f"# 5　要求\n\n{marked}\n"
    assert plain.write(document(block)) == f"5　要求\n{simple}\n"


def test_english_labels_are_english():
    blocks = (GRID, m.Note(kind="example", label="", blocks=(m.Paragraph(text=m.Text("Red.")),)))
    lines = plain.write(document(*blocks, language="en")).splitlines()
    assert lines[1:3] == ["Table 1　指标", "Dimensions in 毫米"]
    assert lines[-1] == "EXAMPLE: Red."


def test_footnotes_of_markdown_stand_at_the_end():
    text = m.Text("词1)。", (m.Mark(1, 3, "footnote", "fn 1"),))
    note = m.Footnote(id="fn 1", label="1)", blocks=(m.Paragraph(text=m.Text("说明。")),))
    whole = m.Document(
        meta=m.Meta(), sections=document(m.Paragraph(text=text)).sections, footnotes=(note,)
    )
    assert markdown.write(whole).splitlines()[2:] == ["词[^fn-1]。", "", "[^fn-1]: 说明。"]


MML = 'xmlns="http://www.w3.org/1998/Math/MathML"'


@pytest.mark.parametrize(
    ("mathml", "linear", "wanted"),
    [
        (f"<math {MML}><mfrac><mi>a</mi><mi>b</mi></mfrac></math>", "a/b", r"\frac{a}{b}"),
        (f"<math {MML}><msub><mi>m</mi><mi>max</mi></msub></math>", "m_max", r"m_{\mathrm{max}}"),
        (f"<math {MML}><msqrt><mi>x</mi><mo>%</mo></msqrt></math>", "", r"\sqrt{x \% }"),
        (f"<math {MML}><msubsup><mi>x</mi><mn>1</mn><mn>2</mn></msubsup></math>", "", "x_{1}^{2}"),
        ("<broken", "m_DE", "m_{DE}"),
        ("", "a^{10}", "a^{10}"),
        ("", "\\input{x}", ""),
    ],
)
def test_formulas_are_tex(mathml, linear, wanted):
    assert tex.of_formula(mathml, linear) == wanted


@pytest.mark.parametrize(
    ("content", "up", "wanted"),
    [("2", False, "₂"), ("-3", True, "⁻³"), ("max", False, "_(max)"), ("a", True, "^a")],
)
def test_indices_keep_their_meaning(content, up, wanted):
    assert script(content, up=up) == wanted


@settings(max_examples=15, deadline=None)
@given(documents())
def test_any_document_can_be_written_and_the_result_read(one):
    for name in ("x.md", "x.txt", "x.html", "x.json", "x.sts.xml"):
        written = write(m.Reading(document=one), name)
        assert isinstance(read(written, name), m.Reading)


PDFS = ("DB37T29042019", "GBT435642023", "GBT435652023")


@pytest.mark.parametrize("suffix", [".md", ".txt", ".html", ".sts.xml"])
@pytest.mark.parametrize("name", PDFS)
def test_a_real_standard_keeps_its_clauses_and_terms(name, suffix):
    first = read(shared(f"data/documents/pdf/{name}.pdf").read_bytes(), f"{name}.pdf").document
    again = read(write(m.Reading(document=first), suffix), suffix).document
    if suffix != ".txt":  # C₁₀ of a title is no C10 with a mark there
        assert outline(again) == outline(first)
    assert labels(again) == labels(first)
