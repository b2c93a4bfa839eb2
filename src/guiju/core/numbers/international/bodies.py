"""Regional and foreign bodies, as `rulebook/issuers/international_foreign.yaml` has them."""

import re
from collections.abc import Iterable
from typing import Any, NamedTuple

from guiju.core.codes.tables import read_table

_TABLE: dict[str, Any] = read_table("international_foreign.yaml", "issuers")


class Body(NamedTuple):
    """How a body writes its numbers."""

    code: str
    level: str
    glue: str
    inner: str
    year: str
    own: bool
    series: bool
    digits: int
    partners: bool
    home: str


def _bodies(name: str, level: str = "foreign") -> dict[str, Body]:
    """By each spelling in capitals."""
    return {
        spelling.upper(): Body(
            code=row["code"],
            level=row.get("level", level),
            glue=row.get("glue", " "),
            inner=row.get("inner", " "),
            year=row.get("year", ":"),
            own=row.get("own", True),
            series=row.get("series", False),
            digits=row.get("digits", 4),
            partners=row.get("partners", False),
            home=row.get("home", ""),
        )
        for row in _TABLE[name]
        for spelling in (row["code"], row.get("home"), *row.get("also", ()))
        if spelling
    }


def any_of(spellings: Iterable[str]) -> str:
    """A pattern of all spellings, the longest first."""
    return "|".join(map(re.escape, sorted(spellings, key=len, reverse=True)))


ADOPTERS = _bodies("adopters")
LABELLED = _bodies("labelled")
EUROPEAN = _bodies("european", "regional")
CODEX = _bodies("codex", "international")
GOST = _bodies("gost")
GOST_WORDS: dict[str, str] = _TABLE["gost_words"]
ETSI = _bodies("etsi", "regional")
