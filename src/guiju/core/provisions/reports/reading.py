"""A report in a file (报告文件的读取): one line a characteristic, 检测项目, 单位, 结果, and maybe 限值."""

from functools import cache
from pathlib import Path

import polars as pl

from guiju.core.codes.tables import read_table
from guiju.core.errors import InputError
from guiju.core.provisions.model import RuleSet
from guiju.core.provisions.reports.model import Entry
from guiju.core.provisions.tables.errors import TableError
from guiju.core.provisions.tables.long_form import Long, long_form
from guiju.core.provisions.tables.proposing import proposed_layout
from guiju.core.provisions.tables.reading import batches, beginning
from guiju.core.provisions.words import folded

_MOST = 5000


class NotAReportError(InputError):
    """A table that is no report of one line a characteristic (不是逐项报告)."""

    code = "provisions.not-a-report"
    zh = "“{subject}”不是一行一个项目的报告：列名应当有“检测项目”和“检测结果”。现有：{heads}。"
    en = "“{subject}” is no report of one line a characteristic: heads such as “item” and “result” are needed. There are: {heads}."


class SeveralSamplesError(InputError):
    """A report of several samples (多个样品)."""

    code = "provisions.several-samples"
    zh = "“{subject}”中有多个样品：{samples}。逐项说明一次只对一个样品，请分开；要判定全部样品，请不要用 --report。"
    en = "“{subject}” holds several samples: {samples}. A report explains one; take them apart, or judge them all without --report."


def is_report(path: Path, rules: RuleSet) -> bool:
    """Whether the file is in long form, of one sample. Raises TableError."""
    first = beginning(path, _MOST + 1, proposed_layout(path, rules))
    long = long_form(first.columns)
    return long is not None and len(first) <= _MOST and len(_samples(first, long)) <= 1


def read_entries(path: Path, rules: RuleSet) -> tuple[Entry, ...]:
    """Its lines. Raises TableError, NotAReportError and SeveralSamplesError."""
    frame = _whole(path, rules)
    long = long_form(frame.columns)
    if long is None:
        raise NotAReportError(path.name, heads="、".join(frame.columns[:12]))
    if len(samples := _samples(frame, long)) > 1:
        raise SeveralSamplesError(path.name, samples="、".join(samples[:6]))
    limit, uncertainty = (_column(frame, one) for one in ("limit", "uncertainty"))
    entries = []
    for row, cells in enumerate(frame.iter_rows(named=True), 1):
        name = _text(cells[long.item])
        if name:
            entries.append(
                Entry(
                    name=name,
                    result=_text(cells[long.result]),
                    unit=_text(cells[long.unit]) if long.unit else "",
                    limit=_text(cells[limit]) if limit else "",
                    uncertainty=_text(cells[uncertainty]) if uncertainty else "",
                    row=row,
                )
            )
    return tuple(entries)


def _whole(path: Path, rules: RuleSet) -> pl.DataFrame:
    frame = pl.concat(list(batches(path, proposed_layout(path, rules))))
    if len(frame) > _MOST:
        raise TableError(
            path.name,
            why_zh=f"有 {len(frame)} 行；一份报告最多 {_MOST} 行。",
            why_en=f"it has {len(frame)} rows; a report has {_MOST} at most.",
        )
    return frame


def _samples(frame: pl.DataFrame, long: Long) -> list[str]:
    if not long.sample:
        return []
    named = (_text(cell) for cell in frame[long.sample])
    return list(dict.fromkeys(name for name in named if name))


def _text(cell: object) -> str:
    return "" if cell is None else str(cell).strip()


def _column(frame: pl.DataFrame, meaning: str) -> str:
    """The column that is called so, "" where there is none."""
    return next((one for one in frame.columns if folded(one) in _heads(meaning)), "")


@cache
def _heads(meaning: str) -> frozenset[str]:
    return frozenset(folded(word) for word in read_table("heads.yaml", "provisions")[meaning])
