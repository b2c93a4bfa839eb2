"""Local standards by province and city (地方标准浏览)."""

from collections import Counter
from dataclasses import dataclass

from django.db.models import Count, QuerySet

from guiju.apps.catalogue.models import Edition
from guiju.core.codes.regions import Region, provinces, regions
from guiju.core.errors import NotFoundError

_PROVINCE, _CITY = 2, 4  # digits


class NoSuchRegionError(NotFoundError):
    """GB/T 2260 has no such code (无此行政区划)."""

    code = "no_such_region"
    zh = "没有代码为“{subject}”的省、市。请从列表中选择。"
    en = "There is no province or city with the code “{subject}”. Choose from the list."


@dataclass(frozen=True, slots=True)
class RegionRow:
    """A region and how many standards it and the regions in it have."""

    region: Region
    count: int


@dataclass(frozen=True, slots=True)
class RegionPage:
    """A region with those in it; without a code all provinces."""

    region: Region | None
    province: Region | None
    rows: tuple[RegionRow, ...]
    editions: QuerySet[Edition] | None


def region_page(code: str = "") -> RegionPage:
    """Provinces, or one province with its cities, or one city."""
    known = regions()
    here = known_region(code) if code else None
    counts = _counts(code)
    inside = list(provinces()) if here is None else _cities(code)
    rows = [RegionRow(one, counts[one.code]) for one in inside]
    if here is not None:
        rows = [row for row in rows if row.count or row.region.kind == "city"]
    return RegionPage(
        here,
        known[code[:_PROVINCE]] if len(code) == _CITY else None,
        tuple(rows),
        Edition.objects.filter(region__startswith=code) if code else None,
    )


def known_region(code: str) -> Region:
    """The region of a code; raises NoSuchRegionError."""
    found = regions().get(code)
    if found is None:
        raise NoSuchRegionError(code[:20])
    return found


def _cities(code: str) -> list[Region]:
    if len(code) != _PROVINCE:
        return []
    return sorted(
        (one for one in regions().values() if one.code.startswith(code) and len(one.code) == _CITY),
        key=lambda one: one.code,
    )


def _counts(code: str) -> Counter[str]:
    """One query over the index of regions; a region's code begins with its province's."""
    counted: Counter[str] = Counter()
    rows = Edition.objects.exclude(region="").filter(region__startswith=code)
    for region, number in rows.values_list("region").annotate(number=Count("pk")).order_by():
        for length in (_PROVINCE, _CITY):
            if len(region) >= length:
                counted[region[:length]] += number
    return counted
