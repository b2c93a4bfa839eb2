"""How long a lock-out lasts."""

from datetime import datetime, timedelta

from axes.models import AccessAttempt
from django.db.models import Max
from django.utils import timezone

from guiju.apps.accounts.passwords import lockout_time


def locked_until(username: str, address: str | None) -> datetime:
    """The end of the lock-out of a name at an address, counted from its last counted failure."""
    attempts = AccessAttempt.objects.filter(username=username, ip_address=address)
    last = attempts.aggregate(last=Max("attempt_time"))["last"] or timezone.now()
    return last + lockout_time()


def minutes_until(end: datetime) -> int:
    """Whole minutes from now, rounded up, at least one."""
    left = end - timezone.now()
    return max(1, -(-left // timedelta(minutes=1)))
