"""Adoption chains printed: the national glue, the draft before the European code, the body."""

from guiju.core.numbers.international import behind
from guiju.core.numbers.international.bodies import ADOPTERS
from guiju.core.numbers.model import Number

# Bodies that part the parts of their own numbers by points: AS 1170.4-2007.
_POINTED = frozenset({"AS", "AS/NZS", "NZS"})


def printed(number: Number) -> str:
    code = number.code
    national = ADOPTERS.get(number.publishers[0].upper()) if number.level == "foreign" else None
    if number.stage:
        at = len(national.code) + 1 if national else 0
        code = code[:at] + number.stage + code[at:]
    pointed = national is not None and national.code in _POINTED
    text = f"{code} {number.seq}" + "".join(
        ("." if pointed else "-") + part for part in number.parts
    )
    if number.year:
        text += f":{number.year}" + (f"-{number.month}" if number.month else "")
    return text + behind.printed(number)
