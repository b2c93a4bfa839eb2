"""The standards that an organisation issued (发布的标准)."""

from typing import NamedTuple

from guiju.apps.accounts.models import Organisation
from guiju.apps.catalogue.models import Edition, EditionRole, Issuer
from guiju.web.viewer import Viewer

SHOWN = 5


class Issued(NamedTuple):
    """How many, the newest of them, and the names under which sources know the body."""

    total: int
    newest: list[Edition]
    names: list[str]


def issued_by(viewer: Viewer, organisation: Organisation) -> Issued | None:
    """In three queries; None where there are none."""
    names = list(
        Issuer.objects.filter(organisation=organisation)
        .order_by("name")
        .values_list("name", flat=True)
    )
    if not names:
        return None
    roles = EditionRole.objects.filter(issuer__organisation=organisation, role="issuer")
    rows = Edition.objects.filter(pk__in=roles.values("edition"))
    total = rows.count()
    newest = list(rows.order_by("-issued", "sort")[:SHOWN])
    return Issued(total, newest, names) if total else None
