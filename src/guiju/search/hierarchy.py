"""A code is found under its parents too (分类上级): ICS 13.020.10 under 13.020 and 13."""

from collections.abc import Iterable

from guiju.core.codes import ccs, ics, regions


def with_parents(kind: str, codes: Iterable[str]) -> list[str]:
    """The codes and all that stand above them, each once."""
    found: dict[str, None] = {}
    for code in codes:
        if code:
            found[code] = None
            for parent in _parents(kind, code):
                found[parent] = None
    return list(found)


def _parents(kind: str, code: str) -> tuple[str, ...]:
    if kind == "ics":
        return ics.parents(code)
    if kind == "ccs":
        return ccs.parents(code)
    province = regions.province_code(code)
    return (province,) if province else ()
