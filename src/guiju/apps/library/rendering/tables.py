"""Tables (表): in a box that scrolls by itself, with caption, scopes, unit, notes."""

from collections.abc import Callable, Iterable

from django.utils.safestring import SafeString

from guiju.apps.library.rendering.inline import inline
from guiju.apps.library.rendering.look import Look
from guiju.apps.library.rendering.tags import tag
from guiju.core.documents.model import Block, Cell, Paragraph, Table

Blocks = Callable[[Iterable[Block], Look], SafeString]
Anchor = Callable[[str, Look], SafeString]


def table_html(table: Table, look: Look, blocks: Blocks, anchor: Anchor) -> SafeString:
    """`blocks` and `anchor` draw what stands inside, which may hold tables again."""
    own = look.id(table.address)
    rows = [
        tag("tr", *(_cell(one, look, blocks, in_head=True) for one in row)) for row in table.head
    ]
    body = [tag("tr", *(_cell(one, look, blocks) for one in row)) for row in table.body]
    drawn = tag(
        "table",
        _caption(table, look, anchor),
        tag("thead", *rows) if rows else "",
        tag("tbody", *body),
        class_="lt-table",
    )
    notes = blocks((*table.notes, *table.footnotes), look)
    return tag(
        "div",
        tag("div", drawn, class_="gj-scroll", role="region", tabindex="0",
            aria_labelledby=f"{own}-caption"),
        tag("div", notes, class_="lt-table-notes") if notes else "",
        class_="lt-tabled",
        id=own,
    )  # fmt: skip


def _caption(table: Table, look: Look, anchor: Anchor) -> SafeString:
    label = f"{look.word('表', 'Table ')}{table.label}" if table.label else look.word("表", "Table")
    is_bare = not (table.label or table.title or table.unit)
    unit = look.word(f"单位为{table.unit}", f"Unit: {table.unit}") if table.unit else ""
    return tag(
        "caption",
        tag("span", label, class_="lt-caption-label"),
        inline(table.title, look, table.address, "title"),
        "" if is_bare else anchor(table.address, look),
        tag("span", unit, class_="lt-unit") if unit else "",
        id=f"{look.id(table.address)}-caption",
        class_="visually-hidden" if is_bare else "",
    )


def _cell(cell: Cell, look: Look, blocks: Blocks, *, in_head: bool = False) -> SafeString:
    is_head = in_head or cell.head
    wide = ("rowgroup" if cell.rows > 1 else "row") if not in_head else "colgroup"
    scope = "col" if in_head and cell.columns == 1 else wide
    return tag(
        "th" if is_head else "td",
        _inside(cell, look, blocks),
        id=look.id(cell.address),
        scope=scope if is_head else "",
        rowspan=cell.rows if cell.rows > 1 else "",
        colspan=cell.columns if cell.columns > 1 else "",
        class_=f"lt-{cell.align}" if cell.align else "",
    )


def _inside(cell: Cell, look: Look, blocks: Blocks) -> SafeString:
    """A cell of one paragraph shows its words alone."""
    match cell.blocks:
        case (Paragraph(text=text, address=address),):
            return inline(text, look, address)
        case several:
            return blocks(several, look)
