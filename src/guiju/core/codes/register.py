"""The register of organisations as the rulebook holds it (机构名录): central bodies and provinces."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from typing import Any

import yaml

from guiju.core.errors import Bilingual


@dataclass(frozen=True, slots=True)
class DatedName:
    """A name; `since` and `until` (exclusive) are None where unknown or open."""

    zh: str
    short: str
    en: str
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """Duties passed to the body `to` on a day, wholly or in part, by a decision."""

    to: str
    on: date
    whole: bool
    basis: str


@dataclass(frozen=True, slots=True)
class Body:
    """One organisation of the rulebook. `order` is its place among all."""

    slug: str
    kind: str
    order: int
    names: tuple[DatedName, ...]
    aliases: tuple[str, ...] = ()
    parent: str = ""
    region: str = ""
    uscc: str = ""
    succession: tuple[Step, ...] = ()


@cache
def bodies() -> tuple[Body, ...]:
    """All organisations of `rulebook/organisations`, central bodies first."""
    return (*_central(_read("central.yaml")), *_provinces(_read("provinces.yaml")))


def _read(name: str) -> dict[str, Any]:
    file = resources.files("guiju.rulebook") / "organisations" / name
    document: dict[str, Any] = yaml.safe_load(file.read_text("utf-8"))
    return document


def _central(document: dict[str, Any]) -> list[Body]:
    basis: dict[str, str] = document["basis"]
    return [
        Body(
            slug=row["slug"],
            kind=row["kind"],
            order=order,
            names=tuple(DatedName(**name) for name in row["names"]),
            aliases=tuple(row.get("aliases", ())),
            parent=row.get("parent", ""),
            uscc=row.get("uscc", ""),
            succession=tuple(
                Step(step["to"], step["day"], step.get("whole", True), basis[step["basis"]])
                for step in row.get("succession", ())
            ),
        )
        for order, row in enumerate(document["organisations"], start=1)
    ]


def _provinces(document: dict[str, Any]) -> list[Body]:
    return [
        Body(
            slug=slug,
            kind="local_government",
            order=500 + place,
            names=(DatedName(zh=zh, short=short, en=en),),
            region=region,
        )
        for place, (slug, region, zh, short, en) in enumerate(document["organisations"], start=1)
    ]


def province_of(region: str) -> Bilingual | None:
    """The province that a GB/T 2260 code lies in, or the central level; None for others.

    >>> province_of("440300").zh, province_of("100000").en, province_of("")
    ('广东省', 'central level', None)
    """
    if region == "100000":
        return Bilingual("中央一级", "central level")
    for body in bodies():
        if body.region and body.region[:2] == region[:2]:
            name = body.names[0]
            return Bilingual(name.short, name.en.removeprefix("People's Government of "))
    return None
