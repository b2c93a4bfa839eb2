"""The parts that pages are made of."""

import pytest
from django.core.paginator import Paginator
from django.template import engines
from django.utils import translation
from django.utils.safestring import mark_safe

from guiju.web.access import SIGNED_IN
from guiju.web.charts import bar_chart
from guiju.web.templatetags.guiju import tongue
from guiju.web.viewer import Viewer
from tests.web.pages import text
from tests.web.templates import rendered, said


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


@pytest.mark.parametrize(
    ("source", "html"),
    [
        (
            "{% crumb '计划' url %}",
            '<li><a href="/p/?a=1&amp;b=2"><span lang="zh-Hans">计划</span></a></li>',
        ),
        ("{% crumb title %}", '<li aria-current="page">&lt;b&gt;</li>'),
    ],
)
def test_crumbs(source, html):
    context = {"title": "<b>", "url": "/p/?a=1&b=2"}
    assert engines["django"].from_string(source).render(context) == html


def test_table_scrolls_in_a_labelled_box():
    source = (
        "{% scroll_table caption=name kind='gj-matrix' %}"
        "<tbody><tr><td>{{ cell }}</td></tr></tbody>{% endscroll_table %}"
    )
    (box,) = rendered(source, name="工作台账 <A>", cell="<script>").xpath("./div")
    label = box.get("aria-labelledby")
    assert (box.get("role"), box.get("tabindex")) == ("region", "0")
    assert [text(node) for node in box.xpath(f".//caption[@id='{label}']")] == ["工作台账 <A>"]
    assert box.xpath("./table/@class") == ["table gj-table gj-matrix"]
    assert text(box.xpath(".//td")[0]) == "<script>"


PAGES = "{% include 'web/components/pagination.html' %}"


@pytest.mark.parametrize(
    ("number", "shown"),
    [(1, "1 2 … 30 Next"), (7, "Previous 1 … 6 7 8 … 30 Next"), (30, "Previous 1 … 29 30")],
)
def test_pages_offer_the_near_ones_and_the_ends(rf, number, shown):
    page = Paginator(range(300), 10).page(number)
    (row,) = rendered(PAGES, rf.get("/"), page=page).xpath(".//ul")
    assert text(row).replace("Page ", "") == shown
    assert row.xpath(".//*[@aria-current='page']/@href") == [f"?page={number}"]


def test_pages_keep_the_rest_of_the_address(rf):
    page = Paginator(range(30), 10).page(2)
    request = rf.get("/?q=%E6%A0%87&state=a&state=b&page=2")
    links = rendered(PAGES, request, page=page).xpath(".//a[@rel]/@href")
    assert links == [f"?q=%E6%A0%87&state=a&state=b&page={number}" for number in (1, 3)]


def test_pages_of_one_list_among_two(rf):
    page = Paginator(range(30), 10).page(1)
    request = rf.get("/?page=2&done=1")
    box = rendered(
        "{% include 'web/components/pagination.html' with parameter='done' %}", request, page=page
    )
    assert box.xpath(".//a[@rel='next']/@href") == ["?page=2&done=2"]
    assert text(box.xpath(".//nav/p")[0]) == "1–10 of 30"


def test_one_page_needs_no_pages(rf):
    page = Paginator(range(3), 10).page(1)
    assert said(PAGES, rf.get("/"), page=page) == ""


def test_refused_button_can_be_reached_and_says_why():
    rule_says = "{% refusal_for viewer rule None as why %}"
    source = (
        rule_says + "{% include 'web/components/disabled_button.html' with label='Accept' id='a' %}"
    )
    viewer = Viewer(today=None)
    box = rendered(source, viewer=viewer, rule=SIGNED_IN)
    (button,) = box.xpath(".//button")
    assert (button.get("type"), button.get("aria-disabled"), button.get("disabled")) == (
        "button",
        "true",
        None,
    )
    (reason,) = box.xpath(f".//*[@id='{button.get('aria-describedby')}']")
    assert text(reason) == "Sign in first."


def test_facts_show_a_dash_for_what_is_not_known():
    rows = [("文号", "1号"), ("日期", "")]
    assert said("{% include 'web/components/facts.html' %}", rows=rows) == "文号 1号 日期 —"


@pytest.mark.parametrize("kind", ["plain", "info", "good", "warn", "bad"])
def test_state_is_told_in_words(kind):
    source = "{% include 'web/components/state.html' with text='Overdue' %}"
    (badge,) = rendered(source, kind=kind).xpath("./span")
    assert (text(badge), badge.get("class")) == ("Overdue", f"gj-state gj-state-{kind}")


CHART = "{% include 'web/components/chart.html' %}"


def test_chart_has_its_table():
    chart = bar_chart([("甲", 3), ("乙", 1)], label="Body", value="Tasks", title="Work")
    box = rendered(CHART, chart=chart)
    assert len(box.xpath(".//figure//*[local-name()='svg']")) == 1
    rows = [[text(cell) for cell in row.xpath("./*")] for row in box.xpath(".//details//tr")]
    assert rows == [["Body", "Tasks"], ["甲", "3"], ["乙", "1"]]


def test_chart_of_nothing_says_so():
    chart = bar_chart([], label="Body", value="Tasks", title="Work")
    box = rendered(CHART, chart=chart)
    assert box.xpath(".//figure") == []
    assert text(box) == "Work There is nothing to draw yet"


@pytest.mark.parametrize(
    ("language", "text", "shown"),
    [
        ("en", "示例 <b>", '<span lang="zh-Hans">示例 &lt;b&gt;</span>'),
        ("en", "Example", "Example"),
        ("en", mark_safe('<span lang="zh-Hans">示例</span>'), '<span lang="zh-Hans">示例</span>'),
        ("zh-hans", "示例", "示例"),
    ],
)
def test_chinese_words_on_an_english_page_are_marked(language, text, shown):
    with translation.override(language):
        assert tongue(text) == shown
