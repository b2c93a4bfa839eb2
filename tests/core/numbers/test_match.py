"""Comparing numbers: order, keys of works and series, matching with parts left out."""

import pytest

from guiju.core.numbers import base_of, canonical, matches, parse, series_key, sort_key, work_key

IN_ORDER = [
    "DB11 9-2000", "DB11/T 9-2000", "GB 1.1-1987", "GB/T 1-1990", "GB/T 1.1-1993", "GB/T 1.1-2020",
    "GB/T 1.1-2020/XG1-2021", "GB/T 1.2-2020", "GB/T 1.11-2020", "GB/T 9-1988", "GB/T 10-1988",
    "ISO 9-1990", "ISO 10-1:1990", "JR/T 0071-2012", "JR/T 0071.1-2020",
]  # fmt: skip


def test_numbers_stand_in_the_order_of_their_values():
    numbers = [parse(text) for text in IN_ORDER]
    backwards = numbers[::-1]
    assert sorted(backwards, key=sort_key) == numbers


def test_leading_zeros_decide_only_last():
    a, b, c = parse("T/AB 1-2020"), parse("T/AB 01-2020"), parse("T/AB 002-2020")
    assert sorted([c, b, a], key=sort_key) in ([a, b, c], [b, a, c])
    assert sort_key(a) != sort_key(b)


KEYS = [
    ("GB/T 1.1-2020", "GB/T 1.1", "GB/T 1"),
    ("GB/T 1.1-2020/XG1-2026", "GB/T 1.1", "GB/T 1"),
    ("GB/T 1.1-2020(EN)", "GB/T 1.1", "GB/T 1"),
    ("GB/T 3102(所有部分)", "GB/T 3102", "GB/T 3102"),
    ("GB 50016-2014(2018年版)", "GB 50016", "GB 50016"),
    ("GB/T 19001-2016/ISO 9001:2015", "GB/T 19001", "GB/T 19001"),
    ("Q/ABC 0001S-2020", "Q/ABC 0001S", "Q/ABC 0001S"),
    ("GJB 150.1A-2009", "GJB 150.1", "GJB 150"),
    ("GSB 05-1426-2-2001", "GSB 05-1426", "GSB 05-1426"),
    ("ISO/IEC 27001:2013/Cor 1:2014(en)", "ISO/IEC 27001", "ISO/IEC 27001"),
    ("ISO/DIS 5725-2", "ISO 5725-2", "ISO 5725"),
    ("20231234-T-469", "20231234-T-469", "20231234-T-469"),
    ("SAC/TC 28/SC 38", "SAC/TC 28/SC 38", "SAC/TC 28/SC 38"),
]


@pytest.mark.parametrize(("written", "work", "series"), KEYS)
def test_keys_of_the_work_and_of_the_series(written, work, series):
    number = parse(written)
    assert (work_key(number), series_key(number)) == (work, series)


def test_the_base_of_an_amendment():
    assert canonical(base_of(parse("GB/T 1.1-2020/XG1-2026"))) == "GB/T 1.1-2020"
    assert canonical(base_of(parse("GB/T 1.1-2020"))) == "GB/T 1.1-2020"
    consolidated = parse("IEC 60034-1:2010+AMD1:2015 CSV")
    assert canonical(base_of(consolidated)) == "IEC 60034-1:2010"


MATCHES = [
    ("GB/T 1.1-2020", "GBT1.1—2020", set(), True),
    ("GB/T 1.1-2020", "GB/T 1.1-2009", set(), False),
    ("GB/T 1.1-2020", "GB/T 1.1-2009", {"year"}, True),
    ("GB/T 1.1-2020", "GB/T 1.1", {"year"}, True),
    ("GB/T 1.1-2020", "GB/T 1.2-2020", {"year"}, False),
    ("GB/T 1.1-2020", "GB/T 1.2-2020", {"part"}, True),
    ("GB/T 1.1-2020", "GB/T 1(所有部分)", {"part", "year"}, True),
    ("GB/T 1.1-2020", "GB/T 1.1-2020/XG1-2021", set(), False),
    ("GB/T 1.1-2020", "GB/T 1.1-2020/XG1-2021", {"amendment"}, True),
    ("GB/T 1.1-2020", "GB/T 1.1-2020(EN)", set(), False),
    ("GB/T 1.1-2020", "GB/T 1.1-2020(EN)", {"language"}, True),
    ("GB 1.1-2020", "GB/T 1.1-2020", {"year", "part", "amendment", "language"}, False),
    ("GB/T 19001-2016/ISO 9001:2015", "GB/T 19001-2016", set(), True),
    ("ISO 9001:2015", "ISO/DIS 9001", {"year"}, True),
]


@pytest.mark.parametrize(("a", "b", "ignoring", "expected"), MATCHES)
def test_matches(a, b, ignoring, expected):
    assert matches(parse(a), parse(b), ignoring) is expected
    assert matches(parse(b), parse(a), ignoring) is expected


def test_an_unknown_word_to_ignore_is_an_error():
    with pytest.raises(KeyError):
        matches(parse("GB 1"), parse("GB 1"), {"colour"})
