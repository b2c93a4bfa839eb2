"""Comparisons as plain values for JSON (输出)."""

from dataclasses import asdict
from typing import Any

from guiju.core.compare.documents.adoption_model import AdoptionReport
from guiju.core.compare.documents.model import ClauseChange, Comparison, TextOp
from guiju.core.compare.documents.overlap import Overlap


def to_json(comparison: Comparison) -> dict[str, Any]:
    """`a` and `b` of a clause are its first address or None; `a_all`, `b_all` hold all of them."""
    return {
        "summary": asdict(comparison.summary),
        "clauses": [_clause(one) for one in comparison.clauses],
        "tables": [_plain(one) for one in comparison.tables],
        "terms": [_plain(one) for one in comparison.terms],
        "references": [_plain(one) for one in comparison.references],
        "limits": [_plain(one) for one in comparison.limits],
        "requirements": [_plain(one) for one in comparison.requirements],
    }


def adoption_to_json(report: AdoptionReport) -> dict[str, Any]:
    answer: dict[str, Any] = {**_values(report), "stands": report.stands}
    return answer


def overlap_to_json(found: Overlap[Any]) -> dict[str, Any]:
    return _plain(found)


def _clause(one: ClauseChange) -> dict[str, Any]:
    return {
        **_plain(one),
        "a": one.a[0] if one.a else None,
        "b": one.b[0] if one.b else None,
        "a_all": list(one.a),
        "b_all": list(one.b),
    }


def _plain(one: Any) -> dict[str, Any]:
    """The fields as JSON has them; "" as a place becomes None."""
    answer: dict[str, Any] = _values(one)
    for side in ("a", "b"):
        answer[side] = answer[side] or None
    return answer


def _values(one: Any) -> Any:
    if isinstance(one, TextOp):
        return one._asdict()
    if hasattr(one, "__dataclass_fields__"):
        return {name: _values(getattr(one, name)) for name in one.__dataclass_fields__}
    if isinstance(one, tuple):
        named = getattr(one, "_asdict", None)
        return named() if named else [_values(part) for part in one]
    return one
