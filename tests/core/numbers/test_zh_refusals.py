"""What is no number is refused with the true reason and the likely meaning, in both languages."""

from datetime import date

import pytest

from guiju.core.numbers import NumberError, parse

# text, what the Chinese and the English sentence say, the likely number
REFUSED = [
    ("", "内容为空", "there is nothing", ""),
    ("hello", "没有顺序号", "no sequence number", ""),
    ("GB/T", "没有顺序号", "no sequence number", ""),
    ("GB/X 1-2020", "“GB”之后没有“/X”", "“/X” does not follow “GB”", "GB/T 1-2020"),
    ("DB99/T 1-2020", "没有代码为 99 的地区", "no region with the code 99", ""),
    ("DB3299/T 1-2020", "没有代码为 3299 的地区", "no region with the code 3299", ""),
    ("DB15-2009", "地区代码 15 之后没有顺序号", "no sequence number follows the region 15", ""),
    ("T/ca 1-2020", "大写字母", "capital letters", "T/CA 1-2020"),
    ("gb/t 1.1-2020", "大写字母", "capital letters", "GB/T 1.1-2020"),
    ("T/C 1-2020", "团体代号“C”", "the group code “C”", ""),
    ("TCAS 115", "缺少斜线", "slash is missing", "T/CAS 115"),
    ("XX/T 12-2000", "“XX”不在行业标准代号表", "“XX” is no code of an industry", ""),
    ("GB/T 1234~1240-2000", "编号范围", "range of numbers", "GB/T 1234"),
    ("GB/T 5750.1至5750.13", "编号范围", "range of numbers", "GB/T 5750.1"),
    ("GB/T 1-2-2020", "部分号前应为圆点", "a part follows a dot", "GB/T 1.2-2020"),
    ("T/HSCA 001.—2017", "圆点之后没有部分号", "no part number follows", "T/HSCA 001-2017"),
    ("GB/T 1.1-05", "年代号“05”不可能", "the year “05” cannot be", "GB/T 1.1-2005"),
    ("GB/T 1.1-1850", "年代号“1850”不可能", "the year “1850” cannot be", ""),
    ("GB/T 1.1-202", "年代号“202”不可能", "the year “202” cannot be", ""),
    (
        "GB/T 1.1-2020 示例标题",
        "“示例标题”无法理解",
        "“示例标题” after the number",
        "GB/T 1.1-2020",
    ),
    ("\u0418\u0421\u041e0.0;", "“;”处无法理解", "“;” is not understood", ""),
    ("GB/T 一", "没有顺序号", "no sequence number", ""),
    ("备案号 5", "开头不是已知的标准代号", "does not begin with the code", ""),
    ("GB/T 1" + "0" * 500, "过长", "too long", ""),
]


@pytest.mark.parametrize(("text", "zh", "en", "likely"), REFUSED)
def test_refused_with_reason(text, zh, en, likely):
    with pytest.raises(NumberError) as refusal:
        parse(text)
    assert zh in refusal.value.sentence.zh
    assert en in refusal.value.sentence.en
    assert refusal.value.likely == likely


@pytest.mark.parametrize("likely", [row[3] for row in REFUSED if row[3]])
def test_what_is_likely_can_be_read(likely):
    assert parse(likely)


def test_a_code_must_be_in_use_on_the_day_that_is_asked_about():
    assert parse("GB/Z 1-1999", on=date(1999, 1, 1)).code == "GB/Z"
    with pytest.raises(NumberError) as refusal:
        parse("GB/Z 1-1990", on=date(1990, 1, 1))
    assert "“GB/Z” is not in use on 1990-01-01" in refusal.value.sentence.en


def test_a_long_text_is_cut_in_the_sentence():
    with pytest.raises(NumberError) as refusal:
        parse("x1" * 5000)
    assert len(refusal.value.sentence.zh) < 200
