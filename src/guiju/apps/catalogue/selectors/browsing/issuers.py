"""Bodies as sources write them, and the editions on which they stand (责任单位浏览)."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, QuerySet

from guiju.apps.catalogue.models import Edition, EditionRole, Issuer
from guiju.core.codes.words import word, words
from guiju.core.errors import Bilingual, NotFoundError


class NoSuchIssuerError(NotFoundError):
    """There is no body under that address (无此单位)."""

    code = "no_such_issuer"
    zh = "名录中没有编号为“{subject}”的单位。请从单位列表中查找。"
    en = "There is no body number “{subject}” in the catalogue. Look in the list of bodies."


@dataclass(frozen=True, slots=True)
class IssuerRow:
    """A name, and in which roles it stands on how many editions."""

    issuer: Issuer
    roles: tuple[tuple[Bilingual, int], ...]


@dataclass(frozen=True, slots=True)
class IssuerPage:
    """One name, its other ways of writing, and the editions on which it stands."""

    row: IssuerRow
    alike: tuple[Issuer, ...]
    editions: QuerySet[Edition]


def issuers(text: str = "", role: str = "") -> QuerySet[Issuer]:
    """By name; `text` is a part of it, `role` one of the roles in which it stands."""
    rows = Issuer.objects.order_by("name")
    if text:
        rows = rows.filter(name__icontains=text)
    if role in words("role"):
        rows = rows.filter(Exists(EditionRole.objects.filter(issuer=OuterRef("pk"), role=role)))
    return rows


def issuer_rows(found: Iterable[Issuer]) -> list[IssuerRow]:
    """The rows of a page in one query."""
    rows = list(found)
    counts: dict[int, dict[str, int]] = {one.pk: {} for one in rows}
    counted = EditionRole.objects.filter(issuer__in=counts).values_list("issuer", "role")
    for pk, role, number in counted.annotate(number=Count("edition", distinct=True)).order_by():
        counts[pk][role] = number
    order = list(words("role"))
    return [
        IssuerRow(
            one,
            tuple(
                (word("role", role), counts[one.pk][role])
                for role in order
                if role in counts[one.pk]
            ),
        )
        for one in rows
    ]


def issuer_page(pk: int, role: str = "") -> IssuerPage:
    """One name; names of the same organisation stand beside it."""
    issuer = Issuer.objects.select_related("organisation").filter(pk=pk).first()
    if issuer is None:
        raise NoSuchIssuerError(str(pk))
    roles = EditionRole.objects.filter(issuer=issuer)
    if role in words("role"):
        roles = roles.filter(role=role)
    alike: tuple[Issuer, ...] = ()
    if issuer.organisation_id:
        same = Issuer.objects.filter(organisation=issuer.organisation_id).exclude(pk=pk)
        alike = tuple(same.order_by("name"))
    return IssuerPage(
        issuer_rows([issuer])[0], alike, Edition.objects.filter(pk__in=roles.values("edition"))
    )
