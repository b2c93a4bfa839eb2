"""Numbers of ETSI (欧洲电信标准化协会): ETSI EN 300 328 V2.2.2 (2019-07)."""

import re

from guiju.core.numbers.international.bodies import ETSI, any_of
from guiju.core.numbers.model import Number, Supplement

_ETSI = re.compile(
    rf"(?P<draft>Final draft |draft )?(?:(?P<body>ETSI) )?(?P<type>{any_of(ETSI)}) "
    r"(?:(?P<group>[A-Z][A-Z0-9]{1,5}(?:-[A-Z]{2,6})?) (?=\d{3}\b))?"
    r"(?P<seq>\d{3}(?: ?\d{3})?)(?P<parts>(?:-\d{1,3}){0,3})"
    r"(?P<added>/[AC]\d{1,2})?"
    r"(?: V(?P<edition>\d{1,2}\.\d{1,2}\.\d{1,2})| ed\.? ?(?P<ed>\d))?"
    r"(?: ?\((?P<year>\d{4})(?:-(?P<month>\d{2}))?\))?",
    re.IGNORECASE,
)


def read(cleaned: str, written: str) -> Number | None:
    found = _ETSI.fullmatch(cleaned)
    if found is None or not (found["body"] or len(found["seq"]) > 6):
        return None
    kind = ETSI[found["type"].upper()].code
    digits = found["seq"].replace(" ", "")
    added = found["added"]
    return Number(
        level="regional",
        code=" ".join(filter(None, ("ETSI", kind, (found["group"] or "").upper()))),
        publishers=("ETSI",),
        type=kind,
        stage="draft" if found["draft"] else "",
        seq=f"{digits[:3]} {digits[3:]}".strip(),
        parts=tuple(found["parts"].split("-")[1:]),
        edition=found["edition"] or found["ed"] or "",
        year=found["year"] or "",
        year_written=found["year"] or "",
        month=found["month"] or "",
        supplements=(Supplement(kind=added[1].upper(), number=added[2:]),) if added else (),
        written=written,
    )


def printed(number: Number) -> str:
    text = f"{number.stage} {number.code} ".lstrip() + "-".join((number.seq, *number.parts))
    for one in number.supplements:
        text += f"/{one.kind}{one.number}"
    if number.edition:
        text += f" V{number.edition}" if "." in number.edition else f" ed.{number.edition}"
    if number.year:
        text += f" ({number.year}-{number.month})" if number.month else f" ({number.year})"
    return text
