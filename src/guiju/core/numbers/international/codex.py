"""Numbers of the Codex Alimentarius Commission (国际食品法典): CXS 192-1995, once CODEX STAN 192."""

import re

from guiju.core.numbers.international.bodies import CODEX, any_of
from guiju.core.numbers.model import Number

_CODEX = re.compile(
    rf"(?:CODEX |CAC )?(?P<code>{any_of(CODEX)})[ -]?(?P<seq>\d{{1,4}}[A-Z]?)"
    r"(?: ?[-:] ?(?P<year>\d{4}))?(?P<regional>R)?"
    r"(?:,? \(?(?:Rev\.? ?(?P<revision>\d{1,2})(?:[-:(](?P<revised>\d{4})\)?)?)\)?)?",
    re.IGNORECASE,
)


def read(cleaned: str, written: str) -> Number | None:
    found = _CODEX.fullmatch(cleaned)
    if found is None:
        return None
    revision = f"Rev. {found['revision']}" if found["revision"] else ""
    if found["revised"]:
        revision += f"-{found['revised']}"
    return Number(
        level="international",
        code=CODEX[found["code"].upper()].code,
        publishers=("CAC",),
        seq=found["seq"],
        year=found["year"] or "",
        year_written=found["year"] or "",
        area="R" if found["regional"] else "",
        suffix=revision,
        written=written,
    )


def printed(number: Number) -> str:
    text = f"{number.code} {number.seq}" + (f"-{number.year}" if number.year else "") + number.area
    return text + (f" ({number.suffix})" if number.suffix else "")
