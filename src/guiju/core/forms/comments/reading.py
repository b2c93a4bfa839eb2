"""Comments read (意见表的读入), in whatever layout an office sends them. Nothing is passed over in silence."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from functools import cache

from guiju.core.errors import Bilingual
from guiju.core.forms.comments.cells import comment_of
from guiju.core.forms.comments.clauses import clause_key, clause_of
from guiju.core.forms.comments.model import CommentRow, CommentsRead
from guiju.core.forms.comments.writing import FORMS
from guiju.core.forms.errors import NoCommentTable
from guiju.core.forms.files.rulebook import forms
from guiju.core.forms.model import Field, Form, Problem
from guiju.core.forms.readers.heads import key_of, roles_of
from guiju.core.forms.readers.labels import Labels, row_pairs, value_of
from guiju.core.forms.readers.opening import read_pieces
from guiju.core.forms.readers.pieces import Grid, Line
from guiju.core.forms.writing.cells import CONTINUED

_SAYING = ("text", "proposed", "original", "reasons")
_COUNTED = re.compile(r"[(（]?\d{1,4}[)）]?[.、]?")


def read_comments(data: bytes, name: str, clauses: Collection[str] | None = None) -> CommentsRead:
    """The comments of a DOCX, XLSX or CSV; `clauses` are those of the draft, where they are known.

    Raises NoCommentTable, UnreadableForm and the errors of DOCX.
    """
    pieces = read_pieces(data, name)
    known = None if clauses is None else frozenset(map(clause_key, clauses))
    found = _Found(list(pieces.problems), known)
    for item in pieces.items:
        if isinstance(item, Grid):
            found.grid(item)
        else:
            found.around_row((item.text,))
    if not found.seen:
        raise NoCommentTable(name)
    return CommentsRead(tuple(found.rows), tuple(found.problems), found.around)


@dataclass(slots=True)
class _Found:
    problems: list[Problem]
    known: frozenset[str] | None
    rows: list[CommentRow] = field(default_factory=list)
    around: dict[str, str] = field(default_factory=dict)
    seen: bool = False
    heads: list[str] = field(default_factory=list)
    width: int = 0
    cells: dict[str, str] = field(default_factory=dict)  # of the row that may go on below
    number: int = 0

    def grid(self, grid: Grid) -> None:
        """A table: with a head of its own, or one that goes on from the table before."""
        if not any(_is_head(one) for one in grid.lines) and grid.width != self.width:
            self.heads = []
        self.width = grid.width
        for line in grid.lines:
            self._line(line)
        self._flush()

    def _line(self, line: Line) -> None:
        if not any(line.cells):
            return
        if _is_head(line) and self._may_be_head(line):
            self._flush()
            self.heads, self.seen = _settled(roles_of(line.cells)), True
        elif _only_counts(line.cells):
            return
        elif not self.heads or (line.wide and not self._is_column(line)):
            self._flush()
            first = next(filter(None, line.cells))
            if not self.around_row(line.cells) and self.heads and key_of(first) not in _notes():
                self._loose(line)
        elif self._goes_on(line):
            for role, text in self._said(line):
                self.cells[role] = self.cells.get(role, "") + text.removeprefix(CONTINUED)
        else:
            self._flush()
            self._begin(line)

    def _may_be_head(self, line: Line) -> bool:
        """Below a head another one names as much: a comment may happen to say a head's words."""
        named, known = (len(set(filter(None, one))) for one in (roles_of(line.cells), self.heads))
        return 2 * named >= known

    def _is_column(self, line: Line) -> bool:
        """Words in the first cell alone: a comment where that is the column of comments."""
        return self.heads[0] in _SAYING and not line.copied and len(line.cells) < 2

    def _begin(self, line: Line) -> None:
        if not self._counts(line):
            self.cells, self.number = dict(self._said(line)), line.number
            self._guessed(line)

    def _counts(self, line: Line) -> bool:
        """Counts of replies that stand in the table itself."""
        first = next(filter(None, line.cells))
        is_count = _counts().of(first) or _counts().inside(first)[0]
        return bool(is_count) and self.around_row(line.cells)

    def _said(self, line: Line) -> Iterator[tuple[str, str]]:
        """The cells by the meaning of their column; those of no meaning are remarks."""
        found: dict[str, str] = {}
        for at, text in enumerate(line.cells):
            role = (self.heads[at] if at < len(self.heads) else "") or "remark"
            if text:
                found[role] = f"{found[role]}\n{text}" if role in found else text
        found.pop("no", None)
        yield from found.items()

    def _goes_on(self, line: Line) -> bool:
        filled = [text for text in line.cells if text]
        return bool(self.cells) and all(text.startswith(CONTINUED) for text in filled)

    def _flush(self) -> None:
        if self.cells:
            row = comment_of(self.cells, self.number)
            self.rows.append(row)
            self.problems += _doubts(row, self.cells, self.known)
        self.cells = {}

    def _guessed(self, line: Line) -> None:
        for at in line.guessed:
            if at < len(self.heads) and self.heads[at] == "clause" and "." in line.cells[at]:
                says = Bilingual(
                    f"第 {line.number} 行的章条在表格中是数值 {line.cells[at]}，请核对是否原为 {line.cells[at]}0。",
                    f"Row {line.number}: the clause is a number, {line.cells[at]}; check whether {line.cells[at]}0 was meant.",
                )
                self.problems.append(Problem("number", says, "clause", line.number, line.cells[at]))

    def around_row(self, cells: tuple[str, ...]) -> bool:
        """Labelled values before and behind the table."""
        found = row_pairs(cells, _labels())
        for key, written in found.items():
            text = value_of(_fields()[key], written)
            if text or key not in self.around:
                self.around[key] = text
        return bool(found)

    def _loose(self, line: Line) -> None:
        text = "\n".join(dict.fromkeys(filter(None, line.cells)))
        says = Bilingual(
            f"第 {line.number} 行是跨栏的一格，没有作为意见读入：“{text[:80]}”。",
            f"Row {line.number} is one cell over all columns and was not read as a comment: “{text[:80]}”.",
        )
        self.problems.append(Problem("loose", says, row=line.number, text=text))


