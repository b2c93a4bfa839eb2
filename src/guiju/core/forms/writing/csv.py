"""A form as CSV (写成 CSV): UTF-8 with its mark, nothing that computes."""

import csv as table
import io
import re
from collections.abc import Iterator

from guiju.core.forms.layout.blocks import Grid, Heading, Laid, Pairs, Signed, Words
from guiju.core.forms.writing.cells import continued, protected

_BLANK = re.compile(r"\n(?=\n)")


def csv(form: Laid) -> bytes:
    """The bytes of the file: a label and its value in a row, and the rows of tables."""
    out = io.StringIO()
    writer = table.writer(out)
    for row in rows(form):
        for part in continued(row):
            # Readers drop blank lines, also inside a cell: they get an ideographic space.
            writer.writerow([protected(_BLANK.sub("\n\u3000", text)) for text in part])
    return f"\ufeff{out.getvalue()}".encode()


def rows(form: Laid) -> Iterator[tuple[str, ...]]:
    for block in form.blocks:
        match block:
            case Heading(text) | Words(text, _):
                yield (text,)
            case Pairs(pairs, _):
                yield from ((one.label, one.value) for one in pairs)
            case Signed(lines):
                yield from ((label, name) for label, name, _ in lines)
            case Grid():
                yield block.heads
                yield from block.rows
