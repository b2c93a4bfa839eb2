"""The look of pages (版式) as the rulebook has it: forms/layout.yaml."""

from functools import cache
from typing import Any

from guiju.core.codes.tables import read_table
from guiju.core.documents.docx.writing.making import twips


@cache
def _file() -> dict[str, Any]:
    found: dict[str, Any] = read_table("layout.yaml", "forms")
    return found


def styles() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = _file()["styles"]
    return found


def page(name: str) -> dict[str, int]:
    """Width, height and margins, in twentieths of a point."""
    return {key: twips(float(value)) for key, value in _file()["pages"][name].items()}


def text_width(name: str) -> int:
    """The width between the margins, in twentieths of a point."""
    of = page(name)
    return of["width"] - of["left"] - of["right"]
