"""The one search box (检索): each app answers for its own things.

searching.sources.append(plans_found)   # in AppConfig.ready(): (viewer, query, limit) -> Group
"""

import unicodedata
from collections.abc import Callable
from typing import NamedTuple

from guiju.web.viewer import Viewer

LONGEST = 200  # characters; nobody looks for more, and a database should not have to


class Hit(NamedTuple):
    """One thing found, and why it was."""

    title: str
    url: str
    why: str


class Group(NamedTuple):
    """What one app found; `total` may exceed the hits shown, `more_url` then opens them all."""

    title: str
    hits: list[Hit]
    total: int
    more_url: str = ""


Source = Callable[[Viewer, str, int], Group]

sources: list[Source] = []


class Query(NamedTuple):
    """What is looked for, and whether it had to be cut."""

    text: str
    cut: bool


def read_query(raw: str) -> Query:
    """The query without control characters (a database refuses NUL) and doubled spaces."""
    kept = "".join(" " if unicodedata.category(sign) in {"Cc", "Cs"} else sign for sign in raw)
    text = " ".join(kept.split())
    return Query(text[:LONGEST].rstrip(), cut=len(text) > LONGEST)


def search(viewer: Viewer, text: str, limit: int) -> list[Group]:
    """The groups that found something, in the order of registration."""
    groups = [source(viewer, text, limit) for source in sources] if text else []
    return [group for group in groups if group.total]
