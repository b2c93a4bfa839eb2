"""A table judged by a rule set (数据表判定): the columns that it adds, and a summary."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

import polars as pl

from guiju.core.errors import InputError
from guiju.core.provisions.columnar.columns import Column
from guiju.core.provisions.columnar.standing import Amounts, Words
from guiju.core.provisions.grading import level_named
from guiju.core.provisions.measured import read_measured
from guiju.core.provisions.model import Attribute, Rule, RuleSet, Rung, Scale
from guiju.core.provisions.sample import value_of
from guiju.core.provisions.tables.heads import Head, mapped
from guiju.core.provisions.tables.series import results, words
from guiju.core.provisions.tables.verdicts import verdicts
from guiju.core.provisions.units import in_units

_MOST_UNREADABLE = 20
TARGET = "target"


class NothingToJudgeError(InputError):
    """No column holds a characteristic of the rules (没有可判定的列)."""

    code = "provisions.nothing-to-judge"
    zh = "数据中没有“{subject}”规定的指标。列名应当含有：{known}。"
    en = "The data hold no characteristic of “{subject}”. Heads should name: {known}."


class SettingError(InputError):
    """--set names what the rules do not know (适用条件有误)."""

    code = "provisions.setting"
    zh = "“{subject}”不能使用：{why_zh}"
    en = "“{subject}” cannot be used: {why_en}"


@dataclass(slots=True)
class Summary:
    """What was judged: rows, how many of each answer, and cells that could not be read."""

    standard: str
    columns: tuple[Head, ...]
    rows: int = 0
    answers: dict[str, Counter[str]] = field(default_factory=dict)
    unreadable: list[tuple[str, int, str]] = field(default_factory=list)
    untold: tuple[str, ...] = ()

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
    """Judges a table piece by piece. `settings` are attributes for all rows, and the target."""

    def __init__(self, rules: RuleSet, columns: Iterable[str], settings: Mapping[str, str]) -> None:
        heads = mapped(columns, rules)
        self._results = {name: one for name, one in heads.items() if one.kind == "characteristic"}
        self._told = {name: one for name, one in heads.items() if one.kind == "attribute"}
        if not self._results:
            known = "、".join(one.name.zh for one in rules.characteristics.values())
            raise NothingToJudgeError(rules.standard, known=known)
        self._settings, self._target = _settings(rules, settings)
        self._rules = in_units(rules, {name: one.unit for name, one in self._results.items()})
        self.summary = Summary(rules.standard, tuple(heads.values()), untold=self._untold(rules))

    def _untold(self, rules: RuleSet) -> tuple[str, ...]:
        """Attributes that decide something here and that neither a column nor a setting tells."""
        parts: list[Rule | Rung | Scale] = [
            *rules.rules,
            *(rung for ladder in rules.ladders for rung in ladder.rungs),
            *(scale for index in rules.indices for scale in index.scales),
        ]
        needed = dict.fromkeys(
            one.attribute
            for part in parts
            if part.characteristic in self._results
            for one in part.when
        )
        return tuple(one for one in needed if one not in self._told and one not in self._settings)

    def judged(self, pieces: Iterable[pl.DataFrame]) -> Iterator[pl.DataFrame]:
        """Every piece with the verdicts beside its rows."""
        for piece in pieces:
            yield self._piece(piece)

    def _piece(self, piece: pl.DataFrame) -> pl.DataFrame:
        columns = {name: results(piece[head.column]) for name, head in self._results.items()}
        for name, column in columns.items():
            self._note(name, column, piece)
        told: dict[str, Words | Amounts | str | float] = dict(self._settings)
        for name, head in self._told.items():
            told[name] = words(piece[head.column], self._rules.attributes[name])
        added = verdicts(self._rules, columns, told, len(piece), self._target)
        self.summary.rows += len(piece)
        for one in added:
            if one.name in ("grade", "verdict"):
                counted = self.summary.answers.setdefault(one.name, Counter())
                table = one.value_counts()
                counted.update(dict(zip(table[one.name], table["count"], strict=True)))
        return piece.with_columns(added)

    def _note(self, name: str, column: Column, piece: pl.DataFrame) -> None:
        """The first cells that are neither numbers nor words for "no result"."""
        if column.codes is None or len(self.summary.unreadable) >= _MOST_UNREADABLE:
            return
        odd = {at for at, one in enumerate(column.others, 1) if one.kind == "unreadable"}
        if odd:
            head = self._results[name].column
            at = pl.Series(column.codes).is_in(list(odd)).arg_true()
            for row in at[: _MOST_UNREADABLE - len(self.summary.unreadable)]:
                place = self.summary.rows + row + 1
                self.summary.unreadable.append((head, place, str(piece[head][row])[:80]))


def _settings(rules: RuleSet, settings: Mapping[str, str]) -> tuple[dict[str, str | float], str]:
    """Attributes in the words of the rules, with their defaults, and the level that is asked for."""
    told: dict[str, str | float] = {
        name: one.default for name, one in rules.attributes.items() if one.default
    }
    target = ""
    for key, text in settings.items():
        attribute = rules.attributes.get(key)
        if attribute is not None:
            told[key] = _told(attribute, text)
        elif key == TARGET and rules.ladders:
            target = _level(rules, text)
        else:
            known = "、".join((*rules.attributes, TARGET) if rules.ladders else rules.attributes)
            raise SettingError(key, why_zh=f"可用的有 {known}。", why_en=f"there are {known}.")
    return told, target


def _told(attribute: Attribute, text: str) -> str | float:
    if not attribute.values:
        measured = read_measured(text)
        if measured.kind != "number" or measured.number is None:
            raise SettingError(text, why_zh="应当是数。", why_en="a number is expected.")
        return float(Decimal(measured.number))
    value = value_of(attribute, text)
    if value is None:
        known = "、".join(attribute.values)
        raise SettingError(
            text,
            why_zh=f"{attribute.name.zh}只能是 {known}。",
            why_en=f"{attribute.name.en} can be {known}.",
        )
    return value


def _level(rules: RuleSet, text: str) -> str:
    ladder = rules.ladders[0]
    level = level_named(ladder, text)
    if level is None or level == ladder.otherwise:
        known = "、".join(ladder.levels)
        raise SettingError(text, why_zh=f"等级只有 {known}。", why_en=f"the levels are {known}.")
    return level
