"""Hostile texts take time in proportion to their length, and no more."""

import time

import pytest

from guiju.core.numbers import candidates, find, read_to_json

UNITS = [
    "GB/T 1.1-2020 ", "GB/T", "GB/T ", "T/AAAAAAAAAAAAAAAAAAAAAAAA", "DB11", "DB99/T 1-2020 ", "ISO ",
    "ISO/IEC ", "ISO 1-1-1-1-1-1", "/XG1-2020", "1.1.", "A", "TC 1/SC 1/", "Q/", "(ISO ", "第1号修改单",
    "(EN)", "GB/T 1、", "GB/T 1/ISO 1/", "A ", " ", "-", "~", "T/A-1 ", "\u0410",
]  # fmt: skip


@pytest.mark.parametrize("unit", UNITS)
def test_finding_takes_time_by_length(unit):
    def seconds(size):
        text = unit * (size // len(unit))
        began = time.process_time()
        find(text)
        return time.process_time() - began

    seconds(1_000)
    short, long = seconds(8_000), seconds(64_000)
    assert long < 0.2 + 20 * short


@pytest.mark.parametrize("unit", UNITS)
def test_one_text_is_read_or_refused_at_once(unit):
    for length in (60, 399, 100_000):
        text = (unit * length)[:length]
        began = time.process_time()
        candidates(text)
        read_to_json(text)
        assert time.process_time() - began < 0.5
