"""The secret address of a calendar (日历地址): made, renewed, revoked."""

import secrets

from django.db import transaction
from django.utils import timezone

from guiju.apps.accounts.models import User
from guiju.apps.development.models import CalendarFeed
from guiju.apps.journal.services import record
from guiju.web.access import SIGNED_IN
from guiju.web.viewer import Viewer


def renew_calendar(*, by: Viewer) -> CalendarFeed:
    """A new address for the viewer's own calendar; an older one works no more, at once."""
    SIGNED_IN.check(by)
    with transaction.atomic():
        feed, _ = CalendarFeed.objects.update_or_create(
            user=User.objects.get(pk=by.user or 0),
            defaults={"token": secrets.token_urlsafe(32), "created": timezone.now()},
        )
        record(by=by, action="development.renew_calendar", subject=f"accounts.user:{by.user}")
    return feed


def revoke_calendar(*, by: Viewer) -> None:
    """The viewer's calendar can no longer be read from outside."""
    SIGNED_IN.check(by)
    with transaction.atomic():
        CalendarFeed.objects.filter(user=by.user).delete()
        record(by=by, action="development.revoke_calendar", subject=f"accounts.user:{by.user}")
