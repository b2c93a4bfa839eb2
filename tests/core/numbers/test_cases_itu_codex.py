"""Numbers of ITU and the Codex Alimentarius."""

import pytest

from guiju.core.numbers import canonical, display, parse

# written, canonical
CASES = [
    ("ITU-T G.711", "ITU-T G.711"),
    ("ITU-T Rec. G.711", "ITU-T G.711"),
    ("ITU-T Recommendation G.711", "ITU-T G.711"),
    ("ITU-T建议书G.711", "ITU-T G.711"),
    ("ITU-T G.711 (11/1988)", "ITU-T G.711 (11/1988)"),
    ("ITU-T G.711（11/1988）", "ITU-T G.711 (11/1988)"),
    ("ITU-T X.509 (10/2019)", "ITU-T X.509 (10/2019)"),
    ("ITU-T H.264.1", "ITU-T H.264.1"),
    ("ITU-T G.780/Y.1351", "ITU-T G.780/Y.1351"),
    ("ITU-T G.989.2 Amd 1", "ITU-T G.989.2 Amd 1"),
    ("ITU-T Y.4000/Y.2060", "ITU-T Y.4000/Y.2060"),
    ("ITU-T X.1205 (2008)", "ITU-T X.1205 (2008)"),
    ("ITU T G.711", "ITU-T G.711"),
    ("ITUT G.711", "ITU-T G.711"),
    ("ITU-T X.680 | ISO/IEC 8824-1", "ITU-T X.680|ISO/IEC 8824-1"),
    ("ITU-T V.90", "ITU-T V.90"),
    ("ITU-T V.32 bis", "ITU-T V.32bis"),
    ("CCITT G.711", "ITU-T G.711"),
    ("CCITT X.25", "ITU-T X.25"),
    ("ITU-R BT.601-7", "ITU-R BT.601-7"),
    ("ITU-R BT.601", "ITU-R BT.601"),
    ("ITU-R BT 601-7", "ITU-R BT.601-7"),
    ("ITU-R Rec. BT.709-6", "ITU-R BT.709-6"),
    ("ITU-R Recommendation BT.709-6", "ITU-R BT.709-6"),
    ("ITU-R BT.709-6 (06/2015)", "ITU-R BT.709-6 (06/2015)"),
    ("ITU-R P.530-18", "ITU-R P.530-18"),
    ("ITU-R SM.1600-3", "ITU-R SM.1600-3"),
    ("ITU-R M.2083-0", "ITU-R M.2083-0"),
    ("CCIR 601", "ITU-R 601"),
    ("ITU-R Report BT.2020", "ITU-R Report BT.2020"),
    ("CXS 1-1985", "CXS 1-1985"),
    ("CXS 193-1995", "CXS 193-1995"),
    ("CODEX STAN 192-1995", "CXS 192-1995"),
    ("Codex Stan 192-1995", "CXS 192-1995"),
    ("CODEX STAN 192", "CXS 192"),
    ("CAC/RCP 1-1969", "CXC 1-1969"),
    ("CXC 1-1969", "CXC 1-1969"),
    ("CAC/GL 21-1997", "CXG 21-1997"),
    ("CXG 21-1997", "CXG 21-1997"),
    ("CXS 234-1999", "CXS 234-1999"),
    ("CXM 2-2018", "CXM 2-2018"),
    ("CAC/MRL 2-2011", "CXM 2-2011"),
    ("CAC/RCP 1-1969, Rev.4-2003", "CXC 1-1969 (Rev. 4-2003)"),
    ("CXS 1—1985", "CXS 1-1985"),
    ("CXS 39R-1981", "CXS 39R-1981"),
]


@pytest.mark.parametrize(("written", "printed"), CASES)
def test_it_is_read_and_printed_in_one_form(written, printed):
    number = parse(written)
    assert canonical(number) == printed
    assert canonical(parse(printed)) == printed
    assert parse(display(number)) == number
