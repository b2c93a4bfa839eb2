"""Counts of what was found (分面计数): complete, in one pass over the matching documents."""

from datetime import date
from typing import Any

from tantivy import Query as Condition
from tantivy import Searcher

from guiju.search.schema import FACETS

_ALL = 1_000_000  # values of one field that are counted before the largest are chosen
_ENDED = "ended"
# state → the bounds whose counts make it: those that began less those that were over
_COUNTS = {
    "upcoming": ("upcoming_from", "upcoming_to"),
    "in_force": ("force_from", "force_to"),
}

Counts = tuple[tuple[str, int], ...]


def count(
    searcher: Searcher, condition: Condition, names: tuple[str, ...], on: date, size: int
) -> dict[str, Counts]:
    """The counts of these facets over what the condition matches."""
    asked: dict[str, Any] = {}
    for name in names:
        if name == "state":
            asked.update(_state_counts(on.toordinal()))
        else:
            asked[name] = _values(FACETS.get(name, name), size)
    if not asked:
        return {}
    answer = searcher.aggregate(condition, asked)
    return {name: _states(answer) if name == "state" else _counts(answer[name]) for name in names}


def _values(field: str, size: int) -> dict[str, Any]:
    return {"terms": {"field": field, "size": size, "segment_size": _ALL}}


def _state_counts(day: int) -> dict[str, Any]:
    """How many of each bound lie on or before the day."""
    asked: dict[str, Any] = {
        name: _until(name, day) for bounds in _COUNTS.values() for name in bounds
    }
    asked["draft_to"] = _until("draft_to", day)
    asked[_ENDED] = _until("ended_from", day) | {"aggs": {"state": _values("end_state", 10)}}
    return asked


def _until(field: str, day: int) -> dict[str, Any]:
    return {"range": {"field": field, "ranges": [{"to": day + 1}, {"from": day + 1}]}}


def _states(answer: dict[str, Any]) -> Counts:
    def split(name: str) -> list[int]:
        """How many lie until the day, and after it; an empty index answers nothing."""
        return [bucket["doc_count"] for bucket in answer[name]["buckets"]] or [0, 0]

    found = {state: split(first)[0] - split(last)[0] for state, (first, last) in _COUNTS.items()}
    before, found["draft"] = split("draft_to")
    for bucket in answer[_ENDED]["buckets"][:1]:
        found |= {one["key"]: one["doc_count"] for one in bucket["state"]["buckets"]}
    found["unknown"] = before + found["draft"] - sum(found.values())
    return tuple(sorted(((s, n) for s, n in found.items() if n), key=lambda pair: -pair[1]))


def _counts(answer: dict[str, Any]) -> Counts:
    return tuple(
        (_name(b["key"]), int(b["doc_count"])) for b in answer["buckets"] if b["key"] != ""
    )


def _name(key: str | float) -> str:
    return key if isinstance(key, str) else str(int(key))
