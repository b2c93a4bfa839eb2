"""Editions by several conditions at once (条件列表), for programs."""

from django.db.models import Q, QuerySet

from guiju.apps.catalogue.models import Edition, EditionCode, EditionCommittee
from guiju.apps.catalogue.selectors.browsing.classes import parsed, under
from guiju.apps.catalogue.selectors.browsing.regions import known_region
from guiju.core.codes.words import words
from guiju.core.records.identity import identity


def editions(
    *,
    ics: str = "",
    ccs: str = "",
    committee: str = "",
    region: str = "",
    nature: str = "",
    work: str = "",
) -> QuerySet[Edition]:
    """A code, committee or region stands for all below it; a wrong one is told."""
    rows = Edition.objects.all()
    for scheme, code in (("ics", ics), ("ccs", ccs)):
        if code:
            wanted = EditionCode.objects.filter(under(scheme, parsed(scheme, code)))
            rows = rows.filter(pk__in=wanted.values("edition"))
    if committee:
        key = identity(committee).key
        family = Q(committee__key=key) | Q(committee__key__startswith=f"{key}/")
        rows = rows.filter(pk__in=EditionCommittee.objects.filter(family).values("edition"))
    if region:
        rows = rows.filter(region__startswith=known_region(region).code)
    if nature in words("nature"):
        rows = rows.filter(nature=nature)
    if work:
        rows = rows.filter(work__key=identity(work).work)
    return rows
