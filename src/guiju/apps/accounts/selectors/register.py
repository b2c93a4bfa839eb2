"""What the pages of the register show: the list, and one organisation with its history."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q, QuerySet

from guiju.apps.accounts.models import Alias, Organisation, OrganisationName, Succession
from guiju.apps.accounts.selectors.organisations import (
    ShownName,
    display_names,
    names_by_organisation,
    pick,
    shown,
)
from guiju.core.codes.names import fold_name
from guiju.core.errors import NotFoundError


@dataclass(frozen=True, slots=True)
class Row:
    """An organisation and its name on the day of the page."""

    organisation: Organisation
    name: ShownName


@dataclass(frozen=True, slots=True)
class Passage:
    """Duties that passed from one organisation to another, under the names of that day."""

    succession: Succession
    predecessor: Row
    successor: Row


def organisations(text: str = "", kind: str = "") -> QuerySet[Organisation]:
    """The register in its official order; `text` is looked for in every name and alias."""
    found = Organisation.objects.all()
    if kind:
        found = found.filter(kind=kind)
    if text:
        key = fold_name(text)
        names = OrganisationName.objects.filter(
            Q(key__contains=key) | Q(short_key__contains=key) | Q(en__icontains=text)
        )
        aliases = Alias.objects.filter(key__contains=key)
        found = found.filter(
            Q(pk__in=names.values("organisation"))
            | Q(pk__in=aliases.values("organisation"))
            | Q(uscc=text.upper())
            | Q(slug=text)
        )
    return found


def rows(some: Iterable[Organisation], on: date, language: str) -> list[Row]:
    """Organisations with their names on a day, in one query."""
    listed = list(some)
    names = display_names(listed, on, language)
    return [Row(one, names[one.pk]) for one in listed]


def organisation_by_slug(slug: str) -> Organisation:
    """One organisation. Raises NotFoundError."""
    found = Organisation.objects.select_related("parent").filter(slug=slug).first()
    if found is None:
        raise NotFoundError(slug)
    return found


def alias_by_id(organisation: Organisation, pk: int) -> Alias:
    """An alias of an organisation. Raises NotFoundError."""
    found = organisation.aliases.select_related("organisation").filter(pk=pk).first()
    if found is None:
        raise NotFoundError(str(pk))
    return found


def choices(on: date, language: str) -> list[tuple[str, str]]:
    """Every organisation as (slug, name) for a form, in the official order."""
    return [
        (row.organisation.slug, str(row.name))
        for row in rows(Organisation.objects.all(), on, language)
    ]


def passages(organisation: Organisation, language: str) -> list[Passage]:
    """All that led to this organisation and all that followed from it, by date, in two queries."""
    every = list(Succession.objects.select_related("predecessor", "successor").order_by("on", "pk"))
    before = _reach(organisation.pk, [(one.successor_id, one.predecessor_id) for one in every])
    after = _reach(organisation.pk, [(one.predecessor_id, one.successor_id) for one in every])
    chain = [one for one in every if one.successor_id in before or one.predecessor_id in after]
    involved = {pk for one in chain for pk in (one.predecessor_id, one.successor_id)}
    names = names_by_organisation(involved)
    return [
        Passage(
            succession=one,
            predecessor=Row(
                one.predecessor,
                shown(pick(names[one.predecessor_id], one.on - timedelta(days=1)), language),
            ),
            successor=Row(one.successor, shown(pick(names[one.successor_id], one.on), language)),
        )
        for one in chain
    ]


def _reach(start: int, arrows: list[tuple[int, int]]) -> set[int]:
    """Everything that the arrows lead to from `start`, itself included."""
    reached, new = {start}, {start}
    while new:
        new = {to for origin, to in arrows if origin in new} - reached
        reached |= new
    return reached
