"""Frozen ledgers: the list, one of them, two compared."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from guiju.apps.governance.forms.reports import SnapshotForm, say
from guiju.apps.governance.rules.reading import KEEP_LEDGER, READ_INTERNAL
from guiju.apps.governance.selectors.snapshots import (
    compare,
    is_whole,
    quarters_to_freeze,
    snapshot,
    snapshots,
)
from guiju.apps.governance.services.snapshots import take_snapshot
from guiju.apps.governance.views.listing import page_of
from guiju.core.errors import GuijuError, RefusedError
from guiju.core.plans.quarters import Quarter
from guiju.web.access import needs
from guiju.web.request import Request


@require_http_methods(["GET", "HEAD", "POST"])
@needs(READ_INTERNAL)
def snapshot_list(request: Request, slug: str) -> HttpResponse:
    """The snapshots of a plan; the office takes a new one here."""
    plan, taken = snapshots(request.viewer, slug)
    quarters = quarters_to_freeze(request.viewer, plan, taken)
    form = SnapshotForm(quarters, *((request.POST,) if request.method == "POST" else ()))
    if form.is_bound and form.is_valid():
        try:
            new = take_snapshot(plan=slug, period=form.cleaned_data["period"], by=request.viewer)
        except RefusedError:
            raise
        except GuijuError as error:
            form.add_error(None, say(error.sentence))
        else:
            messages.success(request, _("The ledger was frozen."))
            return redirect("governance:snapshot", slug, new.period)
    context = {
        "plan": plan,
        "snapshots": [(one, Quarter.read(one.period)) for one in taken],
        "form": form,
        "quarters": quarters,
        "rule": KEEP_LEDGER,
    }
    return render(request, "governance/snapshot_list.html", context)


@require_safe
@needs(READ_INTERNAL)
def snapshot_detail(request: Request, slug: str, period: str) -> HttpResponse:
    """One frozen ledger, its digests computed again while you read."""
    plan, found = snapshot(request.viewer, slug, period)
    context: dict[str, Any] = {
        "plan": plan,
        "snapshot": found,
        "content": found.content,
        "quarter": Quarter.read(found.period),
        "is_whole": is_whole(found),
        "page": page_of(request, found.content["measures"]),
    }
    return render(request, "governance/snapshot_detail.html", context)


@require_safe
@needs(READ_INTERNAL)
def snapshot_compare(request: Request, slug: str) -> HttpResponse:
    """What changed between two frozen ledgers."""
    plan, taken = snapshots(request.viewer, slug)
    periods = [one.period for one in taken]
    new = request.GET.get("new", periods[0] if periods else "")
    old = request.GET.get("old", periods[1] if len(periods) > 1 else "")
    context: dict[str, Any] = {
        "plan": plan,
        "quarters": [(one, say(Quarter.read(one).label)) for one in periods],
        "old": old,
        "new": new,
    }
    if old and new:
        before = snapshot(request.viewer, slug, old)[1].content
        after = snapshot(request.viewer, slug, new)[1].content
        context["page"] = page_of(request, compare(before, after))
    return render(request, "governance/snapshot_compare.html", context)
