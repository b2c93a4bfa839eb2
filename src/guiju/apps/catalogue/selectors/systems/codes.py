"""How the boxes of a system are numbered (体系编号), and how standard numbers are typed in."""

import re
import unicodedata
from collections.abc import Container

from guiju.core import numbers
from guiju.core.records.identity import identity

_CODE = re.compile(r"[0-9A-Za-z\u4e00-\u9fff]+(?:[.\-][0-9A-Za-z\u4e00-\u9fff]+)*")
LONGEST = 40


def read_code(written: str) -> str | None:
    """A code as it is kept, or None for what is none.

    >>> read_code(" 201．3. "), read_code("a b")
    ('201.3', None)
    """
    code = unicodedata.normalize("NFKC", written).strip().strip(".")
    return code if len(code) <= LONGEST and _CODE.fullmatch(code) else None


def above(code: str, codes: Container[str]) -> str | None:
    """Below which of `codes` a code stands: its longest dotted beginning, else its hundred.

    >>> above("201.3.2", {"200", "201"}), above("201", {"200", "201"}), above("200", {"200"})
    ('201', '200', None)
    """
    parts = code.split(".")
    for length in range(len(parts) - 1, 0, -1):
        if (head := ".".join(parts[:length])) in codes:
            return head
    hundred = f"{code[:-2]}00"
    is_hundreds = len(code) > 2 and code.isascii() and code.isdigit() and hundred != code
    return hundred if is_hundreds and hundred in codes else None


def read_number(written: str) -> str:
    """A standard number as it was typed in; a sloppy one that can mean one number only, put right.

    >>> read_number("gbt1.1-2020"), read_number("GB/T 1.1-2020"), read_number("hj828")
    ('GB/T 1.1—2020', 'GB/T 1.1-2020', 'hj828')
    """
    if not written or identity(written).readable:
        return written
    found = numbers.candidates(written)
    return numbers.display(found[0]) if len(found) == 1 else written
