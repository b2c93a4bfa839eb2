"""What the index is told of a text and its passages (条款索引条目): plain values, no model."""

from dataclasses import dataclass

from guiju.core.records.facts import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A clause, term, table, figure or formula, at its place in the text.

    `modality` are the kinds of its sentences (core.drafting.provisions); `rank` says how much it
    binds: 0 what demands, 1 other clauses, 2 what only informs. `is_open`: all may read it.
    """

    order: int
    address: str
    kind: str
    label: str = ""
    title: str = ""
    plain: str = ""
    modality: tuple[str, ...] = ()
    rank: int = 1
    is_open: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class TextEntry:
    """One text of an edition with all its passages; a text of the same id is replaced.

    `number`, `display`, `sort` and `span` are those of the edition.
    """

    id: int
    number: str
    display: str
    sort: str = ""
    language: str = "zh"
    span: Span | None = None
    passages: tuple[Passage, ...] = ()
