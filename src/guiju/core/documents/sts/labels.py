"""Labels (标签): 表 1, Annex A and (3) as the number alone, and back, in the words of the rulebook."""

import re
from functools import cache
from importlib import resources
from typing import Any

import yaml

from guiju.core.documents.structure.words import pattern

_BRACKETS = re.compile(r"[(（](.*)[)）]")


def bare(name: str, label: str) -> str:
    """表 1 and Table 1 are 1; formula (3) is 3; a label without the word stays."""
    group = "annex" if name == "annex" else "blocks"
    found = _worded(group, "word" if name == "annex" else name).fullmatch(label)
    rest = found[1] if found else label
    bracketed = _BRACKETS.fullmatch(rest) if name == "formula" else None
    return bracketed[1].strip() if bracketed else rest


@cache
def _worded(group: str, name: str) -> re.Pattern[str]:
    gap = r"(?:\s+|(?<=[^\x00-\x7f])|(?=[\d(（]))"
    return re.compile(rf"{pattern(group, name)}{gap}([^\s].*)", re.I | re.S)


def full(name: str, label: str, language: str) -> str:
    """The label with its word in the document's language; "" stays ""."""
    if not label:
        return ""
    if name == "formula":
        return f"（{label}）" if language.startswith("zh") else f"({label})"
    said = word(
        "annex" if name == "annex" else "blocks", "word" if name == "annex" else name, language
    )
    return f"{said}{label}" if language.startswith("zh") else f"{said} {label}"


@cache
def word(group: str, name: str, language: str) -> str:
    """The word that GB/T 1.1 uses, or its English counterpart."""
    row = _rows()[group][name]
    return str(row["zh" if language.startswith("zh") else "en"][0])


@cache
def _rows() -> dict[str, Any]:
    file = resources.files("guiju.rulebook") / "drafting" / "elements.yaml"
    rows: dict[str, Any] = yaml.safe_load(file.read_text("utf-8"))
    return rows
