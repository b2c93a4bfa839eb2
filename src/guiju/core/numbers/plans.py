"""Numbers of planned standards (计划项目编号): 20231234-T-469, W20231234, 2023-0123T-JB."""

import re
from functools import cache

from guiju.core.errors import Bilingual
from guiju.core.numbers.issuers import issuer_table, issuers
from guiju.core.numbers.model import Number

_NATIONAL = re.compile(r"(((?:19|20)\d\d)\d{4}) ?- ?([TQZ]) ?- ?(\d{3})", re.A)
_INDUSTRY = re.compile(r"(((?:19|20)\d\d) ?- ?\d{3,5}) ?([TQZ]) ?- ?([A-Z]{2})", re.A)
_OTHER = re.compile(r"([WS])((20\d\d)\d{3,4})", re.A)


def read(cleaned: str, written: str) -> Number | None:
    """The number of a project.

    >>> read("20231234-T-469", "").publishers, read("2023-0123T-JB", "").level
    (('469',), 'industry')
    """
    if found := _NATIONAL.fullmatch(cleaned):
        seq, year, letter, department = found.groups()
        return _plan("national", seq, year, letter, (department,), written)
    if found := _INDUSTRY.fullmatch(cleaned):
        seq, year, letter, industry = found.groups()
        if industry not in issuers() or issuers()[industry].level != "industry":
            return None
        return _plan("industry", seq.replace(" ", ""), year, letter, (industry,), written)
    if (found := _OTHER.fullmatch(cleaned)) and (found[1], len(found[2])) in {("W", 8), ("S", 7)}:
        return _plan("national", found[2], found[3], found[1], (), written)
    return None


def canonical(number: Number) -> str:
    """As written by the department that keeps the plan."""
    if not number.publishers:
        return f"{number.type}{number.seq}"
    link = "-" if number.level == "national" else ""
    return f"{number.seq}{link}{number.type}-{number.publishers[0]}"


@cache
def departments() -> dict[str, Bilingual]:
    """The competent departments (主管部门) by the last three digits of a national plan number."""
    rows = issuer_table("plans.yaml")["departments"]
    return {row["code"]: Bilingual(row["zh"], row["en"]) for row in rows}


def _plan(
    level: str, seq: str, year: str, letter: str, publishers: tuple[str, ...], written: str
) -> Number:
    natures: dict[str, str] = issuer_table("plans.yaml")["natures"]
    return Number(
        kind="plan",
        level=level,
        nature=natures.get(letter, ""),
        code="",
        type=letter,
        publishers=publishers,
        seq=seq,
        year=year,
        year_written=year,
        written=written,
    )
