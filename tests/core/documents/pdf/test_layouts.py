"""Layouts of printed standards (版面), drawn by hand: tables without frames, notes, columns, figures."""

import pytest

from guiju.core.documents import pdf
from guiju.core.documents.model import Block, Figure, Paragraph, Table
from guiju.core.documents.walking import blocks, plain
from tests.core.documents.skeletons import briefs, outline, section

from .pages import grid, line, picture, turned, words, zh
from .pages import pdf as made

TEXT = "本示例段落写满一整行以便说明正文的左右边界在哪里本示例段落写满一整行以便说明边界"
TOP = zh(70, 780, "1　范围") + zh(90, 764, TEXT) + zh(70, 748, TEXT)
END = zh(90, 380, TEXT) + zh(70, 364, TEXT) + zh(70, 348, TEXT)
RULES = line(70, 700, 500, 700, 1.2) + line(70, 660, 500, 660) + line(70, 600, 500, 600, 1.2)
HEAD = (
    zh(90, 675, "标称容量", 9) + zh(320, 684, "允许偏差", 9)
    + zh(260, 666, "下限", 9) + zh(400, 666, "上限", 9)
)  # fmt: skip
BODY = "".join(
    zh(90, y, name, 9) + words(262, y, low, 9) + words(402, y, high, 9)
    for y, name, low, high in ((648, "小瓶", "-5", "+10"), (632, "中瓶", "-8", "+15"))
)
CELLS = [
    [("标称容量", 0, 2, 1), ("允许偏差", 1, 1, 2)],
    [("下限", 1, 1, 1), ("上限", 2, 1, 1)],
    [("小瓶", 0, 1, 1), ("-5", 1, 1, 1), ("+10", 2, 1, 1)],
    [("中瓶", 0, 1, 1), ("-8", 1, 1, 1), ("+15", 2, 1, 1)],
]


def caption(y: float, words_: str) -> str:
    return zh(295 - 5 * len(words_), y, words_)


def first(data: bytes, kind: type) -> Block:
    return next(one for _, one in blocks(pdf.read(data).document) if isinstance(one, kind))


def cells(table: Block) -> list[list[tuple[str, int, int, int]]]:
    assert isinstance(table, Table)
    return [
        [("/".join(map(plain, one.blocks)), one.column, one.rows, one.columns) for one in row]
        for row in (*table.head, *table.body)
    ]


LOOSE = {
    "three lines": RULES + line(230, 679, 500, 679),
    "no line below the spanning head": RULES,
    "no line at all": "",
    "every row ruled": RULES + line(230, 679, 500, 679) + line(70, 641, 500, 641),
    "lines in pieces": "".join(
        line(x, y, x + 86, y) for y in (700, 660, 600) for x in (70, 156, 242, 328, 414)
    ),
}


@pytest.mark.parametrize("lines", LOOSE.values(), ids=LOOSE)
def test_a_table_without_upright_lines_has_its_cells(lines: str) -> None:
    page = TOP + caption(712, "表1　容量偏差") + lines + HEAD + BODY + END
    table = first(made(page), Table)
    assert cells(table) == CELLS
    assert isinstance(table, Table)
    assert (table.label, table.title.content, len(table.head)) == ("1", "容量偏差", 2)


@pytest.mark.parametrize("y", [614, 588], ids=["inside the last line", "below it"])
def test_notes_and_footnotes_of_a_table_leave_it(y: float) -> None:
    under = zh(90, y, "注：偏差在20 ℃测定。", 8) + words(90, y - 11, "a", 5)
    under += zh(96, y - 14, "仅适用于家用。", 8)
    table = first(made(TOP + caption(712, "表1　偏差") + RULES + HEAD + BODY + under + END), Table)
    assert isinstance(table, Table)
    assert cells(table) == CELLS
    assert [plain(one) for one in (*table.notes, *table.footnotes)] == [
        "偏差在20 ℃测定。",
        "仅适用于家用。",
    ]


