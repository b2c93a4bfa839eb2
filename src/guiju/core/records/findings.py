"""What cannot be right about a record (著录疑点), and which relations stay out of the graph."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from guiju.core import numbers
from guiju.core.errors import Bilingual
from guiju.core.numbers import Number, NumberError
from guiju.core.records.deduction import Deduction, deduce
from guiju.core.records.facts import Claim, Facts
from guiju.core.records.finding import Finding
from guiju.core.records.model import Record, Relation
from guiju.core.records.partial import parse_or_none
from guiju.core.records.reasons import STATE_NAMES, reasons_of
from guiju.core.records.span import state_of_span

_FIELDS = {
    "issued": Bilingual("发布日期", "date of publication"),
    "effective": Bilingual("实施日期", "date of effect"),
    "withdrawn": Bilingual("废止日期", "date of withdrawal"),
}
# Relations whose target need not be the number of a standard.
_FREE = ("cited_by_law", "sample_for")


def findings_of(record: Record, facts: Facts | None = None) -> tuple[Finding, ...]:
    """All findings on a record by itself, and on its claims when its facts are known."""
    found = [*date_findings(record)]
    for relation in record.relations:
        fault = None if relation.denied else relation_fault(record.number, relation)
        if fault is not None and fault not in found:
            found.append(fault)
    if facts is not None:
        found += claim_findings(facts)
    return tuple(found)


def relation_fault(number: str, relation: Relation) -> Finding | None:
    """Why a relation is no part of the graph, or None when nothing speaks against it."""
    if relation.type in _FREE:
        return None
    other = _read(relation.target)
    if isinstance(other, NumberError):
        zh, en = other.sentence
        return Finding("unreadable_target", {"target": relation.target, "why_zh": zh, "why_en": en})
    if other.kind == "committee":
        return Finding("committee_as_standard", {"target": relation.target})
    if other.kind == "plan":
        return Finding("plan_as_standard", {"target": relation.target})
    own = _read(number)
    if relation.type != "replaces" or isinstance(own, NumberError):
        return None
    if numbers.key(own) == numbers.key(other):
        return Finding("self_replacement", {"number": numbers.canonical(own)})
    after, before = (other, own) if relation.inverse else (own, other)
    return _order_fault(after, before)


def _order_fault(after: Number, before: Number) -> Finding | None:
    """What replaces another is not older, and no supplement of it."""
    names = numbers.canonical(after), numbers.canonical(before)
    if after.supplements and numbers.key(numbers.base_of(after)) == numbers.key(before):
        return Finding("replaced_by_own_supplement", {"supplement": names[0], "base": names[1]})
    years = _year(after), _year(before)
    if all(years) and years[0] < years[1]:
        return Finding("replaces_newer", {"newer": names[1], "older": names[0]})
    return None


def _year(number: Number) -> str:
    """The year of what the number names: of a supplement, its own."""
    return number.supplements[-1].year if number.supplements else number.year


@lru_cache(maxsize=1 << 16)
def _read(text: str) -> Number | NumberError:
    try:
        return numbers.parse(text)
    except NumberError as error:
        return error


def date_findings(record: Record) -> Iterator[Finding]:
    """Dates that are none, and dates out of order."""
    unread = record.extra.get("unread")
    for name, value in unread.items() if isinstance(unread, dict) else ():
        names = _FIELDS.get(name, Bilingual(f"日期（{name}）", f"date ({name})"))
        yield Finding(
            "unreadable_date", {"field_zh": names.zh, "field_en": names.en, "value": str(value)}
        )
    issued, effective = parse_or_none(record.issued), parse_or_none(record.effective)
    withdrawn = parse_or_none(record.withdrawn)
    given = {name: getattr(record, name) for name in _FIELDS}
    if issued and effective and effective.surely_before(issued):
        yield Finding("effective_before_issued", given)
    if withdrawn and issued and withdrawn.surely_before(issued):
        yield Finding("withdrawn_before_issued", given)
    elif withdrawn and effective and withdrawn.surely_before(effective):
        yield Finding("withdrawn_before_effective", given)
    own = _read(record.number)
    if isinstance(own, NumberError):
        why = own.sentence
        yield Finding(
            "unreadable_number",
            {"number": record.number, "why_zh": why.zh, "why_en": why.en},
        )
    elif issued and own.kind == "standard":
        year = _year(own)
        if len(year) == 4 and abs(int(year) - issued.year) > 1:
            yield Finding("year_disagrees", {"year": year, **given})


def claim_findings(facts: Facts) -> tuple[Finding, ...]:
    """Claims that cannot be true beside what is better known, and ends after the end."""
    found = deduce(facts)
    claims = [Finding("claim_against_dates", _against(facts, found, one)) for one in found.rejected]
    ends = [
        Finding(
            "ended_twice",
            {
                "state_zh": STATE_NAMES[one.state].zh,
                "state_en": STATE_NAMES[one.state].en,
                "date": one.date or one.by,
            },
        )
        for one in found.late_ends
    ]
    return (*claims, *ends)


def _against(facts: Facts, found: Deduction, claim: Claim) -> dict[str, str]:
    day = parse_or_none(claim.as_of)
    on = day.last.toordinal() if day else 0
    state = state_of_span(found.span, on)
    why = reasons_of(facts, found, state, on)
    return {
        "source": claim.source or "?",
        "as_of": claim.as_of,
        "claimed": claim.state,
        "claimed_zh": STATE_NAMES[claim.state].zh,
        "claimed_en": STATE_NAMES[claim.state].en,
        "derived": state,
        "why_zh": "；".join((STATE_NAMES[state].zh, *(one.zh for one in why))),
        "why_en": "; ".join((STATE_NAMES[state].en, *(one.en for one in why))),
    }


def circle_finding(members: Iterable[str]) -> Finding:
    """The finding for each member of a circle of replacement."""
    return Finding("circle", {"numbers": " → ".join(members)})
