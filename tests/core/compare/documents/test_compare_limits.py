"""Limits and requirements: stricter, looser, the same in another unit, another modal word."""

from decimal import Decimal

import pytest

from guiju.core.compare.documents import compare
from guiju.core.compare.documents.limits import strictness
from guiju.core.drafting.provisions import Interval
from guiju.core.units import factors, measure
from tests.core.compare.documents.building import document


def interval(written):
    operator, low, high, unit = written.split()
    return Interval(
        operator=operator, written=f"{low}{high}", unit=unit,
        low=None if low == "-" else Decimal(low), high=None if high == "-" else Decimal(high),
        low_included=operator != ">", high_included=operator != "<",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("≤ - 0.5 mm", "≤ - 0.4 mm", "stricter"),
        ("≤ - 0.5 mm", "≤ - 0.6 mm", "looser"),
        ("≤ - 0.5 mm", "< - 0.5 mm", "stricter"),
        ("≥ 10 - kg", "≥ 12 - kg", "stricter"),
        ("≥ 10 - kg", "≥ 9 - kg", "looser"),
        ("between 1 5 mm", "between 2 5 mm", "stricter"),
        ("between 1 5 mm", "between 2 6 mm", "other"),
        ("≤ - 0.5 mm", "≤ - 500 μm", "same"),
        ("≤ - 1 h", "≤ - 3600 s", "same"),
        ("≤ - 3600 s", "≤ - 1 h", "same"),
        ("≥ 30 - MPa", "≥ 30 - N/mm2", "same"),
        ("≤ - 0.5 mm", "≤ - 0.5 kg", "other"),
        ("≤ - 5 mm", "≥ 5 - mm", "other"),
        ("= 5 5 mm", "between 4 6 mm", "looser"),
    ],
)
def test_strictness(old, new, expected):
    assert strictness(interval(old), interval(new)) == expected


@pytest.mark.parametrize(
    ("unit", "factor", "of"),
    [
        ("mm", "0.001", {"m": 1}),
        ("毫米", "0.001", {"m": 1}),
        ("kg/m3", "1000", {"g": 1, "m": -3}),
        ("mg/L", "1", {"g": 1, "m": -3}),
        ("m/s²", "1", {"m": 1, "s": -2}),
        ("kW·h", "3600000", {"N": 1, "m": 1}),
        ("hPa", "100", {"N": 1, "m": -2}),
        ("min", "60", {"s": 1}),
        ("%", "0.01", {}),
    ],
)
def test_units(unit, factor, of):
    found = measure(unit)
    assert (found.factor, dict(found.of)) == (Decimal(factor), of)


@pytest.mark.parametrize("unit", ["BPN", "", "只", "HRC", "m/只"])
def test_unknown_units_compare_only_with_themselves(unit):
    assert measure(unit) is None
    assert factors(unit, unit) == (1, 1)
    assert factors(unit, "mm") is None


REST = "试样应在温度为23 ℃的环境中放置24 h后再进行试验。"


@pytest.mark.parametrize(
    ("before", "after", "limits", "requirements"),
    [
        ("壶体厚度应不小于0.5 mm。", "壶体厚度应不小于0.6 mm。", [("stricter", "≥ 0.5 mm", "≥ 0.6 mm")], [("stricter", "stricter")]),
        ("壶体厚度应不小于0.5 mm。", "壶体厚度应不小于500 μm。", [("same", "≥ 0.5 mm", "≥ 500 μm")], []),
        ("壶体厚度应不小于0.5 mm。", "壶体厚度应不小于0.4 mm。", [("looser", "≥ 0.5 mm", "≥ 0.4 mm")], [("looser", "looser")]),
        ("表面宜光滑平整无毛刺。", "表面应光滑平整无毛刺。", [], [("modality", "stricter")]),
        ("表面应光滑平整无毛刺。", "表面可光滑平整无毛刺。", [], [("modality", "looser")]),
        ("表面应涂覆红色的油漆。", "表面不应涂覆红色的油漆。", [], [("modality", "")]),
        ("表面应涂覆红色的油漆。", "表面应涂覆蓝色的油漆。", [], [("reworded", "")]),
        ("注1：表面应涂覆红色的油漆。", "注1：表面不应涂覆红色的油漆。", [], []),
    ],
)  # fmt: skip
def test_what_it_means_for_the_reader(before, after, limits, requirements):
    found = compare(*(document(f"# 1 要求\n{REST}\n{text}") for text in (before, after)))
    assert [(one.change, one.a_limit, one.b_limit) for one in found.limits] == limits
    assert [(one.change, one.effect) for one in found.requirements] == requirements


def test_requirements_come_and_go():
    old, new = "铭牌应固定在机座的正面。", "电源线应采用三芯橡胶护套软线。"
    found = compare(*(document(f"# 1 要求\n{REST}\n{text}") for text in (old, new)))
    assert [(one.change, one.a_text or one.b_text) for one in found.requirements] == [
        ("added", new),
        ("removed", old),
    ]


def test_a_lead_binds_its_items():
    items = "a) 表面光滑平整；\nb) 边缘无毛刺。"
    sides = (
        document(f"# 1 要求\n{REST}\n壳体{word}符合下列要求：\n{items}") for word in ("宜", "应")
    )
    assert [(one.a, one.change, one.effect) for one in compare(*sides).requirements] == [
        ("1/p2/s1", "modality", "stricter"),
        ("1/a/p1/s1", "modality", "stricter"),
        ("1/b/p1/s1", "modality", "stricter"),
    ]