def test_cells_of_several_lines_and_groups_of_rows_stay_together() -> None:
    lines = "".join(line(70, y, 500, y) for y in (700, 682, 600))
    rows = zh(130, 688, "项目", 9) + zh(300, 688, "要求", 9) + zh(430, 688, "方法", 9)
    rows += zh(90, 664, "质量", 9) + zh(160, 664, "外观", 9) + zh(255, 670, "光滑平整，不应有裂", 9)
    rows += zh(255, 658, "纹和气泡", 9) + zh(430, 664, "目测", 9)
    rows += (
        zh(90, 642, "安全", 9)
        + zh(160, 642, "甲", 9)
        + zh(300, 642, "五", 9)
        + zh(430, 642, "子", 9)
    )
    rows += zh(160, 624, "乙", 9) + zh(300, 624, "六", 9) + zh(430, 624, "丑", 9)
    table = first(made(TOP + caption(712, "表1　示例") + lines + rows + END), Table)
    assert cells(table) == [
        [("项目", 0, 1, 2), ("要求", 2, 1, 1), ("方法", 3, 1, 1)],
        [
            ("质量", 0, 1, 1),
            ("外观", 1, 1, 1),
            ("光滑平整，不应有裂纹和气泡", 2, 1, 1),
            ("目测", 3, 1, 1),
        ],
        [("安全", 0, 2, 1), ("甲", 1, 1, 1), ("五", 2, 1, 1), ("子", 3, 1, 1)],
        [("乙", 1, 1, 1), ("六", 2, 1, 1), ("丑", 3, 1, 1)],
    ]


@pytest.mark.parametrize("y", [660, 642], ids=["at the first row", "in the middle"])
def test_the_name_of_a_group_reaches_over_its_rows(y: float) -> None:
    lines = "".join(line(70, y, 500, y) for y in (700, 682, 600))
    rows = zh(130, 688, "项目", 9) + zh(400, 688, "限量", 9) + zh(90, y, "有害物质", 9)
    rows += "".join(
        zh(200, at, word, 9) + words(405, at, "10", 9)
        for at, word in ((660, "甲醛"), (642, "甲苯"), (624, "乙苯"))
    )
    table = first(made(TOP + caption(712, "表1　示例") + lines + rows + END), Table)
    assert cells(table) == [
        [("项目", 0, 1, 2), ("限量", 2, 1, 1)],
        [("有害物质", 0, 3, 1), ("甲醛", 1, 1, 1), ("10", 2, 1, 1)],
        [("甲苯", 1, 1, 1), ("10", 2, 1, 1)],
        [("乙苯", 1, 1, 1), ("10", 2, 1, 1)],
    ]


def test_a_table_open_at_its_sides_has_its_outer_columns() -> None:
    frame = "".join(line(70, y, 500, y) for y in (700, 680, 660))
    frame += line(200, 660, 200, 700) + line(350, 660, 350, 700)
    row = "".join(zh(x, y, word, 9) for x, y, word in (
        (90, 686, "甲"), (250, 686, "乙"), (400, 686, "丙"),
        (90, 666, "子"), (250, 666, "丑"), (400, 666, "寅"),
    ))  # fmt: skip
    table = first(made(TOP + caption(712, "表1　示例") + frame + row + END), Table)
    assert [[one[0] for one in row] for row in cells(table)] == [
        ["甲", "乙", "丙"],
        ["子", "丑", "寅"],
    ]


def _part(y: float, head: bool, *names: str) -> str:
    rows = (
        (("项目", "限值"), *((name, "5") for name in names))
        if head
        else tuple((n, "5") for n in names)
    )
    ys = tuple(y - 20 * at for at in range(len(rows) + 1))
    inside = "".join(
        zh(80, ys[at] - 14, one, 9) + zh(320, ys[at] - 14, two, 9)
        for at, (one, two) in enumerate(rows)
    )
    return grid((70, 300, 500), ys) + inside


CONTINUED = {
    "表1　限值（续）": caption(770, "表1　限值（续）") + _part(760, True, "丙", "丁"),
    "表1（续）": caption(770, "表1（续）") + _part(760, True, "丙", "丁"),
    "续表1": caption(770, "续表1") + _part(760, True, "丙", "丁"),
    "head again": _part(760, True, "丙", "丁"),
    "no head": _part(760, False, "丙", "丁"),
}


@pytest.mark.parametrize("second", CONTINUED.values(), ids=CONTINUED)
def test_a_table_on_two_pages_is_one(second: str) -> None:
    page = TOP + END + caption(230, "表1　限值") + _part(220, True, "甲", "乙")
    document = pdf.read(made(page, second + zh(90, 640, TEXT) + END)).document
    tables = [one for _, one in blocks(document) if isinstance(one, Table)]
    assert [[one[0] for one in row] for row in cells(tables[0])] == [
        ["项目", "限值"], ["甲", "5"], ["乙", "5"], ["丙", "5"], ["丁", "5"],
    ]  # fmt: skip
    assert len(tables) == 1


