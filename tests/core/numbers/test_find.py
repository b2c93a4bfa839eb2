"""All numbers in running text, with their places."""

import pytest

from guiju.core.numbers import canonical, find, parse

TEXTS = [
    ("按 GB/T 1.1—2020 的规定", ["GB/T 1.1-2020"]),
    (
        "GB/T 1.1—2020、GB/T1.2和ISO/IEC 27001:2013。",
        ["GB/T 1.1-2020", "GB/T 1.2", "ISO/IEC 27001:2013"],
    ),
    ("见 GB/T 1.1.", ["GB/T 1.1"]),
    ("按GBT 1.1和JGJT 12-2020执行", ["GB/T 1.1", "JGJ/T 12-2020"]),
    ("GB/T 19001—2016/ISO 9001:2015《示例》", ["GB/T 19001-2016"]),
    ("GB/T 19001—2016（ISO 9001:2015，IDT）", ["GB/T 19001-2016", "ISO 9001:2015"]),
    ("DB11/T 1-2020/DB12/T 1-2020", ["DB11/T 1-2020", "DB12/T 1-2020"]),
    ("GB/T\n5651.5-2023", ["GB/T 5651.5-2023"]),
    ("\uff27\uff22／\uff34　\uff11．\uff11－\uff12０\uff12０", ["GB/T 1.1-2020"]),
    ("GB 18352.6-2016第1号修改单", ["GB 18352.6-2016/XG1"]),
    ("GB/T 3102（所有部分）", ["GB/T 3102 (all parts)"]),
    ("GB 7714-87 废止", ["GB 7714-1987"]),
    ("厚度 GB/T 1234-20 mm", ["GB/T 1234"]),
    ("HJ 828、HJ 2.1、YY 0505-2012", ["HJ 828", "HJ 2.1", "YY 0505-2012"]),
    ("T/CAS 115—2015 和 Q/HWK 001-2024", ["T/CAS 115-2015", "Q/HWK 001-2024"]),
    ("计划号20231234-T-469，", ["20231234-T-469"]),
    ("SAC/TC 286/SC 1 归口", ["SAC/TC 286/SC 1"]),
    ("TC 28/SC 14", ["SAC/TC 28/SC 14"]),
    ("ISO 9001:2015/Amd 1:2024(en).", ["ISO 9001:2015/Amd 1:2024(en)"]),
    ("见 EN 60950、DIN 912-1:1999 与 ASTM D638-14", ["EN 60950", "DIN 912-1:1999", "ASTM D638-14"]),
    ("BS EN ISO 9001:2015, JIS T 11140-1:2013", ["BS EN ISO 9001:2015", "JIS T 11140-1:2013"]),
    (
        "ITU-T G.711，CXS 193-1995，IEEE 802.3-2018",
        ["ITU-T G.711", "CXS 193-1995", "IEEE 802.3-2018"],
    ),
    ("ETSI EN 300 328", ["ETSI EN 300 328"]),
    ("ISO 9001 100 项", ["ISO 9001"]),
    ("AS 4 个 IS 12 台 EN 2", []),
    ("GB/T 5750.1~5750.13", ["GB/T 5750.1"]),
    # no numbers
    ("TC4 钛合金 SC 3 HST7", []),
    ("© ISO 2016 – All rights reserved", []),
    ("DB99/T 1-2020 XX/T 5-2000 AGB/T 1 T/ca 1", []),
    ("A4 纸 2020 年 13.5 mm", []),
    ("", []),
]


@pytest.mark.parametrize(
    ("text", "written", "year"),
    [
        ("见ISO 16634:—，第9章", "ISO 16634:—", "—"),
        ("see IEC 60601-1:—1)", "IEC 60601-1:—", "—"),
        ("按ISO 16634：——示例", "ISO 16634", ""),
        ("ISO 16000-30: 2014中7.7.2", "ISO 16000-30: 2014", "2014"),
    ],
)
def test_an_edition_to_be_published(text: str, written: str, year: str) -> None:
    ((start, end, number),) = find(text)
    assert (text[start:end], number.year_written) == (written, year)
    assert parse(written) == number


@pytest.mark.parametrize(("text", "expected"), TEXTS)
def test_numbers_in_text(text, expected):
    found = find(text)
    assert [canonical(one.number) for one in found] == expected
    for one in found:
        assert parse(text[one.start : one.end]) == one.number


def test_places_are_those_of_the_text():
    text = "按　\uff27\uff22／\uff34　\uff11．\uff11—\uff12０\uff12０ 与 GB/T 2 执行"
    assert [text[one.start : one.end] for one in find(text)] == [
        "\uff27\uff22／\uff34　\uff11．\uff11—\uff12０\uff12０",
        "GB/T 2",
    ]


def test_what_a_double_number_adopts_is_read_with_it():
    (one,) = find("GB/T 19001—2016/ISO 9001:2015")
    assert [canonical(adopted) for adopted in one.number.adopts] == ["ISO 9001:2015"]
