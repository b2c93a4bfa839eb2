"""Small pages: words in any order, paragraphs, margins, tables, fractions."""

from guiju.core.documents import pdf
from guiju.core.documents.model import Table
from tests.core.documents.skeletons import brief, briefs, outline, section

from .pages import grid, line, words
from .pages import pdf as made

LONG = "This document specifies requirements for samples which were made up for tests and goes"


def texts(*pages: str) -> list[str]:
    return [one.text.content for one in pdf.lines(made(*pages)) if one.block is None]


def test_pieces_out_of_order_are_put_in_reading_order() -> None:
    page = words(150, 700, "Requirements") + words(70, 700.8, "5.") + words(79, 700, "1")
    assert texts(page + words(70, 660, LONG)) == ["5.1 Requirements", LONG]


def test_a_decimal_in_three_pieces_is_one_number() -> None:
    page = words(70, 700, "Not more than 0") + words(140.2, 700, ".") + words(143, 700, "5 mm")
    assert texts(page + words(70, 600, LONG)) == ["Not more than 0.5 mm", LONG]


def test_a_full_row_goes_on_and_a_page_too() -> None:
    first = words(70, 700, "1 Scope") + words(70, 680, LONG) + words(70, 665, LONG)
    second = words(70, 770, "on here.") + words(70, 740, "2 Terms")
    assert texts(first, second) == ["1 Scope", f"{LONG} {LONG} on here.", "2 Terms"]


def test_heads_and_page_numbers_are_left_out() -> None:
    pages = [
        words(400, 800, "ISO 99999:2024(E)") + words(70, 700, f"{at} Clause") + words(70, 680, LONG)
        + words(300, 30, str(at))
        for at in (1, 2, 3, 4)
    ]  # fmt: skip
    assert texts(*pages)[:3] == ["ISO 99999:2024(E)", "1 Clause", LONG]
    assert texts(*pages)[3:] == ["2 Clause", LONG, "3 Clause", LONG, "4 Clause", LONG]


def test_indices_are_marked() -> None:
    page = words(70, 700, "volume of 5 m") + words(131.6, 704, "3", 6) + words(70, 600, LONG)
    text = pdf.lines(made(page))[0].text
    assert text.content == "volume of 5 m3"
    assert [(text.content[one.start : one.end], one.kind) for one in text.marks] == [("3", "sup")]


def test_a_fraction_stands_on_one_line() -> None:
    page = (
        words(70, 740, "1 Scope") + words(70, 720, LONG)
        + words(200, 650, "P =") + words(222, 657, "h") + line(220, 653, 230, 653)
        + words(222, 643, "L") + words(234, 650, "x 100 ..................... (1)")
    )  # fmt: skip
    document = pdf.read(made(page)).document
    assert briefs(section(document, "1"))[1:] == ["formula 1 P=h/Lx 100"]


def test_ruling_lines_make_a_table_with_spans() -> None:
    xs, ys = (70, 200, 300, 400), (600, 580, 560, 540)
    page = (
        words(70, 740, "1 Scope") + words(70, 720, LONG) + words(200, 610, "Table 1 Limits")
        + line(70, 600, 400, 600) + line(70, 560, 400, 560) + line(70, 540, 400, 540)
        + line(200, 580, 400, 580)
        + line(70, 540, 70, 600) + line(200, 540, 200, 600) + line(300, 540, 300, 580)
        + line(400, 540, 400, 600)
        + words(80, 575, "Item") + words(230, 586, "Limits") + words(220, 566, "A") + words(320, 566, "B")
        + words(80, 546, "Length/mm") + words(220, 546, "0") + words(225.7, 546, ".") + words(228.5, 546, "5")
        + words(320, 546, "6")
    )  # fmt: skip
    assert len(xs) == len(ys)
    document = pdf.read(made(page)).document
    table = section(document, "1").blocks[-1]
    assert isinstance(table, Table)
    assert (table.label, table.title.content) == ("1", "Limits")

    def cells(rows: tuple) -> list[list[tuple]]:
        return [
            [("".join(map(brief, one.blocks)), one.column, one.rows, one.columns) for one in row]
            for row in rows
        ]

    assert cells(table.head) == [
        [("Item", 0, 2, 1), ("Limits", 1, 1, 2)],
        [("A", 1, 1, 1), ("B", 2, 1, 1)],
    ]
    assert cells(table.body) == [[("Length/mm", 0, 1, 1), ("0.5", 1, 1, 1), ("6", 2, 1, 1)]]


def test_a_continued_table_is_joined() -> None:
    def part(caption: str, row: tuple[str, str]) -> str:
        page = words(70, 740, caption) + grid((70, 200, 400), (730, 710, 690))
        return (
            page
            + words(80, 715, "Item")
            + words(220, 715, "Limit")
            + words(80, 695, row[0])
            + words(220, 695, row[1])
        )

    first = words(70, 770, "1 Scope") + part("Table 1 Limits", ("a", "1"))
    document = pdf.read(made(first, part("Table 1 Limits (continued)", ("b", "2")))).document
    assert briefs(section(document, "1")) == ["table 1 Limits 1+2"]
    assert outline(document) == ["1 Scope"]


def test_a_frame_around_a_picture_is_no_table() -> None:
    page = words(70, 740, "1 Scope") + words(70, 720, LONG) + grid((70, 200, 400), (600, 580, 560))
    assert texts(page + words(80, 585, "only this")) == ["1 Scope", LONG, "only this"]
