"""The keys of a typed number, the likeliest first."""

import pytest

from guiju.core.numbers import lookup_keys, other_natures


@pytest.mark.parametrize("text", ["", "质量管理", "x" * 300 + "1"])
def test_what_is_no_number_has_no_key(text):
    assert lookup_keys(text) == ()


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("GB/T 1.1-2020", ("gb/t1.1-2020", "gb/t1.1", "gbt112020")),
        ("gbt1.1", ("gb/t1.1",)),
        ("ISO 9001-2015", ("iso9001:2015", "iso9001")),
    ],
)
def test_dated_keys_come_before_undated(text, first):
    assert lookup_keys(text)[: len(first)] == first


def test_what_cannot_be_read_is_looked_up_as_it_stands():
    assert lookup_keys("示例 0001—甲")[-1] == "示例0001甲"


@pytest.mark.parametrize(
    ("work", "others"),
    [
        ("GB/T 3838", ("GB 3838", "GB/Z 3838")),
        ("DB11 501", ("DB11/T 501", "DB11/Z 501")),
        ("GB/Z 1", ("GB 1", "GB/T 1")),
    ],
)
def test_the_same_number_of_another_nature(work, others):
    assert other_natures(work) == others
