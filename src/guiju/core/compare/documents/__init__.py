"""Two texts of standards compared (标准文本比对).

compare(a, b) → Comparison                     clauses, tables, terms, references, limits, requirements
align(a, b) → Aligned                          the same before it is named: rows of clauses and passages
redline(a, b, author=…, date=…) → bytes        a DOCX with tracked changes
adoption(national, international) → AdoptionReport   does IDT, MOD or NEQ stand?
overlap([(key, text), …]) → Overlap, …         clauses that say the same, or the contrary
marks_of(clause), judged(a, b) → Likeness      the same for a library that keeps the marks itself
to_json, adoption_to_json, overlap_to_json     plain values
"""

from guiju.core.compare.documents.adoption import adoption
from guiju.core.compare.documents.adoption_model import AdoptionReport
from guiju.core.compare.documents.aligning import Aligned, align
from guiju.core.compare.documents.comparing import compare, compared
from guiju.core.compare.documents.model import ClauseChange, Comparison, TextOp
from guiju.core.compare.documents.outputs import adoption_to_json, overlap_to_json, to_json
from guiju.core.compare.documents.overlap import (
    LEAST_SHARED,
    Clause,
    Likeness,
    Overlap,
    judged,
    marks_of,
    overlap,
)
from guiju.core.compare.documents.redline import redline, redline_of
from guiju.core.compare.documents.texts import applied, text_ops

__all__ = [
    "LEAST_SHARED",
    "AdoptionReport",
    "Aligned",
    "Clause",
    "ClauseChange",
    "Comparison",
    "Likeness",
    "Overlap",
    "TextOp",
    "adoption",
    "adoption_to_json",
    "align",
    "applied",
    "compare",
    "compared",
    "judged",
    "marks_of",
    "overlap",
    "overlap_to_json",
    "redline",
    "redline_of",
    "text_ops",
    "to_json",
]
