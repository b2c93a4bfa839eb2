"""Who issues a document, where its number alone makes that certain (发布机构的推定)."""

from datetime import date
from functools import cache
from typing import Any

from guiju.core.errors import Bilingual
from guiju.core.numbers.issuers import blocks, issuer_table
from guiju.core.numbers.model import Number


def issuing_bodies(number: Number, issued: date) -> tuple[Bilingual, ...]:
    """Of an international number its publishers, of a national one what the rulebook knows.

    None where another body may have issued it, or where the body did not bear the name yet.
    """
    if number.level == "international":
        rows = [_bodies().get(code) for code in number.publishers]
        known = [row for row in rows if row and issued.year >= row["since"]]
        whole = len(known) == len(number.publishers)
        return tuple(_name(row) for row in known) if whole else ()
    if _in_block(number):
        return ()
    return tuple(
        _name(row)
        for row in issuer_table("national.yaml")["issued_by"]
        if number.code in row["codes"] and row["since"] <= issued
    )


@cache
def _bodies() -> dict[str, dict[str, Any]]:
    table = issuer_table("international.yaml")
    return {row["code"]: row for row in (*table["bodies"], *table["partners"])}


def _name(row: dict[str, Any]) -> Bilingual:
    return Bilingual(row["zh"], row["en"])


def _in_block(number: Number) -> bool:
    return number.seq.isdecimal() and any(
        number.code in codes and first <= int(number.seq) <= last
        for codes, first, last, _ in blocks()
    )
