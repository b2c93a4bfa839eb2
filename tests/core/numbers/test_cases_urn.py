"""URNs of ISO and IEC, written from numbers and read back (URN)."""

import pytest

from guiju.core.numbers import NumberError, canonical, from_urn, parse, urn

# number, its URN, what the URN alone still says
PAIRS = [
    ("ISO 9001:2015", "urn:iso:std:iso:9001", "ISO 9001"),
    ("ISO 9001", "urn:iso:std:iso:9001", "ISO 9001"),
    ("ISO 16063-16:2014", "urn:iso:std:iso:16063:-16", "ISO 16063-16"),
    ("ISO/IEC 27001:2022", "urn:iso:std:iso-iec:27001", "ISO/IEC 27001"),
    ("ISO/TR 10013:2001", "urn:iso:std:iso:tr:10013", "ISO/TR 10013"),
    ("ISO/TS 16949:2009", "urn:iso:std:iso:ts:16949", "ISO/TS 16949"),
    ("ISO/PAS 45005:2020", "urn:iso:std:iso:pas:45005", "ISO/PAS 45005"),
    ("ISO Guide 64:2008", "urn:iso:std:iso:guide:64", "ISO Guide 64"),
    ("ISO/IEC Guide 51:2014", "urn:iso:std:iso-iec:guide:51", "ISO/IEC Guide 51"),
    ("IWA 14-1:2013", "urn:iso:std:iso:iwa:14:-1", "IWA 14-1"),
    ("ISO/IEC TR 10037:1991", "urn:iso:std:iso-iec:tr:10037", "ISO/IEC TR 10037"),
    ("ISO/IEC/IEEE 15288:2023", "urn:iso:std:iso-iec-ieee:15288", "ISO/IEC/IEEE 15288"),
    ("ISO/CIE 11664-1:2019", "urn:iso:std:iso-cie:11664:-1", "ISO/CIE 11664-1"),
    ("ISO/ASTM 52900:2021", "urn:iso:std:iso-astm:52900", "ISO/ASTM 52900"),
    ("ISO 9001:2015/Amd 1:2024", "urn:iso:std:iso:9001:amd:2024:v1", "ISO 9001/Amd 1:2024"),
    ("ISO 9001:2008/Cor 1:2009", "urn:iso:std:iso:9001:cor:2009:v1", "ISO 9001/Cor 1:2009"),
    (
        "ISO/IEC 13818-1:2015/Amd 3:2016/Cor 1:2017",
        "urn:iso:std:iso-iec:13818:-1:amd:2016:v3:cor:2017:v1",
        "ISO/IEC 13818-1/Amd 3:2016/Cor 1:2017",
    ),
    ("ISO 9000 (all parts)", "urn:iso:std:iso:9000:ser", "ISO 9000 (all parts)"),
    ("ISO 9001:2015(en)", "urn:iso:std:iso:9001:en", "ISO 9001(en)"),
    ("ISO 9001:2015(en,fr)", "urn:iso:std:iso:9001:en,fr", "ISO 9001(en,fr)"),
    ("ISO/DIS 9001", "urn:iso:std:iso:9001:stage-draft", "ISO/Draft 9001"),
    ("ISO/DIS 9001.2", "urn:iso:std:iso:9001:stage-draft.v2", "ISO/Draft 9001.2"),
    (
        "ISO/IEC Guide 98-3:2008/Suppl 1:2008",
        "urn:iso:std:iso-iec:guide:98:-3:sup:2008:v1",
        "ISO/IEC Guide 98-3/Suppl 1:2008",
    ),
    ("ISO 105-A01:2010", "urn:iso:std:iso:105:-A01", "ISO 105-A01"),
    ("ISO/R 300:1964", "urn:iso:std:iso:r:300", "ISO/R 300"),
    ("ISO/DTR 10013", "urn:iso:std:iso:tr:10013:stage-draft", "ISO/Draft TR 10013"),
    ("IEC 61010-1:2010", "urn:iec:std:iec:61010-1:2010:::", "IEC 61010-1:2010"),
    (
        "IEC 61010-1:2010+AMD1:2016 CSV",
        "urn:iec:std:iec:61010-1:2010::csv:+amd:1:2016",
        "IEC 61010-1:2010+AMD1:2016 CSV",
    ),
    ("IEC TR 61000-2-5:2017", "urn:iec:std:iec:61000-2-5:2017:tr::", "IEC TR 61000-2-5:2017"),
    (
        "IEC 61010-1:2010/AMD1:2016",
        "urn:iec:std:iec:61010-1:2010:::||amd:1:2016",
        "IEC 61010-1:2010/AMD1:2016",
    ),
    ("CISPR 22:2008", "urn:iec:std:cispr:22:2008:::", "CISPR 22:2008"),
]
WITHOUT = [
    "GB/T 1.1-2020",
    "EN ISO 9001:2015",
    "JIS Z 8301",
    "ITU-T G.711",
    "SAC/TC 286",
    "20170425-T-469",
]
# other forms of URNs, the number
READ = [
    ("urn:iso:std:iso:9001:ed-5", "ISO 9001"),
    ("urn:iso:std:iso:9001:ed-5:v1", "ISO 9001"),
    ("urn:iso:std:iso:9001:ed-5:v1:en", "ISO 9001(en)"),
    ("urn:iso:std:iso-iec:27001:ed-3:v1:en", "ISO/IEC 27001(en)"),
    ("urn:iso:std:iso:9001:stage-60.60", "ISO 9001"),
    ("urn:iso:std:iso:5667:-3:ed-5", "ISO 5667-3"),
    ("urn:iec:std:iec:60034-16-3:1996-07:::", "IEC 60034-16-3:1996"),
    ("URN:ISO:STD:ISO:9001", "ISO 9001"),
    ("urn:ISO:std:ISO-IEC:TR:10037", "ISO/IEC TR 10037"),
]
NO_URNS = [
    "urn:iso:std:",
    "urn:iso:std:iso:9001:foo",
    "urn:iso:std:iso:tr:",
    "urn:iso:std:xyz:1",
    "urn:iso:doc:iso:9001",
    "urn:nbn:de:101",
    "urn:oasis:names:tc",
    "urn:",
    "urn:iec:std:",
    "urn:iso:std:iso:9001:::::::::::::::::::::::::::::::::::::::::::::::::::::::::::::::::::::::::::::::::::::::::::::::::::::",
]


@pytest.mark.parametrize(("written", "name", "said"), PAIRS)
def test_a_number_and_its_urn(written, name, said):
    assert urn(parse(written)) == name
    assert canonical(from_urn(name)) == said
    assert canonical(parse(name)) == said


@pytest.mark.parametrize("written", WITHOUT)
def test_no_urn_is_defined(written):
    assert urn(parse(written)) == ""


@pytest.mark.parametrize(("name", "said"), READ)
def test_other_forms_are_read(name, said):
    assert canonical(parse(name)) == said


@pytest.mark.parametrize("name", NO_URNS)
def test_other_urns_are_refused(name):
    with pytest.raises(NumberError):
        parse(name)