def _is_head(line: Line) -> bool:
    found = roles_of(line.cells)
    return len(set(filter(None, found))) >= 2 and any(role in _SAYING for role in found)


def _settled(heads: list[str]) -> list[str]:
    """Reasons behind a disposition are its reasons; elsewhere they are the comment, or part of it."""
    if "reasons" in heads:
        at = heads.index("reasons")
        if "handling" in heads[:at]:
            heads[at] = "disposition_reasons"
        elif "text" not in heads:
            heads[at] = "text"
        else:
            heads[at] = "remark" if "remark" not in heads else ""
    return heads


def _only_counts(cells: tuple[str, ...]) -> bool:
    """A row that has nothing but its number, or the numbers of the columns."""
    return all(_COUNTED.fullmatch(text) for text in cells if text) and (
        (cells[0] != "" and not any(cells[1:])) or sum(map(bool, cells)) > 3
    )


def _doubts(
    row: CommentRow, cells: dict[str, str], known: frozenset[str] | None
) -> Iterator[Problem]:
    at = row.row
    if not row.text and not row.proposed:
        says = Bilingual(f"第 {at} 行没有意见内容。", f"Row {at} has no comment in it.")
        yield Problem("no-text", says, "text", at)
    written = cells.get("clause", "")
    is_clause = clause_of(written).known
    if is_clause and known is not None and row.clause:
        is_clause = clause_key(row.clause) in known
    if not is_clause:
        says = Bilingual(
            f"第 {at} 行的章条“{written[:60]}”在标准中没有找到，已照原样保留。",
            f"Row {at}: the clause “{written[:60]}” was not found; it is kept as it is written.",
        )
        yield Problem("clause", says, "clause", at, written)
    if cells.get("handling") and row.reason and not row.disposition:
        says = Bilingual(
            f"第 {at} 行的处理意见看不出采纳、部分采纳还是不采纳，已作为理由保留。",
            f"Row {at}: whether the comment is accepted cannot be told; the words are kept as the reason.",
        )
        yield Problem("handling", says, "handling", at, cells["handling"])


@cache
def _fields() -> dict[str, Field]:
    """The fields around the tables of comments."""
    every = (one for form in _forms() for one in form.fields if one.kind != "table")
    return {one.id: one for one in every}


@cache
def _labels() -> Labels:
    return Labels(_fields().values())


@cache
def _counts() -> Labels:
    """Of the counts below the table."""
    parts = (part for form in _forms() for part in form.sections if part.id == "counts")
    return Labels(one for part in parts for one in part.fields)


@cache
def _notes() -> frozenset[str]:
    """Sentences that the form itself prints."""
    parts = (part for form in _forms() for part in form.sections)
    return frozenset(key_of(text) for part in parts for one in part.says for text in one.text)


def _forms() -> list[Form]:
    return [one for one in forms() if one.id in FORMS.values()]
