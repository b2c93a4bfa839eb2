"""The addresses of all standards in parts (站点地图)."""

from collections.abc import Iterator
from datetime import date
from math import ceil

from django.db.models import Max

from guiju.apps.catalogue.models import Edition

PART = 10_000


def parts() -> int:
    """How many parts there are. A part is a range of database keys, so that it never moves."""
    last = Edition.objects.aggregate(last=Max("pk"))["last"] or 0
    return ceil(last / PART)


def addresses_of(part: int) -> Iterator[tuple[str, date]]:
    """Number and day of the last change of the editions of a part, from 1 on; one query."""
    rows = Edition.objects.filter(pk__gt=(part - 1) * PART, pk__lte=part * PART).order_by("pk")
    for key, changed in rows.values_list("key", "changed").iterator():
        yield key, changed.date()
