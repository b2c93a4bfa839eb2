"""URNs of ISO and IEC, written from numbers and read back."""

import pytest

from guiju.core.numbers import international
from guiju.core.numbers.errors import NumberError

URNS = [
    ("ISO 9001:2015", "urn:iso:std:iso:9001"),
    ("ISO 10303-42:2019(en)", "urn:iso:std:iso:10303:-42:en"),
    ("ISO/IEC TR 20000-11", "urn:iso:std:iso-iec:tr:20000:-11"),
    ("ISO/DTS 22163.2", "urn:iso:std:iso:ts:22163:stage-draft.v2"),
    ("IWA 44:2024", "urn:iso:std:iso:iwa:44"),
    ("ISO/IEC Guide 51(en,fr)", "urn:iso:std:iso-iec:guide:51:en,fr"),
    ("ISO 128 (all parts)", "urn:iso:std:iso:128:ser"),
    ("ISO 9001:2015 ED5", "urn:iso:std:iso:9001:ed-5"),
    ("ISO 9001:2015/Amd 1:2024 ED5", "urn:iso:std:iso:9001:ed-5:amd:2024:v1"),
    ("ISO 9001:2015/DAM 1", "urn:iso:std:iso:9001:stage-draft:amd:1:v1"),
    ("ISO 4210:1982/Add 2:1985", "urn:iso:std:iso:4210:sup:1985:v2"),
    ("ISO 3758:1991/Suppl:1993", "urn:iso:std:iso:3758:sup:1993"),
    ("IEC 60529:1989", "urn:iec:std:iec:60529:1989:::"),
    ("IEC 60529", "urn:iec:std:iec:60529:::"),
    ("IEC TS 62257-1:2015", "urn:iec:std:iec:62257-1:2015:ts::"),
    (
        "IEC 60529:1989/AMD1:1999/COR1:2003",
        "urn:iec:std:iec:60529:1989:::||amd:1:1999:||cor:1:2003",
    ),
    ("IEC 60529:1989+AMD1:1999 CSV", "urn:iec:std:iec:60529:1989::csv:+amd:1:1999"),
    ("IEC 60079-0:2017/ISH1:2019", "urn:iec:std:iec:60079-0:2017::||ISH1:2019"),
    ("IEC 60079-0:2017 RLV", "urn:iec:std:iec:60079-0::rlv"),
    ("IEC Guide 102:1996", "urn:iec:std:iec:102:1996:guide::"),
    ("IEC 61360-C00168", "urn:iec:std:iec:61360:sdb:/FRAG168::"),
    ("IEC White Paper Smart Cities:2014", "urn:iec:std:iec:Smart Cities:2014:White Paper::"),
    ("ISO/IEC 27001:2013/COR1:2014", "urn:iec:std:iso-iec:27001:2013:::||cor:1:2014"),
]

WITHOUT = ["JIS Z 8301:2019", "EN ISO 9001:2015", "ISO/IEC DIR 1", "100/3590/CDV", "IECEE OD 5014"]

NO_URNS = [
    "",
    "ISO 9001",
    "urn:iso:std:iso",
    "urn:iso:std:nobody:9001",
    "urn:iso:std:iso:zz:9001",
    "urn:iso:std:iso:9001:stage-soon",
    "urn:iso:std:iso:9001:ed-111111",
    "urn:iec:std:iec:60529",
    "urn:iec:std:iec:60529:1989:zz::",
    "urn:iec:std:iec:60529--1:1989:::",
    "urn:iec:std:iec:60529:1989:::||amd:x",
    "urn:iso:std:iso:" + "9" * 500,
]


@pytest.mark.parametrize(("written", "urn"), URNS)
def test_the_urn_of_a_number_and_back(written, urn):
    assert international.urn(international.read(written, "")) == urn
    assert international.urn(international.from_urn(urn)) == urn


@pytest.mark.parametrize("written", WITHOUT)
def test_none_is_defined(written):
    assert international.urn(international.read(written, "")) == ""


@pytest.mark.parametrize("text", NO_URNS)
def test_what_is_no_urn_is_refused(text):
    with pytest.raises(NumberError) as refusal:
        international.from_urn(text)
    assert refusal.value.subject == text


def test_the_months_come_from_the_record():
    number = international.read("IEC 60529:1989/AMD1:1999", "")
    urn = "urn:iec:std:iec:60529:1989-11:::||amd:1:1999-11"
    assert international.urn(number, published=["1989-11", "1999-11"]) == urn
    back = international.from_urn(urn)
    assert (back.month, back.supplements[0].month) == ("11", "11")
    assert international.canonical(back) == "IEC 60529:1989/AMD1:1999"


def test_a_date_of_another_year_is_not_that_of_the_number():
    number = international.read("IEC 60529:1989", "")
    assert international.urn(number, published=["2013-08"]) == "urn:iec:std:iec:60529:1989:::"


def test_the_edition_comes_from_the_record():
    number = international.read("ISO 9001:2015/Amd 1:2024", "")
    assert international.urn(number, edition="5") == "urn:iso:std:iso:9001:ed-5:amd:2024:v1"


def test_either_house_has_its_urn_of_a_joint_number():
    number = international.read("ISO/IEC 27001:2022", "")
    assert international.urn(number) == "urn:iso:std:iso-iec:27001"
    assert international.urn(number, space="iec") == "urn:iec:std:iso-iec:27001:2022:::"


def test_a_draft_of_which_the_urn_does_not_say_the_stage():
    number = international.from_urn("urn:iso:std:iso:9001:stage-draft.v2")
    assert (number.stage, number.iteration) == ("Draft", "2")
    assert international.canonical(number) == "ISO/Draft 9001.2"
    assert international.read("ISO/Draft 9001.2", "") == number


def test_the_stage_of_what_is_published_is_no_part_of_the_number():
    number = international.from_urn("urn:iso:std:iso:1992:-8:stage-95.99")
    assert international.canonical(number) == "ISO 1992-8"
