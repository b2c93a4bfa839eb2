"""Two texts compared (文本比对): `compare` puts the parts together."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from guiju.core.compare.documents.aligning import Aligned, align
from guiju.core.compare.documents.clauses import clause_changes
from guiju.core.compare.documents.demands import demands
from guiju.core.compare.documents.model import ClauseChange, Comparison, Summary, TableChange
from guiju.core.compare.documents.pointers import pointers
from guiju.core.compare.documents.references import reference_changes
from guiju.core.compare.documents.tables import table_changes
from guiju.core.compare.documents.terms import term_changes
from guiju.core.documents.model import Document


def compare(a: Document, b: Document) -> Comparison:
    """What changed from `a`, the old text, to `b`, the new one."""
    return compared(align(a, b))


def compared(found: Aligned) -> Comparison:
    """The same, from an alignment that is at hand."""
    known = pointers(found)
    clauses = clause_changes(found, known)
    tables = table_changes(found)
    terms = term_changes(found)
    references = reference_changes(found)
    limits, requirements = demands(found, known)
    summary = Summary(
        a=found.a.document.meta.number,
        b=found.b.document.meta.number,
        operations=_clause_operations(found, clauses) + _table_operations(tables),
        clauses=_counts(clauses),
        tables=_counts(tables),
        terms=_counts(terms),
        references=_counts(references),
        limits=_counts(limits),
        requirements=_counts(requirements),
    )
    return Comparison(
        summary=summary,
        clauses=clauses,
        tables=tables,
        terms=terms,
        references=references,
        limits=limits,
        requirements=requirements,
    )


def _counts(changes: Iterable[Any]) -> dict[str, int]:
    return dict(sorted(Counter(one.change for one in changes).items()))


def _clause_operations(found: Aligned, clauses: tuple[ClauseChange, ...]) -> int:
    above_a = {one.address: one.parent for one in found.a.clauses}
    above_b = {one.address: one.parent for one in found.b.clauses}
    gone = {one.a[0] for one in clauses if one.change == "removed"}
    come = {one.b[0] for one in clauses if one.change == "added"}
    count, in_run = 0, False
    for one in clauses:
        if one.change == "added":
            above = above_b[one.b[0]]
            count += above < 0 or found.b.clauses[above].address not in come
        elif one.change == "removed":
            above = above_a[one.a[0]]
            count += above < 0 or found.a.clauses[above].address not in gone
        elif one.change == "renumbered":
            count += not in_run
        else:
            count += one.change in ("moved", "split", "merged")
            count += sum(not op.why for op in one.text_ops)
            count += one.nature is not None
        in_run = one.change == "renumbered" or (in_run and one.a_label != one.b_label)
    return count


def _table_operations(tables: tuple[TableChange, ...]) -> int:
    """Captions stand among the clauses' text and are counted there."""
    return sum(
        len(one.rows) + len(one.columns) + len(one.cells) + (one.unit is not None)
        if one.change not in ("added", "removed")
        else 1
        for one in tables
    )
