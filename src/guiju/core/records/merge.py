"""Several sources' words on one document, side by side and as one view (多源合并)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from guiju.core.records.deduction import deduce
from guiju.core.records.facts import Claim, Facts
from guiju.core.records.folding import fold
from guiju.core.records.identity import identity
from guiju.core.records.model import STATES, Record, Relation
from guiju.core.records.partial import parse_or_none

DATES = ("issued", "effective", "withdrawn", "reviewed")
_PLAIN = (
    "level",
    "nature",
    "kind",
    "function",
    "stage",
    "edition",
    "announcement",
    "plan_number",
    "filing_number",
    "region",
    "pages",
)
_SETS = (
    "other_numbers",
    "ics",
    "ccs",
    "committees",
    "roles",
    "relations",
    "languages",
    "keywords",
    "links",
)
_MAPS = ("titles", "abstracts")
_NO_STAGE = STATES.index("unknown")  # the states before it stand in the order of a life


@dataclass(frozen=True, slots=True)
class Said:
    """A record with who says it; of two words the lower rank counts, then the earlier one."""

    source: str
    rank: int
    record: Record


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field on which sources disagree (来源冲突): each value beside its source, best first."""

    field: str
    values: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Merged:
    """One view: the chosen values as a record, the disagreements, the claims by trust."""

    record: Record
    conflicts: tuple[Conflict, ...]
    claims: tuple[tuple[str, str, str], ...]
    said: tuple[Said, ...]

    @cached_property
    def provenance(self) -> Mapping[str, tuple[tuple[str, Any], ...]]:
        """Every value of every field with the source that says it, identical ones too (出处)."""
        found: dict[str, list[tuple[str, Any]]] = {}
        for one in self.said:
            for field, value in _values(one.record):
                found.setdefault(field, []).append((one.source, value))
        return {field: tuple(values) for field, values in found.items()}


def merge(said: Iterable[Said]) -> Merged:
    """The merged view; raises ValueError when nobody says anything."""
    words = tuple(sorted(said, key=lambda one: one.rank))
    if not words:
        raise ValueError("nobody says anything")
    claims = _claims(words)
    first = words[0].record
    if len(words) == 1:
        return Merged(first, (), claims, words)
    chosen: dict[str, Any] = {}
    conflicts: list[Conflict] = []
    for field in DATES:
        chosen[field] = _date(field, _heard(words, field), conflicts)
    for field in _PLAIN:
        chosen[field] = _plain(field, _heard(words, field), conflicts)
    for field in _MAPS:
        chosen[field] = _map(field, words, conflicts)
    for field in _SETS:
        chosen[field] = tuple(
            dict.fromkeys(item for one in words for item in getattr(one.record, field))
        )
    if any(one.denied for one in chosen["relations"]):
        chosen["relations"] = _not_denied(words)
    conflicts += _claims_apart(claims)
    chosen["extra"] = {
        key: value for one in reversed(words) for key, value in one.record.extra.items()
    }
    chosen["status"], chosen["as_of"] = claims[0][:2] if claims else ("", "")
    chosen["source"] = chosen["key"] = ""
    return Merged(replace(first, **chosen), tuple(conflicts), claims, words)


def _values(record: Record) -> Iterable[tuple[str, Any]]:
    for field in ("number", *DATES, *_PLAIN, "status", *_SETS):
        value = getattr(record, field)
        if field in _SETS:
            yield from ((field, item) for item in value)
        elif value:
            yield field, value
    for field in _MAPS:
        for language, text in getattr(record, field).items():
            yield f"{field}.{language}", text
    for key, value in record.extra.items():
        yield f"extra.{key}", value


def _heard(words: Sequence[Said], field: str) -> list[tuple[str, str]]:
    return [(one.source, value) for one in words if (value := getattr(one.record, field))]


def _date(field: str, heard: list[tuple[str, str]], conflicts: list[Conflict]) -> str:
    """The most exact of the dates that agree with the most trusted one."""
    if not heard:
        return ""
    best = heard[0][1]
    days = [parse_or_none(value) for _, value in heard]
    kept = days[0]
    for (_, value), day in zip(heard[1:], days[1:], strict=True):
        if (
            kept is not None
            and day is not None
            and kept.agrees_with(day)
            and len(value) > len(best)
        ):
            best, kept = value, day
    if any(one is None or kept is None or not kept.agrees_with(one) for one in days) and (
        len({value for _, value in heard}) > 1
    ):
        conflicts.append(Conflict(field, tuple(heard)))
    return best


def _plain(field: str, heard: list[tuple[str, str]], conflicts: list[Conflict]) -> str:
    if not heard:
        return ""
    if len({_same(field, value) for _, value in heard}) > 1:
        conflicts.append(Conflict(field, tuple(heard)))
    return heard[0][1]


def _same(field: str, value: str) -> str:
    return value.removesuffix(".0") if field == "edition" else fold(value)


def _map(field: str, words: Sequence[Said], conflicts: list[Conflict]) -> dict[str, str]:
    """By language. Abstracts are prose, not facts: two of them are no disagreement."""
    languages = dict.fromkeys(key for one in words for key in getattr(one.record, field))
    chosen = {}
    for language in languages:
        heard = [
            (one.source, text)
            for one in words
            if (text := getattr(one.record, field).get(language))
        ]
        if not heard:
            continue
        chosen[language] = heard[0][1]
        if field == "titles" and len({fold(text) for _, text in heard}) > 1:
            conflicts.append(Conflict(f"{field}.{language}", tuple(heard)))
    return chosen


def _not_denied(words: Sequence[Said]) -> tuple[Relation, ...]:
    """The relations, without those that a more trusted source denies; denials stay."""

    def arrow(one: Relation) -> tuple[str, bool, str]:
        return one.type, one.inverse, identity(one.target).key

    found: dict[Relation, None] = {}
    denied: dict[tuple[str, bool, str], int] = {}
    for word in words:  # the most trusted first
        for one in word.record.relations:
            if one.denied:
                denied.setdefault(arrow(one), word.rank)
            if one.denied or denied.get(arrow(one), word.rank) >= word.rank:
                found[one] = None
    return tuple(found)


def _claims(words: Sequence[Said]) -> tuple[tuple[str, str, str], ...]:
    """The claims in the order of trust: by rank, of one rank the latest first.

    Of two for the same day the one further in a life counts: a source may lag, it does not lead.
    """
    found = [
        (one.rank, one.record.as_of, (one.record.status, one.record.as_of, one.source))
        for one in words
        if one.record.status
    ]
    found.sort(key=lambda one: (one[1], STATES.index(one[2][0]) % _NO_STAGE), reverse=True)
    found.sort(key=lambda one: one[0])
    return tuple(dict.fromkeys(claim for _, _, claim in found))


def _claims_apart(claims: Sequence[tuple[str, str, str]]) -> list[Conflict]:
    """Claims for different days may all be true; these cannot."""
    if deduce(Facts(claims=tuple(Claim(*one) for one in claims))).rejected:
        values = tuple((source, f"{state} {as_of}".strip()) for state, as_of, source in claims)
        return [Conflict("status", values)]
    return []
