"""The table of a judgement (待判定的数据表): its beginning, its pieces, its columns as they are taken."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import polars as pl

from guiju.apps.conformity.models import Judgement
from guiju.apps.conformity.selectors.judging_rules import rules_in
from guiju.core.provisions.model import Rule, RuleSet, Rung, Scale
from guiju.core.provisions.tables.errors import TableError
from guiju.core.provisions.tables.heads import Head
from guiju.core.provisions.tables.layout import Layout
from guiju.core.provisions.tables.long_form import long_form, widened
from guiju.core.provisions.tables.proposing import heads_of, proposed_layout
from guiju.core.provisions.tables.reading import batches, beginning
from guiju.core.provisions.untold import deciding
from guiju.core.records.readers.base import Unreadable

SHOWN = 3
_LOOKED_AT = 20


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the file: its first values, what it was taken for ("" nothing), its unit."""

    name: str
    values: tuple[str, ...]
    of: str = ""
    unit: str = ""


@contextmanager
def speaking_of(name: str) -> Iterator[None]:
    """Errors name the file as its owner does, not as it is stored."""
    try:
        yield
    except (TableError, Unreadable) as error:
        error.subject = name
        raise


def rules_of(judgement: Judgement) -> RuleSet:
    """The rule set as it judges on the day of the judgement."""
    return rules_in(judgement.rules).on(judgement.on)


def layout_proposed(path: Path, rules: RuleSet) -> dict[str, Any]:
    """Where the heads stand, to be kept with the judgement."""
    found = proposed_layout(path, rules)
    long = long_form(beginning(path, 1, found).columns) is not None
    return {"head": found.head, "units": found.units, "long": long}


def pieces_of(path: Path, layout: Mapping[str, Any]) -> Iterator[pl.DataFrame]:
    """The rows to be judged, in pieces; a report of one line an item is spread out."""
    pieces = batches(path, Layout(layout["head"], layout["units"]))
    if not layout["long"]:
        return pieces
    first = next(pieces)
    long = long_form(first.columns)
    return _chained(first, pieces) if long is None else widened(_chained(first, pieces), long, "")


def columns_in(path: Path, layout: Mapping[str, Any], rules: RuleSet) -> list[Column]:
    """The columns with what their heads say."""
    if layout["long"]:
        frame = next(pieces_of(path, layout)).head(_LOOKED_AT)
    else:
        frame = beginning(path, _LOOKED_AT, Layout(layout["head"], layout["units"]))
    return [_column(frame[name], rules) for name in frame.columns]


def columns_of(judgement: Judgement) -> list[Column]:
    """The columns as they were chosen, else as their heads say."""
    with speaking_of(judgement.name):
        found = columns_in(Path(judgement.stored.path), judgement.layout, rules_of(judgement))
    chosen = judgement.columns
    return [
        Column(one.name, one.values, chosen[one.name]["of"], chosen[one.name]["unit"])
        if one.name in chosen
        else one
        for one in found
    ]


def heads_by(columns: Iterable[Column], rules: RuleSet) -> dict[str, Head]:
    """What the columns hold, for the evaluation."""
    return {
        one.of: Head(one.name, "characteristic", one.of, one.unit)
        if one.of in rules.characteristics
        else Head(one.name, "attribute", one.of, one.unit)
        for one in columns
        if one.of
    }


def untold_of(columns: Iterable[Column], rules: RuleSet) -> tuple[str, ...]:
    """The attributes of the rules that no column tells."""
    told = {one.of for one in columns}
    return tuple(name for name in rules.attributes if name not in told)


def needed_of(columns: Sequence[Column], rules: RuleSet) -> tuple[str, ...]:
    """Those of them that decide about these columns and have no default."""
    held = {one.of for one in columns}
    parts: list[Rule | Rung | Scale] = [
        *rules.rules,
        *(rung for ladder in rules.ladders for rung in ladder.rungs),
        *(scale for index in rules.indices for scale in index.scales),
    ]
    needed = deciding(part for part in parts if part.characteristic in held)
    untold = untold_of(columns, rules)
    return tuple(name for name in untold if name in needed and not rules.attributes[name].default)


def _column(series: pl.Series, rules: RuleSet) -> Column:
    values = series.cast(pl.String).drop_nulls().unique(maintain_order=True)
    shown = tuple(one[:40] for one in values.to_list() if one.strip())[:SHOWN]
    head = heads_of(series.name, rules)
    return Column(series.name, shown, head.of if head else "", head.unit if head else "")


def _chained(first: pl.DataFrame, others: Iterator[pl.DataFrame]) -> Iterator[pl.DataFrame]:
    yield first
    yield from others
