"""Nothing is missed, and nothing else is found: the index against a plain scan."""

import re

import pytest

from tests.search import scan
from tests.search.corpus import BOOK


def scanned(test):
    return sorted(one.id for one in BOOK if test(one))


def chinese_pieces(size):
    """Every piece of so many characters that stands in the catalogue."""
    runs = {run for one in BOOK for text in scan.texts(one) for run in re.findall("[一-鿿]+", text)}
    return sorted({run[at : at + size] for run in runs for at in range(len(run) - size + 1)})


@pytest.mark.parametrize("size", [1, 2, 3, 4, 7])
def test_every_piece_of_chinese_is_found(all_ids, size):
    for text in chinese_pieces(size):
        wanted = scanned(lambda e, t=text: scan.holds(e, t))
        assert (text, sorted(all_ids(text))) == (text, wanted)


@pytest.mark.parametrize("size", [1, 2, 3, 5, 9])
def test_every_piece_of_a_number_is_found(all_ids, size):
    forms = {form for one in BOOK for form in scan.numbers(one)}
    pieces = {form[at : at + size] for form in forms for at in range(len(form) - size + 1)}
    for text in sorted(pieces):
        if re.search(r"\w", text):
            wanted = set(scanned(lambda e, t=text: scan.has_number(e, t)))
            assert wanted - set(all_ids(text)) == set(), text


def test_every_beginning_of_every_latin_word_is_found(all_ids):
    words = {w for one in BOOK for t in scan.texts(one) for w in re.findall(rf"{scan.LETTERS}+", t)}
    for text in sorted(
        {word[:size] for word in words for size in (1, 2, 4, 5, 8) if word.isascii()}
    ):
        assert (text, sorted(all_ids(text))) == (text, scanned(lambda e, t=text: scan.latin(e, t)))


def test_every_pair_and_triple_of_initials_is_found(all_ids):
    for text in sorted(_initials(2) | _initials(3) | _initials(6)):
        assert (text, sorted(all_ids(text))) == (text, scanned(lambda e, t=text: scan.latin(e, t)))


def _initials(size):
    return {
        "".join(min(scan.sounds(c))[0] for c in run[at : at + size])
        for one in BOOK
        for run in scan.runs(one)
        for at in range(len(run) - size + 1)
    }


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("mg/L", [3]),
        ("MG/l", [3]),
        ("μg/m³", [5]),
        ("ug/m3", [5]),
        ("µg/m3", [5]),
        ("℃", [5]),
        ("°C", [5]),
        ("kPa", [15]),
        ("dB(A)", [14]),
        ("±", [14]),
        ("±2", [14]),
        ("5G", [15]),
        ("5g通信", [15]),
        ("PM2.5", [5]),
        ("\uff30\uff2d\uff12\uff0e\uff15", [5]),
        ("PM2.5浓度", [5]),
        ("450 mg/L", [3]),
        ("NTU", [3]),
    ],
)
def test_units_and_signs(all_ids, text, wanted):
    assert all_ids(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("biaozhunhua", [1, 2]),
        ("biao zhun hua", [1, 2]),
        ("BiaoZhunHua", [1, 2]),
        ("zhongqing", [13]),
        ("chongqing", [13]),
        ("leshan", [13]),
        ("yueshan", [13]),
        ("changcheng", [13]),
        ("yinyuehui", [13]),
        ("cqls", [13]),
        ("zqys", [13]),
        ("lvshi", []),
        ("xiehui", [13]),
        ("fantibiaoti", [15]),
    ],
)
def test_pinyin_with_every_reading(all_ids, text, wanted):
    assert sorted(all_ids(text)) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("繁体标题", [15]),
        ("繁體標題", [15]),
        ("標準化工作導則", [1, 2]),
        ("qualite", [7]),
        ("qualité", [7]),
        ("QUALITÉ", [7]),
        ("SYSTEMES", [7]),
        ("менеджмента", [7]),
        ("МЕНЕДЖ", [7]),
        ("drink", [3]),
        ("rink", []),
        ("质量 要求", [6]),
        ("要求 质量", [6]),
        ("质量要求", []),
        ('"质量管理体系 要求"', [6]),
        ('"体系 要求"', [6, 11]),
        ('"management systems"', [6, 7, 8, 9, 10]),
        ('"systems management"', []),
        ('"management syst"', []),
        ("水标准", []),
        ("03.120.10", [6, 7]),
        ("SAC/TC 151", [6]),
        ("GB/T 1.1 标准化", [1, 2]),
        ("GB/T1.1标准化", [1, 2]),
        ("9001-2016", [6]),
        ("t19001", [6]),
        ("示例协会", [13]),
        ("协会示例", []),
    ],
)
def test_writings_words_and_phrases(all_ids, text, wanted):
    assert sorted(all_ids(text)) == wanted
