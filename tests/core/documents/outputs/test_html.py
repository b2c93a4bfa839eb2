"""The reading page: what it says, where its anchors are, and that nothing hostile gets through."""

import re
from dataclasses import fields, is_dataclass, replace
from html.parser import HTMLParser
from pathlib import Path
from typing import get_type_hints
from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html as parser

from guiju.core.documents import model as m
from guiju.core.documents.model import Mark
from guiju.core.documents.outputs import html
from guiju.core.documents.outputs import html_pages as pages
from guiju.core.documents.outputs.html_hooks import Hooks, Over, Pointer
from guiju.core.documents.outputs.html_tags import opened, tag
from guiju.core.documents.outputs.listing import listed
from guiju.core.documents.reading import read
from guiju.core.documents.walking import sections
from tests.core.documents.skeletons import briefs
from tests.core.documents.strategies import documents

ELEMENTS = {
    "article", "header", "section", "h2", "h3", "h4", "h5", "h6", "p", "span", "a", "mark",
    "strong", "em", "u", "sub", "sup", "code", "br", "ul", "li", "figure", "figcaption", "img",
    "div", "table", "caption", "thead", "tbody", "tr", "th", "td", "pre", "blockquote", "dl",
    "dt", "dd", "dfn", "math", "mrow", "mi", "mn", "mo", "mtext", "mfrac", "msup", "msub",
}  # fmt: skip
ATTRIBUTES = {
    "id", "class", "lang", "role", "href", "src", "alt", "title", "rel", "loading", "tabindex",
    "aria-label", "data-definition", "scope", "rowspan", "colspan", "display", "xmlns",
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


class Rich(Hooks):
    """A page that adds to every text all that a page can add, in the document's own words."""

    prefix = "zh-"

    def standard(self, key):
        return Pointer("/standards/" + key, key, "lt-is-in_force")

    def image(self, name):
        return "/x.png"

    def definition(self, address):
        return address

    def terms(self, content, address):
        half = len(content) // 2
        return [Mark(half, len(content), "term", content)] if half < len(content) else []

    def over(self, content, address, part):
        link = tag("a", content, href="#finding-1", title=content)
        for start, end in ((0, len(content) // 3), (len(content) // 4, len(content)), (1, 1)):
            if start <= end <= len(content):
                yield Over(start, end, opened("mark", class_="x"), opened("mark"), "</mark>", link)

    def anchor(self, address):
        return tag("a", "#", title=address, href="#" + address)

    def after_reference(self, one):
        return tag("span", one.text.content)


@settings(max_examples=12, deadline=None)
@given(hostile(), st.sampled_from([Hooks(), Rich()]))
def test_hostile_words_stay_words(document, hooks):
    page = html.write(document, hooks)
    assert page == html.write(document, hooks)
    root = parser.fragment_fromstring(page)
    for one in root.iter():
        assert isinstance(one.tag, str), "a comment came through"
        assert one.tag in ELEMENTS
        assert set(one.attrib) <= ATTRIBUTES
        href = one.get("href", "#")
        assert href.startswith(("#", "http://", "https://", "mailto:", "/standards/"))
        assert one.get("src", "/x.png") == "/x.png"


class Sound(HTMLParser):
    """Fails where an element is closed that is not the last one opened, or a link stands in a link."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.stack, self.words = [], ""

    def handle_starttag(self, tag, attrs):
        assert not (tag == "a" and "a" in self.stack)
        if tag not in ("br", "img"):
            self.stack.append(tag)

    def handle_startendtag(self, tag, attrs):
        raise AssertionError("no element of ours is written so")

    def handle_endtag(self, tag):
        assert self.stack.pop() == tag

    def handle_data(self, data):
        self.words += data


@settings(max_examples=12, deadline=None)
@given(st.one_of(documents(), hostile()), st.sampled_from([Hooks(), Rich()]))
def test_every_tag_is_closed_by_its_own(document, hooks):
    reader = Sound()
    reader.feed(html.write(document, hooks))
    reader.close()
    assert reader.stack == []


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(["a", "td", "h2"]),
    st.dictionaries(
        st.sampled_from(["id", "class_", "title", "aria_label"]), st.text(), max_size=3
    ),
    st.lists(st.text(alphabet=st.sampled_from("<>&\"'=/ab -!]")), max_size=4),
)
def test_no_text_breaks_out_of_its_tag(name, attributes, inside):
    root = parser.fragment_fromstring(tag(name, *inside, **attributes)) if name != "td" else None
    if root is None:
        whole = parser.fragment_fromstring(
            tag("table", tag("tr", tag(name, *inside, **attributes)))
        )
        root = whole.find(".//td")
        assert [one.tag for one in whole.iter()] == ["table", "tr", "td"]
    assert (root.tag, len(root)) == (name, 0)
    assert (root.text or "") == "".join(inside)
    names = {"class_": "class", "aria_label": "aria-label"}
    assert set(root.attrib) <= {names.get(one, one) for one in attributes}


LINK = '<a href="https://example.cn" class="lt-link" rel="noopener noreferrer">'


@pytest.mark.parametrize(
    ("start", "end", "wanted"),
    [
        (1, 3, f'a<mark id="1">b</mark>{LINK}<mark>c</mark>d</a><i>1</i>'),
        (1, 1, f'a<mark id="1"></mark><i>1</i>b{LINK}cd</a>'),
        (3, 3, f'ab{LINK}c<mark id="1"></mark>d</a><i>1</i>'),
    ],
)
def test_what_lies_over_words(start, end, wanted):
    class Marked(Hooks):
        def over(self, content, address, part):
            if not part:
                yield Over(start, end, '<mark id="1">', "<mark>", "</mark>", "<i>1</i>")

    text = m.Text("abcd", (m.Mark(2, 4, "link", "https://example.cn"),))
    shown = written(m.Paragraph(text=text, address="5/p1"), hooks=Marked())
    assert shown == f'<p id="5/p1">{wanted}</p>'


@settings(max_examples=12, deadline=None)
@given(documents())
def test_each_address_is_an_anchor_and_no_anchor_comes_twice(document):
    root = parser.fragment_fromstring(html.write(document, Rich()))
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


def written(*blocks, hooks=None):
    whole = html.write(section(*blocks), hooks or Hooks())
    start = (
        '<article class="lt-text" lang="zh-Hans"><section class="lt-clause">'
        '<h2 id="5" class="lt-heading lt-level-1"><span class="lt-label">5</span> <span>要求</span></h2>'
    )
    assert whole.startswith(start)
    return whole.removeprefix(start).removesuffix("</section></article>")


def test_a_pointer_to_a_standard_goes_where_the_page_says():
    class Linked(Hooks):
        def standard(self, key):
            return Pointer(f"/s/{key}?a=1&b=2", "现行", "lt-is-in_force")

    text = m.Text("按GB/T 191", (m.Mark(1, 9, "standard", "GB/T 191"),))
    paragraph = m.Paragraph(text=text, address="5/p1")
    assert written(paragraph) == '<p id="5/p1">按<span class="lt-standard">GB/T 191</span></p>'
    assert written(paragraph, hooks=Linked()) == (
        '<p id="5/p1">按<a href="/s/GB/T 191?a=1&amp;b=2" title="现行" '
        'class="lt-standard lt-is-in_force">GB/T 191</a></p>'
    )


def test_pointers_inside_lead_to_anchors():
    text = m.Text("见5.4", (m.Mark(1, 4, "internal", "5.4/b~2"),))
    shown = written(m.Paragraph(text=text, address="5/p1"))
    assert shown == '<p id="5/p1">见<a href="#5.4/b~2" class="lt-internal">5.4</a></p>'
    link = parser.fragment_fromstring(shown).find(".//a")
    assert unquote(link.get("href")) == "#5.4/b~2"


def test_marks_that_overlap_nest():
    text = m.Text("abcd", (m.Mark(0, 3, "bold"), m.Mark(2, 4, "italic")))
    assert (
        written(m.Paragraph(text=text, address="5/p1"))
        == '<p id="5/p1"><strong>ab<em>c</em></strong><em>d</em></p>'
    )


def cell(words, column, **how):
    return m.Cell(blocks=(m.Paragraph(text=m.Text(words)),), column=column, **how)


def test_a_table_has_caption_scopes_and_spans():
    note = m.Note(kind="note", label="注", blocks=(m.Paragraph(text=m.Text("甲。")),))
    table = m.Table(
        label="1", title=m.Text("尺寸"), unit="毫米", address="table-1", notes=(note,),
        head=((cell("项目", 0, rows=2, head=True), cell("值", 1, columns=2, head=True)),),
        body=((cell("长", 0, head=True), cell("5", 1, align="center"), cell("6", 2)),),
    )  # fmt: skip
    assert written(table) == (
        '<div class="lt-tabled" id="table-1"><div class="lt-scroll" role="region" tabindex="0" '
        'aria-label="表1"><table class="lt-table"><caption><span class="lt-caption"><span class="lt-label">表1</span> 尺寸</span> '
        '<span class="lt-unit">单位为毫米</span></caption><thead><tr>'
        '<th scope="col" rowspan="2"><p>项目</p></th><th scope="colgroup" colspan="2"><p>值</p></th></tr></thead>'
        '<tbody><tr><th scope="row"><p>长</p></th><td class="lt-center"><p>5</p></td><td><p>6</p></td></tr></tbody></table></div>'
        '<div class="lt-table-notes"><div class="lt-aside lt-note" role="note"><span class="lt-label">注：</span>'
        "<div><p>甲。</p></div></div></div></div>"
    )


def test_a_figure_has_its_parts_and_key_above_its_title():
    part = m.Figure(label="a)", title=m.Text("正面"), images=("a.png",))
    key = m.Items(items=(m.Item(label="1", blocks=(m.Paragraph(text=m.Text("壶盖；")),)),))
    figure = m.Figure(label="A.1", title=m.Text("装置"), parts=(part,), key=(key,))
    assert written(figure) == (
        '<figure class="lt-figure"><div class="lt-parts"><figure class="lt-figure">'
        '<span class="lt-no-image">[a.png]</span>'
        '<figcaption><span class="lt-label">a)</span> 正面</figcaption></figure></div>'
        '<p class="lt-key">标引序号说明：</p><ul class="lt-items lt-meanings"><li><span class="lt-label">1</span> '
        "<div><p>壶盖；</p></div></li></ul>"
        '<figcaption><span class="lt-label">图A.1</span> 装置</figcaption></figure>'
    )


def test_an_annex_says_its_nature_between_number_and_title():
    annex = section(
        kind="annex", label="A", title=m.Text("装置"), nature="normative", language="en"
    )
    assert (
        '<h2 id="5" class="lt-heading lt-level-1 lt-annexed"><span class="lt-label">Annex A</span>'
        '<span class="lt-nature"> (normative)</span> <span>装置</span></h2>'
    ) in html.write(annex)


def test_a_term_is_a_list_of_definitions():
    term = m.Term(
        label="3.1",
        designations=(
            m.Designation(text=m.Text("水壶"), language="zh"),
            m.Designation(text=m.Text("bottle"), language="en", status="deprecated"),
        ),
        definitions=(("zh", m.Text("盛水的容器")),),
        domain="户外",
        sources=(m.Text("GB/T 1"),),
        address="3.1",
    )
    assert written(term) == (
        '<dl class="lt-entry" id="3.1"><dt class="lt-label">3.1</dt>'
        '<dt class="lt-preferred lt-term"><dfn lang="zh-Hans">水壶</dfn> </dt>'
        '<dt class="lt-deprecated lt-term">DEPRECATED: <dfn lang="en">bottle</dfn> </dt>'
        '<dd><p lang="zh-Hans" class="lt-definition">〈户外〉盛水的容器</p>'
        '<p class="lt-source">[来源：GB/T 1]</p></dd></dl>'
    )


def test_a_formula_is_mathml_without_anything_foreign():
    mathml = (
        '<math xmlns="http://www.w3.org/1998/Math/MathML"><mi onclick="x">a</mi><mo>&lt;</mo>'
        "<maction><mn>1</mn></maction><annotation>q</annotation></math>"
    )
    assert written(m.Formula(label="1", linear="a < 1", mathml=mathml, address="formula-1")) == (
        '<div class="lt-formula" id="formula-1"><div class="lt-formula-body" role="group" tabindex="0" '
        'aria-label="a &lt; 1"><math xmlns="http://www.w3.org/1998/Math/MathML" display="block">'
        '<mi>a</mi><mo>&lt;</mo><mn>1</mn></math></div><span class="lt-label">（1）</span></div>'
    )


def test_pieces_and_the_whole_are_one_drawing():
    document = section(m.Paragraph(text=m.Text("甲"), address="5/p1"))
    inside = "".join(one.html for one in html.pieces(document))
    assert html.write(document) == (
        f'<article class="lt-text" lang="zh-Hans"><section class="lt-clause">{inside}</section></article>'
    )
    assert html.outline(document) == (
        '<ol class="lt-toc"><li><a href="#5"><span class="lt-toc-label">5</span> <span>要求</span></a></li></ol>'
    )


def test_the_contents_leave_out_clauses_without_a_title():
    below = tuple(
        m.Section(kind="clause", label=label, title=m.Text(title), level=2, address=label)
        for label, title in (("5.1", "总则"), ("5.2", ""))
    )
    contents = html.outline(section(sections=below))
    assert re.findall(r'href="#([^"]+)"', contents) == ["5", "5.1"]


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


def test_the_file_is_one_page_without_script():
    page = pages.page(section(), {})
    assert "<script" not in page
    assert re.findall(r"(?:src|href)=\"(?!#)|@import|url\(", page) == []
    assert read(page.encode(), "x.html").document.sections[0].title.content == "要求"


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
