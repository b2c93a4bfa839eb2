"""Reading the journal."""

from collections.abc import Iterator

from django.db import connection, transaction
from django.db.models import QuerySet

from guiju.apps.journal.models import Event, Head
from guiju.apps.journal.rules import READ_JOURNAL
from guiju.apps.journal.services import SEALED
from guiju.core.seals.chain import FIRST, Digests, Entry, Verdict, verify
from guiju.web.viewer import Viewer


def events(viewer: Viewer, *, action: str = "", subject: str = "") -> QuerySet[Event]:
    """The events that this viewer may read, newest first."""
    READ_JOURNAL.check(viewer)
    found = Event.objects.order_by("-number")
    if action:
        found = found.filter(action=action)
    return found.filter(subject=subject) if subject else found


def history(viewer: Viewer, *subjects: str) -> QuerySet[Event]:
    """The events about the given subjects, newest first. The caller has shown that it may be seen."""
    return Event.objects.filter(subject__in=subjects).order_by("-number")


def _entries() -> Iterator[Entry]:
    rows = Event.objects.order_by("number").values_list(*SEALED, "sm3", "sha256")
    for *content, sm3, sha256 in rows.iterator(chunk_size=5000):
        yield Entry(content[0], dict(zip(SEALED, content, strict=True)), Digests(sm3, sha256))


def verify_chain() -> Verdict:
    """Read the whole chain in constant memory. The verdict names the first bad entry."""
    with transaction.atomic():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                # One moment is verified: acts that are recorded meanwhile do not disturb.
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        heads = list(Head.objects.all()[:2])
        head = heads[0] if heads else Head(sm3=FIRST.sm3, sha256=FIRST.sha256)
        return verify(_entries(), head_number=head.number, head=Digests(head.sm3, head.sha256))
