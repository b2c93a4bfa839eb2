"""Blocks of a form's page (版面块): titles, labelled values, paragraphs, tables, signature lines."""

from collections.abc import Sequence
from dataclasses import dataclass

from guiju.core.forms.model import Page, Place


@dataclass(frozen=True, slots=True)
class Pair:
    """A label and its value (栏目和内容). A `wide` one has a row of its own; a `tall` one room to write."""

    label: str
    value: str
    wide: bool = False
    tall: bool = False


@dataclass(frozen=True, slots=True)
class Pairs:
    """Labels and values, `ruled` as a table or as plain lines."""

    pairs: tuple[Pair, ...]
    ruled: bool


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of its own line (标题)."""

    text: str


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph (段落)."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Grid:
    """A table (表). `widths` are shares of the page; `small` columns hold short words, centred."""

    heads: tuple[str, ...]
    widths: tuple[int, ...]
    small: tuple[bool, ...]
    rows: Sequence[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Signed:
    """Lines to sign (签字行): a label, the name if there is one, and whether a day goes beside it."""

    lines: tuple[tuple[str, str, bool], ...]


Block = Pairs | Heading | Words | Grid | Signed


@dataclass(frozen=True, slots=True)
class Laid:
    """A whole form as blocks. `title` stands in the file's properties, and on top unless it is a letter."""

    title: str
    page: Page
    language: str
    blocks: tuple[Block, ...]
