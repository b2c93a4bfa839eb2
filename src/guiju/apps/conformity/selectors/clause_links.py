"""From a clause of a rule set to where it stands (条款的出处): the catalogue, and the text if it is here."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.urls import reverse

from guiju.apps.catalogue.address import slug_of
from guiju.apps.catalogue.selectors.lookup import NoSuchStandardError, edition_by_key
from guiju.apps.library.models import Passage
from guiju.apps.library.selectors.texts import Asked, NoTextError, text_for
from guiju.web.viewer import Viewer

_TABLE = re.compile(r"表\s*(?P<number>[A-Z]?\.?\d+)")
_CLAUSE = re.compile(r"(?P<number>(?:[A-Z]\.)?\d+(?:\.\d+)*)(?![\d.])")


@dataclass(frozen=True, slots=True)
class Source:
    """A standard's page, "" where the catalogue has none, and the places of its clauses."""

    standard: str
    page: str = ""
    clauses: dict[str, str] = field(default_factory=dict)


def source_of(viewer: Viewer, standard: str, clauses: Iterable[str], language: str) -> Source:
    """Where a standard and its clauses can be read by this viewer."""
    try:
        edition = edition_by_key(viewer, standard)
    except NoSuchStandardError:
        return Source(standard)
    slug = slug_of(edition.key)
    page = reverse("catalogue:standard", args=[slug])
    wanted = {one: address for one in clauses if (address := address_of(one))}
    try:
        text = text_for(viewer, edition, Asked(), prefer=language[:2])
    except NoTextError:
        return Source(standard, page)
    there = set(
        Passage.objects.filter(text=text, address__in=set(wanted.values())).values_list(
            "address", flat=True
        )
    )
    base = reverse("library:text", args=[slug])
    found = {one: f"{base}#{address}" for one, address in wanted.items() if address in there}
    return Source(standard, page, found)


def address_of(clause: str) -> str:
    """The address in a text that a written clause means, "" for none: 表1 序号3 is table-1."""
    if found := _TABLE.search(clause):
        return f"table-{found['number']}"
    found = _CLAUSE.match(clause)
    return found["number"] if found else ""
