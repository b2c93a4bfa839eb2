"""What is typed carelessly: the best reading (随手写的编号)."""

import pytest

from guiju.core.numbers import canonical, parse_sloppy

# typed, the best reading
CASES = [
    ("gbt1.1", "GB/T 1.1"),
    ("gb/t 1.1 2020", "GB/T 1.1-2020"),
    ("gb5749-06", "GB 5749-2006"),
    ("gb 5749", "GB 5749"),
    ("GB5749 2022", "GB 5749-2022"),
    ("gbt19001 2016", "GB/T 19001-2016"),
    ("gb-t 1.1", "GB/T 1.1"),
    ("gb_t_1.1_2020", "GB/T 1.1-2020"),
    ("ＧＢＴ１.１", "GB/T 1.1"),
    ("gb/t1.1—2020", "GB/T 1.1-2020"),
    ("GB/T 1-1-2020", "GB/T 1.1-2020"),
    ("GB1.1-87", "GB 1.1-1987"),
    ("gbj16-87", "GBJ 16-1987"),
    ("gbn 180-82", "GBn 180-1982"),
    ("gjb9001c", "GJB 9001C"),
    ("jjg(交通)023", "JJG(交通) 023"),
    ("hj2.1", "HJ 2.1"),
    ("hjt 91", "HJ/T 91"),
    ("jbt13368", "JB/T 13368"),
    ("nbsht0001", "NB/SH/T 0001"),
    ("db43t 2516", "DB43/T 2516"),
    ("db43 2516-2022", "DB43 2516-2022"),
    ("db3206t1088", "DB3206/T 1088"),
    ("db11 t 1234 2015", "DB11/T 1234-2015"),
    ("tcas115", "T/CAS 115"),
    ("t cas 115-2015", "T/CAS 115-2015"),
    ("cas 115", "T/CAS 115"),
    ("qhwk001-2024", "Q/HWK 001-2024"),
    ("iso9001", "ISO 9001"),
    ("iso 9001 2015", "ISO 9001:2015"),
    ("iso/iec27001", "ISO/IEC 27001"),
    ("isoiec 27001 2022", "ISO/IEC 27001:2022"),
    ("iso-iec 27001", "ISO/IEC 27001"),
    ("en iso 9001", "EN ISO 9001"),
    ("din en iso 9001-2015", "DIN EN ISO 9001:2015"),
    ("astm d638", "ASTM D638"),
    ("jis z8301", "JIS Z 8301"),
    ("5749", "GB/T 5749"),
    ("1.1-2020", "GB/T 1.1-2020"),
    ("9001:2015", "GB/T 9001-2015"),
    ("20170425-t-469", "20170425-T-469"),
    ("tc286", "SAC/TC 286"),
    ("sac tc286 sc1", "SAC/TC 286/SC 1"),
    ("iso tc 176", "ISO/TC 176"),
    ("jtc1 sc27", "ISO/IEC JTC 1/SC 27"),
    ("codex stan 192", "CXS 192"),
    ("bs en 1992", "BS EN 1992"),
    ("gost 12.1.004", "GOST 12.1.004"),
    ("GB 5749．2022", "GB 5749-2022"),
]


@pytest.mark.parametrize(("typed", "meant"), CASES)
def test_the_best_reading(typed, meant):
    assert canonical(parse_sloppy(typed)) == meant
