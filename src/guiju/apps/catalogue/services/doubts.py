"""What cannot be right (疑点): arrows kept out of the graph, findings, conflicts of state."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from django.db.models import Q

from guiju.apps.catalogue.models import (
    Conflict,
    Edition,
    Finding,
    Relation,
    Source,
    Statement,
)
from guiju.apps.catalogue.selectors.standard.around import OWN_SOURCE
from guiju.apps.catalogue.services.bulk import Row, insert, update
from guiju.core.errors import Bilingual
from guiju.core.records.deduction import Deduction
from guiju.core.records.facts import Facts
from guiju.core.records.finding import Finding as Found
from guiju.core.records.findings import (
    circle_finding,
    claim_findings,
    date_findings,
    relation_fault,
)
from guiju.core.records.graph import edges_in_circles
from guiju.core.records.model import Record
from guiju.core.records.model import Relation as Arrow
from guiju.core.records.readers.own import from_line


class Said(NamedTuple):
    """A finding's code and sentence: the same one is written once."""

    code: str
    sentence: Bilingual


Names = Mapping[str, Bilingual]
Lives = Mapping[int, tuple[Facts, Deduction]]
CIRCLE = "circle"
STATE = "state"
_DEEPEST = 50  # chains of replacement are short: what is longer is a circle
_CLAIM = "claim_against_dates"
_NO_FAULT = ("", Relation.DENIED, Relation.STRUCK)


def keep_out(pks: set[int]) -> set[int]:
    """Keep the circles of replacement around these editions out of the graph, and only those.

    The editions at the ends of the arrows that were taken out or put back.
    """
    arrows = _arrows_around(pks)
    wrong = edges_in_circles((one.subject_id or 0, one.target_id or 0) for one in arrows)
    moved = []
    for one in arrows:
        kept = CIRCLE if (one.subject_id, one.target_id) in wrong else ""
        if one.kept_out != kept:
            one.kept_out = kept
            moved.append(one)
    update(Relation, ["kept_out"], ((one.kept_out, one.pk) for one in moved))
    return {pk for one in moved for pk in (one.subject_id, one.target_id) if pk is not None}


def _arrows_around(pks: set[int]) -> list[Relation]:
    """Every arrow of replacement that can be reached: forwards, and back along old circles."""
    replacing = Relation.objects.filter(
        type="replaces", subject__isnull=False, target__isnull=False, kept_out__in=("", CIRCLE)
    ).only("subject", "target", "kept_out")
    found: dict[int, Relation] = {}
    front, seen = set(pks), set(pks)
    for _ in range(_DEEPEST):
        reached = replacing.filter(Q(subject__in=front) | Q(target__in=front, kept_out=CIRCLE))
        new = [one for one in reached if one.pk not in found]
        found |= {one.pk: one for one in new}
        front = {pk for one in new for pk in (one.subject_id, one.target_id) if pk} - seen
        seen |= front
        if not front:
            break
    return list(found.values())


def write_doubts(rows: Iterable[Edition], lives: Lives) -> None:
    """The findings of these editions, and the claims that cannot be true, in place of the old."""
    editions, names = list(rows), _names_of_sources()
    pks = [one.pk for one in editions]
    Finding.objects.filter(edition__in=pks).delete()
    Conflict.objects.filter(edition__in=pks, field=STATE).delete()
    insert(
        Finding,
        ("edition", "code", "sentence_zh", "sentence_en"),
        (
            (pk, found.code, found.sentence.zh, found.sentence.en)
            for pk, found in dict.fromkeys([*_of_dates(editions, lives), *_of_arrows(pks)])
        ),
    )
    decided = _decided(one.pk for one in editions if _contested(lives[one.pk]))
    insert(
        Conflict,
        ("edition", "field", "values", "reason_zh", "reason_en", "settled"),
        (
            (*row, one.pk in decided)
            for one in editions
            for row in _of_state(one, *lives[one.pk], names)
        ),
    )


def _said(found: Found) -> Said:
    return Said(found.code, found.sentence)


def _of_dates(editions: Iterable[Edition], lives: Lives) -> Iterator[tuple[int, Said]]:
    for one in editions:
        record = Record(
            number=one.key,
            issued=one.issued,
            effective=one.effective,
            withdrawn=one.facts.get("withdrawn", ""),
            extra={"unread": one.facts.get("unread", {})},
        )
        claimed = claim_findings(life[0]) if _contested(life := lives[one.pk]) else ()
        for found in (*date_findings(record), *claimed):
            if found.code != _CLAIM:
                yield one.pk, _said(found)


def _of_arrows(pks: list[int]) -> Iterator[tuple[int, Said]]:
    arrows = Relation.objects.filter(statement__edition__in=pks).exclude(kept_out__in=_NO_FAULT)
    for one in arrows.select_related("statement__edition"):
        own = one.statement.edition
        if one.kept_out == CIRCLE:
            found = circle_finding([one.subject_key, one.target_key])
        else:
            inverse = one.target_key == own.key
            said = Arrow(type=one.type, target=one.written, inverse=inverse)
            fault = relation_fault(own.key, said)
            if fault is None:
                continue
            found = fault
        yield own.pk, _said(found)


def _contested(life: tuple[Facts, Deduction]) -> bool:
    return bool(life[1].rejected or life[1].late_ends)


def _of_state(edition: Edition, facts: Facts, life: Deduction, names: Names) -> Iterator[Row]:
    """The claims that cannot be true, each told with the name of its source."""
    if not _contested((facts, life)):
        return
    for found in claim_findings(facts):
        if found.code == _CLAIM:
            values = found.values
            pairs = [
                [values["source"], f"{values['claimed']} {values['as_of']}"],
                ["", values["derived"]],
            ]
            name = names.get(values["source"], Bilingual(values["source"], values["source"]))
            zh = Found(_CLAIM, {**values, "source": name.zh}).sentence.zh
            en = Found(_CLAIM, {**values, "source": name.en}).sentence.en
            yield edition.pk, STATE, pairs, zh, en


def _decided(pks: Iterable[int]) -> set[int]:
    """Those of which the cataloguers say the state, or a day from which it follows."""
    wanted = list(pks)
    if not wanted:
        return set()
    rows = Statement.objects.filter(source__slug=OWN_SOURCE, edition__in=wanted)
    return {
        pk
        for pk, content in rows.values_list("edition", "content")
        if (own := from_line(content)).status or own.issued or own.effective or own.withdrawn
    }


def _names_of_sources() -> Names:
    rows = Source.objects.values_list("slug", "name_zh", "name_en")
    return {slug: Bilingual(zh, en) for slug, zh, en in rows}
