"""Group and enterprise standards (团体、企业标准编号)."""

import pytest

from guiju.core.numbers import canonical, display, parse

# written, canonical
CASES = [
    ("Q/CR 9230-2016", "Q/CR 9230-2016"),
    ("CECS 02:2005", "CECS 02-2005"),
    ("CECS 102：2002", "CECS 102-2002"),
    ("CECS 160-2004", "CECS 160-2004"),
    ("T/CECS 500-2018", "T/CECS 500-2018"),
    ("T/CECS G:D80-01-2020", "T/CECS G:D80-01-2020"),
    ("T/CECS 1—2020", "T/CECS 1-2020"),
    ("T/CAS 115-2015", "T/CAS 115-2015"),
    ("T/CAS115-2015", "T/CAS 115-2015"),
    ("T / CAS 115-2015", "T/CAS 115-2015"),
    ("T/ CAS 115-2015", "T/CAS 115-2015"),
    ("T∕CAS 115—2015", "T/CAS 115-2015"),
    ("Ｔ／ＣＡＳ　１１５—２０１５", "T/CAS 115-2015"),
    ("T_CAS 115-2015", "T/CAS 115-2015"),
    ("T/CAS_115-2015", "T/CAS 115-2015"),
    ("T/GZAEPI 001-2018", "T/GZAEPI 001-2018"),
    ("T/CCPITCSC 081-2021", "T/CCPITCSC 081-2021"),
    ("T/CSTM 00123-2019", "T/CSTM 00123-2019"),
    ("T/CSTM 00123.1-2019", "T/CSTM 00123.1-2019"),
    ("T/CI 001-2021", "T/CI 001-2021"),
    ("T/31SCTA 001-2021", "T/31SCTA 001-2021"),
    ("T/3201ABC 001-2021", "T/3201ABC 001-2021"),
    ("T/CNAS 02—2019", "T/CNAS 02-2019"),
    ("T/CEEIA 265-2017/T/CAS 301-2017", "T/CEEIA 265-2017"),
    ("T/CAS 301-2017 T/CEEIA 265-2017", "T/CAS 301-2017"),
    ("T/CAS 301-2017、T/CEEIA 265-2017", "T/CAS 301-2017"),
    ("T/ZZB 0001-2015", "T/ZZB 0001-2015"),
    ("T/CAAMTB 12-2020", "T/CAAMTB 12-2020"),
    ("T/CSAE 53-2020", "T/CSAE 53-2020"),
    ("T/CABEE 001-2019", "T/CABEE 001-2019"),
    ("T/ABC 1.2-2020", "T/ABC 1.2-2020"),
    ("T/CCSA 123.1-2020", "T/CCSA 123.1-2020"),
    ("T/CAQI 10-2016", "T/CAQI 10-2016"),
    ("T/HW 00001-2017", "T/HW 00001-2017"),
    ("T/CAS 115-2015/XG1-2018", "T/CAS 115-2015/XG1-2018"),
    ("Q/HWK 001-2024", "Q/HWK 001-2024"),
    ("Q/HWK001-2024", "Q/HWK 001-2024"),
    ("Q/ HWK 001-2024", "Q/HWK 001-2024"),
    ("Q / HWK 001-2024", "Q/HWK 001-2024"),
    ("Ｑ／ＨＷＫ　００１—２０２４", "Q/HWK 001-2024"),
    ("Q/ABC 0001S-2020", "Q/ABC 0001S-2020"),
    ("Q/ABC0001S-2020", "Q/ABC 0001S-2020"),
    ("Q/ABC 0001 S-2020", "Q/ABC 0001S-2020"),
    ("Q/ABC0001S—2020", "Q/ABC 0001S-2020"),
    ("Q/320500 ABC 01-2010", "Q/320500 ABC 01-2010"),
    ("Q/320500ABC 01-2010", "Q/320500ABC 01-2010"),
    ("Q/（GZ）ABC 1-2019", "Q/(GZ)ABC 1-2019"),
    ("Q/(GZ)ABC 1-2019", "Q/(GZ)ABC 1-2019"),
    ("Q/(ZX)ABC1-2019", "Q/(ZX)ABC 1-2019"),
    ("Q/GDW 1234-2013", "Q/GDW 1234-2013"),
    ("Q/GDW 11612.41-2018", "Q/GDW 11612.41-2018"),
    ("Q/GDW 10370—2016", "Q/GDW 10370-2016"),
    ("Q/SY 1234-2009", "Q/SY 1234-2009"),
    ("Q/SY 05262-2019", "Q/SY 05262-2019"),
    ("Q/SH 0030-2009", "Q/SH 0030-2009"),
    ("Q/CNPC 1-2020", "Q/CNPC 1-2020"),
    ("Q/CSG 110017.41-2012", "Q/CSG 110017.41-2012"),
    ("Q/CSG1203004.1-2014", "Q/CSG 1203004.1-2014"),
    ("Q/DL 123-2010", "Q/DL 123-2010"),
    ("Q/02ABC 001-2019", "Q/02ABC 001-2019"),
    ("Q/3201 ABC 001-2019", "Q/3201 ABC 001-2019"),
    ("Q/ABC 001.1-2020", "Q/ABC 001.1-2020"),
    ("Q/ABC J01.001-2020", "Q/ABC J01.001-2020"),
]
# written, as printed
PRINTED = [
    ("T/CAS 115-2015", "T/CAS 115—2015"),
    ("T/CEEIA 265-2017/T/CAS 301-2017", "T/CEEIA 265—2017/T/CAS 301—2017"),
    ("T/CAS 301-2017 T/CEEIA 265-2017", "T/CAS 301—2017/T/CEEIA 265—2017"),
    ("T/CAS 301-2017、T/CEEIA 265-2017", "T/CAS 301—2017/T/CEEIA 265—2017"),
    ("Q/HWK 001-2024", "Q/HWK 001—2024"),
]


@pytest.mark.parametrize(("written", "printed"), CASES)
def test_it_is_read_and_printed_in_one_form(written, printed):
    number = parse(written)
    assert canonical(number) == printed
    assert canonical(parse(printed)) == printed
    assert parse(display(number)) == number


@pytest.mark.parametrize(("written", "shown"), PRINTED)
def test_it_is_shown_as_on_a_cover(written, shown):
    assert display(parse(written)) == shown
