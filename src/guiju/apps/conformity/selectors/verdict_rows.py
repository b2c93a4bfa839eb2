"""Rows with their verdicts (判定结果行), read from the kept table page by page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import polars as pl
from django.core.paginator import Page, Paginator

from guiju.apps.conformity.models import Judgement
from guiju.apps.conformity.selectors.dated_tables import series_of, sets_of
from guiju.apps.conformity.selectors.judged_tables import rules_of
from guiju.core.errors import Bilingual, NotFoundError
from guiju.core.provisions.explaining.phrases import clause_words
from guiju.core.provisions.tables.dating import EDITION
from guiju.core.provisions.words_of import STATUS_WORDS

PER_PAGE = 50
_MOST_NAMES = 2
_ROW = "__row"
PERIOD = "period"
_PERIOD = Bilingual("时段", "Period")
_REMARKS = ("reason", "rules_reason", "invalid")
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
    edition: str = ""
    beside: "Beside | None" = None
    remarks: tuple[str, ...] = ()

    @property
    def all_clauses(self) -> tuple[str, ...]:
        return (*self.clauses, *(self.beside.clauses if self.beside else ()))


@dataclass(frozen=True, slots=True)
class Beside:
    """What the rules beside a ladder say of a row (等级以外的规则)."""

    verdict: Bilingual
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
        known = {
            name: one
            for own in (*sets_of(judgement), rules)
            for name, one in own.characteristics.items()
        }
        self.frame = pl.scan_parquet(judgement.result.path, row_index_name=_ROW)
        self.columns = self.frame.collect_schema().names()
        chosen = judgement.columns
        self.names = [one for one in self.columns if one in chosen and not chosen[one]["of"]][
            :_MOST_NAMES
        ]
        series = series_of(judgement)
        if series is not None:
            self.names = [*series.by, PERIOD]
        elif (dates := judgement.dating.get("dates")) and dates not in self.names:
            self.names.append(dates)
        self.by_name = {one.name.zh: one.name for one in known.values()}
        ids = {one.name.zh: name for name, one in known.items()}
        heads = {one["of"]: name for name, one in chosen.items() if one["of"]}
        self.heads = {name: heads[of] for name, of in ids.items() if of in heads}
        if series is not None:
            shown = {zh: f"{zh}({known[of].unit})" for zh, of in ids.items() if known[of].unit}
            self.heads = {zh: shown.get(zh, zh) for zh in ids}
        self.limiting = "limiting" if "limiting" in self.columns else "primary"
        self.index = rules.indices[0].id if rules.indices and not rules.ladders else ""

    def narrowed(self, narrow: Mapping[str, str]) -> pl.LazyFrame:
        frame = self.frame
        for name, value in narrow.items():
            if name in ("limiting", "rules_limiting"):
                column = self.limiting if name == "limiting" else name
                if column not in self.columns:
                    continue
                among = pl.col(column).fill_null("").str.split("、").list.contains(value)
                frame = frame.filter(among)
            elif name in self.columns:
                frame = frame.filter(pl.col(name).fill_null("") == value)
        return frame

    def verdict(self, row: Mapping[str, Any]) -> Verdict:
        said = row.get("verdict") or ""
        return Verdict(
            number=row[_ROW] + 1,
            names=tuple(_text(row[name]) for name in self.names),
            index=_text(row.get(self.index)) if self.index else "",
            grade=row.get("grade") or "",
            verdict=_WORDS.get(said),
            kind=kind_of(said),
            limiting=self._limiting(row, self.limiting),
            clauses=_parts(row, "clause"),
            edition=row.get(EDITION) or "",
            beside=self._beside(row),
            remarks=tuple(_text(row[name]) for name in _REMARKS if row.get(name)),
        )

    def _limiting(self, row: Mapping[str, Any], name: str) -> tuple[tuple[Bilingual, str], ...]:
        return tuple(
            (
                self.by_name.get(one, Bilingual(one, one)),
                _text(row.get(self.heads.get(one, ""))),
            )
            for one in _parts(row, name)
        )

    def _beside(self, row: Mapping[str, Any]) -> Beside | None:
        said = row.get("rules_verdict") or ""
        if not said:
            return None
        return Beside(
            verdict=_WORDS.get(said, Bilingual(said, said)),
            kind=kind_of(said),
            limiting=self._limiting(row, "rules_limiting"),
            clauses=_parts(row, "rules_clause"),
        )


def _parts(row: Mapping[str, Any], name: str) -> tuple[str, ...]:
    return tuple(one for one in (row.get(name) or "").split("、") if one)


def verdict_rows(judgement: Judgement, narrow: Mapping[str, str], number: Any) -> Page[Verdict]:
    """A page of the rows that `narrow` leaves."""
    page: Page[Verdict] = Paginator(_Rows(judgement, narrow), PER_PAGE).get_page(number)
    return page


def first_rows(judgement: Judgement, most: int) -> list[Verdict]:
    """The first rows, for a report."""
    rows: list[Verdict] = _Rows(judgement, {})[:most]
    return rows


def names_shown(judgement: Judgement) -> list[Bilingual]:
    """The columns that name a row: the first of which nothing is judged, the day, the period."""
    is_series = series_of(judgement) is not None
    return [
        _PERIOD if one == PERIOD and is_series else Bilingual(one, one)
        for one in _Reading(judgement).names
    ]


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
