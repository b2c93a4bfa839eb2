"""How a text is looked at (阅读方式): the day's standards, the search, the findings."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from guiju.apps.library.rendering.terms import TermFinder
from guiju.core.drafting.finding import Finding


class Standing(NamedTuple):
    """A standard that the text refers to, on the chosen day; `key` is the edition that is meant."""

    key: str
    url: str
    display: str
    title: str
    state: str
    words: str  # the state in words


class Marked(NamedTuple):
    """A finding with its number in the list."""

    number: int
    finding: Finding


class Hit(NamedTuple):
    """A place where the searched words stand."""

    number: int
    address: str
    before: str
    words: str
    after: str


@dataclass(slots=True)
class Look:
    """`prefix` keeps the ids of a second text on the page apart; `hits` fill as the text is drawn."""

    language: str
    number: str = ""
    prefix: str = ""
    standards: Mapping[str, Standing] = field(default_factory=dict)
    images: Mapping[str, str] = field(default_factory=dict)
    findings: Mapping[tuple[str, str], Sequence[Marked]] = field(default_factory=dict)
    terms: TermFinder | None = None
    query: re.Pattern[str] | None = None
    hits: list[Hit] = field(default_factory=list)

    def id(self, address: str) -> str:
        """The anchor of an address: the address itself."""
        return self.prefix + re.sub(r"\s", "_", address) if address else ""

    @property
    def is_chinese(self) -> bool:
        return not self.language.startswith("en")

    def word(self, zh: str, en: str) -> str:
        """What the text's own language says."""
        return zh if self.is_chinese else en


def pattern_of(words: str) -> re.Pattern[str] | None:
    """What `?q=` looks for: letter case and the amount of white space do not count."""
    pieces = words.split()
    if not pieces:
        return None
    return re.compile(r"\s+".join(map(re.escape, pieces)), re.IGNORECASE)
