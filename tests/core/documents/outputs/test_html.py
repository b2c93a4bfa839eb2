"""The reading page: what it says, where its anchors are, and that nothing hostile gets through."""

from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import get_type_hints
from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html as parser

from guiju.core.documents import model as m
from guiju.core.documents.outputs import html
from guiju.core.documents.outputs.listing import listed
from guiju.core.documents.reading import read
from guiju.core.documents.walking import sections
from tests.core.documents.skeletons import briefs
from tests.core.documents.strategies import documents

ELEMENTS = {
    "article",
    "header",
    "section",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "p",
    "span",
    "a",
    "strong",
    "em",
    "u",
    "sub",
    "sup",
    "code",
    "br",
    "ul",
    "li",
    "aside",
    "figure",
    "figcaption",
    "img",
    "div",
    "table",
    "caption",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "pre",
    "blockquote",
    "dl",
    "dt",
    "dd",
    "dfn",
    "math",
    "mrow",
    "mi",
    "mn",
    "mo",
    "mtext",
    "mfrac",
    "msup",
    "msub",
}
ATTRIBUTES = {
    "id", "class", "lang", "role", "href", "src", "alt", "scope", "rowspan", "colspan", "display",
    "xmlns",
}  # fmt: skip
HOSTILE = (
    "<script>alert(1)</script>",
    "\"><img src=x onerror='alert(1)'>",
    "javascript:alert(1)",
    "' onmouseover='x' style='y",
    "</article></main><style>*{}</style>",
    "<!--", "]]>", "&lt;script&gt;", "\x00\x1b\ufffe", "a b\tc\nd", "data:text/html,<script>1</script>",
    '<math xmlns="http://www.w3.org/1998/Math/MathML"><mi href="javascript:1" onclick="x">y</mi>'
    '<annotation-xml encoding="text/html"><script>1</script></annotation-xml></math>',
)  # fmt: skip


def poisoned(one, draw):
    """The same tree with hostile words in every field that may hold any words."""
    if isinstance(one, tuple) and not hasattr(one, "_fields"):
        return tuple(poisoned(part, draw) for part in one)
    if isinstance(one, m.Text):
        words = draw(st.sampled_from(HOSTILE))
        marks = tuple(
            poisoned(
                mark._replace(start=min(mark.start, len(words)), end=min(mark.end, len(words))),
                draw,
            )
            for mark in one.marks
        )
        return m.Text(words, marks)
    if isinstance(one, m.Mark):
        return one._replace(value=draw(st.sampled_from(HOSTILE)))
    if isinstance(one, str):
        return draw(st.sampled_from(HOSTILE))
    if not is_dataclass(one):
        return one
    hints = get_type_hints(type(one))
    changed = {
        field.name: poisoned(getattr(one, field.name), draw)
        for field in fields(one)
        if not isinstance(getattr(one, field.name), str) or hints[field.name] is str
    }
    return replace(one, **changed)


@st.composite
def hostile(draw):
    return poisoned(draw(documents()), draw)


@settings(max_examples=12, deadline=None)
@given(hostile())
def test_hostile_words_stay_words(document):
    page = html.write(
        document, link=lambda number: "/standards/" + number, image=lambda _: "/x.png"
    )
    root = parser.fragment_fromstring(page)
    for one in root.iter():
        assert isinstance(one.tag, str), "a comment came through"
        assert one.tag in ELEMENTS
        assert set(one.attrib) <= ATTRIBUTES
        href = one.get("href", "#")
        assert href.startswith(("#", "http://", "https://", "mailto:", "/standards/"))
        assert one.get("src", "/x.png") == "/x.png"


@settings(max_examples=12, deadline=None)
@given(documents())
def test_each_address_is_an_anchor_and_no_anchor_comes_twice(document):
    root = parser.fragment_fromstring(html.write(document, prefix="zh-"))
    ids = [str(one.get("id")) for one in root.iter() if one.get("id")]
    addresses = {"zh-" + "_".join(address.split()) for address, _ in listed(document)}
    assert sorted(ids) == sorted(set(ids))
    assert set(ids) == addresses


def section(*blocks, language="zh", **kinds):
    own = {
        "kind": "clause",
        "label": "5",
        "title": m.Text("要求"),
        "level": 1,
        "address": "5",
    } | kinds
    return m.Document(meta=m.Meta(language=language), sections=(m.Section(**own, blocks=blocks),))


def written(*blocks, **how):
    whole = html.write(section(*blocks), **how)
    start = '<article class="standard" lang="zh-Hans"><section id="5" class="clause"><h2><span class="label">5</span> 要求</h2>'
    assert whole.startswith(start)
    return whole.removeprefix(start).removesuffix("</section></article>")


