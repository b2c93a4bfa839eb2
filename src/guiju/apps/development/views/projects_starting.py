"""A project begins (立项提出、启动): the procedure is chosen, then its form is filled in."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from guiju.apps.accounts.views.parts import language
from guiju.apps.development.forms.projects import StartForm
from guiju.apps.development.models import Project
from guiju.apps.development.rules.projects import START_PROJECT
from guiju.apps.development.selectors.projects import procedures_on
from guiju.apps.development.services.starting import start_project
from guiju.apps.development.views.steps import sent
from guiju.core.procedures.files.rulebook import procedure
from guiju.core.procedures.picture import svg
from guiju.web.access import needs
from guiju.web.request import Request


@require_safe
@needs(START_PROJECT)
def new_project(request: Request) -> HttpResponse:
    """The procedures of today, a sentence each."""
    context = {"procedures": procedures_on(request.viewer.today)}
    return render(request, "development/projects/choose.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(START_PROJECT)
def start(request: Request, procedure_id: str) -> HttpResponse:
    """The form of one procedure, with its diagram."""
    found = procedure(procedure_id, request.viewer.today)
    first = {key: request.GET[key] for key in ("edition", "title_zh") if key in request.GET}
    form = StartForm(sent(request)[0], procedure=found, viewer=request.viewer, initial=first)
    if form.is_bound and form.is_valid() and form.carried_out(lambda: _begin(form)):
        messages.success(request, _("The project has begun. Its workspace shows what is next."))
        return redirect("development:workspace", form.result.pk)
    context = {"form": form, "procedure": found, "picture": svg(found, language())}
    return render(request, "development/projects/start.html", context)


def _begin(form: StartForm) -> Project:
    return start_project(**form.values, by=form.viewer)
