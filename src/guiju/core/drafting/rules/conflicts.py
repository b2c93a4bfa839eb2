"""C01, C02: parts of the document that do not agree (自相矛盾)."""

import re
from collections.abc import Iterator

from guiju.core.drafting.finding import Finding
from guiju.core.drafting.provisions.model import Conflict
from guiju.core.drafting.rules.context import Context
from guiju.core.drafting.rules.registry import checks, rule

_SENTENCE = re.compile(r"/s\d+$")


@checks("C01")
def dates_of_references(context: Context) -> Iterator[Finding]:
    """A document is cited with one date, or always without."""
    return _of("C01", "reference-dates", context)


@checks("C02")
def limits(context: Context) -> Iterator[Finding]:
    """A limit is the same wherever it stands."""
    return _of("C02", "limit", context)


def _of(name: str, code: str, context: Context) -> Iterator[Finding]:
    for one in context.conflicts:
        if one.code == code:
            yield _finding(name, one, context)


def _finding(name: str, one: Conflict, context: Context) -> Finding:
    address = _SENTENCE.sub("", one.addresses[-1])
    place = next(
        (place for place in context.places if place.address in (address, f"{address}/p1")), None
    )
    return rule(name)(place, "conflict", address=address, zh=one.zh, en=one.en)
