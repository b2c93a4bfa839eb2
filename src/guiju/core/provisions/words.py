"""The words of `rulebook/provisions` (规则用语), folded: width, case and white space do not count."""

import unicodedata
from functools import cache
from typing import Any, cast

from guiju.core.codes.tables import read_table

# Minus signs, dashes, wave dashes and raised plus signs as they are typed, by their code points.
_SIGNS = str.maketrans(
    dict.fromkeys("\u2212\u2013\u2014\uff0d\u207b", "-")
    | dict.fromkeys("\u301c\uff5e\u223c", "~")
    | {"\u207a": "+"}
)
_KEPT = {"²": "^2", "³": "^3"}


def folded(text: str) -> str:
    """One way of writing: half width, plain signs, no white space, small letters."""
    plain = "".join(_KEPT.get(sign, sign) for sign in text.translate(_SIGNS))
    return "".join(unicodedata.normalize("NFKC", plain).translate(_SIGNS).split()).lower()


@cache
def limits() -> dict[str, Any]:
    return cast("dict[str, Any]", read_table("limits.yaml", "provisions"))


@cache
def values() -> dict[str, Any]:
    return cast("dict[str, Any]", read_table("values.yaml", "provisions"))


@cache
def folded_set(table: str, key: str) -> frozenset[str]:
    """The words of one key of `limits` or `values`."""
    source = limits() if table == "limits" else values()
    return frozenset(folded(word) for word in source[key])
