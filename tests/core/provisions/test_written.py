"""How limits and results are written: all of a limit is understood, or none of it."""

from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guiju.core.provisions.measured import read_measured
from guiju.core.provisions.written import NOT_DETECTED, LimitError, read_limit


def ends(text):
    interval = read_limit(text)
    return tuple(
        None if end is None else f"{'' if end.closed else '('}{end.value} /{end.step}"
        for end in (interval.low, interval.high)
    )


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("≥ 6.5", "6.5 /0.1", None),
        ("＞6.50", "(6.50 /0.01", None),
        ("不小于97.0", "97.0 /0.1", None),
        ("不低于 97.0", "97.0 /0.1", None),
        ("至少3", "3 /1", None),
        ("5及以上", "5 /1", None),
        ("5（含）以上", "5 /1", None),
        ("不大于0.5", None, "0.5 /0.1"),
        ("不超过 1 000", None, "1000 /1"),
        ("≤０．５", None, "0.5 /0.1"),
        ("<=0.5", None, "0.5 /0.1"),
        ("超过3", "(3 /1", None),
        ("不足3", None, "(3 /1"),
        ("小于-3.0", None, "(-3.0 /0.1"),
        ("not more than 5", None, "5 /1"),
        ("at least 0.10", "0.10 /0.01", None),
        ("10 or less", None, "10 /1"),
        ("6.5~8.5", "6.5 /0.1", "8.5 /0.1"),
        ("6.5－8.5", "6.5 /0.1", "8.5 /0.1"),
        ("6.5—8.5", "6.5 /0.1", "8.5 /0.1"),
        ("-25~-5", "-25 /1", "-5 /1"),
        (">1~3.0", "(1 /1", "3.0 /0.1"),
        ("1～<3", "1 /1", "(3 /1"),
        ("≥6.5且≤8.5", "6.5 /0.1", "8.5 /0.1"),
        ("≤8.5，≥6.5", "6.5 /0.1", "8.5 /0.1"),
        (">0且不大于5", "(0 /1", "5 /1"),
        ("(20±2)", "18 /1", "22 /1"),
        ("20.0±2", "18.0 /0.1", "22.0 /0.1"),
        ("80+2-1", "79 /1", "82 /1"),
        ("80 +2,0", "80 /1", "82 /1"),
        ("80 -1 +2", "79 /1", "82 /1"),
        ("510(1±5%)", "484.5 /5.1", "535.5 /5.1"),
        ("≥14×100", "1.4E+3 /1E+2", None),
        ("≤1.0×10^-3", None, "0.0010 /0.0001"),
        ("=7", "7 /1", "7 /1"),
    ],
)
def test_a_limit_is_read(text, low, high):
    assert ends(text) == (low, high)
    assert read_limit(text).written == text.strip()


@pytest.mark.parametrize("text", ["不得检出", "不应检出", "未检出", "Not detected"])
def test_nothing_may_be_found(text):
    assert read_limit(text) is NOT_DETECTED


@pytest.mark.parametrize(
    "text",
    [
        "",
        "5",
        "≤",
        "≤ 表1",
        "5以上",
        "8.5~6.5",
        "≥5且≥6",
        ">5~5",
        "≤5 mg",
        "100±5%",
        "约5",
        "≤1,5",
        "1e5",
    ],
)
def test_what_is_not_certain_is_refused_with_a_sentence(text):
    with pytest.raises(LimitError) as refused:
        read_limit(text)
    assert text in refused.value.sentence.zh
    assert text in refused.value.sentence.en


@given(st.text(alphabet="0123456789.~±≥≤<>+-()%×^且,不含 eE一", max_size=14))
def test_any_text_is_read_or_refused(text):
    with suppress(LimitError):
        assert read_limit(text).written == text.strip()


@pytest.mark.parametrize(
    ("text", "kind", "number"),
    [
        ("8.675", "number", "8.675"),
        (" ８.６７ ", "number", "8.67"),
        ("-3", "number", "-3"),
        ("−3", "number", "-3"),
        (".5", "number", ".5"),
        ("1,234.5", "number", "1234.5"),
        ("1.20×10^3", "number", "1.20E+3"),
        ("1.2x10-3", "number", "0.0012"),
        ("3e4", "number", "3E+4"),
        ("<0.005", "below", "0.005"),
        ("＜0.005", "below", "0.005"),
        ("0.005L", "below", "0.005"),
        ("未检出(0.005)", "below", "0.005"),
        ("ND(<0.005)", "below", "0.005"),
        (">2400", "above", "2400"),
        ("ND", "not-detected", None),
        ("未检出", "not-detected", None),
        ("-;", "missing", None),
        ("——", "missing", None),
        ("/", "missing", None),
        ("-9999", "missing", None),
        ("N/A", "missing", None),
        ("未检测", "missing", None),
        ("合格", "unreadable", None),
        ("1.2.3", "unreadable", None),
        ("5 mg", "unreadable", None),
    ],
)
def test_a_result_is_read(text, kind, number):
    result = read_measured(text)
    assert result.kind == kind
    assert result.number == (None if number is None else Decimal(number))
    assert result.written == text.strip()


@given(
    st.decimals(
        allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12, places=5
    )
)
def test_the_digits_of_a_number_stay(value):
    text = format(value, "f")
    if text != "-99.00000":
        assert format(read_measured(text).number, "f") == text
