"""Tables in Markdown (Markdown 表格): pipes for a plain grid, HTML for spans and notes."""

from collections.abc import Callable, Sequence
from html import escape

from guiju.core.documents import grids
from guiju.core.documents.model import Block, Cell, Mark, Paragraph, Table, Text
from guiju.core.documents.outputs import labels
from guiju.core.documents.outputs.runs import tagged
from guiju.core.documents.walking import plain

_TAGS = {"sub": ("<sub>", "</sub>"), "sup": ("<sup>", "</sup>"),
         "bold": ("<strong>", "</strong>"), "italic": ("<em>", "</em>")}  # fmt: skip


def is_plain(one: Table) -> bool:
    """One head row, a full grid of single paragraphs, nothing below."""
    rows = (*one.head, *one.body)
    width = len(rows[0]) if rows else 0
    return (
        len(one.head) == 1
        and width > 0
        and not one.notes
        and not one.footnotes
        and any(cell.blocks for cell in one.head[0])
        and all(_is_grid(row, width) for row in rows)
    )


def _is_grid(row: Sequence[Cell], width: int) -> bool:
    return len(row) == width and all(
        cell.column == at and cell.rows == cell.columns == 1 and _is_simple(cell)
        for at, cell in enumerate(row)
    )


def _is_simple(cell: Cell) -> bool:
    return len(cell.blocks) < 2 and all(isinstance(one, Paragraph) for one in cell.blocks)


def pipes(one: Table, text: Callable[[Text], str]) -> str:
    def row(cells: Sequence[Cell]) -> str:
        words = [
            text(block.text).replace("|", "\\|").replace("\n", " ")
            for cell in cells
            for block in cell.blocks or (Paragraph(text=Text()),)
            if isinstance(block, Paragraph)
        ]
        return f"| {' | '.join(words)} |"

    rule = "|" + "---|" * len(one.head[0])
    return "\n".join((row(one.head[0]), rule, *map(row, one.body)))


def tags(one: Table, language: str) -> str:
    """Notes and footnotes stand in last rows over the whole width, as they are printed."""
    lines = ["<table>"]
    lines += ["<thead>", *(_row(row, "th") for row in one.head), "</thead>"] if one.head else []
    lines += [_row(row, "td") for row in one.body]
    below = [f"{labels.of_note(note, language)}{_words(note.blocks)}" for note in one.notes] + [
        f"{escape(note.label)} {_words(note.blocks)}" for note in one.footnotes
    ]
    if below:
        inside = "".join(f"<p>{line}</p>" for line in below)
        lines.append(
            f'<tr><td colspan="{grids.width((*one.head, *one.body)) or 1}">{inside}</td></tr>'
        )
    return "\n".join((*lines, "</table>"))


def _row(cells: Sequence[Cell], name: str) -> str:
    made = []
    for one in cells:
        kind = "th" if one.head else name
        said = f' rowspan="{one.rows}"' if one.rows > 1 else ""
        said += f' colspan="{one.columns}"' if one.columns > 1 else ""
        made.append(f"<{kind}{said}>{_words(one.blocks)}</{kind}>")
    return f"<tr>{''.join(made)}</tr>"


def _words(blocks: Sequence[Block]) -> str:
    lines = [
        tagged(one.text, _tag, _escaped, _leaf) if isinstance(one, Paragraph) else _plain(one)
        for one in blocks
    ]
    return lines[0] if len(lines) == 1 else "".join(f"<p>{line}</p>" for line in lines)


def _plain(block: Block) -> str:
    return escape(" ".join(plain(block).split()))


def _tag(mark: Mark) -> tuple[str, str]:
    return _TAGS.get(mark.kind, ("", ""))


def _escaped(words: str, _marks: tuple[Mark, ...]) -> str:
    return escape(words, quote=False).replace("\n", " ")


def _leaf(mark: Mark, words: str) -> str:
    return "<br>" if mark.kind == "break" else _escaped(words, ())
