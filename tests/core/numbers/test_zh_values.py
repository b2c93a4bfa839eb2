"""What a Chinese number says: level, nature, code, sequence, parts, year, area."""

import pytest

from guiju.core.numbers import Supplement, canonical, parse

VALUES = [
    ("GB 38600-2019", "national", "mandatory", "standard", ""),
    ("GB/T 1.1-2020", "national", "recommended", "standard", ""),
    ("GB/Z 40846-2021", "national", "guidance", "standard", ""),
    ("GSB 05-1426-2001", "national", "sample", "sample", ""),
    ("GJB 9001C-2017", "national", "", "standard", ""),
    ("JB/T 13368-2018", "industry", "recommended", "standard", ""),
    ("JY/Z 1-2020", "industry", "guidance", "standard", ""),
    ("QB 1468-1992", "industry", "mandatory", "standard", ""),
    ("HJ 2.1-2016", "industry", "", "standard", ""),
    ("DB/T 15-2009", "industry", "recommended", "standard", ""),
    ("DB15/T 15-2009", "local_province", "recommended", "standard", "15"),
    ("DB11 334-2006", "local_province", "mandatory", "standard", "11"),
    ("DB3206/T 1088-2024", "local_city", "recommended", "standard", "3206"),
    ("DB440300/T 24-2003", "local_city", "recommended", "standard", "440300"),
    ("SZDB/Z 1-2010", "local_city", "guidance", "standard", "4403"),
    ("T/CAS 115-2015", "group", "", "standard", ""),
    ("Q/HWK 001-2024", "enterprise", "", "standard", ""),
]


@pytest.mark.parametrize(("written", "level", "nature", "kind", "area"), VALUES)
def test_level_and_nature(written, level, nature, kind, area):
    number = parse(written)
    assert (number.level, number.nature, number.kind, number.area) == (level, nature, kind, area)


def test_leading_zeros_stay():
    number = parse("JR/T 0176.01-2020")
    assert (number.code, number.seq, number.parts) == ("JR/T", "0176", ("01",))


def test_two_levels_of_parts():
    assert parse("GB/T 1.2.3-2020").parts == ("2", "3")


def test_a_year_of_two_digits_is_of_the_20th_century_and_stays_as_written():
    number = parse("GB 7714-87")
    assert (number.year, number.year_written) == ("1987", "87")
    assert number == parse("GB 7714-1987")


def test_an_amendment_belongs_to_the_edition():
    number = parse("GB 18352.6-2016/XG1-2026")
    assert number.year == "2016"
    assert number.supplements == (Supplement(kind="XG", number="1", year="2026"),)


def test_a_double_number_adopts_and_a_joint_one_stands_beside():
    assert [canonical(one) for one in parse("GB/T 1-2000/ISO/IEC 2:1999").adopts] == [
        "ISO/IEC 2:1999"
    ]
    joint = parse("DB11/T 1-2020/DB12/T 1-2020/DB13/T 1-2020").joint
    assert [one.area for one in joint] == ["12", "13"]


def test_suffix_edition_batch_and_language():
    assert parse("Q/ABC 0001S-2020").suffix == "S"
    assert parse("GJB 150.1A-2009").suffix == "A"
    assert parse("GB 50016-2014(2018年版)").edition == "2018"
    assert parse("GSB 05-1426-2-2001").iteration == "2"
    assert parse("GB/T 1.1-2020(英文版)").languages == ("en",)
    assert parse("GB/T 1(所有部分)").all_parts
