"""Projects as everybody may see them (项目公开页): the list and its files, one project, its papers."""

from typing import Any

from django.http import FileResponse, Http404, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from guiju.apps.accounts.views.parts import language, page_asked
from guiju.apps.catalogue.exports.csv_text import MIME as CSV_MIME
from guiju.apps.development.exports.projects import XLSX_MIME, projects_csv, projects_xlsx
from guiju.apps.development.forms.projects import FilterForm
from guiju.apps.development.models import Project
from guiju.apps.development.rules.actors import procedure_of
from guiju.apps.development.rules.projects import READ_PROJECT, START_PROJECT, WORK_IN_PROJECT
from guiju.apps.development.selectors.cases import load
from guiju.apps.development.selectors.projects import project_of, projects, rows_of
from guiju.apps.development.selectors.workspace import passed_stages
from guiju.apps.development.selectors.workspace_texts import published
from guiju.apps.development.views.project_files import sent_file
from guiju.core.procedures.case import Case
from guiju.core.procedures.looking import open_duties, public_view
from guiju.core.procedures.model import Procedure
from guiju.web.access import PUBLIC, needs
from guiju.web.request import Request


@require_safe
@needs(PUBLIC)
def project_list(request: Request) -> HttpResponse:
    """All projects that the viewer may see, 50 a page."""
    form = FilterForm(request.GET, signed_in=request.viewer.signed_in)
    page = page_asked(request, projects(request.viewer, form.asked))
    context = {
        "form": form,
        "page": page,
        "rows": rows_of(request.viewer, page.object_list, language()),
        "query": request.GET.urlencode(),
        "START": START_PROJECT,
    }
    return render(request, "development/projects/list.html", context)


@require_safe
@needs(PUBLIC)
def project_list_file(request: Request, form: str) -> HttpResponseBase:
    """The same list whole, as CSV or XLSX."""
    asked = FilterForm(request.GET, signed_in=request.viewer.signed_in).asked
    rows = rows_of(request.viewer, projects(request.viewer, asked), language())
    headers = {"Content-Disposition": f'attachment; filename="projects.{form}"'}
    if form == "csv":
        lines = projects_csv(rows, language())
        return StreamingHttpResponse(lines, content_type=CSV_MIME, headers=headers)
    if form == "xlsx":
        made = projects_xlsx(rows, language())
        return FileResponse(made, content_type=XLSX_MIME, headers=headers)
    raise Http404(form)


@require_safe
@needs(READ_PROJECT)
def project(request: Request, pk: int) -> HttpResponse:
    """What the procedure shows of the project in its state, and nothing else."""
    found = project_of(request.viewer, pk)
    procedure, case = procedure_of(found), load(found)
    seen = public_view(procedure, case)
    may_work = WORK_IN_PROJECT.allows(request.viewer, found)
    row = rows_of(request.viewer, [found], language(), inside=False)[0]
    context = {
        "project": found,
        "procedure": procedure,
        "row": row,
        "seen": seen,
        "may_work": may_work,
        "open_rounds": [
            {"title": procedure.consultations[row.kind].title, "last": row.last, "pk": row.pk}
            for row in found.rounds.filter(closed=None, current=True, kind__in=seen.open_until)
            if "draft" in seen.shows
        ],
        **_shown(found, procedure, case, request),
    }
    return render(request, "development/projects/public.html", context)


def _shown(found: Project, procedure: Procedure, case: Case, request: Request) -> dict[str, Any]:
    """The parts that the state opens, each only where it does."""
    shows = procedure.states[case.state].shows
    parts: dict[str, Any] = {"plan": "plan" in shows and found.plan_number}
    if "progress" in shows:
        parts["stages"] = passed_stages(procedure, case)
        parts["duties"] = [
            (one, procedure.roles[one.owner].title)
            for one in open_duties(procedure, case, request.viewer.today)
        ]
    if "result" in shows:
        parts["result"] = procedure.states[case.state].title
        parts["standard"] = found.number
        parts["edition"] = found.edition
        parts["decided"] = found.entered
    if shows:
        parts["papers"] = [
            (procedure.materials[key].title, row)
            for key, row in published(found, procedure).items()
        ]
    return parts


@require_safe
@needs(READ_PROJECT)
def public_paper(request: Request, pk: int, number: int) -> HttpResponseBase:
    """A material that a consultation has made public."""
    found = project_of(request.viewer, pk)
    procedure = procedure_of(found)
    if not procedure.states[found.state].shows:
        raise Http404(str(number))
    for row in published(found, procedure).values():
        if row.number == number:
            return sent_file(row)
    raise Http404(str(number))
