"""Hostile texts are searched and read like any other; how fast, `bench/number_parse.py` shows."""

import pytest

from guiju.core.numbers import candidates, find, parse, read_to_json

UNITS = [
    "GB/T 1.1-2020 ", "GB/T", "GB/T ", "T/AAAAAAAAAAAAAAAAAAAAAAAA", "DB11", "DB99/T 1-2020 ", "ISO ",
    "ISO/IEC ", "ISO 1-1-1-1-1-1", "/XG1-2020", "1.1.", "A", "TC 1/SC 1/", "Q/", "(ISO ", "第1号修改单",
    "(EN)", "GB/T 1、", "GB/T 1/ISO 1/", "A ", " ", "-", "~", "T/A-1 ", "\u0410",
]  # fmt: skip


@pytest.mark.parametrize("unit", UNITS)
def test_what_is_found_in_it_reads_as_the_same_alone(unit):
    text = unit * (64_000 // len(unit))
    for one in find(text)[:50]:
        assert parse(text[one.start : one.end]) == one.number


@pytest.mark.parametrize("unit", UNITS)
def test_it_is_read_exactly_when_it_has_readings(unit):
    for length in (60, 399, 100_000):
        text = (unit * length)[:length]
        assert read_to_json(text)["ok"] <= bool(candidates(text))
