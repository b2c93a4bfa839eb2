"""Numbers of committees (技术委员会编号)."""

import pytest

from guiju.core.numbers import canonical, display, parse

# written, canonical
CASES = [
    ("SAC/TC 286", "SAC/TC 286"),
    ("SAC/TC286", "SAC/TC 286"),
    ("SAC TC 286", "SAC/TC 286"),
    ("SAC／TC 286", "SAC/TC 286"),
    ("TC286", "SAC/TC 286"),
    ("TC 286", "SAC/TC 286"),
    ("SAC/TC 286/SC 1", "SAC/TC 286/SC 1"),
    ("SAC/TC286/SC1", "SAC/TC 286/SC 1"),
    ("SAC/TC 286 SC 1", "SAC/TC 286/SC 1"),
    ("TC53SC3", "SAC/TC 53/SC 3"),
    ("TC53/SC3", "SAC/TC 53/SC 3"),
    ("SAC/SWG 28", "SAC/SWG 28"),
    ("SAC/SWG28", "SAC/SWG 28"),
    ("SWG 28", "SAC/SWG 28"),
    ("SAC/TC 28/SC 38/WG 1", "SAC/TC 28/SC 38/WG 1"),
    ("SAC/TC 28/WG 1", "SAC/TC 28/WG 1"),
    ("SAC/TC 118", "SAC/TC 118"),
    ("GD/TC 22", "GD/TC 22"),
    ("BJ/TC 1", "BJ/TC 1"),
    ("ISO/TC 176", "ISO/TC 176"),
    ("ISO/TC176/SC2", "ISO/TC 176/SC 2"),
    ("ISO/TC 176/SC 2/WG 24", "ISO/TC 176/SC 2/WG 24"),
    ("ISO TC 176", "ISO/TC 176"),
    ("IEC/TC 65", "IEC/TC 65"),
    ("IEC TC 65", "IEC/TC 65"),
    ("IEC/TC 65/SC 65C", "IEC/TC 65/SC 65C"),
    ("IEC/TC 62/SC 62A", "IEC/TC 62/SC 62A"),
    ("ISO/IEC JTC 1", "ISO/IEC JTC 1"),
    ("ISO/IEC JTC1", "ISO/IEC JTC 1"),
    ("ISO/IEC JTC 1/SC 27", "ISO/IEC JTC 1/SC 27"),
    ("ISO/IEC JTC1/SC27/WG1", "ISO/IEC JTC 1/SC 27/WG 1"),
    ("ISO/IEC JTC 1/SC 42", "ISO/IEC JTC 1/SC 42"),
    ("JTC 1/SC 27", "ISO/IEC JTC 1/SC 27"),
    ("JTC1", "ISO/IEC JTC 1"),
    ("ISO/PC 317", "ISO/PC 317"),
    ("ISO/IEC JPC 2", "ISO/IEC JPC 2"),
    ("ISO/TC 207/SC 7/JWG 1", "ISO/TC 207/SC 7/JWG 1"),
    ("CEN/TC 250", "CEN/TC 250"),
    ("CENELEC/TC 205", "CENELEC/TC 205"),
    ("CLC/TC 205", "CENELEC/TC 205"),
    ("CEN/CLC/JTC 13", "CEN/CENELEC JTC 13"),
    ("CEN/TC 250/SC 2", "CEN/TC 250/SC 2"),
]


@pytest.mark.parametrize(("written", "printed"), CASES)
def test_it_is_read_and_printed_in_one_form(written, printed):
    number = parse(written)
    assert canonical(number) == printed
    assert canonical(parse(printed)) == printed
    assert parse(display(number)) == number
