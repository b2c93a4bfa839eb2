"""Cells in their places (单元格): spans counted out, for XHTML and for CALS tables."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from lxml import etree

from guiju.core.documents.sts.names import child, local

MOST_COLUMNS = 1_000
Align = Literal["left", "center", "right", ""]
_ALIGNS: dict[str, Align] = {
    "left": "left",
    "center": "center",
    "centre": "center",
    "right": "right",
}
ABSENT = "absent"  # a cell or body that our writer needs for the schema, and nobody sees


class RawCell(NamedTuple):
    """A cell with its spans; `column` is where CALS says it begins, -1 when it does not."""

    element: etree._Element
    rows: int
    columns: int
    head: bool
    align: Align
    column: int = -1


def xhtml_rows(table: etree._Element) -> tuple[list[list[RawCell]], list[list[RawCell]]]:
    """Rows of the head and of the body; a tfoot's rows come last."""
    head: list[list[RawCell]] = []
    body: list[list[RawCell]] = []
    foot: list[list[RawCell]] = []
    into = {"thead": head, "tbody": body, "tfoot": foot}
    for part in table:
        if local(part) == "tr":
            body.append(_xhtml_row(part))
        elif local(part) in into and part.get("content-type") != ABSENT:
            into[local(part)] += [_xhtml_row(one) for one in part if local(one) == "tr"]
    return head, body + foot


def _xhtml_row(row: etree._Element) -> list[RawCell]:
    return [
        RawCell(
            element=one,
            rows=number(one.get("rowspan")),
            columns=min(number(one.get("colspan")), MOST_COLUMNS),
            head=local(one) == "th",
            align=_ALIGNS.get((one.get("align") or row.get("align") or "").lower(), ""),
        )
        for one in row
        if local(one) in ("td", "th")
    ]


def cals_rows(table: etree._Element) -> tuple[list[list[RawCell]], list[list[RawCell]]]:
    """The same of all tgroups of a CALS table."""
    head: list[list[RawCell]] = []
    body: list[list[RawCell]] = []
    foot: list[list[RawCell]] = []
    for group in table:
        if local(group) != "tgroup":
            continue
        columns = _columns(group)
        spans = {str(one.get("spanname")): one for one in group if local(one) == "spanspec"}
        for name, into in (("thead", head), ("tbody", body), ("tfoot", foot)):
            part = child(group, name)
            into += [
                [
                    _entry(one, columns, spans, head=name == "thead")
                    for one in row
                    if local(one) == "entry"
                ]
                for row in ([] if part is None else part)
                if local(row) == "row"
            ]
    return head, body + foot


def _columns(group: etree._Element) -> dict[str, int]:
    """Column numbers by name, from 0."""
    found: dict[str, int] = {}
    at = -1
    for one in group:
        if local(one) == "colspec":
            at = number(one.get("colnum"), at + 2) - 1
            found[str(one.get("colname", f"col{at + 1}"))] = min(at, MOST_COLUMNS)
    return found


def _entry(
    one: etree._Element,
    columns: dict[str, int],
    spans: dict[str, etree._Element],
    *,
    head: bool,
) -> RawCell:
    named = spans.get(one.get("spanname", ""), one)
    first = columns.get(named.get("namest") or one.get("colname") or "", -1)
    last = columns.get(named.get("nameend") or "", first)
    return RawCell(
        element=one,
        rows=number(one.get("morerows"), 0) + 1,
        columns=max(1, last - first + 1) if first >= 0 else 1,
        head=head,
        align=_ALIGNS.get((one.get("align") or "").lower(), ""),
        column=first,
    )


def number(written: str | None, default: int = 1) -> int:
    """A whole number of at most four digits; the default for anything else."""
    text = (written or "").strip()
    if not text.isascii() or not text.isdigit() or len(text) > 4:
        return default
    return int(text) or default


def placed(rows: list[list[RawCell]]) -> Iterator[Iterator[tuple[RawCell, int, int]]]:
    """Each row's cells with their column and with a height that ends with the rows."""
    taken: dict[int, int] = {}  # column → rows below that a cell still reaches over
    for at, row in enumerate(rows):
        out: list[tuple[RawCell, int, int]] = []
        over = {column: left for column, left in taken.items() if left}
        taken = {column: left - 1 for column, left in over.items()}
        column = 0
        for cell in row:
            column = max(column, cell.column)
            while over.get(column):
                column += 1
            height = min(cell.rows, len(rows) - at)
            for one in range(column, min(column + cell.columns, MOST_COLUMNS)):
                taken[one] = max(taken.get(one, 0), height - 1)
            if cell.element.get("content-type") != ABSENT:
                out.append((cell, column, height))
            column += cell.columns
        yield iter(out)
