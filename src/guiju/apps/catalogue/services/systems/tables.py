"""The detail table in a file (明细表文件): CSV or XLSX to rows, by its headings in either language."""

import io
import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from guiju.apps.catalogue.selectors.systems.codes import read_number
from guiju.apps.catalogue.selectors.systems.incoming import TableRow
from guiju.apps.catalogue.selectors.systems.words import LEVELS, level_of
from guiju.apps.catalogue.services.systems.errors import (
    NoHeadingsError,
    TooManyError,
    UnreadableTableError,
)
from guiju.apps.catalogue.services.systems.writing import MOST_LINES, MOST_NODES
from guiju.core.errors import Bilingual
from guiju.core.records.readers.base import Headed, Limits, Refused, Unreadable
from guiju.core.records.readers.csv_rows import csv_rows
from guiju.core.records.readers.encoding import in_utf8
from guiju.core.records.readers.table_rows import ZIP_MAGIC
from guiju.core.records.readers.xlsx_rows import Formula, sheets_of, xlsx_rows

Cells = tuple[int, list[str]]

# The headings of each column, folded; what is not named here is left aside. The catalogue itself
# knows 实施日期, 采用关系 and 被代替标准号, so that a table cannot say otherwise.
HEADINGS = {
    "code": "体系编号 体系代码 体系号 节点编号 系统编号 nodecode node systemcode systemno",
    "node_title": "节点名称 体系名称 类目名称 类别名称 nodetitle nodename boxtitle",
    "number": "标准号 标准编号 标准代号 number standardnumber standardno standard",
    "title_zh": "标准名称 标准中文名称 中文名称 名称 title titlezh titlechinese standardtitle",
    "title_en": "英文名称 标准英文名称 英文标题 titleen titleenglish englishtitle",
    "level": "宜定级别 级别 标准级别 拟定级别 level proposedlevel",
    "remark": "备注 说明 remark remarks note notes",
}
_COLUMNS = {word: name for name, words in HEADINGS.items() for word in words.split()}
_LEVELS = {
    name: code for code, names in LEVELS.items() for name in (names.zh, names.en.lower(), code)
} | {
    "国标": "national",
    "行标": "industry",
    "地标": "local",
    "团标": "group",
    "企标": "enterprise",
    "国家": "national",
    "行业": "industry",
    "地方": "local",
    "团体": "group",
    "企业": "enterprise",
}
_PUNCTUATION = re.compile(r"[\s\W_]+")
FORMULA = Bilingual("含有公式；请改为数值", "it holds a formula; paste its value instead")
_BEFORE_HEAD = 10  # rows of titles that may stand above the headings
_LIMITS = Limits(file=16 << 20, columns=60)
_MOST_ROWS = MOST_LINES + 100
_GUARDED = re.compile(r"'(?=[=+\-@\t])")


def read_rows(data: bytes, *, name: str) -> list[TableRow]:
    """The rows below the headings. Raises UnreadableTableError, NoHeadingsError, TooManyError."""
    read = _xlsx if data.startswith(ZIP_MAGIC) else _csv
    try:
        found = list(_rows(read(data, name), name))
    except Unreadable as failure:
        values = failure.values
        raise UnreadableTableError(
            name, why_zh=values["why_zh"], why_en=values["why_en"]
        ) from failure
    if len(found) > MOST_LINES:
        raise TooManyError(name, most=MOST_NODES, lines=MOST_LINES)
    return found


def _csv(data: bytes, name: str) -> Iterator[Cells | Refused]:
    rows = csv_rows(in_utf8(Headed(data, io.BytesIO()), name), _LIMITS)
    return (_texts(row) for row in islice(rows, _MOST_ROWS))


def _xlsx(data: bytes, name: str) -> Iterator[Cells | Refused]:
    """The rows of the first sheet that has our headings."""
    for sheet in sheets_of(data, name=name, limits=_LIMITS):
        rows = xlsx_rows(data, name=name, sheet=sheet, limits=_LIMITS)
        found = [_texts(row) for row in islice(rows, _MOST_ROWS)]
        head = found[:_BEFORE_HEAD]
        if any(_mapping(row[1]) for row in head if not isinstance(row, Refused)):
            return iter(found)
    return iter(())


def _texts(row: tuple[int, list[Any]] | Refused) -> Cells | Refused:
    return row if isinstance(row, Refused) else (row[0], [_cell(value) for value in row[1]])


def _cell(value: object) -> str:
    if isinstance(value, Formula):
        return value
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()


def _rows(cells: Iterable[Cells | Refused], name: str) -> Iterator[TableRow]:
    columns: dict[str, int] = {}
    for at, row in enumerate(cells):
        if isinstance(row, Refused):
            if columns:
                yield TableRow(line=row.position, problem=row.reason)
        elif columns:
            if any(row[1]):
                yield _row(row[0], row[1], columns)
        else:
            columns = _mapping(row[1])
            if not columns and at >= _BEFORE_HEAD:
                break
    if not columns:
        raise NoHeadingsError(name)


def _mapping(row: list[str]) -> dict[str, int]:
    """Column by name if this is the row of headings, else nothing."""
    found: dict[str, int] = {}
    for at, cell in enumerate(row):
        column = _COLUMNS.get(_folded(cell))
        if column:
            found.setdefault(column, at)
    return found if "code" in found and ({"number", "title_zh"} & set(found)) else {}


def _folded(cell: str) -> str:
    return _PUNCTUATION.sub("", unicodedata.normalize("NFKC", cell)).lower()


def _row(line: int, row: list[str], columns: dict[str, int]) -> TableRow:
    def cell(name: str) -> str:
        at = columns.get(name)
        text = row[at] if at is not None and at < len(row) else ""
        # What our own export guards against being taken for a formula.
        return _GUARDED.sub("", " ".join(text.split()), count=1)

    if any(at < len(row) and isinstance(row[at], Formula) for at in columns.values()):
        return TableRow(line=line, problem=FORMULA)
    number = cell("number")
    return TableRow(
        line=line,
        code=unicodedata.normalize("NFKC", cell("code")).strip("."),
        node_title=cell("node_title"),
        number="" if number in {"-", "—", "/", "无"} else read_number(number),
        title_zh=cell("title_zh"),
        title_en=cell("title_en"),
        level=_level(cell("level")),
        remark=cell("remark"),
    )


def _level(written: str) -> str:
    code = level_of(written)
    return _LEVELS.get(code.lower(), written)
