"""Data judged for programs: rows or a file in, verdicts out. Nothing is stored."""

import tempfile
from datetime import date
from pathlib import Path, PurePath
from typing import Annotated, Any, cast

from ninja import Field, File, Form, Router, Schema
from ninja.files import UploadedFile

from guiju.apps.conformity.selectors.dated_tables import rules_of_day
from guiju.apps.conformity.selectors.evaluated import ByDay, Evaluated, evaluated, frame_of
from guiju.apps.conformity.selectors.explained_rows import explained
from guiju.apps.conformity.selectors.judged_tables import (
    layout_proposed,
    pieces_of,
    speaking_of,
)
from guiju.apps.conformity.selectors.judging_rules import (
    Judging,
    editions_judging,
    is_named,
    judging_on,
)
from guiju.apps.conformity.services.judgements import form_of
from guiju.core.params import param
from guiju.core.provisions.model import RuleSet
from guiju.core.provisions.tables.choosing import TwoWaysOfDatingError
from guiju.core.provisions.tables.heads import known_heads
from guiju.web.access import PUBLIC, needs
from guiju.web.request import Request
from guiju.web.schemas import NO_NUL, Day, Plain

router = Router(tags=["judging"])
_MOST_EXPLAINED = 100
_COUNTED = ("grade", "verdict", "rules_verdict", "edition")
Cell = Annotated[Plain, Field(max_length=2000)] | int | float | bool | None
Name = Annotated[Plain, Field(max_length=200)]
Number = Annotated[
    str,
    Field(
        min_length=1,
        max_length=240,
        pattern=NO_NUL,
        description="Without a year it means the edition in force on the day.",
        examples=["GB 3838-2002"],
    ),
]
Explain = Annotated[
    bool, Field(description=f"The reasons in words, for the first {_MOST_EXPLAINED} rows.")
]


class EvaluateIn(Schema):
    """Rows to be judged. Numbers may be texts, so that 7.50 stays 7.50 and `<0.05` can be said."""

    standard: Number
    on: Day | None = Field(
        None,
        description="The day of all samples; if left out, that of each row where a column holds it, else today.",
    )
    date_column: Name | None = Field(
        None,
        description="The column of the days: each row is judged by the edition and the limits of its "
        "day. A head such as 采样日期 is it by itself where `on` is left out.",
    )
    settings: dict[Name, Name] = Field(
        default_factory=dict,
        max_length=50,
        description="What decides which limits apply, for all rows, and `target`, a grade.",
        examples=[{"waterbody": "river"}],
    )
    columns: dict[Name, Name] = Field(
        default_factory=dict,
        max_length=1000,
        description="What a column holds, where its head does not say so.",
    )
    rows: list[dict[Name, Cell]] = Field(
        min_length=1, examples=[[{"溶解氧(mg/L)": "5.2", "总磷(mg/L)": "<0.01"}]]
    )
    explain: Explain = False


class EvaluateFile(Schema):
    """A file to be judged."""

    standard: Number
    on: Day | None = None
    date_column: Name | None = None
    settings: list[Name] = Field(
        default_factory=list, max_length=50, description="key=value", examples=[["waterbody=river"]]
    )
    explain: Explain = False


class JudgedColumn(Schema):
    """A column that was understood; `unit` is that of its head, "" where it states none."""

    column: str
    of: str
    kind: str
    unit: str


class UnreadableCell(Schema):
    """A cell that is neither a number nor a word for "no result"; rows count from 1."""

    column: str
    row: int
    text: str


class Evaluation(Schema):
    """What the rule set says: `rows` in the order in which they came, each with its answers.

    Standards with grades answer `grade`, `verdict`, `limiting`, `clause`; indices answer the index by
    its name, `primary`, `grade`, `clause`; others `verdict`, `limiting`, `clause`. Verdicts are 符合,
    不符合, 不确定, 不适用, 缺项. Where the days of the rows chose, `edition` says which edition judged. `explanation` stands in a row if it was asked for.
    """

    standard: str
    title: dict[str, str]
    on: date
    rules: str = Field(description="The rule file that judged.")
    rules_sha256: str
    columns: list[JudgedColumn]
    untold: list[str] = Field(description="Attributes that decide and that nobody told.")
    unreadable: list[UnreadableCell] = Field(description="The first of them.")
    counts: dict[str, dict[str, int]]
    rows: list[dict[str, Any]]


