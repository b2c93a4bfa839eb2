"""How a text is looked at (阅读方式): the day's standards, the search, the findings."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from guiju.apps.library.rendering.terms import TermFinder
from guiju.core.documents.model import Mark, Reference
from guiju.core.documents.outputs.html_hooks import Hooks, Over, Pointer
from guiju.core.documents.outputs.html_tags import Html, escaped, opened, tag
from guiju.core.documents.outputs.html_text import anchor
from guiju.core.drafting.finding import Finding

_AROUND = 24  # characters beside a hit
_SEVERITY = {"E": "error", "W": "warning", "I": "information"}


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
class Look(Hooks):
    """`prefix` keeps the ids of a second text on the page apart; `hits` fill as the text is drawn."""

    number: str = ""
    prefix: str = ""
    standards: Mapping[str, Standing] = field(default_factory=dict)
    images: Mapping[str, str] = field(default_factory=dict)
    findings: Mapping[tuple[str, str], Sequence[Marked]] = field(default_factory=dict)
    finder: TermFinder | None = None
    query: re.Pattern[str] | None = None
    hits: list[Hit] = field(default_factory=list)

    def standard(self, key: str) -> Pointer | None:
        found = self.standards.get(key)
        if found is None:
            return None
        told = f"{found.display} {found.title} · {found.words}".strip()
        return Pointer(found.url, told, f"lt-is-{found.state}")

    def image(self, name: str) -> str | None:
        return self.images.get(name)

    def without_image(self, name: str) -> Html:
        if not name:
            return escaped(_("The picture is not in the library."))
        return escaped(_("The picture %(name)s is not in the library.") % {"name": name})

    def terms(self, content: str, address: str) -> Iterable[Mark]:
        return self.finder.uses(content, address) if self.finder else ()

    def definition(self, address: str) -> str:
        return self.finder.definition(address) if self.finder else ""

    def over(self, content: str, address: str, part: str) -> Iterator[Over]:
        for one in self.findings.get((address, part), ()):
            yield self._finding(one)
        if self.query is not None and part != "label":
            for found in self.query.finditer(content):
                yield self._hit(found.start(), found.end(), content, address)

    def anchor(self, address: str) -> Html:
        """It shows the whole address. A text beside another has none of its own."""
        if not address or self.prefix:
            return Html()
        whole = f"{self.number}#{address}"
        return tag(
            "a",
            "#",
            href=f"#{anchor(address)}",
            class_="lt-anchor",
            title=whole,
            aria_label=_("Address %(address)s") % {"address": whole},
        )

    def after_reference(self, one: Reference) -> Html:
        """The state of the standard on the day, with the edition that is meant where the entry names none."""
        key = next((mark.value for mark in one.text.marks if mark.kind == "standard"), "")
        found = self.standards.get(key)
        if found is None or not found.words:
            return Html()
        named = found.display in one.text.content
        told = found.words if named else f"{found.display} {found.words}"
        return tag("span", told, class_=f"lt-state lt-is-{found.state}")

    def _finding(self, one: Marked) -> Over:
        kind = f"lt-finding lt-is-{_SEVERITY[one.finding.severity]}"
        message = one.finding.message.say(get_language() or "")
        number = tag(
            "a",
            one.number,
            href=f"#finding-{one.number}",
            class_="lt-finding-number",
            title=message,
        )
        return Over(
            one.finding.start,
            one.finding.end,
            opened("mark", class_=kind, id=f"at-{one.number}"),
            opened("mark", class_=kind),
            "</mark>",
            number,
        )

    def _hit(self, start: int, end: int, content: str, address: str) -> Over:
        number = len(self.hits) + 1
        words = content[start:end]
        before, after = content[max(0, start - _AROUND) : start], content[end : end + _AROUND]
        self.hits.append(Hit(number, address, before, words, after))
        first = opened("mark", class_="lt-hit", id=f"hit-{number}")
        return Over(start, end, first, opened("mark", class_="lt-hit"), "</mark>")


def pattern_of(words: str) -> re.Pattern[str] | None:
    """What `?q=` looks for: letter case and the amount of white space do not count."""
    pieces = words.split()
    if not pieces:
        return None
    return re.compile(r"\s+".join(map(re.escape, pieces)), re.IGNORECASE)
