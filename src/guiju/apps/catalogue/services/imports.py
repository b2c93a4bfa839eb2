"""Reading files into the catalogue (导入): streaming, in steps that are whole, stopped and resumed."""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from django.db import transaction
from django.utils import timezone

from guiju.apps.catalogue.models import Import, RefusedRecord, Source
from guiju.apps.catalogue.rules import IMPORT_RECORDS
from guiju.apps.catalogue.services.taking import STEP, take
from guiju.core.errors import GuijuError, StateError
from guiju.core.records.model import Record
from guiju.core.records.readers import Refused
from guiju.web.clashes import one_at_a_time
from guiju.web.viewer import Viewer

DATED_FORMATS = {"sports", "guiju"}  # these say themselves of which day they speak

Progress = Callable[[Import], bool]
"""Told after each step; False stops the import there, and it can be resumed."""


class TakenOverError(StateError):
    """Another process took the step meanwhile (导入由另一进程执行)."""

    code = "import_taken_over"
    zh = "另一个进程正在导入“{subject}”，这里已停下，没有重复计数。"
    en = "Another process is importing “{subject}”; this one has stopped, and nothing counts twice."


@transaction.atomic
def open_import(
    *,
    source: Source,
    file_name: str,
    digest: str,
    format: str,
    mapping: dict[str, str],
    as_of: str,
    by: Viewer,
) -> Import:
    """A new import of a file, or the one of the same file that was stopped, to be resumed.

    A file speaks of the day that is given, else of the day on which it first came: the same
    file says the same again.
    """
    IMPORT_RECORDS.check(by)
    one_at_a_time(f"catalogue.open_import:{digest}")
    earlier = Import.objects.filter(source=source, digest=digest, stored="").order_by("pk")
    first_day = earlier.values_list("as_of", flat=True).first()
    day = as_of or first_day or ("" if format in DATED_FORMATS else by.today.isoformat())
    open_states = (Import.State.WAITING, Import.State.RUNNING, Import.State.STOPPED)
    same = earlier.filter(mapping=mapping, as_of=day, state__in=open_states).first()
    return same or Import.objects.create(
        source=source,
        file_name=file_name[:200],
        digest=digest,
        format=format,
        mapping=mapping,
        as_of=day,
        by_id=by.user,
    )


def run_import(
    *,
    run: Import,
    records: Iterable[Record | Refused],
    by: Viewer,
    progress: Progress = lambda run: True,
) -> Import:
    """Take the records after `run.position`. A step and its place in the file are one act."""
    IMPORT_RECORDS.check(by)
    if run.state != Import.State.RUNNING:
        run.state = Import.State.RUNNING
        run.finished = None
        run.save(update_fields=["state", "finished"])
    try:
        for step in _steps(records):
            with transaction.atomic():
                _take_step(run, step, by)
            if not progress(run):
                return _close(run, Import.State.STOPPED)
    except TakenOverError:
        raise  # it goes on under the other process, which ends it
    except GuijuError as error:
        run.message_zh, run.message_en = error.sentence
        _close(run, Import.State.FAILED)
        raise
    except BaseException:  # a keyboard interrupt too: the steps so far stand
        _close(run, Import.State.STOPPED)
        raise
    return _close(run, Import.State.DONE)


def _steps(records: Iterable[Record | Refused]) -> Iterator[list[Record | Refused]]:
    stream = iter(records)
    while step := list(islice(stream, STEP)):
        yield step


def _take_step(run: Import, step: list[Record | Refused], by: Viewer) -> None:
    after = run.position + len(step)
    if not Import.objects.filter(pk=run.pk, position=run.position).update(position=after):
        raise TakenOverError(run.file_name)
    refused = [one for one in step if isinstance(one, Refused)]
    records = [one for one in step if isinstance(one, Record)]
    taken = take(records=records, source=run.source, run=run, by=by)
    RefusedRecord.objects.bulk_create(
        RefusedRecord(
            run=run,
            position=one.position,
            excerpt=one.excerpt[:400],
            reason_zh=one.reason.zh,
            reason_en=one.reason.en,
        )
        for one in refused
    )
    for name, number in {**taken.counts, "refused": len(refused)}.items():
        run.counts[name] = run.counts.get(name, 0) + number
    run.position = after
    run.save(update_fields=["counts"])


def _close(run: Import, state: str) -> Import:
    """End it; whoever asked meanwhile to stop or to resume it has said so in its state already."""
    run.state = state
    run.finished = timezone.now()
    values = {"finished": run.finished, "message_zh": run.message_zh, "message_en": run.message_en}
    rows = Import.objects.filter(pk=run.pk, state=Import.State.RUNNING)
    if not rows.update(state=state, **values):
        run.refresh_from_db()
    return run
