"""What a number says: the fields of one of each kind."""

import pytest

from guiju.core.numbers import canonical, parse, warnings

# written, the fields that are not as in an empty number
CASES = [
    ("GB 38600-2019", {"level": "national", "nature": "mandatory", "code": "GB", "seq": "38600"}),
    ("GB/T 1.1—2020", {"nature": "recommended", "seq": "1", "parts": ("1",), "year": "2020"}),
    ("GB/T 17214.1001-2020", {"seq": "17214", "parts": ("1001",)}),
    ("GB/T 17626.4.1-2018", {"seq": "17626", "parts": ("4", "1")}),
    ("GB/Z 40846-2021", {"level": "national", "nature": "guidance", "code": "GB/Z"}),
    ("GB 7714-87", {"year": "1987", "year_written": "87"}),
    ("GB/T 3102（所有部分）", {"year": "", "all_parts": True}),
    ("GSB 05-1426-2-2001", {"kind": "sample", "nature": "sample", "seq": "05-1426", "iteration": "2", "year": "2001"}),
    ("GSB A67002-86", {"kind": "sample", "seq": "A67002", "year": "1986"}),
    ("GJB 9001C-2017", {"level": "national", "seq": "9001", "suffix": "C"}),
    ("JJG（交通）023-2020", {"level": "industry", "code": "JJG(交通)", "seq": "023"}),
    ("GBn 54-77", {"level": "national", "code": "GBn", "year": "1977"}),
    ("JR/T 0176.1", {"level": "industry", "nature": "recommended", "seq": "0176", "parts": ("1",)}),
    ("NB/SH/T 0001-2010", {"level": "industry", "nature": "recommended", "code": "NB/SH/T"}),
    ("DB/T 15-2009", {"level": "industry", "area": "", "code": "DB/T"}),
    ("DB15/T 435-2020", {"level": "local_province", "area": "15", "nature": "recommended"}),
    ("DB3206/T 1088—2024", {"level": "local_city", "area": "3206", "nature": "recommended"}),
    ("DB11 307-2013", {"level": "local_province", "area": "11", "nature": "mandatory"}),
    ("DB4403/Z 1-2022", {"level": "local_city", "nature": "guidance"}),
    ("DBJ50/T-163-2021", {"level": "local_province", "area": "50", "nature": "recommended", "code": "DBJ50/T"}),
    ("T/CAS 115—2015", {"level": "group", "nature": "", "code": "T/CAS"}),
    ("Q/ABC 0001S-2020", {"level": "enterprise", "nature": "", "seq": "0001", "suffix": "S"}),
    ("20170425-T-469", {"kind": "plan", "nature": "recommended", "publishers": ("469",), "year": "2017"}),
    ("20260041-Q-339", {"kind": "plan", "nature": "mandatory", "publishers": ("339",)}),
    ("2023-0123T-JB", {"kind": "plan", "level": "industry", "publishers": ("JB",)}),
    ("TC53SC3", {"kind": "committee", "level": "national", "publishers": ("SAC",), "seq": "53", "parts": ("SC 3",)}),
    ("JTC 1/SC 27", {"kind": "committee", "level": "international", "publishers": ("ISO", "IEC")}),
    ("GD/TC 22", {"kind": "committee", "level": "local_province", "area": "44"}),
    ("ISO/DIS 9001.2", {"level": "international", "stage": "DIS", "iteration": "2", "seq": "9001"}),
    ("ISO/IEC TR 10037:1991", {"publishers": ("ISO", "IEC"), "type": "TR", "year": "1991"}),
    ("ISO 9001:2015(E/F)", {"languages": ("en", "fr")}),
    ("IEC 60335-2-5:2023 EXV", {"parts": ("2", "5"), "suffix": "EXV"}),
    ("EN 60950-1:2006", {"level": "regional", "parts": ("1",)}),
    ("BS 7671:2018", {"level": "foreign", "publishers": ("BS",)}),
    ("CXS 193-1995", {"level": "international", "publishers": ("CAC",)}),
]  # fmt: skip

# written, what the numbers beside the first are: adopted, joint
BESIDE = [
    ("GB/T 19001—2016/ISO 9001:2015", ["ISO 9001:2015"], []),
    ("GB/T 22080-2016/ISO/IEC 27001:2013", ["ISO/IEC 27001:2013"], []),
    ("GB/T 19001-2016（ISO 9001:2015，IDT）", ["ISO 9001:2015"], []),
    ("GB/T 19011-2021（ISO 19011:2018，MOD）", [], []),
    ("GB/T 19011-2021（ISO 19011:2018，NEQ）", [], []),
    ("DB11/T 1-2020/DB12/T 1-2020/DB13/T 1-2020", [], ["DB12/T 1-2020", "DB13/T 1-2020"]),
    ("T/CAS 301-2017 T/CEEIA 265-2017", [], ["T/CEEIA 265-2017"]),
    ("ISO 707|IDF 50:2008", [], ["IDF 50:2008"]),
    ("ISO 8968-1:2014 (IDF 20-1:2014)", [], ["IDF 20-1:2014"]),
]
# written, words of the warning
DOUBTED = [
    ("GB/T 1.1.2020", "应为“-2020”"),
    ("GB/T 1。2020", "应为“-2020”"),
    ("GB 7714-87", "1987 年"),
    ("GBZ 40846-2021", "GB/Z 40846-2021"),
    ("20231234-T-999", "999"),
]


@pytest.mark.parametrize(("written", "fields"), CASES)
def test_the_fields(written, fields):
    number = parse(written)
    assert {name: getattr(number, name) for name in fields} == fields


@pytest.mark.parametrize(("written", "adopts", "joint"), BESIDE)
def test_the_numbers_beside_it(written, adopts, joint):
    number = parse(written)
    assert [canonical(one) for one in number.adopts] == adopts
    assert [canonical(one) for one in number.joint] == joint


@pytest.mark.parametrize(("written", "words"), DOUBTED)
def test_what_is_odd_is_said(written, words):
    (warning,) = warnings(parse(written))
    assert words in warning.zh
