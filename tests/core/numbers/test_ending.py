"""Tables of who may end whom, and of the codes that a procedure may number under."""

import pytest

from guiju.core.numbers.ending import may_end
from guiju.core.numbers.sequences import may_number


@pytest.mark.parametrize(
    ("code", "old", "may"),
    [
        ("GB/T", "GB/T 1.1-2009", True),
        ("GB/T", "GB 18168-2000", True),
        ("GB", "GB/T 17167-1997", True),
        ("GB/T", "NY/T 391-2021", True),
        ("GB/T", "DB37/T 2904-2017", True),
        ("GB/T", "T/CAS 115-2015", True),
        ("GB/T", "Q/ABC 1-2020", False),
        ("GB/T", "ISO 9001:2015", False),
        ("NY/T", "NY 5010-2016", True),
        ("NY/T", "SC/T 3101-2010", True),
        ("NY/T", "DB37/T 2904-2017", True),
        ("NY/T", "GB/T 191-2008", False),
        ("DB37/T", "DB37 2904-2017", True),
        ("DB37/T", "DB3701/T 12-2020", True),
        ("DB37/T", "DB11/T 12-2020", False),
        ("DB37/T", "NY/T 391-2021", False),
        ("DB37/T", "GB/T 191-2008", False),
        ("T/CAS", "T/CAS 115-2015", True),
        ("T/CAS", "T/CESA 1-2015", False),
        ("T/CAS", "GB/T 191-2008", False),
        ("T/CAS", "DB37/T 2904-2017", False),
        ("Q/ABC", "Q/ABC 1-2020", True),
        ("Q/ABC", "GB/T 191-2008", False),
        ("GB/T", "示例旧编号", True),
        ("T/CAS", "示例旧编号", False),
        ("", "GB/T 191-2008", False),
    ],
)
def test_a_standard_ends_its_family_and_lower_levels(code, old, may):
    assert may_end(code, old) is may


@pytest.mark.parametrize(
    ("procedure", "code", "owner", "may"),
    [
        ("group", "T/EXAMPLE", "EXAMPLE", True),
        ("group", "T/OTHER", "EXAMPLE", False),
        ("group", "T/OTHER", "", True),
        ("group", "GB/T", "", False),
        ("group", "GB/T", "EXAMPLE", False),
        ("industry", "NY", "NY", True),
        ("industry", "SC/T", "NY", False),
        ("industry", "SC/T", "", True),
        ("industry", "GB/T", "", False),
        ("local", "DB11/T", "", True),
        ("local", "DB12/T", "11", False),
        ("local-city", "DB11/T", "", False),
        ("local-city", "DB3701/T", "", True),
        ("enterprise", "Q/ABC", "", True),
        ("enterprise", "T/ABC", "", False),
        ("national-recommended", "GB/T", "", True),
        ("national-recommended", "GB", "", False),
        ("national-mandatory", "GB/T", "", False),
        ("group", "nonsense", "", False),
    ],
)
def test_a_procedure_numbers_under_its_own_codes(procedure, code, owner, may):
    assert may_number(procedure, code, owner) is may
