"""A megabyte on one line, and texts that begin like numbers: read or refused like any other."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guiju.core.numbers import (
    NumberError,
    candidates,
    canonical,
    find,
    lookup_keys,
    parse,
    read_to_json,
    squash,
)

MEGABYTE = 1_000_000
UNITS = [
    "1", "-", "/", "A", ".", ":", "一", "1-", "1.", "1/", "A1", "A/", "~", "GB 1-1-", "DBJ50/T-", "\n-",
    "GB/\n", "GB/T 1-\n", "IEC 1+AMD1", "/IDF 1", "ISO 1(IDF ", "HD 1.1.1 S", "T/A 1-2020 T/", "JTG F80/1-",
    "Q/(A)A", "J 1234-2020 ", "第十一号修改单", "20200101-T-", "urn:iso:std:iso:1:ed-1:v1",
]  # fmt: skip


@pytest.mark.parametrize("unit", UNITS)
def test_what_is_found_in_it_reads_as_the_same_alone(unit):
    text = unit * (64_000 // len(unit))
    for one in find(text)[:50]:
        assert parse(text[one.start : one.end]) == one.number


@pytest.mark.parametrize("unit", UNITS)
def test_a_megabyte_that_is_said_to_be_one_number_is_refused(unit):
    text = (unit * (MEGABYTE // len(unit) + 1))[:MEGABYTE]
    with pytest.raises(NumberError):
        parse(text)
    assert (candidates(text), lookup_keys(text)) == ((), ())
    squash(text)


@pytest.mark.parametrize("unit", ["1", "-", "/", "A", "1-", "一"])
def test_a_megabyte_of_one_sign_holds_no_number(unit):
    assert find(unit * (MEGABYTE // len(unit))) == []


SIGNS = st.sampled_from(
    [
        "GB", "GB/T", "GBn", "GSB", "ZB", "DB", "DBJ", "T/", "Q/", "ISO", "IEC", "IDF", "HD", "ITU-T", "CSA", "OIML",
        "EN", "GOST", "\u0421\u0422 \u0420\u041a", "JTG", "TC", "JTC", "SAC", "urn:iso:std:", "1", "05", "2020", ".", "-", "/", "_", "\\",
        "。", "号", "（", "）", "(", ")", "|", "~", "至", "年", "XG1", "第十一号修改单", "所有部分", " ", "\n", "S", "A",
        "J 1-2020", "Amd 1", "ed-1:v1", "建议书", "Part 2, 2021", "\u2e3a", "\ud800", "\U00020000", "\u0130",
    ]
)  # fmt: skip


@settings(max_examples=500)
@given(st.lists(SIGNS, max_size=12).map("".join))
def test_every_text_is_read_or_refused_and_what_is_read_is_printed_back(text):
    answer = read_to_json(text)
    assert answer["ok"] is (answer["error"] is None)
    if answer["ok"]:
        number = parse(text)
        assert canonical(parse(canonical(number))) == canonical(number)
    for one in find(text):
        assert parse(text[one.start : one.end]) == one.number
