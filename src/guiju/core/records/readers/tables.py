"""Tables of standards, CSV and XLSX, by a mapping that the user confirms (表格导入)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

from guiju.core.errors import Bilingual
from guiju.core.records.model import Record
from guiju.core.records.readers.base import (
    DEFAULT,
    BadRecord,
    Limits,
    Refused,
    Source,
    Unreadable,
    name_of,
)
from guiju.core.records.readers.bearable import bearable
from guiju.core.records.readers.lines import excerpt
from guiju.core.records.readers.table_doubts import (
    ROWS_OF_EVIDENCE,
    has_doubt,
    propose,
    questions,
)
from guiju.core.records.readers.table_fields import FIELDS
from guiju.core.records.readers.table_record import record_of
from guiju.core.records.readers.table_rows import opened_table


@dataclass(frozen=True, slots=True)
class Preview:
    """What the user sees before confirming: heads, the mapping proposed, the first rows as read.

    `questions` are of heads that mean one thing or its opposite and are not used in the mapping.
    """

    heads: tuple[str, ...]
    mapping: dict[str, str]
    cells: tuple[tuple[str, ...], ...]
    records: tuple[Record | Refused, ...]
    questions: dict[str, Bilingual]


def preview(
    source: Source,
    mapping: Mapping[str, str] | None = None,
    *,
    rows: int = 20,
    sheet: str = "",
    limits: Limits = DEFAULT,
) -> Preview:
    """The beginning of the table under the proposed mapping, or under one that was changed."""
    with opened_table(source, sheet=sheet, limits=limits) as table:
        asked = mapping is None and has_doubt(table.heads)
        read_in = list(islice(table.rows, max(rows, ROWS_OF_EVIDENCE) if asked else rows))
        known = [row[1] for row in read_in if not isinstance(row, Refused)]
        chosen = propose(table.heads, known) if mapping is None else dict(mapping)
        first = read_in[:rows]
    cells = tuple(
        tuple("" if cell is None else str(cell)[:200] for cell in row[1])
        for row in first
        if not isinstance(row, Refused)
    )
    records = tuple(_taken(row, table.heads, chosen, "") for row in first)
    return Preview(table.heads, chosen, cells, records, questions(table.heads, chosen))


def read(
    source: Source,
    mapping: Mapping[str, str],
    *,
    as_of: str = "",
    sheet: str = "",
    skip: int = 0,
    limits: Limits = DEFAULT,
) -> Iterator[Record | Refused]:
    """The records of the table; columns that the mapping leaves out stay in `extra`."""
    check_mapping(mapping, name_of(source))
    with opened_table(source, sheet=sheet, limits=limits) as table:
        missing = [head for head in mapping if head not in table.heads]
        if missing:
            why = Bilingual(f"没有“{missing[0]}”这一列", f"it has no column “{missing[0]}”")
            raise Unreadable(name_of(source), why)
        for count, row in enumerate(table.rows):
            if count >= limits.records:
                return
            if count >= skip:
                yield _taken(row, table.heads, mapping, as_of)


def check_mapping(mapping: Mapping[str, str], name: str) -> None:
    """Raise Unreadable unless the mapping names known fields, each once, and the number."""
    fields = list(mapping.values())
    wrong = [field for field in fields if field not in FIELDS]
    twice = [field for field in fields if fields.count(field) > 1]
    if wrong:
        why = Bilingual(f"没有“{wrong[0]}”这个字段", f"there is no field “{wrong[0]}”")
    elif twice:
        names = FIELDS[twice[0]][0]
        why = Bilingual(f"“{names.zh}”对应了两列", f"“{names.en}” is given two columns")
    elif "number" not in fields:
        why = Bilingual("没有指定标准编号所在的列", "no column is given for the number")
    else:
        return
    raise Unreadable(name, why)


def _taken(
    row: tuple[int, list[Any]] | Refused,
    heads: tuple[str, ...],
    mapping: Mapping[str, str],
    as_of: str,
) -> Record | Refused:
    if isinstance(row, Refused):
        return row
    position, cells = row
    try:
        return bearable(record_of(dict(zip(heads, cells, strict=False)), mapping, as_of))
    except BadRecord as bad:
        text = " ".join(str(cell) for cell in cells if cell is not None)
        return Refused(position, bad.reason, excerpt(text[:400]))
