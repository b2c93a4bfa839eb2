"""A paper (文书): sentences and tables in both languages, whatever file it becomes."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from guiju.core.errors import Bilingual

Languages = Literal["zh", "en", "both"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table (表). `widths` are shares of the page."""

    title: Bilingual
    heads: tuple[Bilingual, ...]
    rows: tuple[tuple[Bilingual, ...], ...]
    widths: tuple[int, ...] = ()

    def to_json(self) -> dict[str, Any]:
        return {
            "title": said(self.title),
            "heads": [said(one) for one in self.heads],
            "rows": [[said(one) for one in row] for row in self.rows],
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A title, what is said first, tables, and what is said last."""

    title: Bilingual
    lines: tuple[Bilingual, ...] = ()
    grids: tuple[Grid, ...] = ()
    foot: tuple[Bilingual, ...] = ()


def said(text: Bilingual) -> dict[str, str]:
    return {"zh": text.zh, "en": text.en}


def texts(text: Bilingual, languages: Languages) -> tuple[str, ...]:
    """The text in one language, or in both, once where it is the same."""
    if languages == "both":
        return (text.zh,) if text.zh == text.en else (text.zh, text.en)
    return (text.say(languages),)


def widths_of(grid: Grid) -> Sequence[int]:
    return grid.widths or (1,) * len(grid.heads)
