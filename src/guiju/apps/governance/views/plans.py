"""The plans, one plan, its text, its lists."""

from datetime import date

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from guiju.apps.governance.forms.filters import ActionsForm, DutiesForm, MeasuresForm, OutputsForm
from guiju.apps.governance.rules.plans import IMPORT_PLAN
from guiju.apps.governance.rules.reading import KEEP_LEDGER
from guiju.apps.governance.selectors.bodies import bodies_on
from guiju.apps.governance.selectors.changes import changes, in_words
from guiju.apps.governance.selectors.ledger import ledger
from guiju.apps.governance.selectors.plan_text import text_page
from guiju.apps.governance.selectors.plans import plan_rows
from guiju.apps.governance.selectors.values import ActionLine, MeasureLine
from guiju.apps.governance.selectors.views_of_work import (
    STATES,
    action_figures,
    bodies_of,
    by_state,
    measure_figures,
    next_due,
    standings,
)
from guiju.apps.governance.views.listing import page_of
from guiju.web.access import PUBLIC, needs
from guiju.web.request import Request

LATEST = 5


@require_safe
@needs(PUBLIC)
def plans(request: Request) -> HttpResponse:
    page = page_of(request, plan_rows(request.viewer))
    return render(request, "governance/plan_list.html", {"page": page, "import_rule": IMPORT_PLAN})


@require_safe
@needs(PUBLIC)
def plan(request: Request, slug: str) -> HttpResponse:
    found = ledger(request.viewer, slug)
    context = {
        "plan": found.plan,
        "ledger": found,
        "actions": action_figures(found),
        "measures": measure_figures(found),
        "states": by_state(found),
        "standings": standings(found),
        "next_due": next_due(found),
        "changes": in_words(
            request.viewer, found.plan, changes(request.viewer, found.plan)[:LATEST]
        ),
        "office": bodies_on(found.on, [found.plan.office_pk])[found.plan.office_pk],
        "keep_rule": KEEP_LEDGER,
        "unresolved": [body for body in bodies_of(found) if body.is_unresolved],
        "page": page_of(request, found.measures),
    }
    return render(request, "governance/plan_overview.html", context)


@require_safe
@needs(PUBLIC)
def plan_text(request: Request, slug: str) -> HttpResponse:
    number, measure = (_number(request.GET.get(name)) for name in ("page", "measure"))
    found, page = text_page(request.viewer, slug, number=number or 1, measure=measure)
    context = {"plan": found, "text": page, "import_rule": IMPORT_PLAN}
    return render(request, "governance/plan_text.html", context)


def _number(given: str | None) -> int | None:
    return int(given) if given and given.isdecimal() and len(given) < 10 else None


@require_safe
@needs(PUBLIC)
def measures(request: Request, slug: str) -> HttpResponse:
    found = ledger(request.viewer, slug)
    form = MeasuresForm(found, request.GET)
    page = page_of(request, form.filter().of(found))
    context = {"plan": found.plan, "form": form, "page": page}
    return render(request, "governance/plan_measures.html", context)


def _sorted(
    pairs: list[tuple[MeasureLine, ActionLine]], order: str
) -> list[tuple[MeasureLine, ActionLine]]:
    if order == "state":
        return sorted(pairs, key=lambda pair: STATES.index(pair[1].state))
    dated = [pair for pair in pairs if pair[1].due is not None]
    undated = [pair for pair in pairs if pair[1].due is None]
    dated.sort(key=lambda pair: pair[1].due or date.max, reverse=order == "-due")
    return dated + undated


@require_safe
@needs(PUBLIC)
def actions(request: Request, slug: str) -> HttpResponse:
    found = ledger(request.viewer, slug)
    form = ActionsForm(found, request.GET)
    rows = form.filter().of(found)
    order = form.cleaned_data.get("sort", "")
    page = page_of(request, _sorted(rows, order) if order else rows)
    context = {"plan": found.plan, "form": form, "page": page}
    return render(request, "governance/plan_actions.html", context)


@require_safe
@needs(PUBLIC)
def duties(request: Request, slug: str) -> HttpResponse:
    found = ledger(request.viewer, slug)
    form = DutiesForm(found, request.GET)
    page = page_of(request, form.filter().of(found))
    context = {"plan": found.plan, "form": form, "page": page}
    return render(request, "governance/plan_duties.html", context)


@require_safe
@needs(PUBLIC)
def outputs(request: Request, slug: str) -> HttpResponse:
    found = ledger(request.viewer, slug)
    form = OutputsForm(found, request.GET)
    page = page_of(request, form.filter().of(found))
    context = {"plan": found.plan, "form": form, "page": page}
    return render(request, "governance/plan_outputs.html", context)
