"""Does every record agree with its source's own word on its day (状态核对)?

The state is derived from what all records of a catalogue say together; where a source's claim does
not agree with it, the conflict is listed with the reason.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from guiju.core.errors import Bilingual
from guiju.core.records.facts import (
    ENDED,
    Claim,
    End,
    Facts,
    Span,
    counts_from_publication,
)
from guiju.core.records.finding import Finding
from guiju.core.records.findings import claim_findings, relation_fault
from guiju.core.records.graph import edges_in_circles
from guiju.core.records.identity import identity
from guiju.core.records.merge import Merged, Said, merge
from guiju.core.records.model import Record
from guiju.core.records.partial import parse_or_none
from guiju.core.records.span import span, state_of_span


@dataclass(frozen=True, slots=True)
class Agreement:
    """A document's claim beside the derived state; `finding` when they cannot both be true.

    `kind` is "agrees", "agrees as ended" (the source says withdrawn where a successor is known),
    or the cause of the conflict: see `_cause`.
    """

    key: str
    claim: Claim
    derived: str
    kind: str
    finding: Finding | None = None

    @property
    def reason(self) -> Bilingual | None:
        return self.finding.sentence if self.finding else None


def documents(said: Iterable[Said]) -> dict[str, Merged]:
    """What is said, merged document by document, under canonical numbers."""
    words: defaultdict[str, list[Said]] = defaultdict(list)
    for one in said:
        words[identity(one.record.number).key].append(one)
    return {key: merge(group) for key, group in words.items()}


def facts_by_key(merged: dict[str, Merged]) -> dict[str, Facts]:
    """The facts of every document, with the ends that its successors bring."""
    own = {key: own_facts(one) for key, one in merged.items()}
    spans: dict[str, Span] = {}
    ends: defaultdict[str, list[End]] = defaultdict(list)
    for after, before, whole, date in replacements(merged):
        if before not in own:
            continue
        if after in own and after not in spans:
            spans[after] = span(own[after])
        basis = merged[after].record.announcement if after in merged else ""
        end = End("superseded", date, after, basis, whole, spans.get(after))
        if end not in ends[before]:
            ends[before].append(end)
    return {key: replace(one, ends=tuple(ends.get(key, ()))) for key, one in own.items()}


def own_facts(one: Merged) -> Facts:
    """What is said of a document alone, before anything replaced it."""
    record = one.record
    known = identity(record.number)
    return Facts(
        issued=record.issued,
        effective=record.effective,
        withdrawn=record.withdrawn,
        on_publication=counts_from_publication(
            known.level or record.level, known.nature or record.nature
        ),
        stage=record.stage,
        claims=tuple(Claim(*claim) for claim in one.claims),
    )


def replacements(merged: dict[str, Merged]) -> list[tuple[str, str, bool, str]]:
    """Who replaces whom, whole or in part, and when; faults and circles are left out."""
    arrows: dict[tuple[str, str, bool, str], None] = {}
    for key, one in merged.items():
        for relation in one.record.relations:
            if relation.type != "replaces" or relation.denied:
                continue
            if relation_fault(one.record.number, relation):
                continue
            other = identity(relation.target).key
            after, before = (other, key) if relation.inverse else (key, other)
            arrows[after, before, relation.whole, relation.date] = None
    places: dict[str, int] = {}
    for after, before, _, _ in arrows:
        places.setdefault(after, len(places))
        places.setdefault(before, len(places))
    wrong = edges_in_circles((places[after], places[before]) for after, before, _, _ in arrows)
    return [one for one in arrows if (places[one[0]], places[one[1]]) not in wrong]


def agreements(merged: dict[str, Merged]) -> Iterator[Agreement]:
    """One answer for every claim of every document."""
    for key, facts in facts_by_key(merged).items():
        life = span(facts)
        conflicts = {
            (one.values["claimed"], one.values["as_of"], one.values["source"]): one
            for one in claim_findings(facts)
            if one.code == "claim_against_dates"
        }
        for claim in facts.claims:
            day = parse_or_none(claim.as_of)
            if day is None or claim.state == "unknown":
                continue
            derived = state_of_span(life, day.last.toordinal())
            finding = conflicts.get((claim.state, claim.as_of, claim.source or "?"))
            yield Agreement(key, claim, derived, _kind(facts, claim, derived, finding), finding)


def _kind(facts: Facts, claim: Claim, derived: str, finding: Finding | None) -> str:
    if finding is None:
        if derived == claim.state:
            return "agrees"
        ended = claim.state in ENDED and derived in ENDED
        return "agrees as ended" if ended else "unexplained"
    return _cause(facts, claim, derived)


def _cause(facts: Facts, claim: Claim, derived: str) -> str:
    """Why a claim cannot be true: what would have to be left out for it to hold."""
    without = {
        "another record says otherwise": replace(facts, claims=(claim,)),
        "replaced already": replace(facts, claims=(claim,), ends=()),
        "day of withdrawal passed": replace(facts, claims=(claim,), ends=(), withdrawn=""),
        "day of effect not reached": replace(
            facts, claims=(claim,), ends=(), withdrawn="", effective=""
        ),
        "published already": replace(
            facts, claims=(claim,), ends=(), withdrawn="", effective="", issued=""
        ),
    }
    for cause, fewer in without.items():
        if not claim_findings(fewer):
            return cause
    return f"{claim.state} against {derived}"


def said_by(records: Iterable[Record], source: str, rank: int = 100) -> Iterator[Said]:
    """Records as the words of their own sources, or of the file's."""
    for record in records:
        yield Said(record.source or source, rank, record)
