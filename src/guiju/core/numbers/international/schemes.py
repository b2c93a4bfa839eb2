"""Documents of the IEC conformity assessment systems: IECEE TRF 60065N:2018, IECQ OD 3801:2015."""

import re

from guiju.core.numbers.model import Number

_SYSTEMS = {"IECEE": "IECEE", "IECEX": "IECEx", "IECQ": "IECQ", "IECRE": "IECRE"}
_SCHEME = re.compile(
    r"(?P<system>IECEE|IECEX|IECQ|IECRE)[ /]"
    r"(?:(?!CISPR)(?P<type>[A-Z]{2,6}) )?"
    r"(?:(?P<of>CISPR|IEC|ISO|EN|UL) ?)?"
    r"(?P<seq>\d{2,8})(?P<revision>[A-Za-z_]\w{0,15}(?![-,;\w]))?"
    r"(?P<parts>(?:[-,;]\w{1,12}){0,8})"
    r"(?::(?P<year>\d{4})(?!\d))?(?: (?:ED|Edition) ?(?P<edition>\d{1,2}(?:\.\d)?))?",
    re.IGNORECASE,
)
_LAST = re.compile(r"(.*[-,;]\d+)([A-Za-z]\w*)")


def read(cleaned: str, written: str) -> Number | None:
    """The document; its revision (A, N, v7B_DS) is the suffix."""
    found = _SCHEME.fullmatch(cleaned)
    if found is None:
        return None
    parts, revision = found["parts"], found["revision"] or ""
    if not revision and (last := _LAST.fullmatch(parts)):
        parts, revision = last.groups()
    system = _SYSTEMS[found["system"].upper()]
    kind = " ".join(word.upper() for word in (found["type"], found["of"]) if word)
    return Number(
        kind="document",
        level="international",
        code=f"{system} {kind}".strip(),
        publishers=("IEC", system),
        type=kind,
        seq=found["seq"],
        parts=_split(parts),
        suffix=revision,
        year=found["year"] or "",
        year_written=found["year"] or "",
        edition=found["edition"] or "",
        written=written,
    )


def _split(parts: str) -> tuple[str, ...]:
    """-2-4,7 as ("2", "4,7"): a comma joins several parts that one document covers."""
    if parts[:1] in {",", ";"}:
        first, *rest = re.split(r"-", parts.replace(";", ","))
        return (first, *rest)
    return tuple(parts.replace(";", ",")[1:].split("-")) if parts else ()


def printed(number: Number) -> str:
    text = f"{number.code} {number.seq}"
    for part in number.parts:
        text += part if part[0] == "," else f"-{part}"
    text += number.suffix + (f":{number.year}" if number.year else "")
    return text + (f" ED{number.edition}" if number.edition else "")
