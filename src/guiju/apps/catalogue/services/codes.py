"""Tables of codes and committees from files (分类表、委员会名录)."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db import transaction

from guiju.apps.catalogue.models import (
    ClassCode,
    Committee,
    EditionCode,
    EditionCommittee,
    IndexTask,
)
from guiju.apps.catalogue.rules import IMPORT_RECORDS
from guiju.apps.catalogue.services.details import committees_of
from guiju.apps.catalogue.services.taking import wait_for_records
from guiju.apps.journal.services import record as journal
from guiju.core.codes.classes import ClassCode as Code
from guiju.core.records.identity import identity
from guiju.core.records.readers.iso_lists import Committee as Listed
from guiju.web.viewer import Viewer


@dataclass(slots=True)
class Loaded:
    """How many rows were new, changed, and as they stood."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    keys: list[str] = field(default_factory=list)


def load_codes(*, rows: Iterable[Code], by: Viewer) -> Loaded:
    """Names of classification codes. A name that a row leaves out stays as it was."""
    IMPORT_RECORDS.check(by)
    with transaction.atomic():
        wait_for_records()
        stored = {(one.scheme, one.code): one for one in ClassCode.objects.all()}
        done = Loaded()
        for row in rows:
            known = stored.get((row.scheme, row.code)) or ClassCode(
                scheme=row.scheme, code=row.code
            )
            before = _values(known)
            known.parent = row.parent or known.parent
            known.name_zh, known.name_en = (
                row.name_zh or known.name_zh,
                row.name_en or known.name_en,
            )
            known.notes = "\n".join(row.notes) or known.notes
            stored[row.scheme, row.code] = known
            if known.pk is None:
                done.new += 1
            elif before == _values(known):
                done.unchanged += 1
                continue
            else:
                done.changed += 1
            known.save()
            done.keys.append(row.code)
        if done.keys:
            _tell(by, "catalogue.import_codes", done)
            _reindex(EditionCode.objects.filter(code__in=done.keys))
        return done


def load_committees(*, rows: Iterable[Listed], by: Viewer) -> Loaded:
    """Names of committees."""
    IMPORT_RECORDS.check(by)
    with transaction.atomic():
        wait_for_records()
        listed = {identity(row.number).key[:80]: row for row in rows}
        before = set(Committee.objects.filter(key__in=listed).values_list("key", flat=True))
        done = Loaded()
        for key, one in committees_of(listed).items():
            row = listed.get(key)
            if row is None:
                continue
            zh, en = row.titles.get("zh", one.name_zh), row.titles.get("en", one.name_en)
            if (zh, en) == (one.name_zh, one.name_en) and key in before:
                done.unchanged += 1
                continue
            one.name_zh, one.name_en = zh[:200], en[:300]
            one.save(update_fields=["name_zh", "name_en"])
            done.keys.append(key)
            if key in before:
                done.changed += 1
            else:
                done.new += 1
        if done.keys:
            _tell(by, "catalogue.import_committees", done)
            _reindex(EditionCommittee.objects.filter(committee__key__in=done.keys))
        return done


def _tell(by: Viewer, action: str, done: Loaded) -> None:
    journal(
        by=by,
        action=action,
        subject="catalogue.classcode:all",
        after={"keys": done.keys},
        details={"new": done.new, "changed": done.changed, "unchanged": done.unchanged},
    )


def _reindex(rows: object) -> None:
    """Names are searched with the editions that stand under them."""
    pks = rows.values_list("edition", flat=True).distinct()  # type: ignore[attr-defined]
    IndexTask.objects.bulk_create([IndexTask(edition=pk) for pk in pks], batch_size=2_000)


def _values(row: ClassCode) -> tuple[str, ...]:
    return row.parent, row.name_zh, row.name_en, row.notes
