"""The fixed words of elements (要素的固定用语), in both languages, as the rulebook lists them."""

import re
import unicodedata
from functools import cache, lru_cache
from importlib import resources
from typing import Any, Literal, get_args

import yaml

from guiju.core.documents.model import Nature, SectionKind

NoteKind = Literal["note", "example", "important", "danger", "warning", "caution"]
_FULL = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)} | {0x3000: 0x20, 0xA0: 0x20}
_SHORT = 400  # what is longer is not kept to be found again
_LOOSE = re.compile(r"[\s\u200b\ufeff]+")


def folded(text: str) -> str:
    """Full-width letters, digits and brackets as ASCII; every character keeps its place."""
    return _folded(text) if len(text) <= _SHORT else text.translate(_FULL)


@lru_cache(maxsize=4096)
def _folded(text: str) -> str:
    return text.translate(_FULL)


def squashed(text: str) -> str:
    """What two ways of writing a heading have in common: no spaces, one width, one case."""
    return _squashed(text) if len(text) <= _SHORT else _squashed.__wrapped__(text)


@lru_cache(maxsize=4096)
def _squashed(text: str) -> str:
    return _LOOSE.sub("", unicodedata.normalize("NFKC", text)).casefold().strip(":.")


@cache
def _rows() -> dict[str, Any]:
    file = resources.files("guiju.rulebook") / "drafting" / "elements.yaml"
    rows: dict[str, Any] = yaml.safe_load(file.read_text("utf-8"))
    return rows


@cache
def words(group: str, name: str) -> tuple[str, ...]:
    """All ways of writing one word, the longest first."""
    row = _rows()[group][name]
    every = [str(one) for key in ("zh", "hant", "en", "old") for one in row.get(key, ())]
    return tuple(sorted(every, key=len, reverse=True))


def word(group: str, name: str, language: str) -> str:
    """The word as it is written today in a language; Chinese where there is no other."""
    row = _rows()[group][name]
    ways = row.get("en" if language.startswith("en") else "zh") or row["zh"] or row["en"]
    return str(ways[0])


@cache
def pattern(group: str, name: str) -> str:
    """A regular expression that reads the word, also with spaces between Chinese characters."""
    return "(?:" + "|".join(_spaced(one) for one in words(group, name)) + ")"


def _spaced(word: str) -> str:
    if word.isascii():
        return re.escape(word)
    return r"\s*".join(map(re.escape, word))


@cache
def _elements() -> dict[str, SectionKind]:
    known = get_args(SectionKind)
    return {
        squashed(word): kind
        for kind in _rows()["elements"]
        if kind in known
        for word in words("elements", kind)
    }


def element(title: str) -> SectionKind | None:
    """The kind of element that a title names; None for any other title."""
    return _elements().get(squashed(title)) if len(title) < 80 else None


def nature_of(text: str) -> Nature:
    """规范性 or 资料性, with or without brackets; "" for anything else."""
    plain = squashed(text).strip("()")
    if plain in map(squashed, words("annex", "normative")):
        return "normative"
    return "informative" if plain in map(squashed, words("annex", "informative")) else ""


@cache
def is_unit(word: str) -> bool:
    return word in words("not_labels", "units")
