"""ISO numbers: many ways in, one way out; what is wrong is refused with what was likely meant."""

import pytest

from guiju.core.numbers import international
from guiju.core.numbers.errors import NumberError
from guiju.core.numbers.folding import clean

READ = [
    ("ISO 9001:2015", "ISO 9001:2015"),
    ("iso9001", "ISO 9001"),
    ("ISO-9001", "ISO 9001"),
    ("ISO 9001 : 2015", "ISO 9001:2015"),
    ("ISO 9001—2015", "ISO 9001:2015"),
    ("ISO 9000-3:94", "ISO 9000-3:1994"),
    ("ISO 9001:15", "ISO 9001:2015"),
    ("ISO/IEC27001:2022", "ISO/IEC 27001:2022"),
    ("ISO/IEC/TS 27008", "ISO/IEC TS 27008"),
    ("ISO/TR9007", "ISO/TR 9007"),
    ("ISO Guide 73:2009", "ISO Guide 73:2009"),
    ("ISO/IEC GUIDE 51:2014(E/F)", "ISO/IEC Guide 51:2014(en,fr)"),
    ("Guide ISO/CEI 51", "ISO/IEC Guide 51"),
    ("Руководство ИСО/МЭК 51", "ISO/IEC Guide 51"),
    ("ИСО/ТС 22163:2017", "ISO/TS 22163:2017"),
    ("ISO/R 468/II-1966", "ISO/R 468-2:1966"),
    ("ISO 2859/4", "ISO 2859-4"),
    ("ISO 10303- 42", "ISO 10303-42"),
    ("ISO 105-B02", "ISO 105-B02"),
    ("ISO/HL7 10781:2015", "ISO/HL7 10781:2015"),
    ("ISO/IWA 44", "IWA 44"),
    ("WD IWA 44", "WD IWA 44"),
    ("ISO/DIS 14001.2", "ISO/DIS 14001.2"),
    ("ISO/CD2 14001", "ISO/CD 14001.2"),
    ("DIS ISO 14001", "ISO/DIS 14001"),
    ("FprISO 14001", "ISO/PRF 14001"),
    ("ISO/NWIP 14001", "ISO/NP 14001"),
    ("ISO/IEC PDTR 20000-11", "ISO/IEC CD TR 20000-11"),
    ("ISO/DTS 22163", "ISO/DTS 22163"),
    ("ISO 9001:2015/Amd.1:2024", "ISO 9001:2015/Amd 1:2024"),
    ("ISO 9001:2015/AMENDMENT 1:2024", "ISO 9001:2015/Amd 1:2024"),
    ("ISO 9001:2015/DAmd 1", "ISO 9001:2015/DAM 1"),
    ("ISO/IEC 8824-1:2008/DCor 1.2", "ISO/IEC 8824-1:2008/DCOR 1.2"),
    ("ISO/IEC 8824-1/PDAM 3", "ISO/IEC 8824-1/CD Amd 3"),
    ("ISO 4210-2:1982/ADD 1:1985", "ISO 4210-2:1982/Add 1:1985"),
    ("ISO 3758:1991/Suppl:1993", "ISO 3758:1991/Suppl:1993"),
    ("ISO 14001:2015 Ed 3", "ISO 14001:2015"),
    ("ISO 14001 ED3/Amd 1:2024", "ISO 14001 ED3/Amd 1:2024"),
    ("ISO 128（所有部分）", "ISO 128 (all parts)"),
    ("ISO 707|IDF 50:2008", "ISO 707|IDF 50:2008"),
    ("ISO/IEC 9594-8 | ITU-T X.509", "ISO/IEC 9594-8|ITU-T X.509"),
    ("ISO/IEC Directives, Part 2:2021", "ISO/IEC DIR 2:2021"),
    ("ISO/IEC DIR 1 + IEC SUP:2022", "ISO/IEC DIR 1 + IEC SUP:2022"),
    ("ISO/IEC Directives, Part 1 -- Consolidated ISO Supplement", "ISO/IEC DIR 1 ISO SUP"),
]

# text, what was likely meant, what the reason names
REFUSED = [
    ("ISO 14001.2", "ISO/DIS 14001.2", "点号"),
    ("ISO/IEC 27001.3", "ISO/IEC DIS 27001.3", "点号"),
    ("ISO 9001:20155", "ISO 9001:2015", ":20155"),
    ("ISO 9001:2015/XYZ 1", "ISO 9001:2015", "/XYZ 1"),
    ("ISO 9001:2015 and more", "ISO 9001:2015", " and more"),
]

NOT_OURS = ["ISO/TC 176", "ISO/IEC JTC 1/SC 27", "ISO", "ISO 年", "GB/T 19001-2016", "T/ISO 1", ""]


@pytest.mark.parametrize(("written", "normal"), READ)
def test_many_ways_are_one_number(written, normal):
    number = international.read(clean(written), written)
    assert number is not None
    assert international.canonical(number) == normal
    assert number.written == written


@pytest.mark.parametrize("normal", [normal for _, normal in READ])
def test_the_normal_form_reads_as_itself(normal):
    assert international.canonical(international.read(normal, "")) == normal


@pytest.mark.parametrize(("written", "likely", "named"), REFUSED)
def test_one_that_is_wrong_is_refused_with_what_was_meant(written, likely, named):
    with pytest.raises(NumberError) as refusal:
        international.read(written, written)
    assert refusal.value.likely == likely
    assert named in refusal.value.reason.zh
    assert international.read(likely, likely) is not None


@pytest.mark.parametrize("text", NOT_OURS)
def test_what_is_not_ours_is_left_to_others(text):
    assert international.read(text, text) is None


def test_the_value_says_each_thing_apart():
    number = international.read("ISO/IEC DTS 27008-2.3:2018/CD Amd 1.2:2019(fr)", "")
    assert (number.publishers, number.type, number.stage) == (("ISO", "IEC"), "TS", "D")
    assert (number.code, number.seq, number.parts) == ("ISO/IEC TS", "27008", ("2",))
    assert (number.iteration, number.year, number.languages) == ("3", "2018", ("fr",))
    [added] = number.supplements
    assert (added.kind, added.stage, added.number) == ("Amd", "CD", "1")
    assert (added.iteration, added.year) == ("2", "2019")


def test_an_edition_stays_in_the_value_though_iso_does_not_print_it():
    number = international.read("ISO 14001:2015 ED3", "")
    assert (number.edition, international.canonical(number)) == ("3", "ISO 14001:2015")


def test_typography_is_printed_again_and_is_no_part_of_the_value():
    by_iso = international.read("ISO/IEC 27001:2013/Cor 1:2014", "")
    by_iec = international.read("ISO/IEC 27001:2013/COR1:2014", "")
    assert by_iso == by_iec
    assert international.canonical(by_iec) == "ISO/IEC 27001:2013/COR1:2014"
    assert international.key(by_iec) == "ISO/IEC 27001:2013/Cor 1:2014"
    assert international.key(by_iso) == "ISO/IEC 27001:2013/Cor 1:2014"
