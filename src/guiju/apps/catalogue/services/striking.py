"""Striking relations (撤销关系): cataloguers deny what another source says, and take that back.

The denial is part of our own statement about the document of which the relation is stated, so that
it comes in by the door of all statements; `settling` draws what follows. The source's word stays.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.db import transaction
from django.db.models import Q, QuerySet

from guiju.apps.catalogue.models import Edition, Relation
from guiju.apps.catalogue.rules import EDIT_RECORDS
from guiju.apps.catalogue.selectors.standard.around import OWN_SOURCE
from guiju.apps.catalogue.services.editing import NoReasonError, own_source, own_statement
from guiju.apps.catalogue.services.taking import take, wait_for_records
from guiju.core.errors import StateError
from guiju.core.records.identity import identity
from guiju.core.records.model import Record
from guiju.core.records.model import Relation as Said
from guiju.web.viewer import Viewer

STRIKE, RESTORE = "catalogue.strike_relation", "catalogue.restore_relation"


class NothingToStrikeError(StateError):
    """No other source says so (没有可撤销的关系)."""

    code = "nothing_to_strike"
    zh = "除编目员外，没有来源说与“{subject}”有这一关系，或它已被撤销。编目员自己的著录请直接更正。"
    en = (
        "No source but the cataloguers states this relation to “{subject}”, or it is struck already. "
        "What we say ourselves is to be corrected in our own record."
    )


class NothingToRestoreError(StateError):
    """It is not struck by us (没有可恢复的关系)."""

    code = "nothing_to_restore"
    zh = "与“{subject}”的这一关系没有被编目员撤销，不必恢复。"
    en = "This relation to “{subject}” is not struck by the cataloguers; there is nothing to put back."


@dataclass(frozen=True, slots=True)
class Pointed:
    """A relation as an edition's page shows it: its type, its direction, the number at the other end."""

    edition: Edition
    type: str
    outgoing: bool
    other: str


@transaction.atomic
def strike_relation(*, relation: Pointed, reason: str, by: Viewer) -> Edition:
    """Deny it against all other sources, whatever its extent or degree. One event, action STRIKE."""
    reason = _allowed(reason, by)
    rows = _rows(relation).exclude(kept_out__in=(Relation.DENIED, Relation.STRUCK))
    rows = rows.exclude(statement__source__slug=OWN_SOURCE)
    denials = [
        (home, replace(said, date=by.today.isoformat(), note=reason)) for home, said in _said(rows)
    ]
    if not denials:
        raise NothingToStrikeError(relation.other)
    records: dict[str, Record] = {}
    for home, said in denials:
        own = records.get(home) or own_statement(home).record
        kept = (one for one in own.relations if not (one.denied and _same(one, said)))
        records[home] = replace(own, relations=(*kept, said))
    return _say(relation, records.values(), STRIKE, reason, by)


@transaction.atomic
def restore_relation(*, relation: Pointed, reason: str, by: Viewer) -> Edition:
    """Take our denial back: the other sources' word counts again. One event, action RESTORE."""
    reason = _allowed(reason, by)
    rows = _rows(relation).filter(kept_out=Relation.DENIED, statement__source__slug=OWN_SOURCE)
    records: dict[str, Record] = {}
    for home, said in _said(rows):
        own = records.get(home) or own_statement(home).record
        kept = (one for one in own.relations if not (one.denied and _same(one, said)))
        records[home] = replace(own, relations=tuple(kept))
    if not records:
        raise NothingToRestoreError(relation.other)
    return _say(relation, records.values(), RESTORE, reason, by)


def _allowed(reason: str, by: Viewer) -> str:
    EDIT_RECORDS.check(by)
    if not reason.strip():
        raise NoReasonError()
    wait_for_records()
    return reason.strip()


def _rows(one: Pointed) -> QuerySet[Relation]:
    """The arrows that the page shows as one: dated ones, and those of the number without a year."""
    rows = Relation.objects.filter(type=one.type)
    if one.outgoing:
        newest = Q(target=None, target_work__newest__key=one.other)
        return rows.filter(
            Q(target_key=one.other) | Q(target__key=one.other) | newest, subject=one.edition
        )
    undated = Q(target=None, target_work=one.edition.work_id)
    return rows.filter(Q(target=one.edition) | undated, subject_key=one.other)


def _said(rows: QuerySet[Relation]) -> list[tuple[str, Said]]:
    """Of each arrow the document of which it is stated, and what denies it there."""
    found: dict[tuple[str, Said], None] = {}
    for row in rows.select_related("statement__edition").order_by("pk"):
        home = row.statement.edition.key
        inverse = row.subject_key != home
        target = row.subject_key if inverse else row.target_key
        found[home, Said(type=row.type, target=target, inverse=inverse, denied=True)] = None
    return list(found)


def _same(one: Said, other: Said) -> bool:
    return (one.type, one.inverse, identity(one.target).key) == (
        other.type,
        other.inverse,
        identity(other.target).key,
    )


def _say(
    relation: Pointed, records: Iterable[Record], action: str, reason: str, by: Viewer
) -> Edition:
    take(records=records, source=own_source(), by=by, action=action, reason=reason)
    return relation.edition
