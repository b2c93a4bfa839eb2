"""Numbers of planned standards and of technical committees."""

import pytest

from guiju.core.numbers import NumberError, canonical, display, parse

PLANS = [
    ("20231234-T-469", "national", "recommended", "2023", ("469",)),
    ("20260041－Q－339", "national", "mandatory", "2026", ("339",)),
    ("20230001-Z-604", "national", "guidance", "2023", ("604",)),
    ("W20231234", "national", "", "2023", ()),
    ("S2023001", "national", "", "2023", ()),
    ("2023-0123T-JB", "industry", "recommended", "2023", ("JB",)),
]


@pytest.mark.parametrize(("written", "level", "nature", "year", "publishers"), PLANS)
def test_plan_numbers(written, level, nature, year, publishers):
    number = parse(written)
    assert number.kind == "plan"
    assert (number.level, number.nature, number.year) == (level, nature, year)
    assert number.publishers == publishers
    assert canonical(number) == display(number) == written.replace("－", "-")
    assert parse(canonical(number)) == number


@pytest.mark.parametrize("written", ["20231234-X-469", "2023123-T-469", "2023-0123T-GB", "W2023"])
def test_no_plan_numbers(written):
    with pytest.raises(NumberError):
        parse(written)


COMMITTEES = [
    ("SAC/TC 28/SC 38/WG 1", "SAC/TC 28/SC 38/WG 1", "national", ""),
    ("TC456", "SAC/TC 456", "national", ""),
    ("TC53SC3", "SAC/TC 53/SC 3", "national", ""),
    ("SAC/SWG 28", "SAC/SWG 28", "national", ""),
    ("GD/TC 22", "GD/TC 22", "local_province", "44"),
    ("ISO/TC 34/SC 4", "ISO/TC 34/SC 4", "international", ""),
    ("IEC TC 1", "IEC/TC 1", "international", ""),
    ("IEC/SC 62A", "IEC/SC 62A", "international", ""),
    ("ISO/IEC JTC1/SC27", "ISO/IEC JTC 1/SC 27", "international", ""),
]


@pytest.mark.parametrize(("written", "key", "level", "area"), COMMITTEES)
def test_committees(written, key, level, area):
    number = parse(written)
    assert (number.kind, number.level, number.area) == ("committee", level, area)
    assert canonical(number) == display(number) == key
    assert parse(key) == number
