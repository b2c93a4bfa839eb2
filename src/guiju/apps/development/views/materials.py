"""Materials of a project (材料): the checklist, files in and out, drafts read, checked, compared."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from guiju.apps.accounts.views.parts import language
from guiju.apps.development.exports.project_texts import FORMS, draft_file
from guiju.apps.development.forms.steps import CompareForm, HandInForm
from guiju.apps.development.models import Material
from guiju.apps.development.rules.projects import WORK_IN_PROJECT
from guiju.apps.development.selectors.workspace import (
    Opened,
    checklist,
    names_of_actors,
)
from guiju.apps.development.selectors.workspace_texts import (
    check_of,
    comparison,
    draft,
    material_of,
    text_of,
    texts_of,
)
from guiju.apps.development.services.materials import hand_in
from guiju.apps.development.views.project_files import attachment, sent_file
from guiju.apps.development.views.steps import METHODS, context_of, opened_here, sent
from guiju.apps.library.rendering import Look, Marked, outline, pieces
from guiju.apps.library.rendering.changes import inline_change
from guiju.apps.library.rendering.terms import TermFinder
from guiju.web.access import needs
from guiju.web.request import Request


@require_safe
@needs(WORK_IN_PROJECT)
def materials(request: Request, pk: int) -> HttpResponse:
    """Every material of the procedure: what next steps need, and the versions that are there."""
    opened = opened_here(request, pk)
    listed = checklist(opened)
    names = names_of_actors(row.by for one in listed for row in one.versions)
    form = CompareForm(drafts=_drafts(opened))
    context = context_of(opened, "materials", materials=listed, names=names, form=form)
    return render(request, "development/projects/materials.html", context)


def _drafts(opened: Opened) -> list[tuple[str, str]]:
    kinds = opened.procedure.materials
    return [
        (str(row.number), f"{kinds[row.material].title.say(language())} · {row.on} · {row.name}")
        for row in texts_of(opened.project, opened.procedure)
    ]


@require_http_methods(METHODS)
@needs(WORK_IN_PROJECT)
def hand_in_material(request: Request, pk: int, material: str) -> HttpResponse:
    """A file is handed in as a new version."""
    opened = opened_here(request, pk)
    kind = opened.procedure.materials.get(material)
    if kind is None:
        raise Http404(material)
    form = HandInForm(*sent(request))
    if (
        form.is_bound
        and form.is_valid()
        and form.carried_out(lambda: _hand_in(opened, form, material))
    ):
        messages.success(
            request, _("“%(title)s” is handed in.") % {"title": kind.title.say(language())}
        )
        return redirect("development:materials", pk)
    context = context_of(opened, "materials", form=form, kind=kind)
    return render(request, "development/projects/hand_in.html", context)


def _hand_in(opened: Opened, form: HandInForm, material: str) -> Material:
    file = form.cleaned_data["file"]
    return hand_in(
        project=opened.project,
        material=material,
        data=file.read(),
        name=file.name or "",
        note=form.cleaned_data["note"],
        by=opened.viewer,
    )


@require_safe
@needs(WORK_IN_PROJECT)
def material_file(request: Request, pk: int, number: int) -> HttpResponseBase:
    """A version as it was handed in."""
    opened = opened_here(request, pk)
    return sent_file(material_of(opened.project, number))


@require_safe
@needs(WORK_IN_PROJECT)
def draft_in_form(request: Request, pk: int, number: int, form: str) -> HttpResponse:
    """A draft in another format."""
    row = text_of(opened_here(request, pk).project, number)
    made = draft_file(row, form)
    if made is None:
        raise Http404(form)
    name = f"{row.material}-{row.number}.{form}"
    return HttpResponse(made.data, content_type=made.mime, headers=attachment(name))


@require_safe
@needs(WORK_IN_PROJECT)
def read_draft(request: Request, pk: int, number: int) -> HttpResponse:
    """A draft as a text, with what breaks a rule of drafting; `?findings=1` lays it over the text."""
    opened = opened_here(request, pk)
    row = text_of(opened.project, number)
    document, report = draft(row), check_of(row, request.viewer.today)
    marked = [Marked(at, one) for at, one in enumerate(report.findings, 1)]
    over: dict[tuple[str, str], list[Marked]] = {}
    if "findings" in request.GET:
        for one in marked:
            over.setdefault((one.finding.address, one.finding.part), []).append(one)
    look = Look(number="", finder=TermFinder(document), findings=over)
    context = context_of(
        opened,
        "materials",
        draft=row,
        kind=opened.procedure.materials[row.material],
        pieces=pieces(document, look),
        outline=outline(document, look),
        marked=marked if over else [],
        counts=report.counts,
        is_checked="findings" in request.GET,
        forms=FORMS,
    )
    return render(request, "development/projects/draft.html", context)


@require_safe
@needs(WORK_IN_PROJECT)
def compare_drafts(request: Request, pk: int) -> HttpResponse:
    """What changed between two drafts (`?old=` and `?new=`, their numbers)."""
    opened = opened_here(request, pk)
    form = CompareForm(request.GET, drafts=_drafts(opened))
    context: dict[str, Any] = {"form": form}
    if form.is_valid():
        old, new = (text_of(opened.project, int(form.cleaned_data[one])) for one in ("old", "new"))
        found = comparison(old, new)
        context |= {
            "old": old,
            "new": new,
            "clauses": [
                {"change": one, "inline": inline_change(one.a_text, one.b_text, one.text_ops)}
                for one in found.clauses
                if one.change != "renumbered"
            ],
            "renumbered": [one for one in found.clauses if one.change == "renumbered"],
        }
    return render(
        request, "development/projects/compare.html", context_of(opened, "materials", **context)
    )
