"""A standards system on a day, as plain values (某日的标准体系)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from guiju.apps.accounts.selectors.organisations import ShownName
from guiju.apps.catalogue.models import StandardsSystem
from guiju.apps.catalogue.selectors.systems.words import UNLISTED
from guiju.core.errors import Bilingual

THERE = {"in_force", "upcoming", "unknown", UNLISTED}
UNVERIFIED = {"unknown", UNLISTED}


@dataclass(frozen=True, slots=True)
class Count:
    """How many lines should be there, how many are, and how many of these nobody verified."""

    wanted: int = 0
    there: int = 0
    unverified: int = 0

    @property
    def gaps(self) -> int:
        return self.wanted - self.there

    @property
    def percent(self) -> float | None:
        """现有数/应有数; None where nothing is wanted."""
        return round(100 * self.there / self.wanted, 1) if self.wanted else None

    def __add__(self, other: "Count") -> "Count":
        return Count(
            self.wanted + other.wanted,
            self.there + other.there,
            self.unverified + other.unverified,
        )


@dataclass(frozen=True, slots=True)
class Adopted:
    """An international or foreign standard that a line's standard adopts (采用关系)."""

    number: str
    degree: str


@dataclass(frozen=True, slots=True)
class Listed:
    """The edition that a line means on the day, from the catalogue (所指版本)."""

    key: str
    display: str
    title: Bilingual
    effective: str
    adopts: tuple[Adopted, ...]
    replaces: tuple[str, ...]
    successors: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of the detail table (明细表一行); `place` is its 序号 in the whole table.

    `code` and `box` are those of its node; `number` is what is shown, `written` what stands there, `title` the line's own words; `work`
    is by what two lines name the same standard.
    """

    pk: int
    place: int
    node: int
    code: str
    box: Bilingual
    order: int
    written: str
    number: str
    work: str
    title: Bilingual
    level: str
    own_level: str
    remark: str
    state: str
    readable: bool
    listed: Listed | None

    @property
    def shown_title(self) -> Bilingual:
        """Its own title, else that of the catalogue, in each language."""
        other = self.listed.title if self.listed else Bilingual("", "")
        return Bilingual(self.title.zh or other.zh, self.title.en or other.en)

    @property
    def count(self) -> Count:
        return Count(1, int(not self.is_gap), int(self.state in UNVERIFIED))

    @property
    def is_gap(self) -> bool:
        """Is a standard missing on the day: never there, not readable, not yet issued, or ended?"""
        return self.state not in THERE or (self.listed is None and not self.readable)


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A box of the tree with all below it (节点). `count` is of its whole branch."""

    pk: int
    code: str
    title: Bilingual
    owner: str
    depth: int
    top: int
    own: tuple[Line, ...]
    children: tuple["Box", ...]
    count: Count

    def walk(self) -> Iterator["Box"]:
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class SystemView:
    """One system on one day."""

    system: StandardsSystem
    keeper: ShownName
    on: date
    tops: tuple[Box, ...]
    boxes: tuple[Box, ...] = field(default=())
    lines: tuple[Line, ...] = field(default=())

    @property
    def title(self) -> Bilingual:
        return title_of(self.system)

    @property
    def total(self) -> Count:
        return summed(box.count for box in self.tops)

    def box(self, pk: int) -> Box | None:
        return next((box for box in self.boxes if box.pk == pk), None)


def title_of(system: StandardsSystem) -> Bilingual:
    return Bilingual(system.title_zh, system.title_en)


def summed(counts: Iterable[Count]) -> Count:
    return sum(counts, Count())
