"""The lines of the detail table (明细表): added, changed, removed."""

from django.db import transaction

from guiju.apps.catalogue.models import StandardsSystem, SystemEntry, SystemNode, Work
from guiju.apps.catalogue.selectors.lookup import editions_by_number
from guiju.apps.catalogue.selectors.systems.codes import read_number
from guiju.apps.catalogue.selectors.systems.words import LEVELS
from guiju.apps.catalogue.services.systems.errors import (
    BadLevelError,
    EmptyLineError,
    OtherSystemError,
    TooManyError,
)
from guiju.apps.catalogue.services.systems.writing import (
    MOST_LINES,
    MOST_NODES,
    entry_record,
    line_of,
    locked,
    needs_reason,
    tell,
)
from guiju.core import numbers
from guiju.core.records.identity import identity
from guiju.web.viewer import Viewer


@transaction.atomic
def add_entry(
    *,
    node: SystemNode,
    number: str = "",
    title_zh: str = "",
    title_en: str = "",
    level: str = "",
    remark: str = "",
    place: int | None = None,
    by: Viewer,
) -> SystemEntry:
    """A line of a box, at a place among its lines (1 is the first) or at their end."""
    system = locked(node.system, by)
    _room_for_one_more(system)
    entry = SystemEntry(node=node, order=0)
    fill(entry, meant(number, by), title_zh, title_en, level, remark)
    entry.work = Work.objects.filter(key=identity(entry.number).work).first()
    entry.save()
    _arrange(entry, place)
    tell(
        system,
        "add_entry",
        by=by,
        after=entry_record(entry),
        node=node.code,
        number=entry.number,
    )
    return entry


def _room_for_one_more(system: StandardsSystem) -> None:
    if SystemEntry.objects.filter(node__system=system).count() >= MOST_LINES:
        raise TooManyError(system.slug, most=MOST_NODES, lines=MOST_LINES)


def meant(number: str, by: Viewer) -> str:
    """A sloppy number, put right where the catalogue has one standard only that it can mean."""
    if not number or identity(number).readable:
        return number
    found = editions_by_number(by, number)
    if len({one.work_id for one in found}) != 1:
        return number
    is_dated = len(found) == 1 and numbers.squash(number).endswith(str(found[0].year))
    return found[0].display if is_dated else found[0].work.key


def fill(
    entry: SystemEntry, number: str, title_zh: str, title_en: str, level: str, remark: str
) -> None:
    """Set what a line says; its work is tied by who saves it. Raises InputErrors."""
    entry.number = read_number(line_of(number, 240))
    entry.key = identity(entry.number).key[:220] if entry.number else ""
    entry.title_zh = line_of(title_zh, 300)
    entry.title_en = line_of(title_en, 400)
    entry.remark = line_of(remark, 300)
    if level and level not in LEVELS:
        raise BadLevelError(level[:20])
    entry.level = level
    if not (entry.number or entry.title_zh or entry.title_en):
        raise EmptyLineError


@transaction.atomic
def edit_entry(
    *,
    entry: SystemEntry,
    node: SystemNode,
    number: str,
    title_zh: str,
    title_en: str,
    level: str,
    remark: str,
    place: int | None = None,
    by: Viewer,
) -> SystemEntry:
    """Change a line or move it: to another box, or to another place among the lines."""
    system = locked(entry.node.system, by)
    if node.system_id != system.pk:
        raise OtherSystemError(node.code)
    entry = SystemEntry.objects.get(pk=entry.pk)
    before, was_in = entry_record(entry), entry.node_id
    fill(entry, meant(number, by), title_zh, title_en, level, remark)
    entry.work = Work.objects.filter(key=identity(entry.number).work).first()
    entry.node = node
    entry.save()
    if place is not None or was_in != node.pk:
        _arrange(entry, place)
    after = entry_record(entry)
    if after != before:
        tell(
            system,
            "edit_entry",
            by=by,
            before=before,
            after=after,
            node=node.code,
            number=entry.number,
        )
    return entry


def _arrange(entry: SystemEntry, place: int | None) -> None:
    """Number the lines of the box anew, with this one at its place."""
    rows = SystemEntry.objects.filter(node=entry.node_id).exclude(pk=entry.pk)
    others = list(rows.order_by("order", "pk"))
    at = len(others) if place is None else min(max(place, 1) - 1, len(others))
    others.insert(at, entry)
    moved = []
    for order, one in enumerate(others, start=1):
        if one.order != order:
            one.order = order
            moved.append(one)
    SystemEntry.objects.bulk_update(moved, ("order",), batch_size=500)


@transaction.atomic
def remove_entry(*, entry: SystemEntry, reason: str, by: Viewer) -> None:
    """Take a line out; the journal keeps the digest of what it said."""
    system = locked(entry.node.system, by)
    reason = needs_reason(reason)
    entry = SystemEntry.objects.select_related("node").get(pk=entry.pk)
    before = entry_record(entry)
    entry.delete()
    tell(
        system,
        "remove_entry",
        by=by,
        before=before,
        reason=reason,
        node=entry.node.code,
        number=entry.number,
    )
