"""Regions by the codes of GB/T 2260 (行政区划代码): provinces by two digits, cities by four.

Loaded at the first question and kept. Six digits that end in zeros mean the same region.
"""

from dataclasses import dataclass
from functools import cache

from guiju.core.codes.names import fold_name
from guiju.core.codes.tables import read_table
from guiju.core.errors import Bilingual

_ENDINGS = ("市", "地区", "盟")


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """A province (two digits) or a city, prefecture, league (four). Dates may be partial.

    `since` is empty where the code is old, `until` where it is still given; `kind` is province,
    city, special (a unit of the list that is no city) or former.
    """

    code: str
    name: Bilingual
    short: str
    kind: str
    since: str = ""
    until: str = ""


@cache
def regions() -> dict[str, Region]:
    """All regions by code, provinces first, former ones last."""
    table = read_table("regions.yaml")
    since: dict[str, str] = table["since"]
    found: dict[str, Region] = {}
    for code, zh, short, en in table["provinces"]:
        found[code] = Region(code=code, name=Bilingual(zh, en), short=short, kind="province")
    for kind, rows in (("city", table["cities"]), ("special", table["special"])):
        for code, zh, en, *short in rows:
            found[code] = Region(
                code=code,
                name=Bilingual(zh, en),
                short=short[0] if short else _shorten(zh),
                kind=kind,
                since=since.get(code, ""),
            )
    for code, zh, en, until in table["former"]:
        found[code] = Region(
            code=code, name=Bilingual(zh, en), short=_shorten(zh), kind="former", until=until
        )
    return found


def region_name(code: str) -> Bilingual | None:
    """The name of a region.

    >>> region_name("3206"), region_name("440000").en, region_name("9901")
    (Bilingual(zh='南通市', en='Nantong'), 'Guangdong', None)
    """
    region = regions().get(_trim(code))
    return region.name if region else None


def is_region(code: str) -> bool:
    """Whether the code is or was given to a province or city: old numbers keep old codes."""
    return _trim(code) in regions()


def province_code(code: str) -> str | None:
    """The province in which a region lies, by its two digits."""
    return code[:2] if is_region(code) else None


def provinces() -> tuple[Region, ...]:
    """The provinces in the order of GB/T 2260."""
    return tuple(region for region in regions().values() if region.kind == "province")


def region_of(name: str) -> str | None:
    """The code for a name, long or short, Chinese or English, also a former one.

    A Chinese name that a province shares means the province; an English one that two cities share
    means neither.

    >>> region_of("南通"), region_of("吉林"), region_of("吉林市"), region_of("suzhou")
    ('3206', '22', '2202', None)
    """
    return _by_name().get(fold_name(name))


@cache
def _by_name() -> dict[str, str]:
    found: dict[str, str] = {}
    for region in regions().values():
        for name in (region.name.zh, region.short, region.name.en):
            found.setdefault(fold_name(name), region.code)
    for code, former, _until in read_table("regions.yaml")["renamed"]:
        found.setdefault(fold_name(former), code)
        found.setdefault(fold_name(_shorten(former)), code)
    return found


def _shorten(zh: str) -> str:
    for ending in _ENDINGS:
        if zh.endswith(ending) and len(zh) > len(ending) + 1:
            return zh.removesuffix(ending)
    return zh


def _trim(code: str) -> str:
    if len(code) == 6 and code.endswith("00"):
        code = code[:4]
        return code[:2] if code.endswith("00") else code
    return code
