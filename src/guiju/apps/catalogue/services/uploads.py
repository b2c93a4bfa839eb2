"""Imports on the web (网上导入): uploaded, looked at, begun; stopped and resumed while they run."""

from hashlib import file_digest, sha256
from pathlib import PurePath
from typing import IO, Any, cast

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone

from guiju.apps.catalogue.models import Import, Source
from guiju.apps.catalogue.rules import IMPORT_RECORDS
from guiju.apps.catalogue.selectors.file_formats import format_of, proposed_mapping
from guiju.apps.catalogue.services.imports import DATED_FORMATS
from guiju.apps.catalogue.services.sources import as_slug, slug_for, source_of
from guiju.apps.journal.services import record as journal
from guiju.core.errors import InputError, StateError
from guiju.core.records.readers.tables import check_mapping
from guiju.web.viewer import Viewer

_State = Import.State


class KnownFileError(InputError):
    """The very same file came before (文件已上传过)."""

    code = "known_file"
    zh = "这个文件与“{subject}”（{day} 上传）完全相同，没有再次保存。如需重新读取，请勾选“再读一次”。"
    en = (
        "This file is the very same as “{subject}”, uploaded on {day}; it was not stored again. "
        "Tick “Read it again” if you want that."
    )

    def __init__(self, earlier: Import) -> None:
        day = timezone.localdate(earlier.started).isoformat()
        super().__init__(earlier.file_name, day=day)
        self.earlier = earlier


class ImportStateError(StateError):
    """The import is past that (导入状态已变)."""

    code = "import_state"
    zh = "导入“{subject}”的状态已经改变，没有执行。请刷新页面后再看。"
    en = "The import “{subject}” has moved on; nothing was done. Reload the page."


def upload_import(
    *,
    file: "UploadedFile[bytes]",
    by: Viewer,
    slug: str = "",
    source_name: str = "",
    as_of: str = "",
    again: bool = False,
) -> Import:
    """Store a file that is to be read in, once it is known what it is. Nothing is read in yet."""
    IMPORT_RECORDS.check(by)
    stream = cast("IO[bytes]", file)
    name = PurePath(file.name or "").name[:200]
    form = format_of(stream)
    mapping = proposed_mapping(stream, form)
    digest = _digest(stream)
    earlier = Import.objects.filter(digest=digest).order_by("-started").first()
    if earlier is not None and not again:
        raise KnownFileError(earlier)
    with transaction.atomic():
        run = Import(
            source=_source(slug, source_name, form, PurePath(name).stem),
            file_name=name,
            digest=digest,
            format=form,
            mapping=mapping,
            as_of=as_of or ("" if form in DATED_FORMATS else by.today.isoformat()),
            state=_State.PREPARED,
            by_id=by.user,
        )
        run.stored.save(f"{digest[:16]}.bin", file, save=False)
        try:
            run.save()
            _journal("upload_import", run, by, after=_facts(run))
        except BaseException:
            run.stored.delete(save=False)
            raise
    return run


def _source(slug: str, name: str, form: str, stem: str) -> Source:
    """The source that was chosen or named; else that of the format, else one named like the file."""
    if slug:
        return source_of(slug)
    if not name and (known := slug_for(form, "")) != slug_for("", ""):
        return source_of(known)
    name = name or stem
    digest = sha256(name.casefold().encode()).hexdigest()
    return source_of(as_slug(name) if name.isascii() else f"named-{digest[:12]}", name)


def begin_import(*, run: Import, mapping: dict[str, str], by: Viewer) -> Import:
    """Let the worker read it in; of a table under the mapping that was confirmed."""
    IMPORT_RECORDS.check(by)
    if run.format == "table":
        check_mapping(mapping, run.file_name)
    return _move(
        "begin_import", run, by, (_State.PREPARED,), _State.WAITING,
        mapping=mapping if run.format == "table" else {}, by_id=by.user,
    )  # fmt: skip


def stop_import(*, run: Import, by: Viewer) -> Import:
    """It ends after the step that runs; what was read in stands."""
    IMPORT_RECORDS.check(by)
    states = (_State.WAITING, _State.RUNNING)
    return _move("stop_import", run, by, states, _State.STOPPED, finished=timezone.now())


def resume_import(*, run: Import, by: Viewer) -> Import:
    """It goes on after the last whole step, under the name of who resumes it."""
    IMPORT_RECORDS.check(by)
    states = (_State.STOPPED, _State.FAILED)
    if not run.stored:
        raise ImportStateError(run.file_name)
    return _move("resume_import", run, by, states, _State.WAITING, by_id=by.user, finished=None)


def discard_import(*, run: Import, by: Viewer) -> None:
    """Take back a file of which nothing was read in."""
    IMPORT_RECORDS.check(by)
    with transaction.atomic():
        gone = Import.objects.select_for_update().filter(pk=run.pk, state=_State.PREPARED).first()
        if gone is None:
            raise ImportStateError(run.file_name)
        _journal("discard_import", gone, by, before=_facts(gone))
        gone.delete()
        transaction.on_commit(lambda: run.stored.storage.delete(str(gone.stored.name)))


def _move(
    act: str, run: Import, by: Viewer, states: tuple[str, ...], to: str, **values: Any
) -> Import:
    """From one of the states to another, if nobody was faster."""
    with transaction.atomic():
        rows = Import.objects.filter(pk=run.pk, state__in=states)
        before = rows.values_list("state", flat=True).first()
        if before is None or not rows.update(state=to, **values):
            raise ImportStateError(run.file_name)
        _journal(act, run, by, before={"state": before}, after={"state": to})
    run.refresh_from_db()
    return run


def _digest(stream: IO[bytes]) -> str:
    stream.seek(0)
    found = file_digest(cast("Any", stream), "sha256").hexdigest()
    stream.seek(0)
    return found


def _facts(run: Import) -> dict[str, Any]:
    return {
        "file": run.file_name,
        "digest": run.digest,
        "format": run.format,
        "source": run.source.slug,
        "as_of": run.as_of,
    }


def _journal(
    act: str,
    run: Import,
    by: Viewer,
    before: dict[str, Any] | None = None,
    after: dict[str, Any] | None = None,
) -> None:
    journal(
        by=by,
        action=f"catalogue.{act}",
        subject=f"catalogue.import:{run.pk}",
        before=before,
        after=after,
    )
