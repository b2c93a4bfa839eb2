"""Tables with stray quotation marks and line ends: what is wrong costs its own row, no other."""

import io

import pytest

from guiju.core.records.readers import Refused
from guiju.core.records.readers.formats import read, reader_for

HEAD = "标准号,标准名称"


def row(number):
    return f"GB {number}-2000,示例"


def told(*lines, end="\n"):
    """The numbers that were read, and the lines that were refused."""
    data = io.BytesIO(end.join(lines).encode())
    assert reader_for(data) == "table"
    data.seek(0)
    found = list(read(data, "table", mapping={"标准号": "number", "标准名称": "title_zh"}))
    refused = [one for one in found if isinstance(one, Refused)]
    numbers = [one.number for one in found if not isinstance(one, Refused)]
    return numbers, [(one.position, one.excerpt.strip()) for one in refused]


def rows(first, last):
    return [row(one) for one in range(first, last + 1)]


OPEN = 'GB 3-2000,"示例'


@pytest.mark.parametrize("last", [6, 60, 300, 12_000])
def test_an_open_quotation_mark_costs_its_row_alone(last):
    numbers, refused = told(HEAD, *rows(1, 2), OPEN, *rows(4, last))
    assert numbers == [f"GB {one}-2000" for one in range(1, last + 1) if one != 3]
    assert refused == [(4, OPEN)]


@pytest.mark.parametrize("closing", ['GB 9-2000,"示例, 二"', '"GB 9-2000","示例"'])
def test_one_that_a_later_cell_would_close(closing):
    numbers, refused = told(HEAD, OPEN, *rows(4, 8), closing)
    assert numbers == [f"GB {one}-2000" for one in range(4, 10)]
    assert refused == [(2, OPEN)]


def test_marks_that_open_again_and_again_make_no_endless_row():
    numbers, refused = told(HEAD, 'GB 3-2000,"', *['a"b,"'] * 1_000, row(4))
    assert (numbers[-1], len(numbers) + len(refused)) == ("GB 4-2000", 1_002)


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ('GB 1-2000,"甲\n乙"', "甲 乙"),
        ('GB 1-2000,"甲"乙', "甲乙"),
        ('GB 1-2000,甲"乙"', '甲"乙"'),
        ('GB 1-2000,"甲""乙"""', '甲"乙"'),
    ],
)
def test_quotation_marks_that_can_be_read_are_read(line, title):
    data = io.BytesIO(f"{HEAD}\n{line}\n{row(2)}".encode())
    first, second = read(data, "table", mapping={"标准号": "number", "标准名称": "title_zh"})
    assert (first.titles["zh"], second.number) == (title, "GB 2-2000")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\n\n"])
def test_lines_end_as_they_like(end):
    assert told(HEAD, *rows(1, 3), end=end) == (["GB 1-2000", "GB 2-2000", "GB 3-2000"], [])
