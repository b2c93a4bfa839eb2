"""A national standard beside the document that it adopts (采用国际标准的比对)."""

from functools import cache
from typing import Any

from guiju.core.codes.tables import read_table
from guiju.core.compare.documents.adoption_model import (
    AdoptionReport,
    NumberRow,
    ReplacedReference,
    StructuralDifference,
    StructureKind,
)
from guiju.core.compare.documents.aligning import Aligned, align
from guiju.core.compare.documents.clauses import moved_clauses
from guiju.core.compare.documents.degrees import closest, verdicts
from guiju.core.compare.documents.flat import Clause, Flat, flat
from guiju.core.compare.documents.references import Cited, cited, number_of
from guiju.core.compare.documents.splits import Groups
from guiju.core.compare.documents.technical import technical_differences
from guiju.core.compare.documents.translated import match_translated
from guiju.core.documents.model import Document
from guiju.core.numbers import Number, find, work_key


@cache
def rules() -> dict[str, Any]:
    """`rulebook/drafting/adoption.yaml`."""
    table: dict[str, Any] = read_table("adoption.yaml", "drafting")
    return table


def adoption(national: Document, international: Document, declared: str = "") -> AdoptionReport:
    """Structure, content and references compared; `declared` is IDT, MOD or NEQ, else the cover's."""
    declared = declared or next((degree for _, degree in national.meta.adopts), "")
    translated = national.meta.language[:2] != international.meta.language[:2]
    if translated:
        own, other = flat(international), flat(national)
        found = Aligned(own, other, match_translated(own, other), Groups())
    else:
        found = align(international, national)
    structural = tuple(_structural(found))
    technical = technical_differences(found, translated=translated, rules=rules())
    references = tuple(_references(found.a, found.b))
    share = _adopted(found)
    judged = verdicts(
        structural, technical, references, share, rules(), explained=_explained(found.b)
    )
    return AdoptionReport(
        declared=declared,
        found=closest(judged),
        translated=translated,
        adopted=share,
        structural=structural,
        numbers=tuple(_numbers(found)),
        technical=technical,
        references=references,
        verdicts=judged,
    )


def is_compared(side: Flat, clause: Clause) -> bool:
    """Whether the clause's chapter counts: no foreword, and no national annex."""
    top = clause
    while top.parent >= 0:
        top = side.clauses[top.parent]
    if top.kind == "annex" and top.label in rules()["national_annexes"]:
        return False
    return top.kind not in rules()["not_compared"] and clause.address != "footnotes"


def _explained(national: Flat) -> bool:
    """Whether the national standard speaks of its differences, in a foreword or an annex."""
    said = "".join(one.text for one in national.clauses).lower()
    return any(word in said for word in rules()["explained"])


def _compared(side: Flat) -> list[Clause]:
    return [one for one in side.clauses if is_compared(side, one)]


def _adopted(found: Aligned) -> float:
    own = _compared(found.a)
    kept = [one for one in own if one.at in found.matching.to_b or one.at in found.groups.in_a]
    return round(len(kept) / len(own), 3) if own else 0.0


def _structural(found: Aligned) -> list[StructuralDifference]:
    to_b, to_a, groups = found.matching.to_b, found.matching.to_a, found.groups
    moved = moved_clauses(found)
    answer = []
    for one in _compared(found.a):
        if one.at in groups.splits:
            answer.append(_difference(found, "split", groups.splits[one.at], [one.at]))
        elif one.at not in to_b and one.at not in groups.in_a:
            answer.append(_difference(found, "removed", [], [one.at]))
        elif one.at in to_b and one.at not in groups.in_a:
            kind = _kind(one, found.b.clauses[to_b[one.at]], moved)
            if kind:
                answer.append(_difference(found, kind, [to_b[one.at]], [one.at]))
    for one in _compared(found.b):
        if one.at in groups.mergers:
            answer.append(_difference(found, "merged", [one.at], groups.mergers[one.at]))
        elif one.at not in to_a and one.at not in groups.in_b:
            answer.append(_difference(found, "added", [one.at], []))
    return answer


def _kind(own: Clause, other: Clause, moved: set[int]) -> StructureKind | None:
    if own.at in moved:
        return "moved"
    if own.nature != other.nature and own.nature and other.nature:
        return "nature"
    return "renumbered" if own.label != other.label else None


def _difference(
    found: Aligned, kind: StructureKind, national: list[int], international: list[int]
) -> StructuralDifference:
    ours = [found.b.clauses[at] for at in national]
    theirs = [found.a.clauses[at] for at in international]
    return StructuralDifference(
        kind=kind,
        national=tuple(one.address for one in ours),
        international=tuple(one.address for one in theirs),
        title=(ours or theirs)[0].title,
    )


def _numbers(found: Aligned) -> list[NumberRow]:
    """结构编号对照: the rows that differ, in the order of the national standard, what is missing last."""
    to_a, groups = found.matching.to_a, found.groups
    whole_of = {part: whole for whole, parts in groups.splits.items() for part in parts}
    rows = []
    for one in _compared(found.b):
        theirs = groups.mergers.get(one.at) or [
            at for at in [whole_of.get(one.at, to_a.get(one.at, -1))] if at >= 0
        ]
        label = "、".join(found.a.clauses[at].label for at in theirs)
        if label != one.label:
            rows.append(NumberRow(national=one.label, international=label))
    gone = [
        one.label
        for one in _compared(found.a)
        if one.at not in found.matching.to_b and one.at not in groups.in_a
    ]
    return rows + [NumberRow(national="", international=label) for label in gone if label]


def _references(theirs: Flat, ours: Flat) -> list[ReplacedReference]:
    rest = [one for one in cited(theirs) if one.normative]
    answer = []
    for one in cited(ours):
        if not one.normative:
            continue
        adopted = _adopts(one)
        works = {one.work, *(work_key(number) for number, _ in adopted)}
        its = next((its for its in rest if its.work in works), None)
        degree = next((degree for number, degree in adopted if degree), "")
        if its is None:
            answer.append(
                ReplacedReference(
                    kind="added", national=number_of(one), international="", degree=degree
                )
            )
            continue
        rest.remove(its)
        answer.append(_replaced(one, its, degree))
    gone = [
        ReplacedReference(kind="removed", national="", international=number_of(one)) for one in rest
    ]
    return answer + gone


def _replaced(ours: Cited, theirs: Cited, degree: str) -> ReplacedReference:
    same = ours.work == theirs.work
    year = number_of(ours) == number_of(theirs)
    return ReplacedReference(
        kind=("kept" if year else "redated") if same else "replaced",
        national=number_of(ours), international=number_of(theirs), degree=degree,
    )  # fmt: skip


def _adopts(one: Cited) -> list[tuple[Number, str]]:
    """What the entry says that it adopts: （ISO 6508-1:2016，MOD）, or a double number."""
    text = one.reference.text.content
    answer = []
    for found in find(text):
        answer += [(number, "IDT") for number in found.number.adopts]
        after = text[found.end : found.end + 8].lstrip(" ，,")
        degree = next((word for word in rules()["degrees"] if after.startswith(word)), "")
        if degree:
            answer.append((found.number, degree))
    return answer
