"""IEC numbers, those of its conformity systems, and its working documents."""

import pytest

from guiju.core.numbers import international

READ = [
    ("IEC 60601-1:2005+AMD1:2012+AMD2:2020 CSV", "IEC 60601-1:2005+AMD1:2012+AMD2:2020 CSV"),
    ("IEC 60529:1989+AMD1:1999 CSV/COR1:2003", "IEC 60529:1989+AMD1:1999 CSV/COR1:2003"),
    ("CEI 60529:1989", "IEC 60529:1989"),
    ("CEI/IEC 60529", "IEC 60529"),
    ("IEC 60335-1-2010", "IEC 60335-1:2010"),
    ("IEC/TR 61000-5-1", "IEC/TR 61000-5-1"),
    ("IEC TR 61000-5-1", "IEC TR 61000-5-1"),
    ("CISPR TR 16-3:2020 RLV", "CISPR TR 16-3:2020 RLV"),
    ("IEC 60695-2-1/3:1994", "IEC 60695-2-1/3:1994"),
    ("IEC 60061-1A:1970", "IEC 60061-1A:1970"),
    ("IEC 60050-351:2013/AMD1:2016 ED4", "IEC 60050-351:2013/AMD1:2016 ED4"),
    ("IEC 60079-0:2017/ISH1:2019", "IEC 60079-0:2017/ISH1:2019"),
    ("IEC 60335-2-25/FRAG2", "IEC 60335-2-25/FRAG2"),
    ("IEC/CD 62264-4", "IEC/CD 62264-4"),
    ("IEC CDV 60335-1", "IEC CDV 60335-1"),
    ("IEC 61158-6-X ED5", "IEC 61158-6-X ED5"),
    ("ISO/IEC VIM:1993", "ISO/IEC VIM:1993"),
    ("IEC White Paper IoT:WSN:2014", "IEC White Paper IoT:WSN:2014"),
    ("PWI TR 100-36 ED1", "PWI TR 100-36 ED1"),
    ("PNW TS SyCLVDC-125 ED1", "PNW TS SyCLVDC-125 ED1"),
    ("IECEE TRF 60335-2-4,7,11B:2016", "IECEE TRF 60335-2-4,7,11B:2016"),
    ("IECEE TRF cispr 15M:2021", "IECEE TRF CISPR 15M:2021"),
    ("IECEx TRF 60079-0v7B_DS:2018", "IECEx TRF 60079-0v7B_DS:2018"),
    ("IECQ CS 033200-TW0001:2014", "IECQ CS 033200-TW0001:2014"),
    ("iecre od 501:2018", "IECRE OD 501:2018"),
    ("100/3590/CDV", "100/3590/CDV"),
    ("86B/4488(F)/CDV", "86B/4488(F)/CDV"),
    ("CIS/H/447B/CC", "CIS/H/447B/CC"),
    ("CISPR/1456/DA", "CISPR/1456/DA"),
    ("JTC1-SC41/255/FDIS", "JTC1-SC41/255/FDIS"),
    ("100/3644", "100/3644"),
]

# A fraction, a time, a month: no working documents.
NOT_OURS = ["1/2", "24/7", "11/2022", "2024/12/31", "100/36444444", "IEC/TC 100"]


@pytest.mark.parametrize(("written", "normal"), READ)
def test_many_ways_are_one_number(written, normal):
    number = international.read(written, written)
    assert number is not None
    assert international.canonical(number) == normal
    assert international.read(normal, "") == number


@pytest.mark.parametrize("text", NOT_OURS)
def test_what_is_no_number_of_iec(text):
    assert international.read(text, text) is None


def test_amendments_that_are_worked_in_are_told_from_those_beside():
    number = international.read("IEC 60529:1989+AMD1:1999 CSV/COR1:2003", "")
    assert [(one.kind, one.merged) for one in number.supplements] == [("Amd", True), ("Cor", False)]
    assert number.suffix == "CSV"


def test_a_suffix_behind_an_amendment_belongs_to_the_amendment():
    number = international.read("IEC 60335-1:2010/AMD1:2013 RLV", "")
    assert (number.suffix, number.supplements[0].suffix) == ("", "RLV")
    assert international.canonical(number) == "IEC 60335-1:2010/AMD1:2013 RLV"


def test_a_working_document_is_a_document_of_its_committee():
    number = international.read("86B/4488A(F)/CDV", "")
    assert (number.kind, number.code, number.seq) == ("document", "86B", "4488")
    assert (number.suffix, number.languages, number.type) == ("A", ("fr",), "CDV")


def test_a_test_report_form_covers_several_parts():
    number = international.read("IECEE TRF 60335-2-4,7B:2014", "")
    assert (number.seq, number.parts, number.suffix) == ("60335", ("2", "4,7"), "B")


def test_a_version_that_the_tables_do_not_name_yet():
    assert international.read("IEC 60335-1:2020 QRV", "").suffix == "QRV"
    assert international.canonical(international.read("CAB/2066/R", "")) == "CAB/2066/R"
    assert international.canonical(international.read("PWI CIS/H-23 ED1", "")) == "PWI CIS/H-23 ED1"
