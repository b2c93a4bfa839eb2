"""Data judged (判定): in the request where they are few, by the worker where they are many."""

import logging
import secrets
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from hashlib import file_digest
from pathlib import Path
from typing import Any

import polars as pl
from django.contrib.auth.models import AnonymousUser
from django.core.files.base import File
from django.db import transaction
from django.utils import timezone

from guiju.apps.accounts.selectors.viewers import viewer_of_user
from guiju.apps.conformity.models import Judgement
from guiju.apps.conformity.selectors.dated_tables import (
    evaluation_dated,
    is_named,
    may_be_dated,
    series_of,
    sets_of,
)
from guiju.apps.conformity.selectors.judged_tables import (
    Column,
    columns_of,
    heads_by,
    pieces_of,
    rules_of,
    speaking_of,
)
from guiju.apps.conformity.services.judgement_errors import (
    ColumnChosenTwiceError,
    JudgementStateError,
    TooLongSeriesError,
    TooManyRowsError,
)
from guiju.apps.journal.services import record
from guiju.core.errors import Bilingual, GuijuError
from guiju.core.params import param
from guiju.core.provisions.model import RuleSet
from guiju.core.provisions.tables.dated_periods import judged_periods
from guiju.core.provisions.tables.dating import EDITION, DatedEvaluation
from guiju.core.provisions.tables.evaluating import Evaluation
from guiju.core.provisions.tables.grouping import grouped
from guiju.core.provisions.tables.periods import Series
from guiju.core.provisions.tables.writing import write
from guiju.web.viewer import Viewer

_log = logging.getLogger(__name__)
_State = Judgement.State
# About five thousand years of hours for all groups, a hundred for one.
_MOST_CELLS, _MOST_STEPS = 40_000_000, 900_000
PUBLIC_NAME = "public"
BROKEN = Bilingual(
    "判定时系统内部出错，没有得出结果。请重新上传；若再次出错，请联系系统管理员。",
    "Something went wrong inside and nothing was judged. Upload the data again; if it happens "
    "again, tell the system administrator.",
)


def judge(
    *,
    judgement: Judgement,
    columns: Iterable[Column],
    settings: dict[str, str],
    by: Viewer,
    dating: Mapping[str, Any] | None = None,
) -> Judgement:
    """Judge by what was chosen; a large file waits for the worker.

    `dating` says which column holds the days, or which columns make the table a time series.
    """
    rules, columns = rules_of(judgement), list(columns)
    check_columns(columns, rules)
    judgement.columns = {one.name: {"of": one.of, "unit": one.unit} for one in columns}
    judgement.settings = settings
    judgement.dating = {**judgement.dating, **(dating or {})}
    # Settings, units and columns are refused here, while the form is still open.
    _evaluation(judgement, columns)
    at_once = judgement.size <= param("judging.at_once_kilobytes", by.today) * 1000
    if at_once:
        return _judged(judgement, by, before=_State.PREPARED)
    rows = Judgement.objects.filter(pk=judgement.pk, state=_State.PREPARED)
    values = {"columns": judgement.columns, "settings": settings, "dating": judgement.dating}
    if not rows.update(state=_State.WAITING, **values):
        raise JudgementStateError()
    judgement.state = _State.WAITING
    return judgement


def check_columns(columns: Iterable[Column], rules: RuleSet) -> None:
    """No two columns hold the same."""
    seen: dict[str, str] = {}
    for one in columns:
        if one.of and one.of in seen:
            thing = rules.characteristics.get(one.of) or rules.attributes[one.of]
            raise ColumnChosenTwiceError(thing.name.zh, first=seen[one.of], second=one.name)
        seen[one.of] = one.name


def run_waiting(*, stop: Callable[[], bool] = lambda: False) -> int:
    """Judge what waits. Only the one worker calls it, so that what is running was left behind."""
    Judgement.objects.filter(state=_State.RUNNING).update(state=_State.WAITING)
    done = 0
    while not stop():
        one = Judgement.objects.filter(state=_State.WAITING).order_by("pk").first()
        if one is None:
            break
        Judgement.objects.filter(pk=one.pk, state=_State.WAITING).update(state=_State.RUNNING)
        _run(one)
        done += 1
    return done


def _run(judgement: Judgement) -> None:
    try:
        by = viewer_of_user(judgement.by or AnonymousUser(), timezone.localdate())
        _judged(judgement, by, before=_State.RUNNING)
    except GuijuError as error:
        _failed(judgement, error.sentence)
    except Exception:
        _log.exception("judgement %s", judgement.pk)
        _failed(judgement, BROKEN)


def _failed(judgement: Judgement, sentence: Bilingual) -> None:
    Judgement.objects.filter(pk=judgement.pk).update(
        state=_State.FAILED,
        message_zh=sentence.zh,
        message_en=sentence.en,
        finished=timezone.now(),
    )


