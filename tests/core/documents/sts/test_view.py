"""The view says all that the text says, and each address leads to its element."""

import re
from dataclasses import fields, is_dataclass
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from guiju.core.documents import model as m
from guiju.core.documents import walking
from guiju.core.documents.sts import parse, places, view
from guiju.core.documents.sts.places import addressable
from tests.shared_data import shared

FILES = ("isosts-feature_doc.xml", "rice-en.final.sts.xml", "tbx-nisosts-0.2-formatted.xml")
# Words that the view says in another way: Table 1 is 1, (normative) is a nature, a colon is left out.
SAID_OTHERWISE = re.compile(r"(Annex|Figure|Table|NOTE|IMPORTANT|\((informative|normative)\))")


def strings(thing):
    """All strings of a value."""
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, tuple):
        for one in thing:
            yield from strings(one)
    elif is_dataclass(thing):
        for one in fields(thing):
            yield from strings(getattr(thing, one.name))


def squashed(text):
    return re.sub(r"\s", "", text)


def unsaid(sts):
    """The words of body and back that the view does not have."""
    said = squashed("\n".join(strings(view(sts))))
    for escaped, sign in (("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")):
        said = said.replace(escaped, sign)
    return [
        (element.tag, words)
        for part in sts.root.iter("body", "back")
        for element in part.iter(etree.Element)
        for words in (element.text, *(one.tail for one in element))
        if words and squashed(words) not in said
    ]


@pytest.mark.parametrize("name", FILES)
def test_no_words_of_real_files_are_dropped(name):
    left = unsaid(parse(shared(f"data/documents/sts/{name}").read_bytes()))
    assert [
        one
        for one in left
        if not (one[0] in ("label", "annex-type") and SAID_OTHERWISE.match(one[1]))
    ] == []


MIXED = ["p", "td", "th", "list-item", "def", "term", "styled-content", "bold", "italic", "xref", "uri", "named-content", "note", "mystery", "alt-text", "non-normative-note", "disp-quote", "boxed-text", "preformat", "disp-formula", "speech", "verse-group", "fn", "mixed-citation", "std", "std-ref", "attrib", "statement", "code", "ext-link", "sup", "inline-formula"]  # fmt: skip
HOLDERS = {
    "list": ("list-item",),
    "def-list": ("def-item",),
    "def-item": ("term", "def"),
    "table": ("tr", "thead", "tfoot"),
    "thead": ("tr",),
    "tfoot": ("tr",),
    "tr": ("td", "th"),
    "table-wrap": ("table", "p", "fn", "table-wrap-foot"),
    "table-wrap-foot": ("p", "fn", "fn-group", "non-normative-note"),
    "fn-group": ("fn",),
    "array": ("table",),
    "fig": ("graphic", "p", "fn", "non-normative-note", "disp-quote", "mystery"),
    "graphic": ("alt-text", "attrib"),
    "fig-group": ("fig", "graphic"),
    "ref-list": ("ref", "p"),
    "ref": ("std", "mixed-citation", "mystery"),
    "notes-group": ("note",),
}


@st.composite
def texts(draw):
    """Elements in any order, numbered words everywhere but where only elements may stand."""
    numbers = count()

    def word():
        return f"w{next(numbers)}."

    def element(name, left):
        made = etree.Element(name)
        inner = HOLDERS.get(name, (*MIXED, *HOLDERS))
        if name not in HOLDERS:
            made.text = word()
        for _ in range(draw(st.integers(0, 3)) if left else 0):
            made.append(element(draw(st.sampled_from(inner)), left - 1))
            made[-1].tail = None if name in HOLDERS else word()
        return made

    root = etree.Element("standard")
    section = etree.SubElement(etree.SubElement(root, "body"), "sec")
    etree.SubElement(section, "title").text = word()
    for _ in range(draw(st.integers(1, 3))):
        section.append(
            element(draw(st.sampled_from(("p", "list", "table-wrap", "fig", "ref-list"))), 4)
        )
    return etree.tostring(root)


@given(texts())
@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
def test_words_are_never_dropped(data):
    assert unsaid(parse(data)) == []


@pytest.mark.parametrize("name", FILES)
def test_each_address_leads_to_its_element(name):
    sts = parse(shared(f"data/documents/sts/{name}").read_bytes())
    found = places(sts)
    addresses = [one.address for one in addressable(view(sts))]
    assert len(set(addresses)) == len(addresses)
    assert set(found) == set(addresses)
    for one in addressable(view(sts)):
        if isinstance(one, m.Section) and one.label and not one.address.count("~"):
            assert one.label in "".join(found[one.address].find("label").itertext())


