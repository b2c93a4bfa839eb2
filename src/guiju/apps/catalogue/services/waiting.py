"""Imports that wait for the worker (待执行的导入): it runs them under the name of who began them."""

import logging
from collections.abc import Callable

from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet
from django.utils import timezone

from guiju.apps.accounts.selectors.viewers import viewer_of_user
from guiju.apps.catalogue.models import Import
from guiju.apps.catalogue.services.files import run_file
from guiju.core.errors import Bilingual, GuijuError

_log = logging.getLogger(__name__)
_State = Import.State
BROKEN = Bilingual(
    "处理时系统内部出错，已停在上一个完整的步骤；可以继续，若再次停在此处，请联系系统管理员。",
    "Something went wrong inside; it stopped after the last whole step. Resume it; if it stops here "
    "again, tell the system administrator.",
)


def run_waiting(
    *, after_step: Callable[[], object] = lambda: None, stop: Callable[[], bool] = lambda: False
) -> int:
    """Run what waits, one after the other. What is not ended when `stop` says so waits again."""
    done = 0
    while not stop() and (run := _next()):
        _run(run, after_step, stop)
        done += 1
    return done


def take_up_again() -> None:
    """Imports that nobody runs any more wait again. Only the one worker calls it, between imports.

    It was killed, or could not say how one ended since the database was gone.
    """
    left = _uploaded().filter(state=_State.RUNNING)
    if left.exists():
        left.update(state=_State.WAITING)


def _uploaded() -> QuerySet[Import]:
    return Import.objects.exclude(stored="")


def _next() -> Import | None:
    """The next to run, which nobody else runs then."""
    for run in (
        _uploaded().filter(state=_State.WAITING).select_related("by", "source").order_by("pk")
    ):
        taken = Import.objects.filter(pk=run.pk, state=_State.WAITING)
        if taken.update(state=_State.RUNNING, message_zh="", message_en="", finished=None):
            run.state, run.message_zh, run.message_en = _State.RUNNING, "", ""
            return run
    return None


def _run(run: Import, after_step: Callable[[], object], stop: Callable[[], bool]) -> None:
    def goes_on(run: Import) -> bool:
        after_step()
        rows = Import.objects.filter(pk=run.pk, state=_State.RUNNING)
        if stop():
            rows.update(state=_State.WAITING)
            return False
        return rows.exists()  # has nobody stopped it meanwhile?

    try:
        by = viewer_of_user(run.by or AnonymousUser(), timezone.localdate())
        with run.stored.open("rb") as file:
            run_file(run=run, source=file, by=by, progress=goes_on)
    except GuijuError as error:
        _end(run, _State.FAILED, error.sentence)
    except Exception:
        _log.exception("import %s", run.pk)
        _end(run, _State.STOPPED, BROKEN)


def _end(run: Import, state: str, sentence: Bilingual) -> None:
    Import.objects.filter(pk=run.pk).update(
        state=state, message_zh=sentence.zh, message_en=sentence.en, finished=timezone.now()
    )
