"""Provisions as JSON values (条款的 JSON)."""

from decimal import Decimal
from typing import Any

from guiju.core.drafting.provisions.model import Conflict, Interval, Limit, Provision


def to_json(provision: Provision) -> dict[str, Any]:
    """What `guiju document provisions --json` prints of one; the first limit stands on top as well."""
    first = next((one for one in provision.limits if one.role == "limit"), None)
    return {
        "address": provision.address,
        "clause": provision.clause,
        "kind": provision.kind,
        "text": provision.text,
        "start": provision.start,
        "end": provision.end,
        "bindingness": "normative" if provision.normative else "informative",
        "words": [_slots(word) for word in provision.words],
        "characteristic": first.characteristic if first else "",
        "interval": interval_to_json(first.interval) if first else None,
        "unit": first.interval.unit if first else "",
        "condition": list(provision.condition),
        "method": provision.method,
        "references": list(provision.references),
        "limits": [limit_to_json(one) for one in provision.limits],
    }


def limit_to_json(limit: Limit) -> dict[str, Any]:
    return {
        "subject": limit.subject,
        "characteristic": limit.characteristic,
        "interval": interval_to_json(limit.interval),
        "unit": limit.interval.unit,
        "condition": list(limit.condition),
        "method": limit.method,
        "references": list(limit.references),
        "kind": limit.kind,
        "role": limit.role,
        "start": limit.start,
        "end": limit.end,
        "address": limit.address,
    }


def interval_to_json(interval: Interval) -> dict[str, Any]:
    """Numbers stay text, so that 0.50 is not 0.5."""
    return _slots(interval)


def conflict_to_json(conflict: Conflict) -> dict[str, Any]:
    return _slots(conflict)


def _slots(value: Any) -> dict[str, Any]:
    return {name: _plain(getattr(value, name)) for name in value.__slots__}


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return format(value, "f")
    return list(value) if isinstance(value, tuple) else value
