"""Tables in HTML (HTML 表格) inside Markdown: rows, spans, heads."""

from collections.abc import Iterator
from dataclasses import replace

from lxml import etree, html

from guiju.core.documents.model import Block, Cell, Paragraph, Table, Text
from guiju.core.documents.texts.inline import text_of

MOST_CELLS, MOST_SPAN = 20_000, 200


def table(source: str, line: int) -> Table | None:
    """The table that the tags make; None when nothing can be read."""
    parser = html.HTMLParser(no_network=True, huge_tree=False, recover=True, encoding="utf-8")
    try:
        root = html.fromstring(source.encode(), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None
    rows = list(root.iter("tr"))
    made: list[tuple[Cell, ...]] = []
    taken: dict[tuple[int, int], bool] = {}
    count = 0
    for at, row in enumerate(rows):
        cells = []
        for one in row:
            if one.tag not in ("td", "th"):
                continue
            count += 1
            if count > MOST_CELLS:
                return None
            cells.append(_cell(one, at, taken, line))
        made.append(tuple(cells))
    if not made:
        return None
    heads = _heads(rows, made)
    return Table(
        label="",
        title=Text(),
        head=tuple(tuple(replace(one, head=True) for one in row) for row in made[:heads]),
        body=tuple(made[heads:]),
        line=line,
    )


def _heads(rows: list[html.HtmlElement], made: list[tuple[Cell, ...]]) -> int:
    """Rows of th or inside thead; else the first, with all rows into which its cells reach."""
    marked = 0
    for row, cells in zip(rows, made, strict=True):
        parent = row.getparent()
        if not (
            (cells and all(one.head for one in cells))
            or (parent is not None and parent.tag == "thead")
        ):
            break
        marked += 1
    if not marked:
        marked = max((one.rows for one in made[0]), default=1)
    return marked if marked < len(made) else 0


def _cell(one: html.HtmlElement, row: int, taken: dict[tuple[int, int], bool], line: int) -> Cell:
    column = 0
    while taken.get((row, column)):
        column += 1
    rows, columns = _span(one, "rowspan"), _span(one, "colspan")
    for down in range(rows):
        for right in range(columns):
            taken[(row + down, column + right)] = True
    blocks: tuple[Block, ...] = tuple(
        Paragraph(text=text, line=line) for words in _pieces(one) if (text := text_of(words))
    )
    return Cell(blocks=blocks, column=column, rows=rows, columns=columns, head=one.tag == "th")


def _span(one: html.HtmlElement, name: str) -> int:
    value = str(one.get(name, "1")).strip()
    return max(1, min(int(value), MOST_SPAN)) if value.isascii() and value.isdigit() else 1


def _pieces(one: html.HtmlElement) -> Iterator[str]:
    """The words of a cell, a piece a paragraph; indices keep their tags."""
    words = one.text or ""
    for part in one:
        if not isinstance(part.tag, str):  # a comment
            words += part.tail or ""
            continue
        if part.tag in ("sub", "sup"):
            words += f"<{part.tag}>{part.text_content()}</{part.tag}>"
        elif part.tag in ("br", "p", "div", "li"):
            yield " ".join(words.split())
            words = part.text_content()
        else:
            words += part.text_content()
        words += part.tail or ""
    yield " ".join(words.split())
