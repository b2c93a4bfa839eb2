"""Tables of pipes (竖线表格): broken rows, cells with pipes in them, alignment."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from guiju.core.documents.model import Cell, Paragraph, Table, Text
from guiju.core.documents.structure.marks import sign_of
from guiju.core.documents.texts.doubts import Told
from guiju.core.documents.texts.inline import Met, blocks_of
from guiju.core.documents.texts.source import Row

Align = Literal["left", "center", "right", ""]
_RULE = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$")
_FORMULA = re.compile(r"\$[^$\n|]{0,200}\$|\$[^$\n]{0,200}\\[^$\n]{0,200}\$|`[^`\n]{0,200}`")
_PIPE = re.compile(r"(?<!\\)\|")
MOST_ROWS, MOST_CELLS, LONGEST = 5_000, 1_000, 200_000


def is_rule(row: str) -> bool:
    return "-" in row and "|" in row and len(row) < LONGEST and bool(_RULE.match(row))


def is_row(row: str) -> bool:
    """A row that begins and ends with a pipe."""
    plain = row.strip()
    return len(plain) > 2 and plain[0] == "|" and plain[-1] == "|" and len(plain) < LONGEST


def count(rows: Sequence[Row], at: int) -> int:
    """How many rows from here on make a table; 0 where none begins."""
    following = rows[at + 1][1] if at + 1 < len(rows) else ""
    row = rows[at][1]
    has_rule = "|" in row and is_rule(following)
    if not has_rule and not (is_row(row) and (is_row(following) or is_rule(row))):
        return 0
    end = at + 1
    while end < len(rows) and end - at < MOST_ROWS:
        plain = rows[end][1].strip()
        if not plain:  # an empty line inside a table: it goes on where pipes stand on both ends
            if end + 1 < len(rows) and is_row(rows[end + 1][1]) and not _begins(rows, end + 1):
                end += 1
                continue
            break
        if "|" not in plain:
            break
        end += 1
    return end - at


def _begins(rows: Sequence[Row], at: int) -> bool:
    return at + 1 < len(rows) and is_rule(rows[at + 1][1]) and not is_rule(rows[at][1])


def table(rows: Sequence[Row], met: Met, told: Told) -> Table:
    """The table that the rows make."""
    line = rows[0][0]
    rule = next((row for _, row in rows if is_rule(row)), "")
    if not rule:
        told.add("table-no-rule", line=line)
    aligns = [_align(one) for one in _split(rule)] if rule else []
    words = [(number, _split(row)) for number, row in rows if row.strip() and not is_rule(row)]
    widths = {len(one) for _, one in words}
    if len(widths) > 1:
        told.add("table-ragged", "、".join(map(str, sorted(widths))), line)
    made = [
        tuple(_cell(word, at, number, row == 0, aligns, met) for at, word in enumerate(cells))
        for row, (number, cells) in enumerate(words)
    ]
    starts_with_head = rule == "" or not is_rule(rows[0][1])
    has_head = (
        bool(made) and starts_with_head and len(made) > 1 and any(one.blocks for one in made[0])
    )
    if made and not any(one.blocks for one in made[0]) and len(made) > 1:
        made = made[1:]
    head = tuple(made[:1]) if has_head else ()
    return Table(label="", title=Text(), head=head, body=tuple(made[len(head) :]), line=line)


def _split(row: str) -> list[str]:
    """The cells of a row; a pipe inside a formula or code parts nothing."""
    plain = row.strip().removeprefix("|")
    plain = plain[:-1] if plain.endswith("|") and not plain.endswith("\\|") else plain
    hidden = _FORMULA.sub(lambda one: one[0].replace("|", "\x00"), plain)
    parts = _PIPE.split(hidden)[:MOST_CELLS]
    return [one.replace("\x00", "|").replace("\\|", "|").strip() for one in parts]


def _align(sign: str) -> Align:
    left, right = sign.startswith(":"), sign.endswith(":")
    return "center" if left and right else "right" if right else "left" if left else ""


def _cell(word: str, column: int, line: int, head: bool, aligns: Sequence[Align], met: Met) -> Cell:
    return Cell(
        blocks=blocks_of(word, line, met),
        column=column,
        head=head,
        align=aligns[column] if column < len(aligns) else "",
    )


def lead(table: Table) -> Text | None:
    """A caption, or a unit, that stands in the head as its only words."""
    filled = [one for row in table.head for one in row if one.blocks]
    block = filled[0].blocks[0] if len(filled) == 1 and len(table.head[0]) > 1 else None
    if not isinstance(block, Paragraph) or not table.body:
        return None
    return block.text if sign_of(block.text.content).kind in ("table", "unit") else None


def without_lead(table: Table) -> Table:
    """The next row is the head."""
    head = tuple(replace(one, head=True) for one in table.body[0])
    return replace(table, head=(head,), body=table.body[1:])
