"""What is typed into a search box: every plausible reading, the best first."""

import pytest

from guiju.core.numbers import NumberError, candidates, canonical, key, parse, parse_sloppy

FIRST = [
    ("gb/t 1.1", "GB/T 1.1"),
    ("gbt1.1", "GB/T 1.1"),
    ("gbt 1.1 2020", "GB/T 1.1-2020"),
    ("gbt_1.1_2020", "GB/T 1.1-2020"),
    ("gbt 1.1.2020", "GB/T 1.1-2020"),
    ("gbt7714-87", "GB/T 7714-1987"),
    ("gb/t 7714-05", "GB/T 7714-2005"),
    ("GBT 1.1-2020", "GB/T 1.1-2020"),
    ("gb/t 1.1-", "GB/T 1.1"),
    ("gb/t 1.1-2", "GB/T 1.1"),
    ("gb/t 1.1-202", "GB/T 1.1"),
    ("JBT 13368", "JB/T 13368"),
    ("DB43T 2516", "DB43/T 2516"),
    ("db43t2516-2022", "DB43/T 2516-2022"),
    ("db 3206/t 1088", "DB3206/T 1088"),
    ("TCAS 115", "T/CAS 115"),
    ("cas 115", "T/CAS 115"),
    ("t/ca 1-2020", "T/CA 1-2020"),
    ("qabc 001s 2020", "Q/ABC 001S-2020"),
    ("nb sh t 0001", "NB/SH/T 0001"),
    ("gbz 40846", "GB/Z 40846"),
    ("gbz 1", "GBZ 1"),
    ("iso 9001-2015", "ISO 9001:2015"),
    ("iso9001 2015", "ISO 9001:2015"),
    ("isoiec27001", "ISO/IEC 27001"),
    ("iso tr 10037", "ISO/TR 10037"),
    ("tc28", "SAC/TC 28"),
    ("20231234-t-469", "20231234-T-469"),
    ("1.1-2020", "GB/T 1.1-2020"),
    ("\uff47\uff42／\uff54　\uff11．\uff11", "GB/T 1.1"),
]


@pytest.mark.parametrize(("typed", "first"), FIRST)
def test_the_best_reading(typed, first):
    assert key(candidates(typed)[0]) == first
    assert key(parse_sloppy(typed)) == first


@pytest.mark.parametrize(
    ("typed", "all_of_them"),
    [
        ("gb 1.1", ["GB 1.1", "GB/T 1.1", "GB/Z 1.1"]),
        ("19001", ["GB/T 19001", "GB 19001", "ISO 19001"]),
        ("db43 2516", ["DB43 2516", "DB43/T 2516", "DB43/Z 2516"]),
        ("hello", []),
        ("", []),
        ("市场监管", []),
    ],
)
def test_all_readings(typed, all_of_them):
    assert [canonical(one) for one in candidates(typed)] == all_of_them


def test_what_has_no_reading_is_refused_as_ever():
    with pytest.raises(NumberError) as refusal:
        parse_sloppy("hello")
    assert "没有顺序号" in refusal.value.sentence.zh


MUTATIONS = [
    str.lower,
    lambda text: text.replace(" ", ""),
    lambda text: text.replace("/", "", 1),
    lambda text: text.replace("/", " ", 1),
    lambda text: text.replace("-", " "),
    lambda text: text.replace("-", "\u2014"),
    lambda text: text.replace("/", "", 1).replace(" ", "").lower(),
]
WELL_KNOWN = [
    "GB/T 19001-2016", "GB 50016-2014", "GB/T 1.1-2020", "JB/T 13368-2018", "DB43/T 2516-2022",
    "T/CAS 115-2015", "NB/SH/T 0001-2010", "JR/T 0176.1-2020", "CJJ/T 135-2009",
]  # fmt: skip


@pytest.mark.parametrize("number", WELL_KNOWN)
def test_every_sloppy_form_finds_the_number_first(number):
    for mutate in MUTATIONS:
        assert candidates(mutate(number))[0] == parse(number), mutate(number)
