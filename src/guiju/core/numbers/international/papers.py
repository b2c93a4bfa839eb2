"""IEC publications that bear a title instead of a number: IEC White Paper Edge intelligence:2017."""

import re

from guiju.core.numbers.international.words import PAPERS
from guiju.core.numbers.model import Number

_KINDS = "|".join(sorted(PAPERS, key=len, reverse=True))
_PAPER = re.compile(
    rf"IEC ({_KINDS}) ([^\W_][\w &,'/:-]{{0,79}}?)(?::(\d{{4}})(?:-(\d\d))?)?", re.IGNORECASE
)


def read(cleaned: str, written: str) -> Number | None:
    found = _PAPER.fullmatch(cleaned)
    if found is None:
        return None
    kind = PAPERS[found[1].upper()]
    return Number(
        kind="document",
        level="international",
        code=f"IEC {kind}",
        publishers=("IEC",),
        type=kind,
        seq=found[2],
        year=found[3] or "",
        year_written=found[3] or "",
        month=found[4] or "",
        written=written,
    )
