"""Reading the journal."""

from collections.abc import Iterator
from dataclasses import replace

from django.db.models import QuerySet, Subquery
from django.db.models.functions import Coalesce

from guiju.apps.journal.models import SEALED, Event, Head
from guiju.apps.journal.rules import READ_JOURNAL
from guiju.core.errors import Bilingual
from guiju.core.seals.chain import FIRST, Digests, Entry, Fault, Mark, Verdict, verify
from guiju.web.viewer import Viewer

BEYOND_HEAD = Bilingual(
    "链尾之后还有记录：它们没有经过正常登记，或链尾被移动。",
    "There are entries after the head: they were not recorded in the regular way, or the head was moved.",
)


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


def _entries(head: Head) -> Iterator[Entry]:
    rows = Event.objects.filter(number__lte=head.number).order_by("number")
    for *content, sm3, sha256 in rows.values_list(*SEALED, "sm3", "sha256").iterator(5000):
        yield Entry(content[0], dict(zip(SEALED, content, strict=True)), Digests(sm3, sha256))


def _first_beyond_head() -> int | None:
    """The first event after the head, asked in one statement: acts recorded meanwhile are none."""
    end = Coalesce(Subquery(Head.objects.values("number")[:1]), 0)
    beyond = Event.objects.filter(number__gt=end).order_by("number")
    return beyond.values_list("number", flat=True).first()


def head_number() -> int:
    """The number of the last event."""
    return Head.objects.values_list("number", flat=True).first() or 0


def sm3_of(number: int) -> str | None:
    """The SM3 that an event states."""
    return Event.objects.filter(number=number).values_list("sm3", flat=True).first()


def verify_chain(mark: Mark | None = None) -> Verdict:
    """Read the whole chain in constant memory. The verdict names the first bad entry.

    It reads up to the head as it stands at the beginning, and holds nobody up. `mark` is a point
    of the chain that was noted outside and must still be there.
    """
    head = Head.objects.first() or Head(sm3=FIRST.sm3, sha256=FIRST.sha256)
    stated = Digests(head.sm3, head.sha256)
    verdict = verify(_entries(head), head_number=head.number, head=stated, mark=mark)
    if verdict.fault is None and (number := _first_beyond_head()) is not None:
        return replace(verdict, fault=Fault(number, BEYOND_HEAD))
    return verdict
