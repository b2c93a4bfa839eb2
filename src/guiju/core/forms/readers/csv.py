"""The rows of a CSV (CSV 的内容), in whichever encoding and with whichever sign between its cells."""

import io
import re
from collections.abc import Iterator
from itertools import islice

from guiju.core.errors import Bilingual, InputError
from guiju.core.forms.errors import UnreadableForm
from guiju.core.forms.readers.heads import score
from guiju.core.forms.readers.pieces import Grid, Line, Pieces, limit, refused, too_many_rows
from guiju.core.forms.values import tidy
from guiju.core.forms.writing.cells import unprotected
from guiju.core.records.readers.base import Limits, Refused, Unreadable
from guiju.core.records.readers.csv_rows import Row, csv_rows
from guiju.core.records.readers.encoding import in_utf8

_SIGNS = ",;\t|"
_BLANK = re.compile("\n\u3000(?=\n)")  # a blank line, kept from those who drop them
_TRIED = 40  # rows in which the head must stand


def csv_pieces(data: bytes, name: str) -> Pieces:
    """Raises UnreadableForm."""
    sign = max(_SIGNS, key=lambda one: _fits(data, name, one))
    found, made = Pieces(), []
    for row in _rows(data, name, sign):
        if isinstance(row, Refused):
            found.problems.append(refused(row.position, row.reason, row.excerpt))
            continue
        number, cells = row
        texts = tuple(tidy(unprotected(_BLANK.sub("\n", cell))) for cell in cells)
        made.append(Line(number, texts, wide=bool(texts[0]) and not any(texts[1:])))
        if len(made) > limit("rows"):
            raise too_many_rows(name)
    found.items.append(Grid(tuple(made)))
    return found


def _fits(data: bytes, name: str, sign: str) -> tuple[int, bool]:
    """How many heads the best row has when cells are parted so, and whether most rows have cells."""
    rows = [row for row in islice(_rows(data, name, sign), _TRIED) if not isinstance(row, Refused)]
    return (
        max((score(cells) for _, cells in rows), default=0),
        2 * sum(len(cells) > 1 for _, cells in rows) > len(rows),
    )


def _rows(data: bytes, name: str, sign: str) -> Iterator[Row | Refused]:
    limits = Limits(line=limit("line"), file=limit("bytes"), columns=limit("columns"))
    try:
        yield from csv_rows(in_utf8(io.BytesIO(data), name), limits, sign)
    except Unreadable as failure:
        said = failure.values
        raise UnreadableForm(name, Bilingual(said["why_zh"], said["why_en"])) from failure
    except InputError as failure:
        why = Bilingual("不是文本、DOCX 或 XLSX", "it is no text, DOCX or XLSX")
        raise UnreadableForm(name, why) from failure
