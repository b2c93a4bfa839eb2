"""ITU, Codex, JIS, ETSI, GOST and the bodies with labels of their own."""

import pytest

from guiju.core.numbers import international
from guiju.core.numbers.folding import clean

READ = [
    ("Rec. ITU-R BT.709-6", "ITU-R BT.709-6"),
    ("ITU-R SG04.227-200", "ITU-R SG04.227-200"),
    ("Report ITU-R M.2376-0", "ITU-R Report M.2376-0"),
    ("ITU-R Resolution 1-9", "ITU-R Resolution 1-9"),
    ("CCITT G.711", "ITU-T G.711"),
    ("ITU-T Rec. G.711 (11/1988)", "ITU-T G.711 (11/1988)"),
    ("ITU-T G.780/Y.1351 (2010)", "ITU-T G.780/Y.1351 (2010)"),
    ("ITU-T H.264 (2005) Amd. 1 (06/2006)", "ITU-T H.264 (2005) Amd 1 (06/2006)"),
    ("ITU-T Z.100 Annex F1 (10/2016)", "ITU-T Z.100 Annex F1 (10/2016)"),
    ("ITU-T G.Sup39", "ITU-T G Suppl 39"),
    ("ITU-T V.42 bis", "ITU-T V.42bis"),
    ("CODEX STAN 192-1995", "CXS 192-1995"),
    ("CAC/RCP 1-1969, Rev.4-2003", "CXC 1-1969 (Rev. 4-2003)"),
    ("CAC/GL 21 - 1997", "CXG 21-1997"),
    ("CXS 203-1995R", "CXS 203-1995R"),
    ("JISZ8301-2019", "JIS Z 8301:2019"),
    ("JIS C 61000-3-2:2019/AMD 1:2021", "JIS C 61000-3-2:2019/AMD 1:2021"),
    ("JIS X 0208:1997/AMENDMENT 1:2012", "JIS X 0208:1997/AMENDMENT 1:2012"),
    ("JIS Z 8301:2019（追補1）", "JIS Z 8301:2019/AMD 1"),
    ("JIS/TS Z 0030-1:2017", "JIS TS Z 0030-1:2017"),
    ("JIS C 0617（規格群）", "JIS C 0617 (all parts)"),
    ("JIS Z 8301:2019(E)", "JIS Z 8301:2019(E)"),
    ("EN 300 328 V2.2.2 (2019-07)", "ETSI EN 300 328 V2.2.2 (2019-07)"),
    ("ETSI TS 103645", "ETSI TS 103 645"),
    ("ETSI GS NFV-IFA 015 V2.1.1", "ETSI GS NFV-IFA 015 V2.1.1"),
    ("ГОСТ Р ИСО 9001-2015", "GOST R ISO 9001-2015"),
    ("ГОСТ 12.1.004-91", "GOST 12.1.004-91"),
    ("GOST R IEC 60601-1-2-2014", "GOST R IEC 60601-1-2-2014"),
    ("ANSI/ASME B16.5-2013", "ANSI/ASME B16.5-2013"),
    ("ANSI Z535.4-2011 (R2017)", "ANSI Z535.4-2011(R2017)"),
    ("ASTM D 638 - 14".replace(" - ", "-"), "ASTM D638-14"),
    ("ASTM E8/E8M-21e1", "ASTM E8/E8M-21e1"),
    ("ASTM D1234-98(2010)e1", "ASTM D1234-98(2010)e1"),
    ("IEEE Std 802.3-2018", "IEEE 802.3-2018"),
    ("IEEE 802.11ax-2021", "IEEE 802.11ax-2021"),
    ("SAE J3016_202104", "SAE J3016_202104"),
    ("ASME BPVC.VIII.1-2021", "ASME BPVC.VIII.1-2021"),
    ("API Spec 5L", "API Spec 5L"),
    ("MIL-STD-810H", "MIL-STD-810H"),
    ("NIST SP 800-53", "NIST SP 800-53"),
    ("OIML R 76-1:2006", "OIML R 76-1:2006"),
    ("JCGM 200:2008(F)", "JCGM 200:2008(F)"),
    ("RFC 9110", "RFC 9110"),
    ("ECMA-262", "ECMA-262"),
]


@pytest.mark.parametrize(("written", "normal"), READ)
def test_many_ways_are_one_number(written, normal):
    number = international.read(clean(written), written)
    assert number is not None
    assert international.canonical(number) == normal
    assert international.read(normal, "") == number


@pytest.mark.parametrize(
    ("written", "level"),
    [
        ("ITU-R BT.709", "international"),
        ("CXS 1", "international"),
        ("OIML R 76", "international"),
        ("EN 206", "regional"),
        ("ETSI EN 300 328", "regional"),
        ("GOST 8.417-2002", "regional"),
        ("GOST R 1.0-2012", "foreign"),
        ("JIS Z 8301", "foreign"),
        ("ASTM D638", "foreign"),
    ],
)
def test_the_level_is_that_of_the_issuer(written, level):
    assert international.read(written, "").level == level


@pytest.mark.parametrize(
    ("written", "year"),
    [
        ("ASTM D638-41", "1941"),
        ("ASTM D638-40", "2040"),
        ("ASTM D638-98", "1998"),
        ("GOST 2.105-95", "1995"),
        ("JIS Z 8301:96", "1996"),
        ("JIS Z 8301:08", "2008"),
    ],
)
def test_two_digits_of_a_year(written, year):
    assert international.read(written, "").year == year


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("GOST R ISO 9001-2015", "ГОСТ Р ИСО 9001—2015"),
        ("GOST ISO 9001-2011", "ГОСТ ISO 9001—2011"),
        ("GOST IEC 60335-1-2008", "ГОСТ МЭК 60335-1—2008"),
        ("ISO 9001:2015", "ISO 9001:2015"),
    ],
)
def test_as_it_is_printed_at_home(written, printed):
    assert international.display(international.read(written, "")) == printed


def test_a_second_name_of_the_same_recommendation():
    number = international.read("ITU-T G.8013/Y.1731 (2015)", "")
    assert [(one.code, one.seq) for one in number.joint] == [("ITU-T Y", "1731")]
    assert (number.seq, number.parts, number.year) == ("8013", (), "2015")
