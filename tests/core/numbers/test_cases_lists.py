"""The real lists, written carelessly and in sentences: each line is still the same number."""

import pytest

from guiju.core.numbers import NumberError, find, parse
from tests.shared_data import shared

EVERY = 5
LISTS = [
    "iec-csv-pubid", "iec-iec-pubid", "iec-iecee-trf-pubid", "iec-iecq-pubid", "iec-ish-pubid",
    "iec-iso-iec-pubid", "iec-sheets-pubid", "iec-tc1-pubid", "iec-tr-pubid", "iec-ts-pubid", "iec-vap-pubid",
    "iec-working-programmes", "iso-iso-pubid-basic", "iso-iso-pubid-cd", "iso-iso-pubid-coramd",
    "iso-iso-pubid-draft-amd-cor", "iso-iso-pubid-languages", "iso-iso-pubid-supplement-iteration",
    "itu-itu-r", "jis-jis-pubids",
]  # fmt: skip
# Lines that are not found whole in a sentence, since other words look the same there: several parts in
# one (14,15C), a part that is a letter (105-F), names (SYMBOL), projects without a publisher.
NOT_FOUND = {
    "iec-iec-pubid": 1,
    "iec-iecee-trf-pubid": 14,
    "iec-iecq-pubid": 2,
    "iec-working-programmes": 3,
    "iso-iso-pubid-basic": 1,
}
WIDE = {sign: chr(sign + 0xFEE0) for sign in range(0x21, 0x7F) if chr(sign) not in "_,;|"}


def numbers_in(name):
    lines = shared(f"data/numbers/{name}.txt").read_text("utf-8").splitlines()[::EVERY]
    for line in filter(None, map(str.strip, lines)):
        try:
            yield line, parse(line)
        except NumberError:
            continue


@pytest.mark.parametrize("name", LISTS)
def test_width_dashes_and_spaces_do_not_matter(name):
    for line, number in numbers_in(name):
        assert parse(line.translate(WIDE).replace(" ", "\u3000")) == number
        assert parse(f" {line.replace(' ', chr(0xA0) + ' ').replace('-', chr(0x2013))}\r") == number
        assert parse(line.replace("/", "／").replace(":", "：")) == number


@pytest.mark.parametrize("name", LISTS)
def test_it_is_found_in_a_sentence(name):
    missed = []
    for line, number in numbers_in(name):
        found = [(one.start, one.end, one.number) for one in find(f"按照{line}，执行")]
        if found != [(2, 2 + len(line), number)]:
            missed.append(line)
    assert len(missed) == NOT_FOUND.get(name, 0), missed
