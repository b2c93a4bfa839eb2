"""Facets and chosen filters in words (分面与筛选条件的名称)."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any, ClassVar, NamedTuple

from guiju.apps.catalogue.models import Committee
from guiju.apps.catalogue.selectors.asked import TREES, Asked, chosen
from guiju.apps.catalogue.selectors.code_names import line_of, own_names
from guiju.apps.catalogue.selectors.searching import index_mark
from guiju.core.codes import regions
from guiju.core.codes.words import word
from guiju.core.errors import Bilingual
from guiju.search import Result

TITLES = {
    "level": Bilingual("标准层级", "Level"),
    "nature": Bilingual("标准性质", "Nature"),
    "state": Bilingual("状态", "State"),
    "kind": Bilingual("标准类别", "Kind"),
    "ics": Bilingual("国际标准分类（ICS）", "ICS"),
    "ccs": Bilingual("中国标准分类（CCS）", "CCS"),
    "committee": Bilingual("技术委员会", "Committee"),
    "issuer": Bilingual("发布机构", "Issuer"),
    "region": Bilingual("地区", "Region"),
    "year": Bilingual("年份", "Year"),
}
SHOWN = 10
_MOST_KEPT = 10_000  # names
_WORDED = {"level", "nature", "state", "kind"}
_YEARS = ("year_from", "year_to")


class Choice(NamedTuple):
    """One value of a facet: its name, how many it would leave, whether it is chosen, its link."""

    name: Bilingual
    total: int
    is_chosen: bool
    depth: int
    address: str


class Facet(NamedTuple):
    """A facet with the values to choose from; `more_address` shows those left out."""

    key: str
    title: Bilingual
    choices: list[Choice]
    has_choice: bool
    more_address: str


class Chip(NamedTuple):
    """A filter that is set, and the address without it."""

    title: Bilingual
    name: Bilingual
    address: str


Counts = list[tuple[str, int]]


def facets_of(asked: Asked, result: Result) -> list[Facet]:
    """The facets that still tell something, in a fixed order; names come in two queries."""
    offered = {key: _offered(asked, key, list(counts)) for key, counts in result.facets.items()}
    shown = {
        key: counts if key == asked.more else counts[:SHOWN] for key, counts in offered.items()
    }
    named = _Names((key, value) for key, counts in shown.items() for value, _ in counts)
    found = []
    for key, counts in shown.items():
        choices = [_choice(asked, key, value, count, named[key, value]) for value, count in counts]
        has_choice = any(one.is_chosen for one in choices)
        if len(choices) > 1 or has_choice:
            more = asked.address(more=key) if len(counts) < len(offered[key]) else ""
            found.append(Facet(key, TITLES[key], choices, has_choice, more))
    return found


def _offered(asked: Asked, key: str, counts: Counts) -> Counts:
    """The values to choose from, in order: of a tree one level, and the way to what is chosen."""
    if key == "year":
        return sorted(counts, reverse=True)
    if key not in TREES or key == asked.more:
        return counts
    values: tuple[str, ...] = getattr(asked.query.filters, key)
    if not values:
        return [pair for pair in counts if len(_line(key, pair[0])) == 1]
    way = {code for value in values for code in _line(key, value)}
    near = [pair for pair in counts if not way.isdisjoint(_line(key, pair[0])[:2])]
    return sorted(near, key=lambda pair: _line(key, pair[0])[::-1])


@lru_cache(maxsize=10_000)
def _line(key: str, value: str) -> tuple[str, ...]:
    """The code and those above it, from the code up."""
    return tuple(code for _, code in line_of((key, value)))


def _choice(asked: Asked, key: str, value: str, count: int, name: Bilingual) -> Choice:
    filters = asked.query.filters
    if key == "year":
        is_chosen = str(filters.year_from) == str(filters.year_to) == value
        year = None if is_chosen else value
        return Choice(name, count, is_chosen, 0, asked.address(year_from=year, year_to=year))
    values: tuple[str, ...] = getattr(filters, key)
    address = asked.address(**{key: _toggled(key, values, value)})
    depth = len(_line(key, value)) - 1 if key in TREES and values else 0
    return Choice(name, count, value in values, depth, address)


def _toggled(key: str, values: tuple[str, ...], value: str) -> tuple[str, ...]:
    """Chosen once more it is taken off; in a tree a code stands in the place of those around it."""
    if value in values:
        return tuple(one for one in values if one != value)
    if key in TREES:
        values = tuple(
            one for one in values if one not in _line(key, value) and value not in _line(key, one)
        )
    return (*values, value)


def chips_of(asked: Asked) -> list[Chip]:
    """The filters that are set, each with the way to take it off."""
    pairs = [pair for pair in chosen(asked) if pair[0] not in _YEARS]
    named = _Names(pairs)
    chips = []
    for key, value in pairs:
        rest = tuple(one for one in getattr(asked.query.filters, key) if one != value)
        chips.append(Chip(TITLES[key], named[key, value], asked.address(**{key: rest})))
    if years := _years(asked.query.filters):
        chips.append(Chip(TITLES["year"], years, asked.address(year_from=None, year_to=None)))
    return chips


def _years(filters: Any) -> Bilingual | None:
    first, last = filters.year_from, filters.year_to
    if first is None and last is None:
        return None
    if first == last:
        return Bilingual(str(first), str(first))
    if last is None:
        return Bilingual(f"{first} 年起", f"from {first}")
    if first is None:
        return Bilingual(f"至 {last} 年", f"until {last}")
    return Bilingual(f"{first}—{last}", f"{first}–{last}")


class _Names(dict[tuple[str, str], Bilingual]):
    """Names by facet and value, in two queries; a value without a name stands for itself.

    Names are kept as long as the index stays as it is: a name that changes changes the index too.
    """

    _kept: ClassVar[tuple[tuple[int, ...], dict[tuple[str, str], Bilingual]]] = ((), {})

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        super().__init__()
        kept = self._kept_now()
        wanted = list(pairs)
        if lost := [pair for pair in wanted if pair not in kept]:
            if len(kept) > _MOST_KEPT:
                kept.clear()
            kept.update(_named(lost))
        self.update((pair, kept.get(pair) or Bilingual(pair[1], pair[1])) for pair in wanted)

    @classmethod
    def _kept_now(cls) -> dict[tuple[str, str], Bilingual]:
        mark, kept = cls._kept
        if mark != (now := index_mark()):
            kept = {}
            cls._kept = (now, kept)
        return kept


def _named(pairs: list[tuple[str, str]]) -> dict[tuple[str, str], Bilingual]:
    codes = own_names([pair for pair in pairs if pair[0] in TREES])
    committees = _committees([value for key, value in pairs if key == "committee"])
    found = {}
    for key, value in pairs:
        name = Bilingual(value, value)
        if key in _WORDED:
            zh, en = word(key, value)
            name = Bilingual(zh, en[:1].upper() + en[1:])
        elif names := codes.get((key, value)):
            name = Bilingual(f"{value} {names[0]}", f"{value} {names[-1]}")
        elif key == "committee":
            name = committees.get(value, name)
        elif key == "region":
            name = regions.region_name(value) or name
        found[key, value] = name
    return found


def _committees(keys: list[str]) -> dict[str, Bilingual]:
    if not keys:
        return {}
    rows = Committee.objects.filter(key__in=keys).values_list("key", "name_zh", "name_en")
    return {
        key: Bilingual(f"{key} {zh or en}".strip(), f"{key} {en or zh}".strip())
        for key, zh, en in rows
    }
