"""Ballots: to vote, to enter what came on paper, to read and recount the result."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from guiju.apps.accounts.views.parts import page_asked
from guiju.apps.development.forms.ballots import AsideForm, SheetForm, VoteForm
from guiju.apps.development.rules.ballots import ENTER_PAPERS, READ_BALLOT
from guiju.apps.development.rules.projects import WORK_IN_PROJECT
from guiju.apps.development.selectors import ballots as select
from guiju.apps.development.services.voting import cast_vote, enter_papers, stand_aside
from guiju.core.errors import NotFoundError
from guiju.core.procedures.ballots.recounting import told
from guiju.web.access import SIGNED_IN, needs
from guiju.web.request import Request


@require_safe
@needs(SIGNED_IN)
def ballots(request: Request) -> HttpResponse:
    """What waits for the viewer's vote, and what was counted."""
    page = page_asked(request, select.closed_for(request.viewer))
    mine = list(select.open_for(request.viewer))
    context = {
        "mine": [(one, select.title_of(one.ballot)) for one in mine],
        "page": page,
        "closed": [(one, select.title_of(one)) for one in page.object_list],
        "turnout": select.turnout([one.ballot for one in mine]),
    }
    return render(request, "development/ballots/list.html", context)


@require_safe
@needs(READ_BALLOT)
def ballot(request: Request, pk: int) -> HttpResponse:
    return _page(request, pk, VoteForm(), AsideForm())


@require_POST
@needs(READ_BALLOT)
def vote(request: Request, pk: int) -> HttpResponse:
    row = select.find(request.viewer, pk)
    form = VoteForm(request.POST)
    if form.is_valid() and form.carried_out(
        lambda: cast_vote(
            project=row.project, kind=row.kind, by=request.viewer, **form.cleaned_data
        )
    ):
        messages.success(
            request, _("Your vote is kept. You may change it until the ballot closes.")
        )
        return redirect("development:ballot", pk)
    return _page(request, pk, form, AsideForm())


@require_POST
@needs(READ_BALLOT)
def aside(request: Request, pk: int) -> HttpResponse:
    viewer, row = request.viewer, select.find(request.viewer, pk)
    own = next((one for one in row.electors.all() if one.user_id == viewer.user), None)
    if own is None:
        raise NotFoundError(viewer.name)
    form = AsideForm(request.POST)
    if form.is_valid() and form.carried_out(
        lambda: stand_aside(
            project=row.project, kind=row.kind, elector=own, by=viewer, **form.cleaned_data
        )
    ):
        messages.success(request, _("You stand aside in this ballot."))
        return redirect("development:ballot", pk)
    return _page(request, pk, VoteForm(), form)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(ENTER_PAPERS)
def sheet(request: Request, pk: int) -> HttpResponse:
    """The papers of a meeting or those that came by letter, on one sheet."""
    viewer, row = request.viewer, select.find(request.viewer, pk)
    ENTER_PAPERS.check(viewer, row)
    electors = [one for one in row.electors.all() if not one.aside]
    data: Any = request.POST if request.method == "POST" else None
    form = SheetForm(data, electors=electors)
    if form.is_bound and form.is_valid():
        papers = list(form.papers())
        if form.carried_out(
            lambda: enter_papers(project=row.project, kind=row.kind, papers=papers, by=viewer)
        ):
            messages.success(
                request, _("Papers that were entered: %(count)d") % {"count": form.result}
            )
            return redirect("development:ballot", pk)
    context = {"form": form, "ballot": select.page_of(viewer, row)}
    return render(request, "development/ballots/sheet.html", context)


def _page(request: Request, pk: int, form: VoteForm, stepping_aside: AsideForm) -> HttpResponse:
    row = select.find(request.viewer, pk)
    found = select.page_of(request.viewer, row)
    context = {
        "ballot": found,
        "form": form,
        "aside_form": stepping_aside,
        "told": told(found.result) if found.result else None,
        "opens": WORK_IN_PROJECT.allows(request.viewer, row.project),
        "enters": row.closed is None and ENTER_PAPERS.allows(request.viewer, row),
    }
    status = 400 if form.errors or stepping_aside.errors else 200
    return render(request, "development/ballots/ballot.html", context, status=status)
