"""What a file consists of (文件内容): words and tables, whichever program wrote it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from guiju.core.codes.tables import read_table
from guiju.core.errors import Bilingual
from guiju.core.forms.errors import UnreadableForm
from guiju.core.forms.model import Problem


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a table (行) with its number in the file.

    A cell merged downwards is repeated in each row, and `copied` says where. A `wide` row is one
    cell over all columns. `guessed` are cells that were numbers or days in a spreadsheet.
    """

    number: int
    cells: tuple[str, ...]
    wide: bool = False
    copied: frozenset[int] = frozenset()
    guessed: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Grid:
    """A table or a sheet (表)."""

    lines: tuple[Line, ...]

    @property
    def width(self) -> int:
        return max((len(one.cells) for one in self.lines), default=0)


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph (段落)."""

    text: str


@dataclass(slots=True)
class Pieces:
    """All of a file (全部内容), and what could not be taken."""

    items: list[Grid | Words] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    @property
    def grids(self) -> Iterator[Grid]:
        return (one for one in self.items if isinstance(one, Grid))


@cache
def limit(name: str) -> int:
    """How much of something a file may hold."""
    return int(read_table("limits.yaml", "forms")[name])


def too_many_rows(name: str) -> UnreadableForm:
    most = limit("rows")
    return UnreadableForm(
        name,
        Bilingual(f"超过 {most} 行，请拆分后再读入", f"it has more than {most} rows; split it"),
    )


def refused(row: int, why: Bilingual, text: str) -> Problem:
    says = Bilingual(f"第 {row} 行未能读入：{why.zh}。", f"Row {row} was not read: {why.en}.")
    return Problem("refused", says, row=row, text=text)
