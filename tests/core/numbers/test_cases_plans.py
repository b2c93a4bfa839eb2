"""Numbers of plans (计划号)."""

import pytest

from guiju.core.numbers import canonical, display, parse

# written, canonical
CASES = [
    ("20170425-T-469", "20170425-T-469"),
    ("20260041-Q-339", "20260041-Q-339"),
    ("20261662-T-604", "20261662-T-604"),
    ("20252537-T-469", "20252537-T-469"),
    ("20213456-Z-469", "20213456-Z-469"),
    ("20170425—T—469", "20170425-T-469"),
    ("20170425 - T - 469", "20170425-T-469"),
    ("２０１７０４２５－Ｔ－４６９", "20170425-T-469"),
    ("W20231234", "W20231234"),
    ("S2023001", "S2023001"),
    ("2023-0123T-JB", "2023-0123T-JB"),
    ("2023-0123T-YD", "2023-0123T-YD"),
    ("2023-1234Q-HG", "2023-1234Q-HG"),
    ("2023—0123T—JB", "2023-0123T-JB"),
    ("2011-0564T-SJ", "2011-0564T-SJ"),
]


@pytest.mark.parametrize(("written", "printed"), CASES)
def test_it_is_read_and_printed_in_one_form(written, printed):
    number = parse(written)
    assert canonical(number) == printed
    assert canonical(parse(printed)) == printed
    assert parse(display(number)) == number
