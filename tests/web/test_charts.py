"""A chart is a clean SVG and a table that says the same."""

import re
from datetime import date

import pytest
from lxml import etree

from guiju.web import charts
from guiju.web.svg import MARKERS, cleaned

SVG = "{http://www.w3.org/2000/svg}"


def bars(rows):
    return charts.bar_chart(rows, label="机构", value="任务", title="各机构任务", unit="项")


def stack(rows, series=("牵头", "参与")):
    return charts.stacked_bars(rows, label="机构", series=series, value="任务", title="分工")


def line(rows, today=None):
    return charts.timeline(rows, label="任务", start="起", end="止", title="进度", today=today)


DRAWN = {
    "bars": lambda: bars([("市场监管总局", 31), ("科技部 <&>", 1200)]),
    "fractions": lambda: bars([("甲", 0.5)]),
    "stack": lambda: stack([("甲", "牵头", 3), ("乙", "参与", 2)]),
    "timeline": lambda: line([("甲", date(2022, 7, 1), date(2025, 12, 31))], date(2024, 1, 1)),
}


@pytest.mark.parametrize("name", DRAWN)
def test_svg_is_clean(name):
    chart = DRAWN[name]()
    root = etree.fromstring(chart.svg)
    tags = {element.tag.removeprefix(SVG) for element in root.iter()}
    attributes = {key for element in root.iter() for key in element.attrib}
    assert tags <= {"svg", "g", "path", "rect", "line", "text", "defs", "pattern"}
    assert not {key for key in attributes if re.match(r"style|class|on[a-z]+$|.*href", key)}
    assert re.findall(r"https?://[^\"]+", chart.svg) == ["http://www.w3.org/2000/svg"]
    assert (root.get("role"), root.get("aria-label")) == ("img", chart.title)


@pytest.mark.parametrize("name", DRAWN)
def test_only_colours_of_the_theme(name):
    root = etree.fromstring(DRAWN[name]().svg)
    paints = {
        paint
        for element in root.iter()
        for paint in (element.get("fill"), element.get("stroke"))
        if paint
    }
    assert {re.sub(r"[\w-]*\d|surface", "N", paint) for paint in paints} <= {
        "none",
        "currentColor",
        "var(N)",
        "url(#N)",
        "var(--gj-N)",
    }


def drawn_words(chart):
    return [node.text for node in etree.fromstring(chart.svg).iter(f"{SVG}text")]


def test_bars_and_their_table():
    chart = bars([("市场监管总局", 31), ("科技部", 1200)])
    assert chart.columns == ("机构", "任务（项）")
    assert chart.rows == (("市场监管总局", "31"), ("科技部", "1,200"))
    words = drawn_words(chart)
    assert [word for word in words if word in {"市场监管总局", "科技部", "31"}] == [
        "市场监管总局",
        "科技部",
        "31",
    ]
    assert "Noto Sans CJK SC" in chart.svg


def test_stack_and_its_table():
    chart = stack([("甲", "牵头", 3), ("乙", "参与", 2), ("甲", "参与", 4), ("甲", "牵头", 1)])
    assert chart.columns == ("机构", "牵头", "参与", "合计")
    assert chart.rows == (("甲", "4", "4", "8"), ("乙", "0", "2", "2"))
    assert [word for word in drawn_words(chart) if word in {"牵头", "参与"}] == ["牵头", "参与"]


def test_series_differ_without_their_colours():
    six = [str(number) for number in range(6)]
    chart = stack([("甲", name, 1) for name in six], six)
    lines = re.findall(r'<pattern.*?<path d="([^"]+)"', chart.svg)
    assert len(set(lines)) == 5  # and the first is plain


def test_more_series_than_can_be_told_apart_are_refused():
    with pytest.raises(ValueError, match="7 series; at most 6 can be told apart"):
        stack([], [str(number) for number in range(7)])


def test_timeline_and_its_table():
    chart = line([("甲", date(2022, 7, 1), date(2023, 12, 31))], date(2023, 1, 1))
    assert chart.columns == ("任务", "起", "止")
    assert chart.rows == (("甲", "2022-07-01", "2023-12-31"),)
    assert "2022-07" in drawn_words(chart)


def width_of_line(chart):
    return etree.fromstring(chart.svg).xpath("count(//*[local-name()='line'][@stroke-width='2'])")


def test_today_stands_in_the_timeline_only_if_told():
    rows = [("甲", date(2022, 7, 1), date(2023, 12, 31))]
    assert width_of_line(line(rows, date(2023, 1, 1))) == 1
    assert width_of_line(line(rows)) == 0


@pytest.mark.parametrize("draw", [bars, stack, line])
def test_nothing_gives_no_drawing(draw):
    chart = draw([])
    assert (chart.rows, chart.svg) == ((), "")


def test_control_characters_in_a_name_do_no_harm():
    chart = bars([("甲\x00\x0b乙\ud800", 1)])
    assert chart.rows == (("甲乙", "1"),)
    etree.fromstring(chart.svg)


def test_same_data_is_drawn_once():
    charts._drawn.cache_clear()
    bars([("甲", 1)])
    bars([("甲", 1)])
    assert charts._drawn.cache_info()[:2] == (1, 1)  # hits, misses


EVIL = f"""<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink" onload="a()">
<script>a()</script><style>g{{}}</style><foreignObject/><image x:href="http://e.example/"/>
<g style="fill:red" class="c" role="r" aria-label="l" x:href="http://e.example/" opacity="0.5">
<path d="M0 0h1" fill="{MARKERS[1]}"/><path d="" fill="red"/><path d="M0 0" fill="none"/></g>
<text display="none">a</text><text opacity="0">b</text><text>c</text></svg>"""


def test_only_what_draws_is_left():
    assert re.sub(r"\s*\n\s*", "", cleaned(EVIL, title="T", name="n")) == (
        '<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="T"><defs>'
        '<pattern id="n-2" width="8" height="8" patternUnits="userSpaceOnUse">'
        '<rect width="8" height="8" fill="var(--gj-series-2)"/>'
        '<path d="M-2 2 2-2M0 8 8 0M6 10l4-4" stroke="var(--gj-surface)" stroke-width="1.3" '
        'stroke-linecap="round" stroke-opacity="0.75"/></pattern></defs>'
        '<g opacity="0.5"><path d="M0 0h1" fill="url(#n-2)"/></g><text>c</text></svg>'
    )
