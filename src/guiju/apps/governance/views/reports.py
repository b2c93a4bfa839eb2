"""Writing a report in one page, handing it in, and taking it back."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from guiju.apps.accounts.selectors.organisations import display_names
from guiju.apps.governance.forms.reports import ReportForm, VersionForm, say
from guiju.apps.governance.models import Measure, Report
from guiju.apps.governance.rules.duties import Duties
from guiju.apps.governance.rules.reports import AUTHOR, READ_REPORT, REPORT
from guiju.apps.governance.selectors.duties import duties_of
from guiju.apps.governance.selectors.reports import (
    evidence_of,
    filed,
    measure_of,
    open_window,
    own_desks,
    report_for,
)
from guiju.apps.governance.services.report_content import check_complete
from guiju.apps.governance.services.reports import (
    StaleReport,
    save_draft,
    submit_report,
    withdraw_report,
)
from guiju.apps.governance.views.report_page import report_context
from guiju.core.errors import GuijuError, NotFoundError
from guiju.core.plans.quarters import Quarter, Window
from guiju.core.plans.reporting import possible
from guiju.web.access import needs
from guiju.web.request import Request
from guiju.web.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Desk:
    """For which measure, organisation and quarter a report is being written."""

    measure: Measure
    duties: Duties
    organisation: int
    choices: tuple[int, ...]
    window: Window
    quarter: Quarter

    @property
    def report(self) -> Report | None:
        return report_for(self.duties, self.organisation, str(self.quarter))


def _desk(viewer: Viewer, slug: str, pk: int, query: dict[str, str]) -> Desk:
    measure = measure_of(viewer, slug, pk)
    duties = duties_of(viewer, pk)
    REPORT.check(viewer, duties)
    choices = own_desks(viewer, duties)
    organisation = _chosen(choices, query.get("organisation", ""))
    window = open_window(viewer, measure.plan)
    period = query.get("period", "")
    quarter = Quarter.read(period) if period else window.last
    return Desk(measure, duties, organisation, tuple(choices), window, quarter)


def _chosen(choices: list[int], asked: str) -> int:
    """The organisation that the address names by its key, else the one with the strongest role."""
    found = next((pk for pk in choices if asked in {"", str(pk)}), None)
    if found is None:
        raise NotFoundError(asked[:40])
    return found


@require_http_methods(["GET", "HEAD", "POST"])
@needs(REPORT)
def write_report(request: Request, slug: str, pk: int) -> HttpResponse:
    """The report in one page. What was typed stays on the page whatever goes wrong."""
    desk = _desk(request.viewer, slug, pk, request.GET.dict())
    report = desk.report
    if report is None:
        desk.window.check(desk.quarter)
    if request.method != "POST":
        if report and "edit" not in [act.name for act in possible(report.state)]:
            return redirect("governance:report", report.pk)
        return _write_page(request, desk, _form(desk, report), report)
    form = _form(desk, report, request)
    if not form.is_valid():
        return _write_page(request, desk, form, report)
    try:
        saved = save_draft(
            measure=pk,
            organisation=desk.organisation,
            period=str(desk.quarter),
            content=form.content(),
            version=form.cleaned_data["version"],
            files=form.cleaned_data["proofs"],
            withdrawn=form.cleaned_data["withdrawn"],
            by=request.viewer,
        )
    except GuijuError as error:
        form.add_error(None, say(error.sentence))
        if not isinstance(error, StaleReport):
            return _write_page(request, desk, form, report)
        stored = desk.report
        form.see_version(stored.version if stored else 0)
        return _write_page(request, desk, form, stored, stored=stored, status=409)
    if "submit" in request.POST:
        return redirect("governance:report_submit", saved.pk)
    messages.success(request, _("The draft was saved. It is not handed in yet."))
    return redirect(_address(desk))


def _form(desk: Desk, report: Report | None, request: Request | None = None) -> ReportForm:
    actions = desk.measure.actions.filter(withdrawn=None).order_by("order")
    evidence = evidence_of(report) if report else []
    given = (request.POST, request.FILES) if request else ()
    return ReportForm(desk.duties, desk.organisation, actions, report, evidence, *given)


def _address(desk: Desk) -> str:
    """The page's address with its quarter and organisation, so that neither changes on the way."""
    page = reverse("governance:report_write", args=[desk.measure.plan.slug, desk.measure.pk])
    query = {"period": str(desk.quarter), "organisation": desk.organisation}
    return f"{page}?{urlencode(query)}"


def _write_page(
    request: Request,
    desk: Desk,
    form: ReportForm,
    report: Report | None,
    *,
    stored: Report | None = None,
    status: int = 200,
) -> HttpResponse:
    names = display_names(desk.choices, request.viewer.today, get_language() or "zh")
    context = {
        "desk": desk,
        "measure": desk.measure,
        "plan": desk.measure.plan,
        "form": form,
        "report": report,
        "names": names,
        "name": names[desk.organisation],
        "address": _address(desk),
        "stored": stored,
    }
    return render(request, "governance/report_write.html", context, status=status)


@require_safe
@needs(READ_REPORT)
def report(request: Request, pk: int) -> HttpResponse:
    """One report: what it says, its evidence, its history, and what can be done with it."""
    found = filed(request.viewer, pk)
    return render(request, "governance/report_detail.html", report_context(request.viewer, found))


@require_http_methods(["GET", "HEAD", "POST"])
@needs(AUTHOR)
def report_submit(request: Request, pk: int) -> HttpResponse:
    """The report as the office will read it, to be confirmed."""
    found = filed(request.viewer, pk)
    AUTHOR.check(request.viewer, found)
    if "submit" not in [act.name for act in possible(found.report.state)]:
        return redirect("governance:report", pk)
    form = VersionForm(request.POST or None, initial={"version": found.report.version})
    if form.is_bound and form.is_valid():
        try:
            submit_report(report=pk, version=form.cleaned_data["version"], by=request.viewer)
        except GuijuError as error:
            form.add_error(None, say(error.sentence))
        else:
            messages.success(request, _("The report was handed in to the office."))
            return redirect("governance:report", pk)
    why_not = None
    try:
        check_complete(found.report)
    except GuijuError as error:
        why_not = error.sentence
    context = report_context(request.viewer, found) | {"form": form, "why_not": why_not}
    return render(request, "governance/report_submit.html", context)


@require_POST
@needs(AUTHOR)
def report_withdraw(request: Request, pk: int) -> HttpResponse:
    """Take the report back before the office decides."""
    form = VersionForm(request.POST)
    seen = form.cleaned_data["version"] if form.is_valid() else 0
    withdraw_report(report=pk, version=seen, by=request.viewer)
    messages.success(request, _("The report was taken back and is a draft again."))
    return redirect("governance:report", pk)