def test_a_pointer_to_a_standard_goes_where_the_caller_says():
    text = m.Text("按GB/T 191", (m.Mark(1, 9, "standard", "GB/T 191"),))
    paragraph = m.Paragraph(text=text, address="5/p1")
    assert written(paragraph) == '<p id="5/p1">按<span class="standard">GB/T 191</span></p>'
    assert (
        written(paragraph, link=lambda number: f"/s/{number}?a=1&b=2")
        == '<p id="5/p1">按<a class="standard" href="/s/GB/T 191?a=1&amp;b=2">GB/T 191</a></p>'
    )


def test_pointers_inside_lead_to_anchors():
    text = m.Text("见5.4", (m.Mark(1, 4, "internal", "5.4/b~2"),))
    shown = written(m.Paragraph(text=text, address="5/p1"), prefix="")
    assert shown == '<p id="5/p1">见<a class="internal" href="#5.4/b~2">5.4</a></p>'
    link = parser.fragment_fromstring(shown).find(".//a")
    assert unquote(link.get("href")) == "#5.4/b~2"


def test_marks_that_overlap_nest():
    text = m.Text("abcd", (m.Mark(0, 3, "bold"), m.Mark(2, 4, "italic")))
    assert (
        written(m.Paragraph(text=text, address="5/p1"))
        == '<p id="5/p1"><strong>ab<em>c</em></strong><em>d</em></p>'
    )


def test_a_table_has_caption_scopes_and_spans():
    def cell(words, column, **how):
        return m.Cell(blocks=(m.Paragraph(text=m.Text(words)),), column=column, **how)

    table = m.Table(
        label="1", title=m.Text("尺寸"), unit="毫米", address="table-1",
        head=((cell("项目", 0, rows=2, head=True), cell("值", 1, columns=2, head=True)),),
        body=((cell("长", 0, head=True), cell("5", 1), cell("6", 2)),),
    )  # fmt: skip
    assert written(table) == (
        '<div id="table-1" class="table"><div class="wide"><table><caption><span class="label">表1</span> 尺寸 '
        '<span class="unit">单位为毫米</span></caption><thead><tr>'
        '<th scope="col" rowspan="2"><p>项目</p></th><th scope="colgroup" colspan="2"><p>值</p></th></tr></thead>'
        '<tbody><tr><th scope="row"><p>长</p></th><td><p>5</p></td><td><p>6</p></td></tr></tbody></table></div></div>'
    )


def test_a_term_is_a_list_of_definitions():
    term = m.Term(
        label="3.1",
        designations=(
            m.Designation(text=m.Text("水壶"), language="zh"),
            m.Designation(text=m.Text("bottle"), language="en"),
        ),
        definitions=(("zh", m.Text("盛水的容器")),),
        domain="户外",
        sources=(m.Text("GB/T 1"),),
        address="3.1",
    )
    assert written(term) == (
        '<dl id="3.1" class="term"><dt class="label">3.1</dt>'
        '<dt class="preferred term"><dfn lang="zh-Hans">水壶</dfn></dt>'
        '<dt class="preferred term"><dfn lang="en">bottle</dfn></dt>'
        '<dd><p lang="zh-Hans">〈户外〉盛水的容器</p><p class="source">[来源：GB/T 1]</p></dd></dl>'
    )


def test_a_formula_is_mathml_without_anything_foreign():
    mathml = (
        '<math xmlns="http://www.w3.org/1998/Math/MathML"><mi onclick="x">a</mi><mo>&lt;</mo>'
        "<maction><mn>1</mn></maction><annotation>q</annotation></math>"
    )
    assert written(m.Formula(label="1", linear="a < 1", mathml=mathml, address="formula-1")) == (
        '<div id="formula-1" class="formula"><math xmlns="http://www.w3.org/1998/Math/MathML" display="block">'
        '<mi>a</mi><mo>&lt;</mo><mn>1</mn></math><span class="label">（1）</span></div>'
    )


def test_the_page_reads_again():
    document = section(
        m.Items(items=(m.Item(label="a)", blocks=(m.Paragraph(text=m.Text("甲；")),)),)),
        m.Note(kind="note", label="注", blocks=(m.Paragraph(text=m.Text("乙。")),)),
    )
    first = html.write(document).encode()
    again = read(first, "x.html").document
    assert (
        again.sections[0].blocks
        == read(html.write(again).encode(), "x.html").document.sections[0].blocks
    )
    assert [type(one).__name__ for one in again.sections[0].blocks] == ["Items", "Note"]


SAMPLES = Path(__file__).parents[4] / "src/guiju/rulebook/samples/documents"


@pytest.mark.parametrize("sample", sorted(SAMPLES.glob("*.md")), ids=lambda one: one.stem)
def test_the_page_of_a_standard_reads_again_block_by_block(sample):
    first = read(sample.read_bytes(), sample.name).document
    again = read(html.write(first, heading=1).encode(), "x.html").document
    assert again.meta == first.meta
    wanted, found = (
        [(path[-1].label, *briefs(path[-1])) for path in sections(one)] for one in (first, again)
    )
    assert found == wanted
