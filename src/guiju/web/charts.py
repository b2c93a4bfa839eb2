"""Charts (图表) drawn on the server as SVG, each with the table that says the same.

The SVG uses presentation attributes only, so that it passes the strict content policy, and the
colours of the page's theme, so that it fits light, dark and print. Series differ by pattern too.
"""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

import altair as alt
import vl_convert
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from guiju.web.svg import MARKERS, cleaned

FONTS = "Noto Sans CJK SC, Source Han Sans SC, PingFang SC, Microsoft YaHei, Noto Sans, sans-serif"
INK = "currentColor"
WIDTH = 640
ROW = 30
CURVE = 260
VEGA_LITE = ".".join(alt.SCHEMA_VERSION.lstrip("v").split(".")[:2])


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing and its table; without rows there is nothing to draw and `svg` is empty."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    svg: SafeString


def bar_chart(
    rows: Iterable[tuple[str, int | float]], *, label: str, value: str, title: str, unit: str = ""
) -> Chart:
    """One bar for each (label, number), in the order given. `label` and `value` head the columns."""
    pairs = [(_plain(name), number) for name, number in rows]
    data = [{"label": name, "value": number} for name, number in pairs]
    heading = _("%(name)s (%(unit)s)") % {"name": value, "unit": unit} if unit else value
    base = alt.Chart({"values": data}).encode(
        y=_labels(label), x=_numbers(heading, [number for _name, number in pairs])
    )
    drawing = base.mark_bar(color=MARKERS[0]) + base.mark_text(align="left", dx=5).encode(
        text=alt.Text("value:Q")
    )
    table = tuple((name, _number(number)) for name, number in pairs)
    return _chart(drawing, title, (label, heading), table)


def stacked_bars(
    rows: Iterable[tuple[str, str, int | float]],
    *,
    label: str,
    series: Sequence[str],
    value: str,
    title: str,
) -> Chart:
    """One bar for each label, cut into the named series in their order; a missing part is 0."""
    if len(series) > len(MARKERS):
        raise ValueError(f"{len(series)} series; at most {len(MARKERS)} can be told apart")
    sums: dict[str, dict[str, int | float]] = {}
    for name, part, number in rows:
        parts = sums.setdefault(_plain(name), dict.fromkeys(series, 0))
        parts[part] += number
    data = [
        {"label": name, "series": part, "order": series.index(part), "value": number}
        for name, parts in sums.items()
        for part, number in parts.items()
    ]
    totals = [{"label": name, "value": sum(parts.values())} for name, parts in sums.items()]
    bars = (
        alt.Chart({"values": data})
        .mark_bar()
        .encode(
            y=_labels(label),
            x=_numbers(value, [sum(parts.values()) for parts in sums.values()]),
            order=alt.Order("order:Q"),
            color=alt.Color(
                "series:N",
                title=None,
                scale=alt.Scale(domain=list(series), range=list(MARKERS[: len(series)])),
                legend=alt.Legend(orient="top", columns=4, labelLimit=200),
            ),
        )
    )
    ends = (
        alt.Chart({"values": totals})
        .mark_text(align="left", dx=5)
        .encode(y=_labels(label), x=alt.X("value:Q"), text=alt.Text("value:Q"))
    )
    table = tuple(
        (name, *(_number(number) for number in parts.values()), _number(sum(parts.values())))
        for name, parts in sums.items()
    )
    return _chart(bars + ends, title, (label, *series, _("Total")), table)


def timeline(
    rows: Iterable[tuple[str, date, date]],
    *,
    label: str,
    start: str,
    end: str,
    title: str,
    today: date | None = None,
) -> Chart:
    """One bar for each (label, first day, last day); a line stands at `today`."""
    table = tuple((_plain(name), first.isoformat(), last.isoformat()) for name, first, last in rows)
    data = [{"label": name, "start": first, "end": last} for name, first, last in table]
    days = alt.X(
        "start:T",
        title=None,
        scale=alt.Scale(type="utc"),
        axis=alt.Axis(format="%Y-%m", orient="top", domain=False, ticks=False),
    )
    drawing: Any = (
        alt.Chart({"values": data})
        .mark_bar(color=MARKERS[0], height=14)
        .encode(y=_labels(label), x=days, x2="end:T")
    )
    if today is not None and data:
        line = alt.Chart({"values": [{"start": today.isoformat()}]})
        drawing += line.mark_rule(color=MARKERS[3], strokeWidth=2).encode(x=days)
    return _chart(drawing, title, (label, start, end), table)


def curve(
    points: Iterable[tuple[float, float]], *, x: str, y: str, title: str, most: float = 1.0
) -> Chart:
    """A line through the points, from the left to the right; `most` is the top of the scale."""
    pairs = list(points)
    data = [{"x": one, "y": other} for one, other in pairs]
    drawing = (
        alt.Chart({"values": data})
        .mark_line(color=MARKERS[0], strokeWidth=2.5)
        .encode(
            x=alt.X("x:Q", axis=alt.Axis(title=x, tickCount=6, grid=True)),
            y=alt.Y(
                "y:Q",
                scale=alt.Scale(domain=[0, most]),
                axis=alt.Axis(title=y, tickCount=5, grid=True),
            ),
        )
    )
    table = tuple((f"{one:.4g}", f"{other:.3f}") for one, other in pairs)
    return _chart(drawing, title, (x, y), table, height=CURVE)


def _labels(title: str) -> alt.Y:
    axis = alt.Axis(title=None, labelLimit=360, ticks=False, domain=False, labelPadding=8)
    return alt.Y("label:N", sort=None, axis=axis, scale=alt.Scale(paddingInner=0.35))


def _numbers(title: str, values: Sequence[int | float]) -> alt.X:
    whole = all(isinstance(number, int) for number in values)
    axis = alt.Axis(
        title=title,
        format=",d" if whole else ",~r",
        tickMinStep=1 if whole else 0,
        tickCount=6,
        domain=False,
        ticks=False,
    )
    return alt.X("value:Q", axis=axis)


def _plain(text: Any) -> str:
    """Without control characters, which an SVG may not hold."""
    return "".join(sign for sign in str(text) if sign.isprintable())


def _number(number: int | float) -> str:
    return f"{number:,}"


def _chart(
    drawing: Any,
    title: str,
    columns: tuple[str, ...],
    table: tuple[tuple[str, ...], ...],
    height: int = 0,
) -> Chart:
    if not table:
        return Chart(title, columns, table, SafeString(""))
    spec = (
        drawing.properties(width=WIDTH, height=height or alt.Step(ROW))
        .configure(font=FONTS, background="transparent", padding=4)
        .configure_view(stroke=None)
        .configure_axis(
            labelColor=INK,
            titleColor=INK,
            gridColor=INK,
            gridOpacity=0.14,
            labelFontSize=13,
            titleFontSize=13,
            titleFontWeight="normal",
            titlePadding=10,
        )
        .configure_axisY(grid=False)
        .configure_legend(labelColor=INK, labelFontSize=13, symbolType="square", symbolSize=180)
        .configure_text(color=INK, fontSize=13)
    )
    return Chart(
        title, columns, table, _drawn(spec.to_json(indent=None, validate=False), _plain(title))
    )


@lru_cache(maxsize=256)
def _drawn(spec: str, title: str) -> SafeString:
    """The SVG of a specification; kept, since starting the renderer takes most of a second."""
    name = hashlib.sha256(spec.encode()).hexdigest()[:8]
    raw = vl_convert.vegalite_to_svg(spec, vl_version=VEGA_LITE)
    return mark_safe(cleaned(raw, title=title, name=f"c{name}"))  # noqa: S308  only known elements are left
