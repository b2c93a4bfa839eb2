"""The dashboard: numbers, each of which opens to its cases."""

from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from guiju.apps.accounts.views.parts import PER_PAGE, language
from guiju.apps.development.forms.dashboard import DashboardForm
from guiju.apps.development.rules.dashboard import SEE_DASHBOARD
from guiju.apps.development.selectors import dashboard as select
from guiju.web.access import needs
from guiju.web.charts import Chart, bar_chart
from guiju.web.request import Request


@require_safe
@needs(SEE_DASHBOARD)
def dashboard(request: Request) -> HttpResponse:
    form = DashboardForm(request.GET)
    found = select.dashboard(request.viewer, form.asked(request.viewer))
    context = {
        "form": form,
        "board": found,
        "charts": [_stages(found), _cycles(found)],
        "kept": urlencode([(key, one) for key, one in request.GET.items() if one]),
    }
    return render(request, "development/dashboard/dashboard.html", context)


@require_safe
@needs(SEE_DASHBOARD)
def cases(request: Request) -> HttpResponse:
    """The projects behind a number."""
    form = DashboardForm(request.GET)
    found = select.cases(request.viewer, form.asked(request.viewer))
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    context = {"form": form, "page": page, "asked": form.asked(request.viewer)}
    return render(request, "development/dashboard/cases.html", context)


def _stages(found: select.Dashboard) -> Chart:
    rows = [(f"{key} {title.say(language())}", count) for key, title, count in found.stages]
    return bar_chart(
        rows, label=_("Stage"), value=_("Projects"), title=_("Running projects by stage")
    )


def _cycles(found: select.Dashboard) -> Chart:
    said = language()
    rows = [
        (f"{one.procedure.say(said)} · {one.title.say(said)}", one.median)
        for one in sorted(found.cycles, key=lambda one: -one.median)[: select.MOST]
    ]
    return bar_chart(
        rows, label=_("Stage"), value=_("Median"), unit=_("days"), title=_("Longest stages, median")
    )
