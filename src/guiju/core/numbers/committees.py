"""Numbers of technical committees (标准化技术委员会): SAC/TC 28/SC 38/WG 1, ISO/IEC JTC 1/SC 27."""

import re
from functools import cache

from guiju.core.numbers.issuers import issuer_table
from guiju.core.numbers.model import Number

_ID = r" ?/?(\d{1,4}(?:[A-Z](?![A-Z]))?)"
_BELOW = re.compile(rf"[ /]*([A-Z]{{2,3}}){_ID}", re.A)


def read(cleaned: str, written: str) -> Number | None:
    """A committee; without the body that set it up it is one of SAC, as its site writes: TC53SC3.

    >>> canonical(read("TC53SC3", "")), canonical(read("ISO/IEC JTC1/SC 27", ""))
    ('SAC/TC 53/SC 3', 'ISO/IEC JTC 1/SC 27')
    """
    found = _head().match(cleaned)
    if found is None:
        return None
    table = issuer_table("committees.yaml")
    kind, number = found[2] or found[4], found[5]
    owner = found[1] or table["alone"].get(kind, "SAC")
    owner = table["also"].get(owner, owner)
    below = []
    at = found.end()
    while at < len(cleaned):
        step = _BELOW.match(cleaned, at)
        if step is None or step[1] not in table["below"]:
            return None
        below.append(f"{step[1]} {step[2]}")
        at = step.end()
    return _committee(owner, kind, number, tuple(below), written)


def canonical(number: Number) -> str:
    """`SAC/TC 28/SC 38/WG 1`."""
    return "/".join((f"{number.code} {number.seq}", *number.parts))


@cache
def _head() -> re.Pattern[str]:
    table = issuer_table("committees.yaml")
    owners = "|".join(
        sorted((*table["level"], *table["also"], *table["provinces"]), key=len, reverse=True)
    )
    kinds = "|".join(sorted(table["heads"], key=len, reverse=True))
    owned = "|".join((kinds, *table["owned"]))
    return re.compile(rf"(?:({owners})[ /]+({owned})|()({kinds})){_ID}", re.A)


def _committee(
    owner: str, kind: str, number: str, below: tuple[str, ...], written: str
) -> Number | None:
    table = issuer_table("committees.yaml")
    area = table["provinces"].get(owner, "")
    return Number(
        kind="committee",
        level="local_province" if area else table["level"][owner],
        code=f"{owner}{' ' if '/' in owner else '/'}{kind}",
        type=kind,
        publishers=tuple(owner.split("/")),
        seq=number,
        parts=below,
        area=area,
        written=written,
    )
