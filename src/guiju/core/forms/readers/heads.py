"""Which column is which (表头识别): heads in all the words that offices use."""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from guiju.core.codes.tables import read_table
from guiju.core.documents.structure.words import squashed

_BRACKETS = re.compile(r"[(（\[【].*?[)）\]】]", re.S)
_HAN = re.compile(r"[^\u4e00-\u9fff/、和或]+")
_LATIN = re.compile(r"[\u4e00-\u9fff（）、“”]+")
_ENDS = re.compile(r"^[\s*\uff0a:：]+|[\s*\uff0a:：/]+$")
_CALLS = re.compile(r"(?<=[a-z)])[\d¹²³]+$", re.I)  # footnotes of the ISO template
_LONGEST = 80  # signs of a head


@cache
def words() -> dict[str, Any]:
    found: dict[str, Any] = read_table("headings.yaml", "forms")
    return found


@cache
def _roles() -> dict[str, str]:
    return {key_of(word): role for role, names in words()["heads"].items() for word in names}


def key_of(text: str) -> str:
    """What two ways of writing a name have in common."""
    return squashed(_ENDS.sub("", text)) or squashed(text)


def ways(text: str) -> list[str]:
    """The name whole, without brackets, its Chinese alone, its English alone, its lines."""
    if not text or len(text) > _LONGEST:
        return []
    bare = _BRACKETS.sub("", text)
    every = (
        text,
        _CALLS.sub("", text),
        bare,
        _CALLS.sub("", bare),
        _HAN.sub("", bare),
        _LATIN.sub(" ", bare),
        *text.split("\n"),
    )
    return list(dict.fromkeys(key for one in every if (key := key_of(one))))


def role_of(text: str) -> str:
    """The meaning of a head; "" where it has none."""
    return next((_roles()[key] for key in ways(text) if key in _roles()), "")


def roles_of(cells: Sequence[str]) -> list[str]:
    """The meaning of each head of a row, each once."""
    found: list[str] = []
    for text in cells:
        role = role_of(text)
        found.append("" if role in found else role)
    return found


def score(cells: Iterable[str]) -> int:
    """How many heads of a table of comments are among these cells."""
    return len({role for text in cells if (role := role_of(text))})
