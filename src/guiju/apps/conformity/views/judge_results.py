"""The verdicts of a judgement: summary, rows, one row in words, files."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from guiju.apps.accounts.views.parts import language
from guiju.apps.conformity.exports import verdict_report
from guiju.apps.conformity.exports.verdict_files import FORMS, File, verdict_file
from guiju.apps.conformity.forms.judging import ShownForm
from guiju.apps.conformity.models import Judgement
from guiju.apps.conformity.selectors.clause_links import source_of
from guiju.apps.conformity.selectors.dated_tables import series_of
from guiju.apps.conformity.selectors.explained_rows import explained_row
from guiju.apps.conformity.selectors.judged_tables import rules_of
from guiju.apps.conformity.selectors.judgements import judgement_of
from guiju.apps.conformity.selectors.verdict_rows import (
    names_shown,
    row_of,
    verdict_of,
    verdict_rows,
)
from guiju.apps.conformity.selectors.verdict_summary import Summary, summary_of
from guiju.apps.conformity.views.judge_sending import private
from guiju.core.errors import Bilingual
from guiju.web.access import PUBLIC, needs
from guiju.web.charts import bar_chart
from guiju.web.request import Request

_MOST_BARS = 12
# What a period shows in marks of its own.
ADDED = {"period", "grade", "verdict", "limiting", "clause", "edition", "invalid"}


def results(request: Request, judgement: Judgement) -> HttpResponse:
    """What came of it."""
    summary = summary_of(judgement)
    form = ShownForm(request.GET, _choices(summary))
    page = verdict_rows(judgement, form.narrow, request.GET.get("page"))
    clauses = {clause for row in page.object_list for clause in row.all_clauses}
    context = {
        "judgement": judgement,
        "title": Bilingual(judgement.title_zh, judgement.title_en),
        "summary": summary,
        "chart": _chart(summary),
        "form": form,
        "page": page,
        "report": explained_row(judgement, 1) if judgement.rows == 1 else None,
        "names": names_shown(judgement),
        "source": source_of(request.viewer, judgement.standard, clauses, language()),
        "forms": FORMS,
        "report_forms": verdict_report.FORMS,
        "has_remarks": any(row.remarks for row in page.object_list),
        "is_series": series_of(judgement) is not None,
        "omitted": rules_of(judgement).omitted,
    }
    return render(request, "conformity/judge/results.html", context)


def _choices(summary: Summary) -> dict[str, list[tuple[str, str]]]:
    tongue = language()
    return {
        "verdict": [(one.value, one.name.say(tongue)) for one in summary.verdicts],
        "grade": [(one.value, one.value) for one in summary.grades if one.value],
        "limiting": [(one.value, one.name.say(tongue)) for one in summary.limiting],
        "edition": [(one.value, one.value) for one in summary.editions if one.value],
        "rules_verdict": [(one.value, one.name.say(tongue)) for one in summary.rules_verdicts],
        "rules_limiting": [(one.value, one.name.say(tongue)) for one in summary.rules_limiting],
    }


def _chart(summary: Summary) -> Any:
    tongue = language()
    rows = [(one.name.say(tongue), one.count) for one in summary.limiting[:_MOST_BARS]]
    return bar_chart(
        rows,
        label=_("Characteristic"),
        value=_("Rows"),
        title=_("What limits most often"),
    )


@require_safe
@needs(PUBLIC)
def row(request: Request, key: str, number: int) -> HttpResponse:
    """One row with the reasons of its answers, in words."""
    judgement = done(request, key)
    values = row_of(judgement, number)
    verdict = verdict_of(judgement, number)
    is_series = series_of(judgement) is not None
    context = {
        "judgement": judgement,
        "number": number,
        "row": verdict,
        "report": explained_row(judgement, number),
        "is_series": is_series,
        "cells": [
            (name, value)
            for name, value in values.items()
            if name in judgement.columns or (is_series and name not in ADDED)
        ],
        "source": source_of(request.viewer, judgement.standard, verdict.all_clauses, language()),
        "before": number - 1,
        "after": number + 1 if number < judgement.rows else 0,
    }
    return private(render(request, "conformity/judge/row.html", context))


@require_safe
@needs(PUBLIC)
def table_file(request: Request, key: str, form: str) -> HttpResponse:
    """The table with its verdicts."""
    return _sent(verdict_file(done(request, key), form))


@require_safe
@needs(PUBLIC)
def report_file(request: Request, key: str, form: str) -> HttpResponse:
    """The report, in the language of the page."""
    return _sent(verdict_report.report_file(done(request, key), form, language()))


def _sent(found: File | None) -> HttpResponse:
    if found is None:
        raise Http404
    return private(
        HttpResponse(
            found.data,
            content_type=found.mime,
            headers={"Content-Disposition": f'attachment; filename="{found.name}"'},
        )
    )


def done(request: Request, key: str) -> Judgement:
    """The judgement, if there are verdicts."""
    judgement = judgement_of(request.viewer, key)
    if judgement.state != Judgement.State.DONE:
        raise Http404(key)
    return judgement
