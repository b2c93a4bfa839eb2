"""Local standards of provinces and cities (地方标准编号)."""

import pytest

from guiju.core.numbers import canonical, display, parse

# written, canonical
CASES = [
    ("DBJ 01-501-2009", "DBJ 01-501-2009"),
    ("DBJ/T 13-24-2017", "DBJ/T 13-24-2017"),
    ("DBJ/T 15-38-2005", "DBJ/T 15-38-2005"),
    ("DBJ50/T-163-2021", "DBJ50/T 163-2021"),
    ("DGJ 08-107-2015", "DGJ 08-107-2015"),
    ("DG/TJ 08-2068-2017", "DG/TJ 08-2068-2017"),
    ("DG/TJ08-2068-2017", "DG/TJ 08-2068-2017"),
    ("DB43/T 2516-2022", "DB43/T 2516-2022"),
    ("DB 43/T 2516-2022", "DB43/T 2516-2022"),
    ("DB43 /T 2516-2022", "DB43/T 2516-2022"),
    ("DB43/T2516-2022", "DB43/T 2516-2022"),
    ("DB43T2516-2022", "DB43/T 2516-2022"),
    ("DB43-T 2516-2022", "DB43/T 2516-2022"),
    ("DB43_T 2516-2022", "DB43/T 2516-2022"),
    ("ＤＢ４３／Ｔ　２５１６—２０２２", "DB43/T 2516-2022"),
    ("DB43／T 2516.1—2022", "DB43/T 2516.1-2022"),
    ("DB3206/T 1088-2024", "DB3206/T 1088-2024"),
    ("DB 3206/T 1088—2024", "DB3206/T 1088-2024"),
    ("DB3206T1088-2024", "DB3206/T 1088-2024"),
    ("DB4403/T 60-2020", "DB4403/T 60-2020"),
    ("DB4403/Z 1-2022", "DB4403/Z 1-2022"),
    ("DB5101/T 1-2018", "DB5101/T 1-2018"),
    ("DB3205/T 1001-2019", "DB3205/T 1001-2019"),
    ("DB320500/T 1001-2019", "DB320500/T 1001-2019"),
    ("DB11/ 307-2013", "DB11 307-2013"),
    ("DB11 307-2013", "DB11 307-2013"),
    ("DB11/307-2013", "DB11 307-2013"),
    ("DB11 / 307-2013", "DB11 307-2013"),
    ("DB11/T 3001-2020", "DB11/T 3001-2020"),
    ("DB12/T 3001-2020", "DB12/T 3001-2020"),
    ("DB31/T 310001-2020", "DB31/T 310001-2020"),
    ("DB31/ 199-2018", "DB31 199-2018"),
    ("DB31/T 310001—2020/DB32/T 310001—2020/DB33/T 310001—2020", "DB31/T 310001-2020"),
    ("DB44/T 2267.1-2021", "DB44/T 2267.1-2021"),
    ("DB15/T 435-2020", "DB15/T 435-2020"),
    ("DB21/T 1628.1-2012", "DB21/T 1628.1-2012"),
    ("DB65/T 3952-2016", "DB65/T 3952-2016"),
    ("DB54/T 0125-2017", "DB54/T 0125-2017"),
    ("DB46/T 81-2007", "DB46/T 81-2007"),
    ("DB50/T 867.1-2018", "DB50/T 867.1-2018"),
    ("DB51/ 190-93", "DB51 190-1993"),
    ("DB64/T 1-2001", "DB64/T 1-2001"),
    ("DB11/T 1-2020/XG1-2022", "DB11/T 1-2020/XG1-2022"),
]
# written, as printed
PRINTED = [
    ("DB43/T 2516-2022", "DB43/T 2516—2022"),
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
