"""Heads with two meanings (含义不定的列名): 被代替标准 may stand over either side of a replacement."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from guiju.core.errors import Bilingual
from guiju.core.numbers import try_read
from guiju.core.records.readers.table_fields import EITHER_WAY, folded, suggest

ROWS_OF_EVIDENCE = 200
_ASTRAY = 10  # one row in so many may say otherwise: catalogues hold slips
_EITHER = {folded(head) for head in EITHER_WAY}
_NUMBERS = re.compile(r"[、;；|\n,，]")
_QUESTION = Bilingual(
    "“{head}”在有的目录中是本标准所代替的标准，在有的目录中是代替本标准的标准；从年代号看不出是哪一种，请选择。",
    "In some catalogues “{head}” holds what the standard replaced, in others what replaced it; "
    "the years do not tell which it is here. Choose one.",
)


def has_doubt(heads: Sequence[str]) -> bool:
    """Whether a head means one thing or its opposite, so that rows are needed to tell."""
    return any(folded(head) in _EITHER for head in heads)


def propose(heads: Sequence[str], rows: Iterable[Sequence[Any]]) -> dict[str, str]:
    """Head → field, as `suggest`; a head that may mean either is decided by the years in `rows`.

    >>> propose(["标准号", "被代替标准"], [["GB/T 1-2020", "GB/T 1-2009"]])
    {'标准号': 'number', '被代替标准': 'replaces'}
    """
    found = suggest(heads)
    number = next((at for at, head in enumerate(heads) if found.get(head) == "number"), None)
    if number is None or not has_doubt(heads):
        return found
    known = list(rows)
    for at, head in enumerate(heads):
        if folded(head) not in _EITHER or head in found:
            continue
        field = _direction((row[number], row[at]) for row in known if max(number, at) < len(row))
        if field and field not in found.values():
            found[head] = field
    return {head: found[head] for head in heads if head in found}


def questions(heads: Sequence[str], mapping: Iterable[str]) -> dict[str, Bilingual]:
    """What the user is asked of each head with two meanings that the mapping leaves out."""
    used = set(mapping)
    return {
        head: Bilingual(_QUESTION.zh.format(head=head), _QUESTION.en.format(head=head))
        for head in heads
        if folded(head) in _EITHER and head not in used
    }


def _direction(pairs: Iterable[tuple[Any, Any]]) -> str:
    """The field that the years speak for: what is older than the standard was replaced by it."""
    older = newer = 0
    for own, others in pairs:
        year = _year(own)
        for part in _NUMBERS.split(str(others or "")) if year else ():
            other = _year(part)
            older += bool(other) and other < year
            newer += other > year
    if older > newer * _ASTRAY:
        return "replaces"
    return "replaced_by" if newer > older * _ASTRAY else ""


def _year(cell: Any) -> str:
    number = try_read(str(cell or "").strip())
    return number.year if number else ""
