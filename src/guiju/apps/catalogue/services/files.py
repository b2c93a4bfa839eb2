"""Files into the catalogue (文件导入): whose a file is, and the way of each format."""

from collections.abc import Iterator
from hashlib import file_digest
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils import timezone

from guiju.apps.catalogue.models import Import, RefusedRecord
from guiju.apps.catalogue.rules import IMPORT_RECORDS
from guiju.apps.catalogue.selectors.file_formats import (
    format_of,
    is_of_codes,
    proposed_mapping,
    rows_of_codes,
)
from guiju.apps.catalogue.services.codes import Loaded, load_codes, load_committees
from guiju.apps.catalogue.services.imports import Progress, TakenOverError, open_import, run_import
from guiju.apps.catalogue.services.sources import slug_for, source_of
from guiju.core.codes.readers import RefusedRow
from guiju.core.records.readers import Refused
from guiju.core.records.readers.base import Source
from guiju.core.records.readers.formats import read
from guiju.web.viewer import Viewer


def import_file(
    *,
    path: Path,
    by: Viewer,
    slug: str | None = None,
    mapping: dict[str, str] | None = None,
    as_of: str = "",
    progress: Progress = lambda run: True,
) -> Import:
    """Take a file in. The day that it speaks of is the one given, or the first on which it came."""
    IMPORT_RECORDS.check(by)
    form = format_of(path)
    run = open_import(
        source=source_of(slug or slug_for(form, path.stem)),
        file_name=path.name,
        digest=digest_of(path),
        format=form,
        mapping=mapping if mapping is not None else proposed_mapping(path, form),
        as_of=as_of,
        by=by,
    )
    return run_file(run=run, source=path, by=by, progress=progress)


def run_file(
    *, run: Import, source: Source, by: Viewer, progress: Progress = lambda run: True
) -> Import:
    """Read the file of an import, from where it stopped."""
    if is_of_codes(run.format):
        return _run_codes(run, source, by)
    records = read(source, run.format, mapping=run.mapping, as_of=run.as_of, skip=run.position)
    return run_import(run=run, records=records, by=by, progress=progress)


def digest_of(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def _run_codes(run: Import, source: Source, by: Viewer) -> Import:
    """A table of codes goes in whole: names, refusals and the end of the import are one act."""
    refused: list[RefusedRow | Refused] = []

    def accepted() -> Iterator[Any]:
        for row in rows_of_codes(source, run.format):
            if isinstance(row, RefusedRow | Refused):
                refused.append(row)
            else:
                yield row

    with transaction.atomic():
        left = Import.objects.filter(pk=run.pk).exclude(state=Import.State.DONE)
        if not left.update(state=Import.State.RUNNING):
            raise TakenOverError(run.file_name)
        load = load_committees if run.format == "iso_committees" else load_codes
        done: Loaded = load(rows=accepted(), by=by)
        return _finished(run, done, refused)


def _finished(run: Import, done: Loaded, refused: list[RefusedRow | Refused]) -> Import:
    RefusedRecord.objects.bulk_create(
        RefusedRecord(
            run=run,
            position=one.position if isinstance(one, Refused) else one.line,
            excerpt=(one.excerpt if isinstance(one, Refused) else one.text)[:400],
            reason_zh=one.reason.zh,
            reason_en=one.reason.en,
        )
        for one in refused
    )
    run.counts = {
        "new": done.new,
        "changed": done.changed,
        "unchanged": done.unchanged,
        "refused": len(refused),
    }
    run.position = done.new + done.changed + done.unchanged + len(refused)
    run.state = Import.State.DONE
    run.finished = timezone.now()
    run.save()
    return run
