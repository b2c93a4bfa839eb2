"""The chain's state for the public page and the API: read anew at most once a minute."""

import threading
from datetime import datetime
from typing import NamedTuple

from django.core.cache import cache
from django.utils import timezone

from guiju.apps.journal.selectors import verify_chain
from guiju.core.seals.chain import Verdict

KEY = "journal-verdict"
KEPT_SECONDS = 60
_one_at_a_time = threading.Lock()


class Verified(NamedTuple):
    """What was found, and when."""

    verdict: Verdict
    at: datetime


def latest() -> Verified:
    """The verdict on the whole chain, at most a minute old.

    Reading it costs seconds where there are many events, and anybody may ask: those who ask
    at once wait for one reading.
    """
    with _one_at_a_time:
        known: Verified | None = cache.get(KEY)
        if known is None:
            known = Verified(verify_chain(), timezone.now())
            cache.set(KEY, known, KEPT_SECONDS)
        return known
