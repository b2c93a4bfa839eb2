"""European numbers and national ones that adopt them: one number, with what it adopts."""

import pytest

from guiju.core.numbers import international

PRINTED = [
    "EN 206:2013+A2:2021",
    "EN ISO 9001:2015",
    "EN ISO/IEC 17025:2017",
    "EN IEC 62368-1:2020+A11:2020",
    "EN 60601-1:2006/A1:2013",
    "EN 60335-1:2012/AC:2014",
    "prEN ISO 13485:2020",
    "FprEN 50131-1",
    "CEN/TS 15370-1:2006",
    "CEN ISO/TS 17892-1:2004",
    "CEN/CLC/TR 17603-10:2021",
    "CLC/TS 50131-7:2010",
    "CEN/CLC Guide 6",
    "CWA 17145-1:2017",
    "HD 60364-5-52:2011",
    "ENV 1991-1:1994",
    "BS 7273-4:2015+A1:2021",
    "BS EN ISO 9001:2015",
    "PD CEN/TS 15370-1",
    "PAS 2050:2011",
    "DIN EN ISO 9001:2015-11",
    "DIN VDE 0100-410:2018-10",
    "DIN 4109 Beiblatt 1:1989-11",
    "NF C 15-100",
    "NF EN 1991-1-4/NA:2008",
    "UNI CEI EN ISO/IEC 17025:2018",
    "CEI EN 60204-1",
    "UNE-EN ISO 9001:2015",
    "NEN-EN-ISO 9001:2015",
    "DS/EN ISO 9001:2015",
    "PN-EN ISO 9001:2015-10",
    "KS Q ISO 9001:2015",
    "AS 1170.4:2007",
    "IS/ISO 9001:2015",
]

ADOPTS = [
    ("EN 206:2013", []),
    ("EN ISO 9001:2015", ["ISO 9001"]),
    ("BS EN ISO 9001:2015", ["EN ISO 9001", "ISO 9001"]),
    ("BS EN 60601-1:2006", ["EN 60601-1"]),
    ("BS ISO 45001:2018", ["ISO 45001"]),
    ("PD ISO/TR 14121-2:2012", ["ISO/TR 14121-2"]),
    ("DIN EN ISO/IEC 17025:2018-03", ["EN ISO/IEC 17025", "ISO/IEC 17025"]),
    ("KS C IEC 60335-1:2020", ["IEC 60335-1"]),
    ("GOST R ISO 9001-2015", ["ISO 9001"]),
]

NOT_READ = ["SN 1234", "PN 1234", "CEN 1234", "BS A 100", "as 100", "EN", "BS EN", "EN ISO/XYZ 1"]


@pytest.mark.parametrize("written", PRINTED)
def test_it_prints_back(written):
    assert international.canonical(international.read(written, "")) == written


@pytest.mark.parametrize(("written", "adopted"), ADOPTS)
def test_what_it_adopts_is_undated_and_nested(written, adopted):
    number, found = international.read(written, ""), []
    while number.adopts:
        [number] = number.adopts
        found.append(international.canonical(number))
    assert found == adopted


@pytest.mark.parametrize("text", NOT_READ)
def test_no_number(text):
    assert international.read(text, "") is None


def test_year_and_month_are_those_of_the_adoption():
    number = international.read("DIN EN ISO 9001:2015-11", "")
    assert (number.year, number.month, number.level) == ("2015", "11", "foreign")
    assert number.adopts[0].year == ""


def test_a_hyphen_before_a_year_of_four_digits():
    number = international.read("AS 1170.4-2007", "")
    assert (number.seq, number.parts, number.year) == ("1170", ("4",), "2007")