def test_a_second_part_with_more_columns_is_laid_on_the_same() -> None:
    page = TOP + END + caption(230, "表1　限值") + _part(220, True, "甲")
    second = caption(770, "表1（续）") + line(70, 760, 500, 760) + line(70, 740, 500, 740)
    second += line(70, 720, 500, 720) + line(70, 720, 70, 760) + line(500, 720, 500, 760)
    second += line(300, 720, 300, 760) + line(180, 720, 180, 740)
    second += zh(80, 746, "项目", 9) + zh(320, 746, "限值", 9)
    second += zh(80, 726, "重金属", 9) + zh(190, 726, "铅", 9) + zh(320, 726, "5", 9)
    table = first(made(page, second + END), Table)
    assert cells(table) == [
        [("项目", 0, 1, 2), ("限值", 2, 1, 1)],
        [("甲", 0, 1, 2), ("5", 2, 1, 1)],
        [("重金属", 0, 1, 1), ("铅", 1, 1, 1), ("5", 2, 1, 1)],
    ]


def test_footnotes_at_the_foot_of_a_page_are_called() -> None:
    call = zh(90, 700, "结果取平均值") + words(150, 704, "1)", 5) + zh(160, 700, "，保留两位。")
    foot = (
        line(70, 90, 190, 90) + words(90, 80, "1)", 5) + zh(98, 76, "极差不大于平均值的一成，", 8)
    )
    foot += zh(90, 64, "否则重测。", 8)
    document = pdf.read(made(TOP + call + END + foot)).document
    (note,) = document.footnotes
    assert (note.id, note.label, plain(note)) == (
        "fn-1",
        "1)",
        "极差不大于平均值的一成，否则重测。",
    )
    paragraph = next(one for one in section(document, "1").blocks if "平均值" in plain(one))
    assert isinstance(paragraph, Paragraph)
    assert [one.value for one in paragraph.text.marks] == ["fn-1"]
    assert paragraph.text.content == "结果取平均值1)，保留两位。"


KEY = zh(90, 560, "标引序号说明：", 9) + zh(90, 546, "1——导轨；", 9) + zh(90, 532, "2——水瓶。", 9)
DRAWN = "".join(f"{x} {y} 60 30 re S\n" for x, y in ((200, 600), (220, 620), (260, 640)))
DRAWN += words(230, 630, "1", 8) + line(200, 600, 330, 690)
NOTE = zh(90, 518, "注：本图没有比例。", 9)
FIGURES = {
    "a picture, its key above the caption": picture(200, 590, 150, 120)
    + KEY
    + caption(510, "图1　装置"),
    "a picture, its key and a note above the caption": picture(200, 590, 150, 120)
    + KEY
    + NOTE
    + caption(496, "图1　装置"),
    "a drawing with words, its key below": DRAWN + caption(580, "图1　装置") + KEY,
}


@pytest.mark.parametrize("drawn", FIGURES.values(), ids=FIGURES)
def test_a_figure_has_its_picture_and_its_key(drawn: str) -> None:
    reading = pdf.read(made(TOP + zh(460, 720, "单位为毫米", 8) + drawn + END))
    figure = next(one for _, one in blocks(reading.document) if isinstance(one, Figure))
    assert (figure.label, figure.title.content, figure.unit) == ("1", "装置", "毫米")
    assert [plain(one) for one in figure.key] == ["导轨；\n水瓶。"]
    assert [plain(one) for one in figure.notes] == (["本图没有比例。"] if NOTE in drawn else [])
    assert set(reading.images) == set(figure.images) == {"p1-1.png"}
    assert reading.images["p1-1.png"].startswith(b"\x89PNG")
    assert [plain(one) for one in section(reading.document, "1").blocks if one is not figure] == [
        TEXT + TEXT,
        TEXT * 3,
    ]


def test_parts_of_a_figure_have_their_own_pictures_and_titles() -> None:
    drawn = picture(200, 620, 100, 80) + zh(180, 600, "a) 甲式；") + picture(200, 500, 100, 80)
    drawn += zh(180, 480, "b) 乙式。") + caption(456, "图1　装置")
    figure = first(made(TOP + END, drawn), Figure)
    assert isinstance(figure, Figure)
    assert [(one.label, one.title.content, len(one.images)) for one in figure.parts] == [
        ("a)", "甲式；", 1),
        ("b)", "乙式。", 1),
    ]


def test_a_scanned_page_under_its_text_is_no_figure() -> None:
    strips = "".join(picture(0, 200 * at, 595, 200) for at in range(4))
    reading = pdf.read(made(TOP + END, strips + zh(70, 700, "2　要求") + zh(90, 684, TEXT)))
    assert reading.images == {}


