"""The text with its marks: pieces join to the text, each under exactly the marks that cover it."""

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guiju.apps.governance.models import Action, Measure, Note, Output, PlanText
from guiju.apps.governance.selectors import plan_text
from guiju.apps.governance.selectors.marked_text import Mark, paragraphs, pieces
from tests.factories import governance as make

TEXT = "甲乙丙丁\n戊己庚辛\n\n壬癸"


def mark(start, end, kind="action", pk=1):
    return Mark(start, end, kind, pk)


def shown(found):
    return [(one.text, [mark.kind for mark in one.marks]) for one in found]


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ([], [("甲乙丙丁", [])]),
        ([mark(0, 4)], [("甲乙丙丁", ["action"])]),
        (
            [mark(0, 4), mark(1, 3, "output")],
            [("甲", ["action"]), ("乙丙", ["action", "output"]), ("丁", ["action"])],
        ),
        (
            [mark(0, 3), mark(0, 1, "output")],
            [("甲", ["action", "output"]), ("乙丙", ["action"]), ("丁", [])],
        ),
        (
            [mark(0, 3), mark(2, 4, "note")],
            [("甲乙", ["action"]), ("丙", ["action", "note"]), ("丁", ["note"])],
        ),
        ([mark(1, 2), mark(1, 2, "due", 0)], [("甲", []), ("乙", ["action", "due"]), ("丙丁", [])]),
        ([mark(2, 2)], [("甲乙丙丁", [])]),
    ],
)
def test_marks_nest_and_overlap(marks, expected):
    assert shown(pieces(TEXT, marks, 0, 4)) == expected


def test_a_mark_over_two_lines_goes_on_but_begins_once():
    found = paragraphs(TEXT, [mark(2, 7)], 0, len(TEXT))
    assert [shown(line) for line in found] == [
        [("甲乙", []), ("丙丁", ["action"])],
        [("戊己", ["action"]), ("庚辛", [])],
        [("壬癸", [])],
    ]
    assert [len(piece.opened) for line in found for piece in line] == [0, 1, 0, 0, 0]


def test_a_click_leads_to_the_innermost_record():
    found = list(
        pieces(TEXT, [mark(0, 4, pk=7), mark(1, 3, "output", 8), mark(2, 3, "due", 0)], 0, 4)
    )
    assert [one.target.pk for one in found] == [7, 8, 8, 7]


SPANS = st.lists(
    st.tuples(st.integers(0, 30), st.integers(0, 30)).map(lambda pair: mark(min(pair), max(pair))),
    max_size=8,
)


@given(st.text(alphabet="甲乙<&\n", min_size=30, max_size=30), SPANS)
def test_whatever_the_marks_the_text_is_whole(text, marks):
    lines = paragraphs(text, marks, 0, len(text))
    assert ["".join(piece.text for piece in line) for line in lines] == [
        line for line in text.split("\n") if line.strip()
    ]
    opened = [one for line in lines for piece in line for one in piece.opened]
    assert len(opened) == len({id(one) for one in opened})


@given(SPANS)
def test_each_character_bears_exactly_its_marks(marks):
    at = 0
    for piece in pieces("字" * 30, marks, 0, 30):
        for _ in piece.text:
            assert sorted(map(id, piece.marks)) == sorted(
                id(one) for one in marks if one.start <= at < one.end
            )
            at += 1
    assert at == 30


@pytest.fixture
def plan(db):
    make.bodies()
    return make.imported_plan(is_public=True)


def marked(html):
    """Every opened mark of a page: (kind, key, the text under it)."""
    found = []
    for start in re.finditer(r'<mark class="gl-m gl-m-(\w+)" id="\w+-(\d+)">', html):
        text, depth, at = "", 1, start.end()
        while depth:
            tag = re.compile(r"<(/?)(mark|a|p)\b[^>]*>").search(html, at)
            text += html[at : tag.start()]
            at = tag.end()
            if tag[2] == "mark":
                depth += -1 if tag[1] else 1
        found.append((start[1], int(start[2]), unescape(text)))
    return found


