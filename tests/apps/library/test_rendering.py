"""From texts to markup: marks nest soundly, nothing of the file becomes markup of ours."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guiju.apps.library.rendering import Look, Marked, Piece, Standing, pieces
from guiju.apps.library.rendering.beside import side_by_side
from guiju.apps.library.rendering.look import pattern_of
from guiju.apps.library.rendering.terms import TermFinder
from guiju.core.documents.addresses import addressed
from guiju.core.documents.model import (
    Designation,
    Document,
    Figure,
    Mark,
    Meta,
    Paragraph,
    Section,
    Term,
    Text,
)
from guiju.core.documents.outputs.html_text import Words
from guiju.core.drafting.finding import Finding
from guiju.core.errors import Bilingual

MATH = '<math xmlns="http://www.w3.org/1998/Math/MathML"><mi>x</mi><script>1</script></math>'


class Sound(HTMLParser):
    """Fails where an element is closed that is not the last one opened."""

    def __init__(self):
        super().__init__()
        self.stack, self.words = [], ""

    def handle_starttag(self, tag, attrs):
        if tag not in ("br", "img"):
            self.stack.append(tag)

    def handle_endtag(self, tag):
        assert self.stack.pop() == tag

    def handle_data(self, data):
        self.words += data


def drawn(content, *marks, look=None, **more):
    words = Words(Document(meta=Meta(), sections=()), look or Look(**more))
    return words.text(Text(content, marks), "5/p1")


@pytest.mark.parametrize(
    ("content", "marks", "wanted"),
    [
        ("a<b>&", (), "a&lt;b&gt;&amp;"),
        ("m2", (Mark(1, 2, "sup"),), "m<sup>2</sup>"),
        ("abcd", (Mark(0, 3, "bold"), Mark(1, 4, "italic")), None),
        ("见5.4", (Mark(1, 4, "internal", "5.4"),), '见<a href="#5.4" class="lt-internal">5.4</a>'),
        ("见5.4", (Mark(1, 4, "internal", ""),), '见<span class="lt-internal">5.4</span>'),
        ("x", (Mark(0, 1, "link", "javascript:alert(1)"),), '<span class="lt-link">x</span>'),
        ("a\nb", (Mark(1, 2, "break"),), "a<br>b"),
        (
            "x",
            (Mark(0, 1, "math", MATH),),
            '<math xmlns="http://www.w3.org/1998/Math/MathML"><mi>x</mi>1</math>',
        ),
        (
            "为 x 时b",
            (Mark(2, 3, "math", MATH), Mark(5, 6, "bold")),
            '为 <math xmlns="http://www.w3.org/1998/Math/MathML"><mi>x</mi>1</math> 时<strong>b</strong>',
        ),
        ("x", (Mark(0, 1, "math", "<broken"),), '<span class="lt-linear">x</span>'),
    ],
)
def test_marks(content, marks, wanted):
    found = drawn(content, *marks)
    if wanted is None:
        wanted = "<strong>a<em>bc</em></strong><em>d</em>"
    assert found == wanted


def test_a_link_in_a_link_is_left_out():
    marks = (Mark(0, 4, "link", "https://example.org/"), Mark(1, 2, "internal", "5"))
    assert drawn("abcd", *marks).count("<a ") == 1


def test_a_standard_leads_to_its_edition_with_its_state():
    standing = Standing("GB/T 1-2020", "/s/", "GB/T 1—2020", "标题", "in_force", "现行")
    found = drawn("按GB/T 1", Mark(1, 7, "standard", "GB/T 1"), standards={"GB/T 1": standing})
    assert found == (
        '按<a href="/s/" title="GB/T 1—2020 标题 · 现行" class="lt-standard lt-is-in_force">GB/T 1</a>'
    )


def test_hits_are_marked_and_listed_also_over_marks():
    look = Look(query=pattern_of("壶 体"))
    found = drawn("水壶 体和壶  体", Mark(1, 2, "bold"), look=look)
    assert [(hit.number, hit.words, hit.address) for hit in look.hits] == [
        (1, "壶 体", "5/p1"),
        (2, "壶  体", "5/p1"),
    ]
    assert re.sub(r"<[^>]*>", "", found) == "水壶 体和壶  体"
    assert 'id="hit-2"' in found


def finding(start, end, part=""):
    said = Bilingual("甲", "A")
    return Finding(
        rule="R", severity="E", basis="1", message=said, hint=said, address="5/p1",
        part=part, start=start, end=end,
    )  # fmt: skip


@pytest.mark.parametrize(("start", "end", "marked"), [(1, 3, "bc"), (2, 2, "")])
def test_a_finding_is_marked_at_its_offsets(start, end, marked):
    found = drawn("abcd", findings={("5/p1", ""): [Marked(7, finding(start, end))]})
    assert (
        re.search(r'<mark class="lt-finding lt-is-error" id="at-7">(.*?)</mark>', found)[1]
        == marked
    )
    assert '<a href="#finding-7" class="lt-finding-number" title="甲">7</a>' in found


@pytest.mark.parametrize(
    ("images", "wanted"),
    [
        (("a.png",), '<img src="/a" alt="甲" loading="lazy">'),
        (("b<.png",), '<span class="lt-no-image">图片 b&lt;.png 没有收录。</span>'),
        ((), '<span class="lt-no-image">图片没有收录。</span>'),
    ],
)
def test_a_picture_that_is_missing_is_told(images, wanted):
    figure = Figure(label="1", title=Text("甲"), images=images)
    section = Section(kind="clause", label="5", title=Text(), level=1, blocks=(figure,))
    document = addressed(Document(meta=Meta(), sections=(section,)))
    made = pieces(document, Look(images={"a.png": "/a"}))[-1].html
    assert re.match(r'<figure class="lt-figure" id="figure-1">(.*)<figcaption>', made)[1] == wanted


def term(label, word, definition):
    return Term(
        label=label,
        designations=(Designation(text=Text(word), language="zh"),),
        definitions=(("zh", Text(definition)),),
    )


@pytest.fixture
def document():
    terms = Section(
        kind="terms", label="3", title=Text("术语和定义"), level=1,
        blocks=(term("3.1", "水壶", "盛水的壶。"), term("3.2", "折叠水壶", "能折叠的水壶。")),
    )  # fmt: skip
    clause = Section(
        kind="clause", label="4", title=Text("要求<"), level=1,
        blocks=(Paragraph(text=Text("折叠水壶和水壶，水壶。")),),
    )  # fmt: skip
    return addressed(Document(meta=Meta(), sections=(terms, clause)))


def test_the_longer_term_is_linked_once_with_its_definition(document):
    html = pieces(document, Look(finder=TermFinder(document)))[-1].html
    assert re.findall(r'href="#(3\.\d)"[^>]*data-definition="([^"]*)"[^>]*>([^<]*)<', html) == [
        ("3.2", "能折叠的水壶。", "折叠水壶"),
        ("3.1", "盛水的壶。", "水壶"),
    ]


def test_an_entry_links_to_others_and_not_to_itself(document):
    finder = TermFinder(document)
    assert [use.value for use in finder.uses("能折叠的水壶。", "3.2")] == ["3.1"]
    assert list(finder.uses("折叠水壶", "3.2/note-1/p1")) == []
    assert [use.value for use in finder.uses("折叠水壶", "3.20")] == ["3.2"]


def test_each_piece_stands_under_its_address(document):
    made = pieces(document, Look(number="GB/T 1—2020"))
    assert [one.address for one in made] == ["3", "3.1", "3.2", "4", "4/p1"]
    for one in made:
        assert f'id="{one.address}"' in one.html
    assert 'title="GB/T 1—2020#4"' in made[3].html
    assert "要求&lt;" in made[3].html


def test_a_second_text_has_ids_of_its_own(document):
    own, other = (
        "".join(one.html for one in pieces(document, Look(prefix=prefix))) for prefix in ("", "en:")
    )
    ids = [set(re.findall(r' id="([^"]*)"', one)) for one in (own, other)]
    assert ids[0]
    assert not ids[0] & ids[1]


def row(address):
    return Piece(address, address)


@pytest.mark.parametrize(
    ("left", "right", "wanted"),
    [
        ("1 2 3", "1 2 3", "1=1 2=2 3=3"),
        ("1 3", "1 2 3", "1=1 -=2 3=3"),
        ("1 2 3", "1 3", "1=1 2=- 3=3"),
        ("2", "1 2", "-=1 2=2"),
        ("1 2", "2 1", "1=1 2=2"),
        ("1", "", "1=-"),
    ],
)
def test_side_by_side(left, right, wanted):
    made = side_by_side(
        tuple(row(one) for one in left.split()), tuple(row(one) for one in right.split())
    )
    said = " ".join(
        f"{one.left.address if one.left else '-'}={one.right.address if one.right else '-'}"
        for one in made
    )
    assert said == wanted


SPANS = st.lists(
    st.tuples(
        st.integers(0, 9),
        st.integers(0, 9),
        st.sampled_from(["bold", "italic", "sub", "internal", "link", "code"]),
    ),
    max_size=6,
)


@settings(deadline=None, max_examples=200)
@given(SPANS, SPANS)
def test_any_marks_nest_soundly_and_lose_no_character(spans, found):
    content = "甲<乙&丙\"丁'戊"
    marks = sorted(
        (
            Mark(min(a, b), min(max(a, b), len(content)), kind, "https://example.org/")
            for a, b, kind in spans
            if min(a, b) < min(max(a, b), len(content))
        ),
        key=lambda one: (one.start, -one.end),
    )
    places = [
        Marked(at, finding(min(a, b), min(max(a, b), len(content))))
        for at, (a, b, _) in enumerate(found)
        if min(a, b) < min(max(a, b), len(content))
    ]
    look = Look(findings={("5/p1", ""): places})
    reader = Sound()
    made = drawn(content, *marks, look=look)
    assert sorted(map(int, re.findall(r' id="at-(\d+)"', made))) == sorted(
        one.number for one in places
    )
    reader.feed(made)
    reader.close()
    assert reader.stack == []
    assert re.sub(r"\d", "", reader.words) == content
