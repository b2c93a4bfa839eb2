"""A question to the index of passages (条款查询)."""

from dataclasses import dataclass
from datetime import date
from typing import Final

FACETS: Final = ("kind", "modality", "state", "language")


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What is asked. `text` may be anything; `on` is the day for which states are told.

    `written` are other ways of writing the whole text: the numbers that it may be read as.
    `whole`: also what is not open to all. `text_id` narrows to one text; `without` are texts that
    were taken back since the index was written. `counts`: count the values of all filters.
    """

    on: date
    text: str
    written: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    modality: tuple[str, ...] = ()
    state: tuple[str, ...] = ()
    language: tuple[str, ...] = ()
    whole: bool = False
    text_id: int | None = None
    without: tuple[int, ...] = ()
    limit: int = 20
    offset: int = 0
    counts: bool = False
