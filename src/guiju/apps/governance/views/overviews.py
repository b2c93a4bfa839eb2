"""The ledger from other sides: matrix, workload, timeline, organisations, changes, open names."""

from datetime import timedelta

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from guiju.apps.governance.forms.filters import SinceForm
from guiju.apps.governance.rules.reading import KEEP_LEDGER
from guiju.apps.governance.selectors.changes import changes, in_words
from guiju.apps.governance.selectors.ledger import ledger
from guiju.apps.governance.selectors.organisations import organisation_work
from guiju.apps.governance.selectors.plans import plan_facts
from guiju.apps.governance.selectors.views_of_work import ROLES, matrix, timeline, workload
from guiju.apps.governance.views.drawings import due_chart, workload_chart
from guiju.apps.governance.views.listing import page_of
from guiju.web.access import PUBLIC, needs
from guiju.web.request import Request


@require_safe
@needs(PUBLIC)
def plan_matrix(request: Request, slug: str) -> HttpResponse:
    found = ledger(request.viewer, slug)
    context = {"plan": found.plan, "matrix": matrix(found), "roles": ROLES}
    return render(request, "governance/overview_matrix.html", context)


@require_safe
@needs(PUBLIC)
def plan_workload(request: Request, slug: str) -> HttpResponse:
    found = ledger(request.viewer, slug)
    loads = workload(found)
    context = {
        "plan": found.plan,
        "loads": loads,
        "roles": ROLES,
        "chart": workload_chart(loads),
    }
    return render(request, "governance/overview_workload.html", context)


@require_safe
@needs(PUBLIC)
def plan_timeline(request: Request, slug: str) -> HttpResponse:
    found = ledger(request.viewer, slug)
    days = timeline(found)
    context = {"plan": found.plan, "days": days, "chart": due_chart(days), "today": found.on}
    return render(request, "governance/overview_timeline.html", context)


@require_safe
@needs(PUBLIC)
def plan_organisation(request: Request, slug: str, organisation: str) -> HttpResponse:
    work = organisation_work(request.viewer, slug, organisation)
    return render(
        request, "governance/overview_organisation.html", {"plan": work.plan, "work": work}
    )


@require_safe
@needs(PUBLIC)
def plan_changes(request: Request, slug: str) -> HttpResponse:
    plan = plan_facts(request.viewer, slug)
    last_month = request.viewer.today - timedelta(days=30)
    form = SinceForm({"since": request.GET.get("since") or last_month.isoformat()})
    since = form.since_day(otherwise=last_month)
    page = page_of(request, changes(request.viewer, plan, since=since))
    told = in_words(request.viewer, plan, page.object_list)
    context = {"plan": plan, "form": form, "since": since, "page": page, "changes": told}
    return render(request, "governance/overview_changes.html", context)


@require_safe
@needs(KEEP_LEDGER)
def unresolved_names(request: Request, slug: str) -> HttpResponse:
    found = ledger(request.viewer, slug)
    KEEP_LEDGER.check(request.viewer, found.plan)
    names = [load for load in workload(found) if load.body.is_unresolved]
    context = {"plan": found.plan, "names": names}
    return render(request, "governance/overview_unresolved.html", context)
