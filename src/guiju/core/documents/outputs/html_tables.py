"""A table as HTML (表的 HTML): caption, heads with their scope, notes below, in a box that scrolls."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from guiju.core.documents.model import Cell, Table
from guiju.core.documents.outputs import labels
from guiju.core.documents.outputs.html_tags import Html, tag

if TYPE_CHECKING:
    from guiju.core.documents.outputs.html_blocks import Blocks


def table(drawing: "Blocks", one: Table) -> Html:
    """`drawing` draws what stands inside, which may hold tables again."""
    rows = [_row(drawing, row, in_head=True) for row in one.head]
    drawn = tag(
        "table",
        _caption(drawing, one),
        tag("thead", *rows) if rows else "",
        tag("tbody", *(_row(drawing, row) for row in one.body)),
        class_="lt-table",
    )
    below = drawing.blocks((*one.notes, *one.footnotes))
    return tag(
        "div",
        tag("div", drawn, class_="lt-scroll", role="region", tabindex="0",
            aria_label=labels.name_of(one, drawing.language)),
        tag("div", below, class_="lt-table-notes") if below else "",
        class_="lt-tabled",
        id=drawing.id(one.address),
    )  # fmt: skip


def _caption(drawing: "Blocks", one: Table) -> Html:
    """Number, title and unit; unseen where the table has none of them."""
    said = drawing.caption(labels.of_float(one, drawing.language), one)
    unit = drawing.unit(one)
    if not (said or unit):
        return tag("caption", labels.name_of(one, drawing.language), class_="visually-hidden")
    name = tag("span", said, class_="lt-caption") if said else ""
    return tag("caption", name, " " if said and unit else "", unit)


def _row(drawing: "Blocks", row: Sequence[Cell], *, in_head: bool = False) -> Html:
    return tag("tr", *(_cell(drawing, one, in_head=in_head) for one in row))


def _cell(drawing: "Blocks", one: Cell, *, in_head: bool) -> Html:
    scope = ""
    if in_head:
        scope = "colgroup" if one.columns > 1 else "col"
    elif one.head:
        scope = "rowgroup" if one.rows > 1 else "row"
    return tag(
        "th" if scope else "td",
        drawing.blocks(one.blocks),
        id=drawing.id(one.address),
        class_=f"lt-{one.align}" if one.align else "",
        scope=scope,
        rowspan=one.rows if one.rows > 1 else "",
        colspan=one.columns if one.columns > 1 else "",
    )