def _judged(judgement: Judgement, by: Viewer, *, before: str) -> Judgement:
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "verdicts.parquet"
        with speaking_of(judgement.name):
            summary = _evaluated(judgement, made, by)
        with made.open("rb") as stream:
            digest = file_digest(stream, "sha256").hexdigest()
            judgement.result.save(f"{secrets.token_hex(16)}.parquet", File(stream), save=False)
    try:
        _keep(judgement, summary, digest, by, before)
    except BaseException:
        judgement.result.delete(save=False)
        raise
    return judgement


def _evaluated(judgement: Judgement, made: Path, by: Viewer) -> dict[str, Any]:
    """The verdicts into a file; the summary of them."""
    limit = int(param("judging.rows_at_most", by.today))
    pieces = _bounded(pieces_of(Path(judgement.stored.path), judgement.layout), limit, judgement)
    columns = columns_of(judgement)
    counted: dict[str, Counter[str]] = {"limiting": Counter(), "rules_limiting": Counter()}
    series = series_of(judgement)
    if series is None:
        evaluation = _evaluation(judgement, columns)
        write(_counted(evaluation.judged(pieces), counted), made)
        found = evaluation.summary
    else:
        frame = pl.concat(list(pieces), how="vertical_relaxed")
        check_size(frame, series)
        heads = heads_by(columns, rules_of(judgement))
        table, found = judged_periods(
            sets_of(judgement),
            frame,
            series,
            judgement.settings,
            named=is_named(judgement),
            heads=heads,
        )
        if EDITION in table.columns:
            rows = table[EDITION].value_counts()
            found.count(EDITION, dict(zip(rows[EDITION], rows["count"], strict=True)))
        write(_counted([table], counted), made)
    return {
        **found.to_json(),
        **{name: dict(answers.most_common()) for name, answers in counted.items()},
    }


def _evaluation(judgement: Judgement, columns: Sequence[Column]) -> Evaluation | DatedEvaluation:
    rules = rules_of(judgement)
    dated = may_be_dated(judgement) and not judgement.dating.get("time")
    return evaluation_dated(
        rules,
        sets_of(judgement),
        [one.name for one in columns],
        judgement.settings,
        heads_by(columns, rules),
        dates=judgement.dating.get("dates", "") if dated else "",
        named=is_named(judgement),
    )


def _bounded(
    pieces: Iterable[pl.DataFrame], limit: int, judgement: Judgement
) -> Iterator[pl.DataFrame]:
    rows = 0
    for piece in pieces:
        rows += len(piece)
        if rows > limit:
            raise TooManyRowsError(str(limit), standard=judgement.standard)
        yield piece


def check_size(frame: pl.DataFrame, series: Series) -> None:
    """A few rows can span thousands of years. Raises TooLongSeriesError."""
    found = grouped(frame, series.time, series.by, series.stamp)
    if not len(found.number):
        return
    steps = int(found.number.max()) - int(found.number.min()) + 1
    if steps > _MOST_STEPS or steps * found.groups > _MOST_CELLS:
        raise TooLongSeriesError(f"{steps * found.groups:,}", limit=f"{_MOST_CELLS:,}")


def _counted(
    pieces: Iterable[pl.DataFrame], counted: Mapping[str, Counter[str]]
) -> Iterator[pl.DataFrame]:
    for piece in pieces:
        _count(counted["limiting"], piece, "limiting" if "limiting" in piece.columns else "primary")
        _count(counted["rules_limiting"], piece, "rules_limiting")
        yield piece


def _count(limiting: Counter[str], piece: pl.DataFrame, name: str) -> None:
    if name in piece.columns:
        words = piece[name].drop_nulls().str.split("、").explode()
        table = words.filter(words != "").value_counts()
        limiting.update(dict(zip(table[name], table["count"], strict=True)))


def _keep(
    judgement: Judgement, summary: dict[str, Any], digest: str, by: Viewer, before: str
) -> None:
    values = {
        "state": _State.DONE,
        "columns": judgement.columns,
        "settings": judgement.settings,
        "dating": judgement.dating,
        "rows": summary["rows"],
        "summary": summary,
        "result": judgement.result.name,
        "size": judgement.size + judgement.result.size,
        "finished": timezone.now(),
    }
    with transaction.atomic():
        if not Judgement.objects.filter(pk=judgement.pk, state=before).update(**values):
            raise JudgementStateError()
        record(
            by=by if by.name else replace(by, name=PUBLIC_NAME),
            action="conformity.judge",
            subject=f"conformity.judgement:{judgement.pk}",
            after={
                "result": digest,
                "settings": judgement.settings,
                "columns": judgement.columns,
                "dating": judgement.dating,
            },
            details={
                "standard": judgement.standard,
                "rules_sha256": judgement.rules_sha256,
                "data_sha256": judgement.sha256,
                "data_sm3": judgement.sm3,
                "result_sha256": digest,
                "rows": summary["rows"],
            },
        )
    for name, value in values.items():
        setattr(judgement, name, value)
