"""Tables in HTML (HTML 表格) inside Markdown: rows, spans, heads; what stands outside cells is kept."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from html import escape

from lxml import etree, html

from guiju.core.documents import grids
from guiju.core.documents.lines import Line
from guiju.core.documents.model import Block, Cell, Paragraph, Table, Text
from guiju.core.documents.structure.marks import sign_of
from guiju.core.documents.texts.inline import Met, blocks_of, text_of

MOST_CELLS, MOST_SPAN, DEEPEST = 100_000, 200, 200
Row = tuple[Cell, ...]
_BLOCKS = frozenset(
    ("p", "div", "li", "tr", "table", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "br")
)
_KEPT = frozenset(("sub", "sup", "b", "strong", "i", "em", "u"))
_DROPPED = frozenset(("script", "style", "colgroup", "col"))
_OPEN = re.compile(r"<!--(?!(?:(?!<!--).){0,2000}?-->)", re.S)
_LEAF = re.compile(r"<[^<>]*>|\s+")


def read(source: str, line: int, met: Met) -> list[Line]:
    """The table that the tags make, its caption before it; words alone where nothing can be read."""
    met.told.line = line
    root = _root(source)
    rows = list(_rows(root)) if root is not None else []
    if root is None or not rows:
        met.told.add("table-unread", line=line)
        words = text_of(" ".join(_LEAF.sub(" ", source).split()), met)
        return [Line(text=words, line=line)] if words else []
    made = _made(rows, line, met)
    before = [Line(text=text, line=line) for one in _outside(root) if (text := text_of(one, met))]
    lead, made = _lead(made, line)
    if not made:
        return before + lead
    heads = _heads(rows[len(rows) - len(made) :], made)
    _check(made, line, met)
    table = Table(
        label="",
        title=Text(),
        head=tuple(tuple(replace(one, head=True) for one in row) for row in made[:heads]),
        body=tuple(made[heads:]),
        line=line,
    )
    return [*before, *lead, Line(block=table, line=line)]


def _root(source: str) -> html.HtmlElement | None:
    parser = html.HTMLParser(
        no_network=True, huge_tree=False, recover=True, encoding="utf-8",
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        whole = _OPEN.sub("&lt;!--", source).encode("utf-8", "replace")
        root = html.document_fromstring(whole, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None
    is_cut = any("depth" in one.message for one in parser.error_log)
    return None if is_cut else root


def _rows(root: html.HtmlElement) -> Iterator[html.HtmlElement]:
    """The rows of the outermost tables."""
    for one in root.iter("tr"):
        if next(one.iterancestors("td", "th"), None) is None:
            yield one


def _made(rows: Sequence[html.HtmlElement], line: int, met: Met) -> list[Row]:
    made: list[Row] = []
    taken: set[tuple[int, int]] = set()
    left = MOST_CELLS
    for at, row in enumerate(rows):
        cells = [one for one in row if one.tag in ("td", "th")][:left]
        left -= len(cells)
        made.append(tuple(_cell(one, at, taken, line, met) for one in cells))
    return made


def _outside(root: html.HtmlElement) -> list[str]:
    """Words beside the cells: a caption, or what a tool left between rows."""
    found: list[str] = []
    for one in root.iter():
        if next(one.iterancestors("td", "th", "caption"), None) is not None or one.tag in _DROPPED:
            continue
        if one.tag == "caption":
            found += [piece for piece in pieces(one) if piece]
        elif one.tag not in ("td", "th") and (one.text or "").strip():
            found.append(escape(" ".join(str(one.text).split()), quote=False))
        if (one.tail or "").strip():
            found.append(escape(" ".join(str(one.tail).split()), quote=False))
    return found


def _lead(made: list[Row], line: int) -> tuple[list[Line], list[Row]]:
    """A first row over the whole width that is the caption, or the unit, stands before the table."""
    total, lead = grids.width(made), list[Line]()
    while (
        len(made) > 1 and len(made[0]) == 1 and made[0][0].columns == total and made[0][0].rows == 1
    ):
        texts = [one.text for one in made[0][0].blocks if isinstance(one, Paragraph)]
        kinds = {sign_of(one.content).kind for one in texts}
        if not texts or not kinds <= {"table", "unit"}:
            break
        lead += [Line(text=one, line=line) for one in texts]
        made = made[1:]
    return lead, made


def _heads(rows: Sequence[html.HtmlElement], made: Sequence[Row]) -> int:
    """Rows of th or inside thead; else the first, with all rows into which its cells reach."""
    marked = 0
    for row, cells in zip(rows, made, strict=True):
        parent = row.getparent()
        is_head = parent is not None and parent.tag == "thead"
        if not is_head and not (cells and all(one.head for one in cells)):
            break
        marked += 1
    if not marked and made:
        marked = max((one.rows for one in made[0]), default=1)
    return marked if marked < len(made) else 0


def _check(made: Sequence[Row], line: int, met: Met) -> None:
    """Rows that do not fill the grid are told."""
    filled = [0] * len(made)
    for at, row in enumerate(made):
        for one in row:
            for down in range(at, min(at + one.rows, len(made))):
                filled[down] += one.columns
    if len(set(filled)) > 1:
        met.told.add("table-ragged", "、".join(map(str, sorted(set(filled)))), line)


def _cell(
    one: html.HtmlElement, row: int, taken: set[tuple[int, int]], line: int, met: Met
) -> Cell:
    column = 0
    while (row, column) in taken:
        column += 1
    rows, columns = _span(one, "rowspan"), _span(one, "colspan")
    taken |= {(row + down, column + right) for down in range(rows) for right in range(columns)}
    blocks: tuple[Block, ...] = tuple(
        block for words in pieces(one) for block in blocks_of(words, line, met)
    )
    return Cell(blocks=blocks, column=column, rows=rows, columns=columns, head=one.tag == "th")


def _span(one: html.HtmlElement, name: str) -> int:
    value = str(one.get(name, "1")).strip()
    is_number = value.isascii() and value.isdigit() and len(value) < 6
    return max(1, min(int(value), MOST_SPAN)) if is_number else 1


def pieces(one: html.HtmlElement) -> list[str]:
    """The words of a cell, a piece a paragraph; indices keep their tags, signs of tags stay words."""
    out = [""]
    _gather(one, out, 0)
    return [" ".join(piece.split()) for piece in out]


def _gather(one: html.HtmlElement, out: list[str], depth: int) -> None:
    if depth > DEEPEST or one.tag in _DROPPED:
        return
    out[-1] += _words(one.text)
    for part in one:
        name = str(part.tag)
        if name in _BLOCKS and out[-1].strip():
            out.append("")
        if name in _KEPT:
            inside = [""]
            _gather(part, inside, depth + 1)
            words = " ".join(filter(None, inside))
            out[-1] += f"<{name}>{words}</{name}>" if words.strip() else words
        elif name == "img":
            out[-1] += f"![{part.get('alt') or ''}]({part.get('src') or ''})"
        else:
            _gather(part, out, depth + 1)
        if name in _BLOCKS and out[-1].strip():
            out.append("")
        elif name in ("td", "th"):
            out[-1] += " "
        out[-1] += _words(part.tail)


def _words(words: str | None) -> str:
    return escape(words or "", quote=False)
