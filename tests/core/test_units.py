"""Units as standards write them: their UCUM codes, what converts into what, and what never does."""

from decimal import Decimal
from fractions import Fraction

import pytest

from guiju.core.units import factors, measure, ucum


@pytest.mark.parametrize(
    ("code", "spellings"),
    [
        ("mg/L", "mg/L mg·L⁻¹ mg·L-1 mg/L 毫克/升 毫克每升 ㎎/L mg・L-1 mg*L-1 mg／L"),
        ("ug/m3", "µg/m³ μg/m³ µg/m3 μg/m3 ug/m3 ug/m³ µg·m⁻³ 微克/立方米 微克每立方米"),
        ("mg/m3", "mg/m³ mg/m3 毫克/立方米 mg·m-3 mg/m^3"),
        ("[NTU]", "NTU ntu"),
        ("[CFU]/mL", "CFU/mL cfu/mL"),
        ("[CFU]/(100.mL)", "CFU/100mL"),
        ("{MPN}/(100.mL)", "MPN/100mL"),
        ("{count}/L", "个/L 个/升"),
        ("kg{ce}/t", "kgce/t 千克标准煤/吨"),
        ("kg{ce}/h", "kgce/h"),
        ("mg/kg", "mg/kg 毫克/千克 毫克/公斤"),
        ("dB", "dB 分贝"),
        ("dB[SPL]{A}", "dB(A) dBA dB（A）"),
        ("Cel", "℃ °C 摄氏度"),
        ("K", "K"),
        ("[pH]", "pH pH值 pH单位"),
        ("%", "% ％"),
        ("[ppth]", "‰"),
        ("W/kW", "W/kW 瓦/千瓦"),
        ("kW.h", "kWh kW·h 千瓦时"),
        ("MPa", "MPa 兆帕"),
        ("N/mm2", "N/mm² N/mm2 N·mm⁻² N/平方毫米"),
        ("mm", "mm 毫米 ㎜"),
        ("lx", "lx 勒克斯"),
        ("Bq/L", "Bq/L 贝可/升"),
        ("{PtCo}", "度 度(铂钴色度单位) 度（铂钴色度单位）"),
        ("1", "无量纲 1"),
        ("mg/(m2.h)", "mg/(m²·h) mg/(m2·h)"),
        ("W/(m2.K)", "W/(m²·K)"),
        ("Ohm", "Ω \u2126"),
        ("har", "ha 公顷"),
        ("{rev}/min", "r/min rpm 转/分钟"),
        ("deg", "° (°) （°）"),
        ("kW.h/a", "kWh/a kW·h/年"),
        ("L/({person}.d)", "L/(人·d) 升/(人·天)"),
        ("{times}/min", "次/min 次/分钟"),
        ("mH", "mH"),
        ("mA.h", "mAh mA·h"),
        ("dtex", "dtex"),
        ("mSv/a", "mSv/a"),
        ("/cm", "cm⁻¹ cm-1"),
        ("N/(15.mm)", "N/15mm"),
        ("g/(kW.h)", "g/kWh g/(kW·h)"),
    ],
)  # fmt: skip
def test_every_spelling_has_its_ucum_code(code, spellings):
    assert {one: ucum(one) for one in spellings.split()} == dict.fromkeys(spellings.split(), code)


def test_white_space_stands_for_a_point_or_for_nothing():
    assert [ucum(one) for one in ("MPN/100 mL", "µg / m3", "mg L-1", " mg/L ", "kW h")] == [
        "{MPN}/(100.mL)", "ug/m3", "mg/L", "mg/L", "kW.h",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("unit", "of"),
    [
        ("pH", {"pH": 1}),  # no pico-henry
        ("Pa", {"N": 1, "m": -2}),  # no peta-year
        ("min", {"s": 1}),  # no milli-inch
        ("cd", {"cd": 1}),  # no centi-day
        ("ha", {"m": 2}),  # no hecto-year
        ("dB", {"dB": 1}),  # no deci of anything that converts
        ("h", {"s": 1}),  # no Planck constant
        ("a", {"a": 1}),  # no number of days
        ("mT", {"T": 1}),  # no tonne
        ("mol", {"mol": 1}),
        ("t", {"g": 1}),  # no short ton
        ("mg/kg", {}),
    ],
)
def test_a_symbol_is_never_a_prefix_and_a_rest(unit, of):
    assert dict(measure(unit).of) == of


@pytest.mark.parametrize(
    "unit",
    ["", "ton", "M", "PH", "只", "m/只", "µg/Nm³", "mg/", "/L", "0mL", "mg//L", "万"],
)
def test_what_is_not_known_is_not_guessed(unit):
    assert (measure(unit), ucum(unit)) == (None, None)


@pytest.mark.parametrize(
    ("old", "new", "by"),
    [
        ("mg/L", "µg/L", "1000"),
        ("mg/L", "g/m3", "1"),
        ("个/L", "MPN/100mL", "0.1"),
        ("CFU/mL", "CFU/100mL", "100"),
        ("‰", "%", "0.1"),
        ("mg/kg", "%", "0.0001"),
        ("kWh", "MJ", "3.6"),
        ("N/mm²", "MPa", "1"),
        ("mg/h", "mg/min", "1/60"),
        ("tce", "kgce", "1000"),
    ],
)
def test_conversions_are_exact(old, new, by):
    one, other = factors(old, new)
    assert Fraction(one) / Fraction(other) == Fraction(by)
    assert [one.to_integral_value(), other.to_integral_value()] == [one, other]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("℃", "K"),  # a temperature or a difference: the unit does not say
        ("℃", "°F"),
        ("dB", "dB(A)"),
        ("dB(A)", "dB(C)"),
        ("NTU", "FNU"),
        ("NTU", "度"),
        ("pH", "1"),
        ("kgce/t", "%"),
        ("kgce", "MJ"),
        ("mg/L", "mg/kg"),
        ("CFU", "mL"),
        ("a", "d"),
        ("pH", "mH"),
        ("T", "t"),
        ("°", "rad"),
    ],
)
def test_what_no_factor_converts_is_refused(old, new):
    assert factors(old, new) is None


def test_a_unit_is_itself_though_nobody_knows_it():
    assert factors("只", "只") == (Decimal(1), Decimal(1))
