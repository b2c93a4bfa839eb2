"""Which reader and which printer: by the first word of a text, by the publisher of a number."""

import re
from collections.abc import Callable

from guiju.core.numbers.international import (
    adoptions,
    chains,
    codex,
    directives,
    etsi,
    gost,
    iso_iec,
    itu,
    jis,
    labelled,
    papers,
    printing,
    schemes,
    working,
)
from guiju.core.numbers.international.bodies import (
    ADOPTERS,
    CODEX,
    EUROPEAN,
    GOST,
    LABELLED,
)
from guiju.core.numbers.international.words import LEADERS, PAPER_URNS, PUBLISHERS
from guiju.core.numbers.model import Number

Reader = Callable[[str, str], Number | None]

_FIRST_WORD = re.compile(r"[^\W\d_]+")
_OTHERS: tuple[Reader, ...] = (
    iso_iec.read,
    working.read,
    schemes.read,
    itu.read,
    jis.read,
    codex.read,
    etsi.read,
    adoptions.read,
    gost.read,
    labelled.read,
)
_BY_WORD: dict[str, tuple[Reader, ...]] = {
    "ISO": (iso_iec.read, directives.read),
    "IEC": (iso_iec.read, papers.read, working.read),
    "CISPR": (working.read, iso_iec.read),
    "JIS": (jis.read,),
    "ITU": (itu.read,),
    "IECEE": (schemes.read,),
    "IECEX": (schemes.read,),
    "IECQ": (schemes.read,),
    "IECRE": (schemes.read,),
}
_BY_DIGIT: tuple[Reader, ...] = (working.read, labelled.read)


def readers(text: str) -> tuple[Reader, ...]:
    """Those who may know the text, by its first word."""
    found = _FIRST_WORD.match(text)
    if found is None:
        return _BY_DIGIT if text[:1].isdigit() else ()
    return _BY_WORD.get(found[0].upper(), _OTHERS)


def printed(number: Number) -> str:
    """The canonical form, by whose number it is."""
    first = number.publishers[0] if number.publishers else ""
    if first in LEADERS:
        return _of_iso_and_iec(number)
    printer = _PRINTERS.get(first)
    if printer is None:
        printer = labelled.printed if first.upper() in LABELLED else chains.printed
    return printer(number)


def _of_iso_and_iec(number: Number) -> str:
    if number.kind != "document":
        return printing.printed(number)
    if number.type == "DIR":
        return directives.printed(number)
    if len(number.publishers) == 2:
        return schemes.printed(number)
    return printing.printed(number) if number.type in PAPER_URNS else working.printed(number)


_PRINTERS: dict[str, Callable[[Number], str]] = {
    "CAC": codex.printed,
    "ETSI": etsi.printed,
    "JIS": jis.printed,
    "ITU-R": itu.printed,
    "ITU-T": itu.printed,
    **{body.code: gost.printed for body in GOST.values()},
}

# Words with which numbers begin in running text, the longest first.
PREFIXES: tuple[str, ...] = tuple(
    sorted(
        {
            *(word for word, code in PUBLISHERS.items() if code in LEADERS),
            *("IWA", "JIS", "ITU-R", "ITU-T", "ETSI", "IECEE", "IECEx", "IECQ", "IECRE"),
            *("Guide ISO", "Guide IEC", "Guide CEI"),
            *("prEN", "FprEN", "FprISO", "CAC", "CODEX"),
            *(body.code for body in ADOPTERS.values()),
            *(body.code for body in EUROPEAN.values()),
            *LABELLED,
            *CODEX,
            *GOST,
        },
        key=lambda word: (-len(word), word),
    )
)
