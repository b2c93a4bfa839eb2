"""Data judged (判定): in the request where they are few, by the worker where they are many."""

import logging
import secrets
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
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
    TooManyRowsError,
)
from guiju.apps.journal.services import record
from guiju.core.errors import Bilingual, GuijuError
from guiju.core.params import param
from guiju.core.provisions.model import RuleSet
from guiju.core.provisions.tables.evaluating import Evaluation
from guiju.core.provisions.tables.writing import write
from guiju.web.viewer import Viewer

_log = logging.getLogger(__name__)
_State = Judgement.State
PUBLIC_NAME = "public"
BROKEN = Bilingual(
    "判定时系统内部出错，没有得出结果。请重新上传；若再次出错，请联系系统管理员。",
    "Something went wrong inside and nothing was judged. Upload the data again; if it happens "
    "again, tell the system administrator.",
)


def judge(
    *, judgement: Judgement, columns: Iterable[Column], settings: dict[str, str], by: Viewer
) -> Judgement:
    """Judge by what was chosen; a large file waits for the worker."""
    rules, columns = rules_of(judgement), list(columns)
    check_columns(columns, rules)
    # Settings, units and columns are refused here, while the form is still open.
    Evaluation(rules, [], settings, heads_by(columns, rules))
    judgement.columns = {one.name: {"of": one.of, "unit": one.unit} for one in columns}
    judgement.settings = settings
    at_once = judgement.size <= param("judging.at_once_kilobytes", by.today) * 1000
    if at_once:
        return _judged(judgement, by, before=_State.PREPARED)
    rows = Judgement.objects.filter(pk=judgement.pk, state=_State.PREPARED)
    values = {"columns": judgement.columns, "settings": settings}
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
    limit = param("judging.rows_at_most", by.today)
    rules = rules_of(judgement)
    path = Path(judgement.stored.path)
    heads = heads_by(columns_of(judgement), rules)
    evaluation = Evaluation(rules, [], judgement.settings, heads)
    limiting: Counter[str] = Counter()

    def counted() -> Iterator[pl.DataFrame]:
        for piece in evaluation.judged(pieces_of(path, judgement.layout)):
            if evaluation.summary.rows > limit:
                raise TooManyRowsError(str(limit), standard=judgement.standard)
            _count(limiting, piece)
            yield piece

    write(counted(), made)
    return {**evaluation.summary.to_json(), "limiting": dict(limiting.most_common())}


def _count(limiting: Counter[str], piece: pl.DataFrame) -> None:
    name = "limiting" if "limiting" in piece.columns else "primary"
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
            after={"result": digest, "settings": judgement.settings, "columns": judgement.columns},
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
