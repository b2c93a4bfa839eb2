"""A report of a check as plain values for JSON (检查结果的 JSON)."""

from typing import Any

from guiju.core.drafting.finding import Finding, Report


def to_json(report: Report) -> dict[str, Any]:
    """What `guiju document lint --json` prints: the findings in reading order, counts, rules off."""
    return {
        "findings": [finding_to_json(one) for one in report.findings],
        "counts": dict(report.counts),
        "off": dict(report.off),
    }


def finding_to_json(one: Finding) -> dict[str, Any]:
    """`clause`, `address` and the offsets say where in the document; `basis` is that of the rule."""
    return {
        "rule": one.rule,
        "severity": one.severity,
        "clause": one.clause,
        "line": one.line,
        "basis": one.basis,
        "message": one.message._asdict(),
        "hint": one.hint._asdict(),
        "address": one.address,
        "part": one.part,
        "start": one.start,
        "end": one.end,
        "mend": one.mend,
    }