@router.post("/conformity/evaluate", response=Evaluation, summary="Judge rows by a standard")
@needs(PUBLIC)
def evaluate_rows(request: Request, asked: EvaluateIn) -> dict[str, Any]:
    """Verdict, grade, what limits and the clause for each row. Nothing is stored. 按标准判定数据"""
    judging, day = _judging(request, asked.standard, asked.on)
    frame = frame_of(asked.rows)
    by_day = _by_day(request, asked)
    found = evaluated(judging, iter([frame]), asked.settings, asked.columns, _most(request), by_day)
    return _answer(judging, day, found, asked.settings, by_day, explain=asked.explain)


@router.post("/conformity/evaluate-file", response=Evaluation, summary="Judge a file by a standard")
@needs(PUBLIC)
def evaluate_file(
    request: Request, file: File[UploadedFile], asked: Form[EvaluateFile]
) -> dict[str, Any]:
    """The same of a CSV, XLSX, Parquet or JSON lines file. Nothing is stored. 判定数据文件"""
    judging, day = _judging(request, asked.standard, asked.on)
    by_day = _by_day(request, asked)
    settings = dict(_setting(one) for one in asked.settings)
    name = PurePath(file.name or "data").name
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"data{form_of(cast('Any', file), name)}"
        path.write_bytes(file.read())
        with speaking_of(name):
            pieces = pieces_of(path, layout_proposed(path, judging.rules))
            found = evaluated(judging, pieces, settings, {}, _most(request), by_day)
    return _answer(judging, day, found, settings, by_day, explain=asked.explain)


def _judging(request: Request, standard: str, on: date | None) -> tuple[Judging, date]:
    day = on or request.viewer.today
    number = standard.strip()
    editions = () if on is not None else editions_judging(request.viewer, number)
    return judging_on(request.viewer, number, day, editions).on(day), day


def _by_day(request: Request, asked: EvaluateIn | EvaluateFile) -> ByDay | None:
    if asked.on is not None:
        if asked.date_column is not None:
            raise TwoWaysOfDatingError(asked.date_column)
        return None
    number = asked.standard.strip()
    editions = editions_judging(request.viewer, number)
    return ByDay(editions, is_named(number), asked.date_column)


def _most(request: Request) -> int:
    return int(param("judging.api_rows_at_most", request.viewer.today))


def _setting(text: str) -> tuple[str, str]:
    key, _, value = text.partition("=")
    return key.strip(), value.strip()


def _answer(
    judging: Judging,
    day: date,
    found: Evaluated,
    settings: dict[str, str],
    by_day: ByDay | None,
    *,
    explain: bool,
) -> dict[str, Any]:
    summary, title = found.summary.to_json(), judging.rules.title
    rows = [{"row": at, **answers} for at, answers in enumerate(found.answers, 1)]
    if explain:
        heads = {one.of: one for one in found.summary.columns}
        some = zip(rows, found.rows.head(_MOST_EXPLAINED).rows(named=True), strict=False)
        for row, cells in some:
            rules: RuleSet | None = judging.rules
            if by_day is not None and found.dates:
                sets = [one.rules for one in by_day.editions]
                rules = rules_of_day(sets, cells, found.dates, named=by_day.named)
            if rules is not None:
                own = known_heads(rules, heads)
                row["explanation"] = explained(rules, own, cells, settings).to_json()
    return {
        "standard": judging.rules.standard,
        "title": {"zh": title.zh, "en": title.en},
        "on": day,
        "rules": judging.origin,
        "rules_sha256": judging.sha256,
        "columns": summary["columns"],
        "untold": summary["untold"],
        "unreadable": summary["unreadable"],
        "counts": {name: summary[name] for name in _COUNTED if name in summary},
        "rows": rows,
    }
