"""Writings of one word fold to one text; places lead back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guiju.search.analysis import phrase, title_key, tokens
from guiju.search.folding import fold, fold_number, places_in
from guiju.search.query import read


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("\uff21\uff22\uff23\uff11", "abc1"),
        ("Qualité", "qualite"),
        ("e\u0301te\u0301", "ete"),
        ("Œuvre", "oeuvre"),
        ("Straße", "strasse"),
        ("μg µg", "ug ug"),
        ("m³", "m3"),
        ("25℃", "25°c"),
        ("Ω Ω", "ω ω"),
        ("йод", "йод"),
        ("и\u0306од", "йод"),
        ("標準化", "标准化"),
        ("標、準（化）", "标 准 化 "),
        ("a\u200bb\x00c", "a b c"),
        ("㎡", "m2"),
        ("±5\uff05", "±5%"),
        ("\ud800x", " x"),
    ],
)
def test_fold(text, wanted):
    assert fold(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("GB／T　\uff11.1—2020", "gb/t1.1-2020"),
        ("GB/T 1.1–2020", "gb/t1.1-2020"),
        ("ISO 9001:2015", "iso9001:2015"),
        ("ISO 9001：2015", "iso9001:2015"),
        ("ГОСТ Р 1.5", "гостр1.5"),
        ("第\uff11号修改單", "第1号修改单"),
    ],
)
def test_fold_number(text, wanted):
    assert fold_number(text) == wanted


@given(st.text("aé℃標ﬁ±µœß ㎡—\u0301"))
def test_every_folded_character_has_its_place(text):
    places = places_in(text)
    assert len(places) == len(fold(text))
    for place, folded in zip(places, fold(text), strict=True):
        assert folded in fold(text[place])


@given(st.text())
def test_places_lie_in_the_text(text):
    places = list(places_in(text))
    assert places == sorted(places)
    assert all(0 <= place < len(text) for place in places)


@given(st.text())
def test_folding_twice_changes_nothing(text):
    assert title_key(fold(text)) == title_key(text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("标准化", ["标", "标准", "准", "准化", "化"]),
        ("水pH值", ["水", "ph", "值"]),
        ("PM2.5", ["pm", "2", "5"]),
        ("10mg/L", ["10", "mg", "l"]),
        ("l’eau d'ici", ["l", "eau", "d", "ici"]),
        ("±5 %", ["±", "5", "%"]),
        ("— ， 。", []),
    ],
)
def test_tokens(text, wanted):
    assert tokens(text) == wanted


@given(st.lists(st.sampled_from(["标", "准化", "工作导则", "ab", "12", "±", " "]), max_size=8))
def test_a_phrase_lies_in_the_stream_of_its_own_text(pieces):
    text = "".join(pieces)
    stream = tokens(text)
    for place, token in phrase(read(f'"{text}"').words):
        assert stream[place] == token


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("GB/T 1.1 标准化", ["gb/t", "1.1", "标准化"]),
        ("PM2.5监测", ["pm2.5", "监测"]),
        ('a "b c" d', ["a", "bc", "d"]),
        ('5" pipe', ["5", "pipe"]),
        ("“水质 要求”", ["水质要求"]),
        ("a a A", ["a"]),
    ],
)
def test_terms(text, wanted):
    assert [term.number for term in read(text).terms] == wanted
