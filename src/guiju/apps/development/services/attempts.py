"""Acts that were refused leave a trace too (未获准的办理): who tried what, and why it was not done."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction

from guiju.apps.development.models import Project
from guiju.apps.journal.services import record
from guiju.core.errors import GuijuError, RefusedError
from guiju.core.procedures.engine import NotAllowed
from guiju.web.viewer import Viewer

OURS = "development."


@contextmanager
def attempted(act: str, project: Project | None, by: Viewer, **details: str) -> Iterator[None]:
    """One transaction; if the person or the procedure does not allow it, one event says so.

    `project` is None for one that was only to begin.

    Strangers without an account leave none: they could fill the journal.
    """
    try:
        with transaction.atomic():
            yield
    except (RefusedError, NotAllowed) as error:
        subject = f"development.project:{project.pk}" if project else "development.project"
        _journal(error, subject, by, act=act, **details)
        raise


def journal_refusal(viewer: Viewer, error: RefusedError, path: str) -> None:
    """A page or an operation of ours that was refused before any act began."""
    if error.subject.startswith(OURS):
        _journal(error, path, viewer, act=error.subject.removeprefix(OURS))


def _journal(error: GuijuError, subject: str, by: Viewer, **details: str) -> None:
    if not by.signed_in or getattr(error, "is_journalled", False):
        return
    error.is_journalled = True  # type: ignore[attr-defined]
    with transaction.atomic():
        record(
            by=by,
            action="development.refused",
            subject=subject[:120],
            reason=error.sentence.zh,
            details=details,
        )