def test_a_figure_without_a_picture_and_unreadable_signs_are_doubts() -> None:
    private = "BT /C 10 Tf 90 700 Td <E9F04E00> Tj ET\n"
    reading = pdf.read(made(TOP + caption(600, "图1　装置") + END, TOP + private))
    assert [(one.code, one.line) for one in reading.doubts if one.code != "gap"] == [
        ("figure-no-picture", 1),
        ("unreadable", 2),
    ]


_DOTS = "…" * 13


def test_two_columns_are_read_one_after_the_other() -> None:
    entries = [f"词条{sign}{_DOTS}3.{at}" for at, sign in enumerate("甲乙丙丁戊己庚辛壬癸", 1)]
    page = zh(280, 740, "索　引")
    page += "".join(
        zh(70, 700 - 16 * at, left) + zh(345, 700 - 16 * at, right)
        for at, (left, right) in enumerate(zip(entries, entries[::-1], strict=True))
    )
    document = pdf.read(made(TOP + END, page)).document
    assert [plain(one)[:3] for one in section(document, "index").blocks] == [
        one[:3] for one in (*entries, *entries[::-1])
    ]


TABLE = TOP + caption(712, "表1　偏差") + RULES + HEAD + BODY
WAYS = {"up": (True, 0), "down": (False, 0), "the page itself": (True, 90)}


@pytest.mark.parametrize(("up", "turn"), WAYS.values(), ids=WAYS)
def test_a_page_on_its_side_is_read_as_it_is_held(up: bool, turn: int) -> None:
    side = zh(70, 560, TEXT) + zh(70, 544, TEXT) + zh(70, 528, TEXT) + zh(70, 512, TEXT)
    side += f"q 1 0 0 1 0 -220 cm\n{caption(712, '表1　偏差') + RULES + HEAD + BODY}Q\n"
    page = turned(side, up=up) + zh(500, 800, "GB/T 99999—2030")
    table = first(made(TOP + END, page, turn=turn), Table)
    assert cells(table) == CELLS


def test_radicals_and_full_width_labels_are_characters() -> None:
    page = zh(70, 780, "１　范围") + zh(90, 764, TEXT) + zh(70, 730, "２　⻓度和⽔的⾯积")
    page += zh(70, 700, "２．１　⻔窗") + zh(90, 684, TEXT)
    assert outline(pdf.read(made(page)).document) == ["1 范围", "2 长度和水的面积", "2.1 门窗"]


HEADS = (
    ("GB/T 99999—2030", "1"),
    ("GB/T 99999—2030", "第 1 页 共 9 页"),
    ("GB/T 99999—2030    1", "— 1 —"),
    ("T/XYZ 12—2030", "1/9"),
)


@pytest.mark.parametrize(("head", "foot"), HEADS)
def test_running_heads_of_two_pages_are_left_out(head: str, foot: str) -> None:
    page = zh(400, 810, head) + zh(280, 40, foot)
    document = pdf.read(made(zh(200, 700, "示例"), TOP + page + END)).document
    assert briefs(section(document, "1")) == [TEXT * 2, TEXT * 3]


def test_the_page_of_the_printer_and_the_last_line_are_left_out() -> None:
    last = zh(90, 500, "某某出版社出版发行") + zh(90, 480, "版权专有　侵权必究")
    page = TOP + line(240, 690, 350, 690) + words(240, 680, "_" * 20)
    document = pdf.read(made(page, last)).document
    assert briefs(section(document, "1")) == [TEXT * 2]


def test_a_cover_in_english_has_its_issuers() -> None:
    cover = (
        words(70, 780, "ICS 83.140")
        + words(150, 700, "NATIONAL STANDARD")
        + words(350, 660, "GB/T 99999-2030")
    )
    cover += words(150, 560, "Water bottles", 20) + words(70, 160, "Issue date: 2030-03-15")
    cover += words(320, 160, "Implementation date: 2030-10-01")
    cover += words(120, 110, "Issued by Example Administration of Samples")
    meta = pdf.read(made(cover, TOP + END)).document.meta
    assert meta.titles == (("en", "Water bottles"),)
    assert (meta.issued, meta.effective) == ("2030-03-15", "2030-10-01")
    assert meta.issuers == ("Example Administration of Samples",)


def test_units_keep_the_space_before_them() -> None:
    page = TOP + zh(90, 720, "温度60") + zh(134, 720, "℃，含量5") + zh(183.5, 720, "%。")
    assert briefs(section(pdf.read(made(page)).document, "1"))[-1] == "温度60 ℃，含量5 %。"
