"""Values as written, their units, and what they mean."""

import pytest

from guiju.core.drafting.provisions.quantities import read

CASES = [  # text, written, unit, low, high
    ("0.50 mm", "0.50", "mm", "0.50", "0.50"),
    ("8 mm，", "8", "mm", "8", "8"),
    ("510(1±5%)", "510(1±5%)", "", "484.5", "535.5"),
    ("510（1±5%）mm", "510（1±5%）", "mm", "484.5", "535.5"),
    ("0.5(±10%)", "0.5(±10%)", "", "0.45", "0.55"),
    ("80 +2 −1", "80 +2 −1", "", "79", "82"),
    ("6.5~8.5", "6.5~8.5", "", "6.5", "8.5"),
    ("5 mm~8 mm", "5 mm~8 mm", "mm", "5", "8"),
    ("20 ℃至30 ℃", "20 ℃至30 ℃", "℃", "20", "30"),
    ("17～34 cd/m2", "17～34", "cd/m2", "17", "34"),
    ("63%—67%", "63%—67%", "%", "63", "67"),
    ("（65±2）%", "（65±2）", "%", "63", "67"),
    ("23 ℃±2 ℃", "23 ℃±2 ℃", "℃", "21", "25"),
    ("100 mm±5%", "100 mm±5%", "mm", "95", "105"),
    ("（1 500±500）g", "（1 500±500）", "g", "1000", "2000"),
    ("±0.2 mm", "±0.2", "mm", "-0.2", "0.2"),
    ("−40 ℃", "−40", "℃", "-40", "-40"),
    ("10 000 m2", "10 000", "m2", "10000", "10000"),
    ("1×10^5 Pa", "1×10^5", "Pa", "100000", "100000"),
    ("1.0×10−3 mol/L", "1.0×10−3", "mol/L", "0.0010", "0.0010"),
    ("1,0 %", "1,0", "%", "1.0", "1.0"),
    ("1,000 kg", "1,000", "kg", "1000", "1000"),
    ("2倍", "2", "倍", "2", "2"),
    ("两个", "两", "个", "2", "2"),
    ("一百二十台", "一百二十", "台", "120", "120"),
    ("半个波长", "半", "个波长", "0.5", "0.5"),
    ("四分之一", "四分之一", "", "0.25", "0.25"),
    ("百分之五", "百分之五", "", "0.05", "0.05"),
    ("1/4", "1/4", "", "0.25", "0.25"),
    ("+1/10 000", "+1/10 000", "", "0.0001", "0.0001"),
    ("1:2", "1:2", "", "0.5", "0.5"),
    ("0.15 L/(s·m2)", "0.15", "L/(s·m2)", "0.15", "0.15"),
    ("12次/h", "12", "次/h", "12", "12"),
    ("20 kV·A", "20", "kV·A", "20", "20"),
    ("0.6 D，", "0.6", "D", "0.6", "0.6"),
    ("35", "35", "", "35", "35"),
    ("12 m×12 m", "12 m×12 m", "m", None, None),
    ("1 m±5 mm", "1 m±5 mm", "mm", None, None),
    ("B1级", "B1级", "", None, None),
    ("IP2X级", "IP2X级", "", None, None),
    ("DN100", "DN100", "", None, None),
    ("一、二级", "一、二级", "", None, None),
]


@pytest.mark.parametrize(("text", "written", "unit", "low", "high"), CASES)
def test_read(text: str, written: str, unit: str, low: str | None, high: str | None) -> None:
    found = read(text, 0)
    assert found is not None
    assert (found.written, found.unit) == (written, unit)
    assert [
        None if one is None else format(one.normalize(), "f") for one in (found.low, found.high)
    ] == [None if one is None else _plain(one) for one in (low, high)]


def _plain(number: str) -> str:
    return number.rstrip("0").rstrip(".") if "." in number else number


@pytest.mark.parametrize("text", ["", "面层", "GB/T 1.1", "2026年1月1日", "mm"])
def test_no_value(text: str) -> None:
    assert read(text, 0) is None
