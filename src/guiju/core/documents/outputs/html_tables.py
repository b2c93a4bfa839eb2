"""A table as HTML (表的 HTML): caption, heads with their scope, notes below."""

from collections.abc import Callable, Iterable, Sequence

from guiju.core.documents.model import Block, Cell, Table
from guiju.core.documents.outputs import labels
from guiju.core.documents.outputs.html_parts import Page, caption, tag, words

Row = tuple[Cell, ...]
Blocks = Callable[[Iterable[Block]], str]


def table(page: Page, one: Table, blocks: Blocks) -> str:
    label = labels.of_float(one, page.language)
    said = caption(page, label, one.title)
    unit = words("unit", labels.unit(one.unit, page.language))
    inside = tag("caption", said + (" " if said and unit else "") + unit) if said or unit else ""
    head = "".join(_row(page, row, blocks, in_head=True) for row in one.head)
    inside += tag("thead", head) if head else ""
    inside += tag("tbody", "".join(_row(page, row, blocks) for row in one.body))
    made = tag("div", tag("table", inside), class_="wide")
    below = blocks((*one.notes, *one.footnotes))
    return tag("div", made + below, id_=page.anchor(one.address), class_="table")


def _row(page: Page, row: Sequence[Cell], blocks: Blocks, *, in_head: bool = False) -> str:
    return tag("tr", "".join(_cell(page, one, blocks, in_head=in_head) for one in row))


def _cell(page: Page, one: Cell, blocks: Blocks, *, in_head: bool) -> str:
    scope = ""
    if in_head:
        scope = "colgroup" if one.columns > 1 else "col"
    elif one.head:
        scope = "rowgroup" if one.rows > 1 else "row"
    return tag(
        "th" if scope else "td",
        blocks(one.blocks),
        id_=page.anchor(one.address),
        class_=one.align,
        scope=scope,
        rowspan=str(one.rows) if one.rows > 1 else "",
        colspan=str(one.columns) if one.columns > 1 else "",
    )