CASES = {
    "a list counted by its type": (
        '<list list-type="alpha-lower"><list-item><p>x</p></list-item></list>',
        m.Items,
        lambda one: one.items[0].label == "a)",
    ),
    "a CALS table": (
        "<table-wrap><table><tgroup cols='2'><colspec colname='a'/><colspec colname='b'/><thead><row>"
        "<entry namest='a' nameend='b'>h</entry></row></thead><tbody><row><entry morerows='1'>1</entry>"
        "<entry>2</entry></row><row><entry>3</entry></row></tbody></tgroup></table></table-wrap>",
        m.Table,
        lambda one: (one.head[0][0].columns, one.body[0][0].rows, one.body[1][0].column) == (2, 2, 1),
    ),
    "a span without end": (
        "<table-wrap><table><tr><td rowspan='9999' colspan='9999'>x</td></tr></table></table-wrap>",
        m.Table,
        lambda one: (one.body[0][0].rows, one.body[0][0].columns) == (1, 1000),
    ),
    "a warning": (
        "<boxed-text content-type='warning'><label>警告：</label><p>x</p></boxed-text>",
        m.Note,
        lambda one: (one.kind, one.label) == ("warning", "警告"),
    ),
    "a definition list": (
        "<def-list><def-item><term><italic>m</italic></term><def><p>mass</p></def></def-item></def-list>",
        m.Items,
        lambda one: one.items[0].blocks[0].text.content == "m — mass",
    ),
    "a formula in a line": (
        "<p>of <disp-formula><mml:math><mml:mi>t</mml:mi></mml:math></disp-formula> min</p>",
        m.Paragraph,
        lambda one: one.text.content == "of t min" and one.text.marks[0].kind == "math",
    ),
    "a displayed formula": (
        "<disp-formula id='f'><label>(A.1)</label><mml:math><mml:mfrac><mml:mi>a</mml:mi><mml:mn>2</mml:mn>"
        "</mml:mfrac></mml:math></disp-formula>",
        m.Formula,
        lambda one: (one.label, one.linear) == ("A.1", "a/2"),
    ),
    "what nobody knows": (
        "<mystery><deep>文字</deep></mystery>",
        m.Opaque,
        lambda one: one.text == "文字" and "<deep>" in one.xml,
    ),
    "Chinese over two lines": (
        "<p>第一行\n      第二行 and\n more</p>",
        m.Paragraph,
        lambda one: one.text.content == "第一行第二行 and more",
    ),
    "a standard in a line": (
        "<p>按<std><std-ref>GB/T 1.1—2020</std-ref></std>起草</p>",
        m.Paragraph,
        lambda one: one.text.marks == (m.Mark(1, 14, "standard", "GB/T 1.1-2020"),),
    ),
    "a pointer": (
        "<p>见<xref rid='s'>第1章</xref>和<xref rid='none'>别处</xref></p>",
        m.Paragraph,
        lambda one: [mark.value for mark in one.text.marks] == ["1", ""],
    ),
    "a footnote": (
        "<p>词<fn id='n'><label>1)</label><p>脚注</p></fn></p>",
        m.Paragraph,
        lambda one: one.text == m.Text("词1)", (m.Mark(1, 3, "footnote", "n"),)),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("content", "kind", "holds"), CASES.values(), ids=CASES.keys())
def test_elements_are_what_they_are_in_the_view(content, kind, holds):
    data = (
        '<standard xmlns:mml="http://www.w3.org/1998/Math/MathML"><front/><body><sec id="s">'
        f"<label>1</label><title>x</title>{content}</sec></body></standard>"
    ).encode()
    block = view(parse(data)).sections[0].blocks[0]
    assert isinstance(block, kind)
    assert holds(block), block


ADOPTION = """<adoption><adoption-front><nat-meta><title-wrap xml:lang="zh"><main>示例</main></title-wrap>
<content-language>zh</content-language><std-ref type="dated">GB/T 99999—2024</std-ref></nat-meta>
<sec sec-type="foreword"><title>前言</title><p>国家前言</p></sec></adoption-front>
<adoption><adoption-front><reg-meta><std-ref type="dated">EN 99999:2020</std-ref></reg-meta></adoption-front>
<standard><front><iso-meta><std-ref type="dated">ISO 99999:2020</std-ref></iso-meta></front>
<body><sec id="a"><label>1</label><title>Scope</title><p>text</p></sec></body></standard></adoption></adoption>"""


def test_an_adoption_in_an_adoption_is_one_document():
    document = view(parse(ADOPTION.encode()))
    assert document.meta.number == "GB/T 99999—2024"
    assert document.meta.adopts == (("EN 99999:2020", ""), ("ISO 99999:2020", ""))
    assert [one.kind for one in document.sections] == ["foreword", "scope"]


def test_terms_keep_all_languages():
    document = view(parse(shared("data/documents/sts/tbx-nisosts-0.2-formatted.xml").read_bytes()))
    terms = [one for _, one in walking.blocks(document) if isinstance(one, m.Term)]
    field = next(
        one
        for one in terms
        if any(name.text.content == "Normungsgebiet" for name in one.designations)
    )
    assert len(terms) == 48
    assert [name.language for name in field.designations] == [
        "en",
        "en",
        "fr",
        "ru",
        "de",
        "es",
        "it",
        "nl",
        "sv",
    ]
    assert field.designations[1].status == "deprecated"
    assert [language for language, _ in field.definitions] == ["en", "fr", "ru"]
