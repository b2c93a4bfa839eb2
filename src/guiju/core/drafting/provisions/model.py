"""What a sentence or a table demands (条款、指标): plain values, offsets into the text."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from guiju.core.documents.model import SectionKind

Kind = Literal[
    "requirement",  # 要求
    "instruction",  # 指示
    "recommendation",  # 推荐
    "permission",  # 允许
    "capability",  # 陈述：能
    "possibility",  # 陈述：可能
    "statement",  # 陈述
]
Usage = Literal["preferred", "equivalent", "forbidden"]
Operator = Literal["≥", "≤", ">", "<", "=", "between", "not-detected"]
Role = Literal["limit", "condition"]  # 大于150 mm时 is a condition of another limit
Part = Literal["body", "note", "example", "footnote", "table-note", "warning", "definition"]


@dataclass(frozen=True, slots=True)
class ModalWord:
    """A modal word (能愿动词) as found; `usage` is how GB/T 1.1 annex C looks at it."""

    start: int
    end: int
    text: str
    kind: Kind
    usage: Usage
    negative: bool


@dataclass(frozen=True, slots=True)
class Modality:
    """What a sentence is (条款类型), and the words that say so, in order.

    The kind is that of the strongest word: requirement, recommendation, permission, possibility,
    capability; a sentence without one is an instruction or a statement. A sentence that demands in
    forbidden words (必须, must) is still a requirement.
    """

    kind: Kind
    words: tuple[ModalWord, ...] = ()

    @property
    def forbidden(self) -> tuple[ModalWord, ...]:
        """The words that GB/T 1.1 does not allow."""
        return tuple(word for word in self.words if word.usage == "forbidden")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a sentence stands (上下文): a step of a test is an instruction, elsewhere it is not."""

    section: SectionKind = "clause"
    titles: tuple[str, ...] = ()  # of the sections above it, the nearest last
    normative: bool = True
    part: Part = "body"


ANYWHERE = Place()


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """An operator and a value (区间). `written` is the value as it stands, without its unit.

    `low` and `high` are what it means in `unit`, None where it is open or no number; `of` is what
    a multiple or a fraction is of: 罐壁高度 of 罐壁高度的一半.
    """

    operator: Operator
    written: str
    unit: str = ""
    low: Decimal | None = None
    high: Decimal | None = None
    low_included: bool = True
    high_included: bool = True
    of: str = ""

    @property
    def full(self) -> str:
        """The value with its unit."""
        return self.written if self.unit in self.written else f"{self.written} {self.unit}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """A characteristic and its limit (特性与指标), of a sentence or of a cell.

    `start` and `end` reach from the operator to the end of the value with its unit, in the text of
    the block or of the cell at `address`. `condition` are the words that restrict it (当……时, a
    grade, a footnote), outermost first; `method` is the pointer to the test (5.4, GB/T 1040.1).
    """

    characteristic: str
    interval: Interval
    subject: str = ""
    condition: tuple[str, ...] = ()
    method: str = ""
    references: tuple[str, ...] = ()
    kind: Kind = "requirement"
    role: Role = "limit"
    start: int = 0
    end: int = 0
    address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Provision:
    """A sentence of the document as a provision (条款).

    `address` is that of its block with /s1, /s2 …; `clause` that of its section; `start` and `end`
    are offsets into the block's text. The limit of a table's cell is a provision as well.
    """

    address: str
    clause: str
    kind: Kind
    text: str
    start: int
    end: int
    normative: bool
    words: tuple[ModalWord, ...] = ()
    limits: tuple[Limit, ...] = ()
    condition: tuple[str, ...] = ()
    method: str = ""
    references: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Two places of one document that do not agree (自相矛盾), in both languages."""

    code: Literal["reference-dates", "method-not-listed", "limit"]
    addresses: tuple[str, ...]
    zh: str
    en: str
