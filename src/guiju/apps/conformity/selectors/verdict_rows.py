"""Rows with their verdicts (判定结果行), read from the kept table page by page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import polars as pl
from django.core.paginator import Page, Paginator

from guiju.apps.conformity.models import Judgement
from guiju.apps.conformity.selectors.judged_tables import rules_of
from guiju.core.errors import Bilingual, NotFoundError
from guiju.core.provisions.explaining.phrases import clause_words
from guiju.core.provisions.words_of import STATUS_WORDS

PER_PAGE = 50
_MOST_NAMES = 2
_ROW = "__row"
_WORDS = {one.zh: one for one in STATUS_WORDS.values()}
KINDS = {"pass": "good", "fail": "bad", "undetermined": "warn", "missing": "warn"}
_KIND_OF = {one.zh: KINDS.get(status, "plain") for status, one in STATUS_WORDS.items()}


def kind_of(word: str) -> str:
    """How the mark of a verdict looks."""
    return _KIND_OF.get(word, "plain")


class NoRowError(NotFoundError):
    """The table has no such row (没有这一行)."""

    code = "judge_no_row"
    zh = "数据中没有第 {subject} 行。请从结果表中打开。"
    en = "The data have no row {subject}. Open it from the table of results."


@dataclass(frozen=True, slots=True)
class Verdict:
    """A row as the table shows it: its number, what names it, and the answers."""

    number: int
    names: tuple[str, ...]
    index: str
    grade: str
    verdict: Bilingual | None
    kind: str
    limiting: tuple[tuple[Bilingual, str], ...]
    clauses: tuple[str, ...]


class _Rows(Sequence[Verdict]):
    """Rows on demand, as the paginator wants them."""

    def __init__(self, judgement: Judgement, narrow: Mapping[str, str]) -> None:
        self._reading = _Reading(judgement)
        self._rows = self._reading.narrowed(narrow)
        self._count: int | None = None

    def __len__(self) -> int:
        if self._count is None:
            self._count = self._rows.select(pl.len()).collect().item()
        return self._count

    def __getitem__(self, at: Any) -> Any:
        part = self._rows.slice(at.start or 0, at.stop - (at.start or 0)).collect()
        return [self._reading.verdict(row) for row in part.iter_rows(named=True)]


class _Reading:
    def __init__(self, judgement: Judgement) -> None:
        rules = rules_of(judgement)
        self.frame = pl.scan_parquet(judgement.result.path, row_index_name=_ROW)
        self.columns = self.frame.collect_schema().names()
        chosen = judgement.columns
        self.names = [one for one in self.columns if one in chosen and not chosen[one]["of"]][
            :_MOST_NAMES
        ]
        self.by_name = {one.name.zh: one.name for one in rules.characteristics.values()}
        ids = {one.name.zh: name for name, one in rules.characteristics.items()}
        heads = {one["of"]: name for name, one in chosen.items() if one["of"]}
        self.heads = {name: heads[of] for name, of in ids.items() if of in heads}
        self.limiting = "limiting" if "limiting" in self.columns else "primary"
        self.index = rules.indices[0].id if rules.indices and not rules.ladders else ""

    def narrowed(self, narrow: Mapping[str, str]) -> pl.LazyFrame:
        frame = self.frame
        for name, value in narrow.items():
            if name == "limiting":
                among = pl.col(self.limiting).fill_null("").str.split("、").list.contains(value)
                frame = frame.filter(among)
            elif name in self.columns:
                frame = frame.filter(pl.col(name).fill_null("") == value)
        return frame

    def verdict(self, row: Mapping[str, Any]) -> Verdict:
        said = row.get("verdict") or ""
        limiting = [one for one in (row.get(self.limiting) or "").split("、") if one]
        return Verdict(
            number=row[_ROW] + 1,
            names=tuple(_text(row[name]) for name in self.names),
            index=_text(row.get(self.index)) if self.index else "",
            grade=row.get("grade") or "",
            verdict=_WORDS.get(said),
            kind=kind_of(said),
            limiting=tuple(
                (
                    self.by_name.get(one, Bilingual(one, one)),
                    _text(row.get(self.heads.get(one, ""))),
                )
                for one in limiting
            ),
            clauses=tuple(one for one in (row.get("clause") or "").split("、") if one),
        )


def verdict_rows(judgement: Judgement, narrow: Mapping[str, str], number: Any) -> Page[Verdict]:
    """A page of the rows that `narrow` leaves."""
    page: Page[Verdict] = Paginator(_Rows(judgement, narrow), PER_PAGE).get_page(number)
    return page


def first_rows(judgement: Judgement, most: int) -> list[Verdict]:
    """The first rows, for a report."""
    rows: list[Verdict] = _Rows(judgement, {})[:most]
    return rows


def names_shown(judgement: Judgement) -> list[str]:
    """The columns that name a row: the first of which nothing is judged."""
    return _Reading(judgement).names


def row_of(judgement: Judgement, number: int) -> dict[str, Any]:
    """One row with its verdicts, by its number from 1. Raises NoRowError."""
    frame = pl.scan_parquet(judgement.result.path)
    found = frame.slice(number - 1, 1).collect() if 1 <= number <= judgement.rows else None
    if found is None or not len(found):
        raise NoRowError(str(number))
    return found.row(0, named=True)


def verdict_of(judgement: Judgement, number: int) -> Verdict:
    """One row as the table shows it."""
    return _Reading(judgement).verdict({**row_of(judgement, number), _ROW: number - 1})


def clause_said(clause: str) -> Bilingual:
    """A clause as a reader of either language calls it."""
    return clause_words("", clause)


def _text(value: Any) -> str:
    return "" if value is None else str(value)[:80]
