"""A strict reading of calendars: it refuses what RFC 5545 does not allow."""

import re

_ESCAPE = re.compile(r"\\(.)", re.S)
_MEANS = {"n": "\n", "N": "\n", ",": ",", ";": ";", "\\": "\\"}
_TEXTS = {"SUMMARY", "DESCRIPTION", "CATEGORIES", "UID", "X-WR-CALNAME"}


def read(data):
    """The name of a calendar and its events, each as its properties."""
    assert data.endswith(b"\r\n")
    raw = data.removesuffix(b"\r\n").split(b"\r\n")
    assert max(len(line) for line in raw) <= 75
    assert not any(b"\n" in line or b"\r" in line for line in raw)
    lines = []
    for line in raw:
        if line.startswith(b" "):
            lines[-1] += line[1:]
        else:
            lines.append(line)
    pairs = [line.decode().split(":", 1) for line in lines]
    assert pairs[:2] == [["BEGIN", "VCALENDAR"], ["VERSION", "2.0"]]
    assert pairs[-1] == ["END", "VCALENDAR"]
    name, events, event = "", [], None
    for key, value in pairs[2:-1]:
        if (key, value) == ("BEGIN", "VEVENT"):
            assert event is None
            event = {}
        elif (key, value) == ("END", "VEVENT"):
            assert {"UID", "DTSTAMP", "DTSTART;VALUE=DATE"} <= event.keys()
            events.append(event)
            event = None
        elif event is None:
            name = _text(value) if key == "X-WR-CALNAME" else name
        else:
            assert key not in event
            event[key] = _text(value) if key in _TEXTS else value
    assert event is None
    assert len({one["UID"] for one in events}) == len(events)
    return name, events


def _text(value):
    assert not re.search(r"(?<!\\)(\\\\)*[,;]", value), f"not escaped: {value}"
    return _ESCAPE.sub(lambda found: _MEANS[found[1]], value)
