"""The word lists of the rulebook, read once."""

import re
from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@cache
def words(name: str) -> dict[str, Any]:
    """The list `name` (notes, headings, actions, deadlines, doubts) of `rulebook/plans`."""
    source = files("guiju.rulebook").joinpath("plans", f"{name}.yaml")
    loaded: dict[str, Any] = yaml.safe_load(source.read_text(encoding="utf-8"))
    return loaded


def any_of(entries: list[str]) -> str:
    """A pattern for any of the words, longest first so that 牵头负责 wins over 牵头."""
    return "|".join(re.escape(word) for word in sorted(set(entries), key=lambda w: (-len(w), w)))
