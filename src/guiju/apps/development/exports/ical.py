"""Calendars as files that a calendar program subscribes to (日历订阅)."""

from collections.abc import Iterable
from dataclasses import replace

from django.conf import settings
from django.http import HttpResponse

from guiju.core.calendars.ical import MIME, DayEvent, ical

FRESH = 900  # seconds for which a program need not ask again


def calendar_answer(name: str, events: Iterable[DayEvent], page: str, *, who: str) -> HttpResponse:
    """The calendar; `page` is where its events are shown. A secret one is for nobody's cache."""
    url = f"{settings.SITE_URL}{page}"
    answer = HttpResponse(ical(name, (replace(one, url=url) for one in events)), content_type=MIME)
    answer.headers["Cache-Control"] = f"{who}, max-age={FRESH}"
    if who == "private":
        answer.headers["X-Robots-Tag"] = "noindex, nofollow"
        answer.headers["Referrer-Policy"] = "no-referrer"
    return answer
