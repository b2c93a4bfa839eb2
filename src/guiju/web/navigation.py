"""The main navigation (导航): each app says in its AppConfig.ready() what it offers.

navigation.entries.append(Entry("governance:plans", _("Plans"), thing="register"))
"""

from dataclasses import dataclass
from typing import NamedTuple

from django.urls import reverse
from django.utils.functional import Promise

from guiju.web.access import PUBLIC, Rule
from guiju.web.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Entry:
    """One offer: where it leads, to which of the five things it belongs, and who may open it.

    What is seldom needed stands on the home page only (`in_header=False`).
    """

    url_name: str
    title: str | Promise
    thing: str
    rule: Rule = PUBLIC
    in_header: bool = True


class Link(NamedTuple):
    """An entry as a page shows it; `current` is the value of aria-current."""

    title: str | Promise
    url: str
    thing: str
    in_header: bool
    current: str


entries: list[Entry] = []


def links(viewer: Viewer, path: str = "") -> list[Link]:
    """What this viewer may open, and which of it `path` lies in."""
    shown = []
    for entry in entries:
        if entry.rule.allows(viewer):
            url = reverse(entry.url_name)
            current = "page" if path == url else "true" if path.startswith(url) else ""
            shown.append(Link(entry.title, url, entry.thing, entry.in_header, current))
    return shown