def test_each_mark_on_the_page_begins_where_its_record_does(client, plan):
    html = client.get(f"/plans/{plan.slug}/text/").content.decode()
    found = marked(html)
    text = plan.texts.get().text
    records = {"action": Action, "note": Note, "output": Output}
    assert {(kind, pk) for kind, pk, _ in found} == {
        (kind, pk)
        for kind, model in records.items()
        for pk in model.objects.values_list("pk", flat=True)
    }
    for kind, pk, words in found:
        row = records[kind].objects.get(pk=pk)
        assert text[row.start : row.end].startswith(words), (kind, words)


def test_the_page_shows_the_whole_text(client, plan):
    html = client.get(f"/plans/{plan.slug}/text/").content.decode()
    shown = re.findall(r"<p>(.*?)</p>", html[html.index('class="gj-text') :], re.DOTALL)
    lines = [unescape(re.sub(r"<[^>]+>", "", one)).strip() for one in shown]
    for line in plan.texts.get().text.splitlines():
        assert line in lines


def test_a_deadline_is_marked(client, plan):
    html = client.get(f"/plans/{plan.slug}/text/").content.decode()
    found = re.findall(r'<mark class="gl-m gl-m-due">(?:<a[^>]*>)?([^<]+)', html)
    assert found == ["时限", "2023年6月底前"]  # the legend, and the text


def test_doubts_are_for_those_who_work_on_the_plan(client, plan):
    source = plan.texts.get()
    source.parsed["unclear"] = [
        {"start": 60, "end": 65, "reason_zh": "示例：此处存疑", "reason_en": "Example: unclear"}
    ]
    PlanText.objects.filter(pk=source.pk).update(parsed=source.parsed)
    assert "存疑" not in client.get(f"/plans/{plan.slug}/text/").content.decode()
    client.force_login(make.office_user(plan.office))
    html = client.get(f"/plans/{plan.slug}/text/").content.decode()
    assert html.count('<mark class="gl-m gl-m-doubt">') == 2  # the legend, and the text
    assert html.count("示例：此处存疑") == 1


def test_what_the_text_says_is_never_markup(client, db):
    make.bodies()
    text = make.TEXT.replace("编制示例清单", "编制<script>alert(1)</script>&amp;清单")
    plan = make.imported_plan(text, is_public=True)
    html = client.get(f"/plans/{plan.slug}/text/").content.decode()
    assert "<script>alert" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;&amp;amp;清单" in html


def test_a_long_text_comes_in_pages_that_end_with_a_measure(client, plan, monkeypatch):
    monkeypatch.setattr(plan_text, "PAGE", 80)
    pages = [
        client.get(f"/plans/{plan.slug}/text/?page={n}").content.decode() for n in (1, 2, 3, 99)
    ]
    numbers = [re.findall(r'<section class="gl-passage" id="measure-(\d+)"', one) for one in pages]
    every = [str(pk) for pk in Measure.objects.order_by("order").values_list("pk", flat=True)]
    assert [pk for one in numbers[:3] for pk in one] == every
    assert numbers[3] == numbers[2]
    last = Measure.objects.last()
    html = client.get(f"/plans/{plan.slug}/text/?measure={last.pk}").content.decode()
    assert f'id="measure-{last.pk}"' in html


def test_without_a_text_the_page_says_so_and_offers_the_import(client, plan):
    PlanText.objects.all().delete()
    html = client.get(f"/plans/{plan.slug}/text/").content.decode()
    assert "本台账依据计划要素建立" in html
    assert "/plans/import/" not in html
    client.force_login(make.office_user(plan.office))
    assert 'href="/plans/import/"' in client.get(f"/plans/{plan.slug}/text/").content.decode()
