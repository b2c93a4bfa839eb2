"""Each hit says what matched, and where."""

import pytest

from guiju.search import Query, execute
from tests.search.corpus import TODAY


def marked(why):
    """The field, and the text with what matched in brackets."""
    text, shift = why.text, 0
    for start, end in why.places:
        text = (
            text[: start + shift]
            + "["
            + text[start + shift : end + shift]
            + "]"
            + text[end + shift :]
        )
        shift += 2
    return why.field, text


@pytest.mark.parametrize(
    ("text", "id", "wanted"),
    [
        ("饮用", 3, [("title", "生活[饮用]水卫生标准")]),
        ("drink", 3, [("title", "Standards for [drink]ing water quality")]),
        ("mg/L", 3, [("text", "总硬度不应超过450 [mg/L]，浑浊度不应超过1 NTU")]),
        ("μg/m3", 5, [("text", "PM2.5的年平均浓度限值为35[μg/m³]")]),
        ("°c", 5, [("text", "参比状态为25 [℃]")]),
        ("繁体", 15, [("title", "5G移动通信 [繁體]標題測試")]),
        ("5g 繁体", 15, [("title", "[5G]移动通信 [繁體]標題測試")]),
        ("qualite", 7, [("title", "Systèmes de management de la [qualité] - Exigences")]),
        ("менедж", 7, [("title", "Системы [менедж]мента качества. Требования")]),
        ("9001-20", 6, [("number", "GB/T 1[9001—20]16"), ("number", "GB/T 1[9001-20]16"), ("number", "GB/T 1[9001-20]16/ISO 9001:2015")]),
        ("biaozhunhua", 1, [("pinyin", "[标准化]工作导则 第1部分：标准化文件的结构和起草规则")]),
        ("cqls", 13, [("pinyin", "示例团体标准：[重庆乐山]长城音乐会")]),
        ("示例协会", 13, [("name", "[示例协会]")]),
        ("13.060", 3, [("code", "[13.060].20")]),
        ("质量 systems", 6, [("title", "[质量]管理体系 要求"), ("title", "Quality management [systems] - Requirements")]),
    ],
)  # fmt: skip
def test_the_places(book, text, id, wanted):
    hits = {hit.id: hit for hit in execute(book, Query(on=TODAY, text=text)).hits}
    found = [marked(why) for why in hits[id].why]
    assert [one for one in found if one[0] != "text" or one in wanted] == wanted


def test_a_number_that_was_read_differently_is_the_reason_itself(book):
    hit = execute(book, Query(on=TODAY, text="gb 1.1 of 20", reading=("gbt1.12020",))).hits[0]
    assert [marked(why) for why in hit.why] == [("number", "[GB/T 1.1—2020]")]


def test_a_long_text_is_cut_around_the_place(tmp_path, book):
    hit = execute(book, Query(on=TODAY, text="kPa")).hits[0]
    assert [marked(why) for why in hit.why] == [("text", "本文件规定了5G基站在100 [kPa]下的要求")]


def test_every_hit_has_a_reason(book):
    for text in ("标", "a", "1", "iso", "quality", "bz", "gb/t", "质量 管理"):
        for hit in execute(book, Query(on=TODAY, text=text)).hits:
            assert hit.why, (text, hit.number)
    assert execute(book, Query(on=TODAY)).hits[0].why == ()
