"""Tables (表): notes taken out of their last rows, parts on several pages (续表) joined."""

import re
from collections.abc import Sequence
from dataclasses import replace

from guiju.core.documents import grids
from guiju.core.documents.model import Block, Cell, Footnote, Note, Paragraph, Table, Text
from guiju.core.documents.structure import widths
from guiju.core.documents.structure.cutting import cut
from guiju.core.documents.structure.marks import sign_of
from guiju.core.documents.structure.words import squashed
from guiju.core.documents.walking import plain

Row = tuple[Cell, ...]
FOOTNOTE = re.compile(r"\s*([a-z])[)）]?\s+(?=\S)|\s*([a-z])(?=[\u3400-\u9fff])")


def words(row: Row) -> str:
    return squashed("\t".join("\n".join(map(plain, cell.blocks)) for cell in row))


def of_words(rows: Sequence[Sequence[str]]) -> Table:
    """A table of plain cells whose first row is the head."""
    made = [
        tuple(
            Cell(
                blocks=(Paragraph(text=Text(word.strip())),) if word.strip() else (),
                column=at,
                head=number == 0 and len(rows) > 1,
            )
            for at, word in enumerate(row)
        )
        for number, row in enumerate(rows)
    ]
    heads = 1 if len(rows) > 1 else 0
    return Table(label="", title=Text(), head=tuple(made[:heads]), body=tuple(made[heads:]))


def finished(table: Table) -> Table:
    """Notes and footnotes that stand in a last row over the whole width are taken out of it."""
    body, total = list(table.body), grids.width((*table.head, *table.body))
    notes: list[Note] = []
    footnotes: list[Footnote] = []
    while len(body) > 1 and total > 1 and len(body[-1]) == 1 and body[-1][0].columns == total:
        texts = [one for one in body[-1][0].blocks if isinstance(one, Paragraph)]
        found = [_below(one, table.label) for one in texts]
        if not found or len(texts) < len(body[-1][0].blocks) or found[0] is None:
            break
        own_notes, own_footnotes = _grouped(found, texts)
        notes, footnotes = own_notes + notes, own_footnotes + footnotes
        body.pop()
    return replace(
        table,
        body=tuple(body),
        notes=(*table.notes, *notes),
        footnotes=(*table.footnotes, *footnotes),
    )


def _below(one: Paragraph, table: str) -> Note | Footnote | None:
    sign = sign_of(one.text.content)
    if sign.kind == "note":
        inside = (replace(one, text=cut(one.text, sign.end)),)
        return Note(kind="note", label=sign.label, blocks=inside, line=one.line)
    found = FOOTNOTE.match(one.text.content)
    if found:
        label = found[1] or found[2]
        text = replace(one, text=cut(one.text, found.end()))
        name = f"table-{table}-{label}"
        return Footnote(id=name, label=label, blocks=(text,), line=one.line)
    return None


def _grouped(
    found: Sequence[Note | Footnote | None], texts: Sequence[Paragraph]
) -> tuple[list[Note], list[Footnote]]:
    """What has no sign of its own goes on with what stands above it."""
    made: list[Note | Footnote] = []
    for one, text in zip(found, texts, strict=True):
        if one is not None:
            made.append(one)
        else:
            made[-1] = replace(made[-1], blocks=(*made[-1].blocks, text))
    return [x for x in made if isinstance(x, Note)], [x for x in made if isinstance(x, Footnote)]


def first_of(blocks: Sequence[Block], label: str) -> int | None:
    """Where the table with this number stands, the last one of them."""
    return next(
        (
            at
            for at in range(len(blocks) - 1, -1, -1)
            if isinstance(one := blocks[at], Table) and label and one.label == label
        ),
        None,
    )


def first_part(blocks: Sequence[Block], table: Table) -> int | None:
    """The first part of a table that goes on without a caption: the same head, just before."""
    before = blocks[-1] if blocks else None
    if table.label or table.title or not isinstance(before, Table):
        return None
    same = bool(table.head) and list(map(words, table.head)) == list(map(words, before.head))
    return len(blocks) - 1 if same else None


def is_named_alike(first: Block, second: Table) -> bool:
    """Whether the title of a part is that of the first, or none."""
    named = first.title.content if isinstance(first, Table) else ""
    return not second.title or squashed(second.title.content) == squashed(named)


def continued(first: Block, second: Table) -> Table:
    """Both parts as one table; the head that is repeated is left out."""
    if not isinstance(first, Table):
        return second
    first, second = widths.alike(first, finished(second))
    heads = list(map(words, first.head))
    rows = list(second.head) if second.head else list(second.body[: len(heads)])
    repeats = bool(heads) and list(map(words, rows)) == heads
    rest = second.body if second.head else second.body[len(heads) if repeats else 0 :]
    body = rest if repeats or not second.head else (*second.head, *rest)
    return replace(
        first,
        body=(*first.body, *body),
        notes=(*first.notes, *second.notes),
        footnotes=(*first.footnotes, *second.footnotes),
        unit=first.unit or second.unit,
    )
