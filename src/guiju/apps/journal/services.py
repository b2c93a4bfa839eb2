"""Writing the journal: the only door."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone

from guiju.apps.journal.models import SEALED, Event, Head
from guiju.core.seals.chain import FIRST, Digests, digest_of, link
from guiju.web.viewer import Viewer


def record(
    *,
    by: Viewer,
    action: str,
    subject: str,
    organisation: int | None = None,
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
    reason: str = "",
    details: Mapping[str, Any] | None = None,
) -> Event:
    """Append one event, in the caller's transaction, and return it.

    `before` and `after` are plain records; only their digests are kept. `details` is kept as
    it is and must hold no personal data. A service calls this exactly once per official act.
    """
    if not transaction.get_connection().in_atomic_block:
        raise transaction.TransactionManagementError("an event belongs to the act's transaction")
    head, _ = Head.objects.select_for_update().get_or_create(
        id=1, defaults={"sm3": FIRST.sm3, "sha256": FIRST.sha256}
    )
    event = Event(
        number=head.number + 1,
        at=timezone.now(),
        actor=by.name or "system",
        organisation=f"accounts.organisation:{organisation}" if organisation else "",
        action=action,
        subject=subject,
        before=digest_of(before) if before is not None else "",
        after=digest_of(after) if after is not None else "",
        reason=reason,
        details=dict(details or {}),
    )
    sealed = link(Digests(head.sm3, head.sha256), {name: getattr(event, name) for name in SEALED})
    event.sm3 = head.sm3 = sealed.sm3
    event.sha256 = head.sha256 = sealed.sha256
    head.number = event.number
    event.save(force_insert=True)
    head.save(force_update=True)
    return event
