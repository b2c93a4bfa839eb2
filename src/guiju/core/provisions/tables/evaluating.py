"""A table judged by a rule set (数据表判定): the columns that it adds, and a summary."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import polars as pl

from guiju.core.errors import InputError
from guiju.core.provisions.columnar.derived import with_sums
from guiju.core.provisions.columnar.told import Amounts, Words
from guiju.core.provisions.model import Rule, RuleSet, Rung, Scale
from guiju.core.provisions.tables.heads import Head, mapped
from guiju.core.provisions.tables.series import Rows, results, words
from guiju.core.provisions.tables.settings import SettingError as SettingError
from guiju.core.provisions.tables.settings import settings_of
from guiju.core.provisions.tables.verdicts import verdicts
from guiju.core.provisions.units import in_units
from guiju.core.provisions.untold import deciding

_MOST_UNREADABLE = 20


class NothingToJudgeError(InputError):
    """No column holds a characteristic of the rules (没有可判定的列)."""

    code = "provisions.nothing-to-judge"
    zh = "数据中没有“{subject}”规定的指标。列名应当含有：{known}。"
    en = "The data hold no characteristic of “{subject}”. Heads should name: {known}."


@dataclass(frozen=True, slots=True, eq=False)
class Numbered:
    """The numbers of the rows of a piece: they follow `before` others, or are those `places` of them."""

    before: int
    places: Rows | None = None

    def number(self, place: int) -> int:
        return self.before + 1 + (place if self.places is None else int(self.places[place]))


@dataclass(slots=True)
class Summary:
    """What was judged: rows, how many of each answer, and cells that could not be read."""

    standard: str
    columns: tuple[Head, ...]
    rows: int = 0
    answers: dict[str, Counter[str]] = field(default_factory=dict)
    unreadable: list[tuple[str, int, str]] = field(default_factory=list)
    untold: tuple[str, ...] = ()
    most_unreadable: int = _MOST_UNREADABLE

    def note(self, column: pl.Series, places: Rows, rows: "Numbered") -> None:
        """The first cells that are not understood, with the numbers of their rows."""
        for place in places[: max(0, self.most_unreadable - len(self.unreadable))]:
            text = str(column[int(place)] or "")[:80]
            self.unreadable.append((column.name, rows.number(int(place)), text))

    def count(self, column: str, answers: Mapping[str, int]) -> None:
        """More rows with these answers in a column."""
        self.answers.setdefault(column, Counter()).update(answers)

    def to_json(self) -> dict[str, Any]:
        return {
            "standard": self.standard,
            "rows": self.rows,
            "columns": [
                {"column": one.column, "of": one.of, "kind": one.kind, "unit": one.unit}
                for one in self.columns
            ],
            "untold": list(self.untold),
            **{name: dict(counted.most_common()) for name, counted in self.answers.items()},
            "unreadable": [
                {"column": column, "row": row, "text": text}
                for column, row, text in self.unreadable
            ],
        }


class Evaluation:
    """Judges a table piece by piece. `settings` are attributes for all rows, and the target.

    `heads` say what the columns hold where somebody chose it; else the names of the columns do.
    """

    def __init__(
        self,
        rules: RuleSet,
        columns: Iterable[str],
        settings: Mapping[str, str],
        heads: Mapping[str, Head] | None = None,
    ) -> None:
        heads = mapped(columns, rules) if heads is None else heads
        self._results = {name: one for name, one in heads.items() if one.kind == "characteristic"}
        self._told = {name: one for name, one in heads.items() if one.kind == "attribute"}
        if not self._results:
            known = "、".join(one.name.zh for one in rules.characteristics.values())
            raise NothingToJudgeError(rules.standard, known=known)
        self.rule_sets = (rules,)
        self._settings, self._target = settings_of(rules, settings)
        numbers = {
            name: one.unit for name, one in self._told.items() if not rules.attributes[name].values
        }
        units = {name: one.unit for name, one in self._results.items()}
        self._rules = in_units(rules, units, numbers)
        self.summary = Summary(rules.standard, tuple(heads.values()), untold=self._untold(rules))

    def _untold(self, rules: RuleSet) -> tuple[str, ...]:
        """Attributes that decide something here and that neither a column nor a setting tells."""
        parts: list[Rule | Rung | Scale] = [
            *rules.rules,
            *(rung for ladder in rules.ladders for rung in ladder.rungs),
            *(scale for index in rules.indices for scale in index.scales),
        ]
        needed = deciding(part for part in parts if part.characteristic in self._results)
        return tuple(one for one in needed if one not in self._told and one not in self._settings)

    def judged(self, pieces: Iterable[pl.DataFrame]) -> Iterator[pl.DataFrame]:
        """Every piece with the verdicts beside its rows."""
        for piece in pieces:
            yield piece.with_columns(self.added(piece, Numbered(self.summary.rows)))

    def added(self, piece: pl.DataFrame, rows: Numbered) -> list[pl.Series]:
        """The columns to add; `rows` are the numbers of its rows in the table."""
        columns = {name: results(piece[head.column]) for name, head in self._results.items()}
        for name, column in columns.items():
            if column.codes is not None:
                odd = [at for at, one in enumerate(column.others, 1) if one.kind == "unreadable"]
                unread = np.flatnonzero(np.isin(column.codes, odd))
                self.summary.note(piece[self._results[name].column], unread, rows)
        told: dict[str, Words | Amounts | str | float] = dict(self._settings)
        for name, head in self._told.items():
            told[name], unread = words(piece[head.column], self._rules.attributes[name])
            self.summary.note(piece[head.column], unread, rows)
        columns = with_sums(self._rules, columns, len(piece))
        added = verdicts(self._rules, columns, told, len(piece), self._target)
        self.summary.rows += len(piece)
        for one in added:
            if one.name in ("grade", "verdict", "rules_verdict"):
                table = one.value_counts()
                counts = dict(zip(table[one.name], table["count"], strict=True))
                self.summary.count(one.name, counts)
        return added
