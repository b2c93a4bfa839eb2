"""“My work”: the desk of a liaison officer, and that of a plan's office."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from guiju.apps.accounts.selectors.organisations import display_names
from guiju.apps.governance.rules.reports import WORK
from guiju.apps.governance.selectors.inbox import inbox, office_plans
from guiju.apps.governance.selectors.work import my_work
from guiju.apps.governance.views.listing import page_of
from guiju.web.access import needs
from guiju.web.request import Request


@require_safe
@needs(WORK)
def work(request: Request) -> HttpResponse:
    """What the viewer's organisations answer for; for the office what was handed in or is missing."""
    viewer, period = request.viewer, request.GET.get("period", "")
    page = page_of(request, inbox(viewer)) if viewer.holds("office") else None
    names = display_names(
        [report.organisation_id for report in page or ()], viewer.today, get_language() or "zh"
    )
    context = {
        "plans": my_work(viewer, period),
        "is_office": viewer.holds("office"),
        "page": page,
        "inbox": [(report, names[report.organisation_id]) for report in page or ()],
        "office_plans": office_plans(viewer, period),
    }
    return render(request, "governance/work_home.html", context)
