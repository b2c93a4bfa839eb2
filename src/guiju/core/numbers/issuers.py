"""Codes of those who issue standards (标准代号), as `rulebook/issuers` has them.

`shape` is how a code writes its sequence: `digits` (1.1), `revised` (150.1A), `lettered` (D0001),
`highway` (D65-01, F80/1), `hyphened` (15-60), `classed` (J04 001), `sample` (05-1426-2),
`bracketed` (JJG(交通) 023).
"""

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from guiju.core.codes.tables import read_table
from guiju.core.errors import Bilingual

_EXTENSIONS = (
    ("", "mandatory", Bilingual("行业标准", "industry standard")),
    ("/T", "recommended", Bilingual("行业标准（推荐性）", "recommended industry standard")),
    ("/Z", "guidance", Bilingual("行业标准化指导性技术文件", "industry guidance document")),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Issuer:
    """One code with what it says.

    `by` names the approving bodies by the slugs of the register; `last` is above every sequence
    number given so far, and a higher one is more likely of the code `beyond`.
    """

    code: str
    name: Bilingual
    level: str
    nature: str
    kind: str = "standard"
    shape: str = "digits"
    area: str = ""
    last: int | None = None
    beyond: str = ""
    by: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    basis: str
    confidence: str

    def in_use(self, on: date) -> bool:
        """Whether a new number of that day could bear the code."""
        return (self.since is None or self.since <= on) and (self.until is None or on < self.until)


@cache
def issuers() -> dict[str, Issuer]:
    """All codes of the tables; those of local, group and enterprise standards are made by rule."""
    return {
        one.code: one
        for rows in (_listed("national.yaml"), _industries(), _listed("special.yaml"))
        for one in rows
    }


@cache
def without_slash() -> dict[str, str]:
    """Codes written without their slash, where that is no other code: GBT is GB/T, GBZ is GBZ."""
    known = issuers()
    squashed = {code.replace("/", ""): code for code in known if "/" in code}
    return {written: code for written, code in squashed.items() if written not in known}


@cache
def blocks() -> tuple[tuple[frozenset[str], int, int, Bilingual], ...]:
    """Blocks of sequence numbers that are set aside: codes, first, last, name."""
    return tuple(
        (frozenset(row["codes"]), row["first"], row["last"], Bilingual(row["zh"], row["en"]))
        for row in issuer_table("national.yaml")["ranges"]
    )


@cache
def issuer_table(name: str) -> dict[str, Any]:
    """One file of `rulebook/issuers`."""
    table: dict[str, Any] = read_table(name, "issuers")
    return table


def _listed(name: str) -> list[Issuer]:
    table = issuer_table(name)
    return [
        Issuer(
            code=row["code"],
            name=Bilingual(row["zh"], row["en"]),
            level=row.get("level") or table["level"],
            nature=row["nature"],
            kind=row.get("kind", "standard"),
            shape=row.get("shape", "digits"),
            area=row.get("area", ""),
            last=row.get("last"),
            beyond=row.get("beyond", ""),
            since=row.get("since"),
            until=row.get("until"),
            basis=table["basis"][row["basis"]],
            confidence=row["confidence"],
        )
        for row in table["codes"]
    ]


def _industries() -> list[Issuer]:
    table = issuer_table("industries.yaml")
    return [
        Issuer(
            code=row["code"] + extension,
            name=Bilingual(f"{row['zh']}{kind.zh}", f"{kind.en}: {row['en']}"),
            level="industry",
            nature=nature if extension else row.get("bare", nature),
            shape=row.get("shape", "digits"),
            by=tuple(row["by"]),
            since=row.get("since"),
            until=row.get("until"),
            basis=table["basis"],
            confidence="medium",
        )
        for row in (*table["codes"], *table["compounds"])
        for extension, nature, kind in _EXTENSIONS
    ]
