"""One measure, one task, one named output, and how a measure read in earlier texts."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from guiju.apps.governance.rules.reading import KEEP_LEDGER
from guiju.apps.governance.rules.reports import REPORT
from guiju.apps.governance.selectors.changes import changes, in_words
from guiju.apps.governance.selectors.duties import duties_of
from guiju.apps.governance.selectors.ledger import action_line, measure_line, output_line
from guiju.apps.governance.selectors.report_rows import report_rows
from guiju.apps.governance.selectors.values import ActionLine, MeasureLine, ReportBrief
from guiju.apps.governance.selectors.versions import versions
from guiju.web.access import PUBLIC, needs
from guiju.web.request import Request

LATEST = 10


@require_safe
@needs(PUBLIC)
def measure(request: Request, slug: str, pk: int) -> HttpResponse:
    plan, line = measure_line(request.viewer, slug, pk)
    events = changes(request.viewer, plan, measure=pk)[:LATEST]
    context = {
        "plan": plan,
        "measure": line,
        "duties": duties_of(request.viewer, pk),
        "reports": report_rows(request.viewer, pk),
        "changes": in_words(request.viewer, plan, events),
        "report_rule": REPORT,
        "may_assign": KEEP_LEDGER.allows(request.viewer, plan),
    }
    return render(request, "governance/measure_detail.html", context)


@require_safe
@needs(PUBLIC)
def measure_history(request: Request, slug: str, pk: int) -> HttpResponse:
    plan, row, found = versions(request.viewer, slug, pk)
    context = {"plan": plan, "measure": row, "versions": found}
    return render(request, "governance/measure_history.html", context)


def _said(measure: MeasureLine, action: ActionLine | None) -> list[tuple[ReportBrief, str]]:
    """What the latest accepted reports say of one task, or (without one) of the measure."""
    said = [
        (report, report.lines.get(action.pk, "") if action else report.text)
        for report in measure.reports
    ]
    return [(report, text) for report, text in said if text]


@require_safe
@needs(PUBLIC)
def action(request: Request, slug: str, pk: int) -> HttpResponse:
    plan, line, found = action_line(request.viewer, slug, pk)
    context = {
        "plan": plan,
        "measure": line,
        "action": found,
        "said": _said(line, found),
        "keep_rule": KEEP_LEDGER,
    }
    return render(request, "governance/measure_action.html", context)


@require_safe
@needs(PUBLIC)
def output(request: Request, slug: str, pk: int) -> HttpResponse:
    plan, line, found = output_line(request.viewer, slug, pk)
    action = next((one for one in line.actions if one.pk == found.action), None)
    context = {
        "plan": plan,
        "measure": line,
        "output": found,
        "action": action,
        "said": _said(line, action),
    }
    return render(request, "governance/output_detail.html", context)
