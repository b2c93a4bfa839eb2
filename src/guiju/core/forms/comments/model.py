"""A comment on a draft as a table has it (意见)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

from guiju.core.forms.model import Problem
from guiju.core.procedures.case import Disposition

CommentKind = Literal["ge", "te", "ed", ""]


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentRow:
    """One comment (意见). `row` is its row in the file that was read.

    `place` is where in the clause (第2段, 表1), `line` a number of a line; `original` is the text
    that it is about, `proposed` the text that it asks for.
    """

    clause: str = ""
    place: str = ""
    line: str = ""
    kind: CommentKind = ""
    text: str = ""
    original: str = ""
    proposed: str = ""
    by: str = ""
    unit: str = ""
    disposition: Disposition | Literal[""] = ""
    reason: str = ""
    remark: str = ""
    row: int = 0


class CommentsRead(NamedTuple):
    """What was read (读入结果): comments, what is doubtful, and the lines around the table by field."""

    rows: tuple[CommentRow, ...]
    problems: tuple[Problem, ...]
    around: Mapping[str, str]
