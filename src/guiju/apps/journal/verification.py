"""The chain's state for the public page and the API: read anew at most once a minute."""

import threading
from dataclasses import replace
from datetime import datetime
from typing import NamedTuple

from django.core.cache import cache
from django.utils import timezone

from guiju.apps.journal.selectors import head_number, sm3_of, verify_chain
from guiju.core.seals.chain import Mark, Verdict, cut_off, rewritten

KEY = "journal-verdict"
KEPT_SECONDS = 60
_one_at_a_time = threading.Lock()


class Verified(NamedTuple):
    """What was found, and when."""

    verdict: Verdict
    at: datetime


def latest(mark: Mark | None = None) -> Verified:
    """The verdict on the whole chain, at most a minute old.

    Reading it costs seconds where there are many events, and anybody may ask: those who ask
    at once wait for one reading. `mark` is a point of the chain that was noted outside; the
    chain is read anew only if it has grown to the mark since.
    """
    with _one_at_a_time:
        known: Verified | None = cache.get(KEY)
        if known is None or (mark is not None and _grown_to(mark, known.verdict)):
            known = Verified(verify_chain(), timezone.now())
            cache.set(KEY, known, KEPT_SECONDS)
    if mark is None or known.verdict.fault is not None:
        return known
    return known._replace(verdict=_with_mark(known.verdict, mark))


def _grown_to(mark: Mark, verdict: Verdict) -> bool:
    return verdict.fault is None and verdict.count < mark.number <= head_number()


def _with_mark(verdict: Verdict, mark: Mark) -> Verdict:
    """The chain is whole, so each entry's stated digest is its true one."""
    if mark.number > verdict.count:
        return replace(verdict, fault=cut_off(mark, verdict.count))
    if mark.number < 1 or sm3_of(mark.number) == mark.sm3:
        return verdict
    return replace(verdict, fault=rewritten(mark))
