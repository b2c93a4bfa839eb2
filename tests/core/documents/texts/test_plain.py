"""Plain text: encodings, running heads, broken lines."""

import pytest

from guiju.core.decoding import NotText
from guiju.core.documents.texts import plain
from guiju.core.documents.texts.doubts import Told
from tests.core.documents.skeletons import briefs, outline, section

SAMPLE = "1 范围\n本文件规定了要求。\n2 要求\n2.1 甲\n甲应合格。\n"


def lined(text):
    return plain.lines(list(enumerate(text.splitlines(), 1)), Told())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_any_encoding(encoding: str) -> None:
    document = plain.read(SAMPLE.encode(encoding), name="例.txt").document
    assert outline(document) == ["1 范围", "2 要求", "2.1 甲"]


def test_what_is_no_text_is_refused() -> None:
    with pytest.raises(NotText):
        plain.read(b"\x00\x01\x02\x03" * 100, name="例.bin")


def test_lines_that_a_page_broke_are_joined() -> None:
    full = "甲" * 38
    rows = [
        "1 范围",
        full + "，",
        "乙。",
        full + "的",
        "丙。",
        full + "。",
        "丁。",
        full + "和",
        "2.5 mm的。",
    ]
    assert [one.text.content for one in lined("\n".join(rows))] == [
        "1 范围", full + "，乙。", full + "的丙。", full + "。", "丁。", full + "和2.5 mm的。",
    ]  # fmt: skip


def test_whole_paragraphs_are_left_alone() -> None:
    rows = ["1 范围", "甲" * 60, "乙" * 90, "丙" * 30 + "。", "丁" * 140]
    assert [one.text.content for one in lined("\n".join(rows))] == rows


def test_running_heads_go_but_the_cover_keeps_its_number() -> None:
    pages = "".join(
        f"第{word}段说明。\n{number}\nGB/T 99999—2024\n"
        for number, word in enumerate("甲乙丙丁", 1)
    )
    texts = [one.text.content for one in lined("GB/T 99999—2024\n示例\n1 范围\n" + pages)]
    assert texts == [
        "GB/T 99999—2024",
        "示例",
        "1 范围",
        "第甲段说明。",
        "第乙段说明。",
        "第丙段说明。",
        "第丁段说明。",
    ]


def test_entries_of_a_list_are_not_joined() -> None:
    title = "甲" * 40
    rows = [
        "2 规范性引用文件",
        f"GB/T 1 {title}",
        f"GB/T 2 {title}",
        f"GB/T 3 {title}",
        f"GB/T 4 {title}",
    ]
    document = plain.read(("1 范围\n" + "\n".join(rows)).encode()).document
    assert len(briefs(section(document, "2"))) == 4
