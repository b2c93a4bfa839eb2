"""What a comparison says (比对结果): changes only, each with its place in both texts.

`a` is the old text, `b` the new one. A place is an address of `documents.addresses`; "" stands for
none, because nothing is there on that side.
"""

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

Change = Literal[
    "unchanged",  # 未变
    "changed",  # 内容修改
    "moved",  # 移动, perhaps also changed
    "renumbered",  # 仅编号变化
    "split",  # 拆分: one became several
    "merged",  # 合并: several became one
    "added",  # 增加
    "removed",  # 删除
]
ReferenceChangeKind = Literal[
    "redated", "dated", "undated", "retitled", "moved", "added", "removed"
]
TermChangeKind = Literal["definition", "renamed", "changed", "added", "removed"]
Reason = Literal["", "moved", "pointer"]


class TextOp(NamedTuple):
    """Characters `a_start` to `a_end` of the old text became `b_start` to `b_end` of the new one.

    `why` says when it only follows from another change: "pointer" is a pointer inside the document
    whose target has a new number, "moved" a paragraph that stands elsewhere now.
    """

    a_start: int
    a_end: int
    b_start: int
    b_end: int
    old: str
    new: str
    why: Reason = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseChange:
    """What became of a clause, a term entry, or a paragraph that moved to another clause.

    A split has one address in `a` and several in `b`, a merger several and one. The texts are
    those of the clause alone, title first, a line a paragraph; those of several follow each other.
    """

    a: tuple[str, ...]
    b: tuple[str, ...]
    change: Change
    a_label: str = ""
    b_label: str = ""
    title: str = ""
    a_text: str = ""
    b_text: str = ""
    text_ops: tuple[TextOp, ...] = ()
    nature: tuple[str, str] | None = None  # of an annex, when it changed
    below: int = 0  # clauses below that came, went or moved with it


@dataclass(frozen=True, slots=True, kw_only=True)
class LineChange:
    """A row or column of a table. `a` and `b` count from 1, 0: not there."""

    a: int
    b: int
    change: Literal["added", "removed", "moved"]
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CellChange:
    """A cell (单元格) with another content; `row` and `column` are its heads, as the new text has them."""

    a: str
    b: str
    row: str
    column: str
    a_text: str
    b_text: str
    text_ops: tuple[TextOp, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TableChange:
    """What became of a table (表)."""

    a: str
    b: str
    change: Change
    a_label: str = ""
    b_label: str = ""
    title: str = ""
    title_ops: tuple[TextOp, ...] = ()
    unit: tuple[str, str] | None = None  # above the table, when it changed
    rows: tuple[LineChange, ...] = ()
    columns: tuple[LineChange, ...] = ()
    cells: tuple[CellChange, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TermChange:
    """What became of a term entry (术语条目). The ops are those of the definition."""

    a: str
    b: str
    change: TermChangeKind
    a_term: str = ""
    b_term: str = ""
    a_text: str = ""
    b_text: str = ""
    text_ops: tuple[TextOp, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceChange:
    """What became of a reference (引用文件). `normative` is what it is in the new text, else in the old."""

    a: str
    b: str
    change: ReferenceChangeKind
    a_number: str = ""
    b_number: str = ""
    title: str = ""
    normative: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitChange:
    """A limit (限值) of the same characteristic: as written on both sides.

    `change` is "stricter", "looser", "other" (neither can be said), "same" (another way to write
    the same value, as in another unit), "added" or "removed".
    """

    a: str
    b: str
    change: Literal["stricter", "looser", "other", "same", "added", "removed"]
    characteristic: str
    condition: str = ""
    a_limit: str = ""
    b_limit: str = ""
    a_unit: str = ""
    b_unit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RequirementChange:
    """A provision (条款) that came, went, or binds otherwise than it did.

    `change`: "added", "removed", "modality" (宜 became 应), "stricter" and "looser" (by its
    limits), "reworded" (the same kind in other words). `effect` says which way a paired one went.
    """

    a: str
    b: str
    change: Literal["added", "removed", "modality", "stricter", "looser", "reworded"]
    effect: Literal["stricter", "looser", ""] = ""
    a_kind: str = ""
    b_kind: str = ""
    a_text: str = ""
    b_text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """How many clauses and things changed, by kind of change; `operations` are single edits.

    An operation is what an editor did once: a stretch of text, a cell, a row; a clause that came,
    went, moved, was split or merged, with all below it; a run of clauses that got new numbers
    counts once, and what only follows from another change does not count.
    """

    a: str
    b: str
    operations: int
    clauses: dict[str, int] = field(default_factory=dict)
    tables: dict[str, int] = field(default_factory=dict)
    terms: dict[str, int] = field(default_factory=dict)
    references: dict[str, int] = field(default_factory=dict)
    limits: dict[str, int] = field(default_factory=dict)
    requirements: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two texts compared. Two equal texts have no change anywhere."""

    summary: Summary
    clauses: tuple[ClauseChange, ...] = ()
    tables: tuple[TableChange, ...] = ()
    terms: tuple[TermChange, ...] = ()
    references: tuple[ReferenceChange, ...] = ()
    limits: tuple[LimitChange, ...] = ()
    requirements: tuple[RequirementChange, ...] = ()
