"""iCalendar text (日历文件, RFC 5545): all-day events with stable names, folded and escaped."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

MIME = "text/calendar; charset=utf-8"
_LONGEST = 75  # octets of a line, its end not counted
_PRODUCT = "-//Guiju//Guiju//ZH"


@dataclass(frozen=True, slots=True)
class DayEvent:
    """Something on a day (全天事件). `uid` stays the same when the day moves; `changed` tells which is newer."""

    uid: str
    day: date
    title: str
    changed: datetime
    text: str = ""
    url: str = ""
    category: str = ""


def ical(name: str, events: Iterable[DayEvent]) -> bytes:
    """A calendar of that name. It is read, never answered: it has no method and no attendees."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:{_PRODUCT}",
        "CALSCALE:GREGORIAN",
        f"X-WR-CALNAME:{escaped(name)}",
        *(line for one in events for line in _event(one)),
        "END:VCALENDAR",
    ]
    return b"".join(part + b"\r\n" for line in lines for part in folded(line))


def escaped(text: str) -> str:
    """The value of a text property."""
    plain = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    plain = plain.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\\n")
    return "".join(sign for sign in plain if sign >= " " and sign != "\x7f")


def folded(line: str) -> Iterator[bytes]:
    """The line in parts of at most 75 octets, cut between characters; later parts begin with a space."""
    part = b""
    for sign in line:
        octets = sign.encode()
        if len(part) + len(octets) > _LONGEST:
            yield part
            part = b" "
        part += octets
    yield part


def _event(one: DayEvent) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{escaped(one.uid)}"
    yield f"DTSTAMP:{one.changed.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield f"DTSTART;VALUE=DATE:{one.day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{one.day + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{escaped(one.title)}"
    if one.text:
        yield f"DESCRIPTION:{escaped(one.text)}"
    if one.category:
        yield f"CATEGORIES:{escaped(one.category)}"
    if one.url:
        yield f"URL:{one.url}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"
