"""What comparing a national standard with the document that it adopts says (采用比对)."""

from dataclasses import dataclass
from typing import Literal

from guiju.core.compare.documents.model import TextOp
from guiju.core.errors import Bilingual

Degree = Literal["IDT", "MOD", "NEQ"]
StructureKind = Literal["added", "removed", "moved", "renumbered", "split", "merged", "nature"]
TechnicalKind = Literal["added", "removed", "text", "figures", "references", "modality", "tables"]


@dataclass(frozen=True, slots=True, kw_only=True)
class StructuralDifference:
    """结构变化: a clause of the one and its counterpart; addresses, () where there is none."""

    kind: StructureKind
    national: tuple[str, ...]
    international: tuple[str, ...]
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberRow:
    """A row of 结构编号对照情况: numbers as they are printed, "" for none."""

    national: str
    international: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TechnicalDifference:
    """A technical difference (技术差异) of a clause.

    Between two languages only what needs no translation is compared: figures, references, modal
    words and the figures of tables.
    """

    kind: TechnicalKind
    national: str
    international: str
    title: str
    national_text: str = ""
    international_text: str = ""
    text_ops: tuple[TextOp, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplacedReference:
    """A normative reference: which national document stands for which international one.

    `degree` is the degree that the entry itself states, "" when it states none.
    """

    kind: Literal["kept", "redated", "replaced", "added", "removed"]
    national: str
    international: str
    degree: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """Whether a degree can stand, and what speaks against it."""

    degree: Degree
    stands: bool
    reasons: tuple[Bilingual, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AdoptionReport:
    """`declared` is the degree that the cover states, `found` the closest one that can stand."""

    declared: str
    found: Degree
    translated: bool
    adopted: float  # share of the clauses of the international document with a counterpart
    structural: tuple[StructuralDifference, ...]
    numbers: tuple[NumberRow, ...]
    technical: tuple[TechnicalDifference, ...]
    references: tuple[ReplacedReference, ...]
    verdicts: tuple[Verdict, ...]

    @property
    def stands(self) -> bool:
        """Whether the declared degree can stand."""
        return any(one.degree == self.declared and one.stands for one in self.verdicts)
