"""Names and values in SQL (SQL 转义): nothing that a file says becomes a part of the statement."""

from collections.abc import Iterable
from decimal import Decimal


def name(text: str) -> str:
    """A column or a table."""
    return '"' + text.replace('"', '""') + '"'


def text(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


def texts(values: Iterable[str]) -> str:
    """A list for IN; one that is empty holds nothing."""
    return "(" + (", ".join(text(one) for one in sorted(values)) or "NULL") + ")"


def number(value: float | Decimal) -> str:
    """A binary number, written so that the very same is read."""
    found = float(value)
    if found in (float("inf"), float("-inf")):
        return f"CAST('{'-' if found < 0 else ''}infinity' AS DOUBLE)"
    return f"CAST({text(repr(found))} AS DOUBLE)"


def truth(*, holds: bool) -> str:
    return "TRUE" if holds else "FALSE"


def both(parts: Iterable[str]) -> str:
    """All of them, by three values: what is not known is NULL."""
    return " AND ".join(f"({one})" for one in parts) or "TRUE"
