"""A system to read: list, overview, tree, detail table, statistics, checks, files."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from guiju.apps.catalogue.exports.systems import export_system
from guiju.apps.catalogue.forms.systems.asking import ChecksForm, DayForm, LinesForm
from guiju.apps.catalogue.rules import EDIT_SYSTEM, SEE_SYSTEM
from guiju.apps.catalogue.selectors.systems.changes import changes
from guiju.apps.catalogue.selectors.systems.checks import checks, counted
from guiju.apps.catalogue.selectors.systems.filters import narrowed
from guiju.apps.catalogue.selectors.systems.reading import system_on, system_rows
from guiju.apps.catalogue.selectors.systems.statistics import statistics
from guiju.apps.catalogue.selectors.systems.values import SystemView
from guiju.web.access import PUBLIC, needs
from guiju.web.request import Request

PER_PAGE = 100


def _shown(request: Request, slug: str) -> tuple[SystemView, dict[str, Any]]:
    """The system on the day that the address asks for, and what every page of it shows."""
    form = DayForm(
        request.GET if "on" in request.GET else None, initial={"on": request.viewer.today}
    )
    view = system_on(request.viewer, slug, form.day)
    return view, {"view": view, "form": form, "edit_rule": EDIT_SYSTEM}


def _with_day(request: Request, view: SystemView) -> QueryDict:
    """What was asked, with the day that is shown where none was: the form says it."""
    asked = request.GET.copy()
    asked.setdefault("on", view.on.isoformat())
    return asked


@require_safe
@needs(PUBLIC)
def systems(request: Request) -> HttpResponse:
    page = Paginator(system_rows(request.viewer), PER_PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "edit_rule": EDIT_SYSTEM}
    return render(request, "catalogue/system_list.html", context)


@require_safe
@needs(SEE_SYSTEM)
def system(request: Request, slug: str) -> HttpResponse:
    view, context = _shown(request, slug)
    context["findings"] = counted(checks(view))
    context["changes"] = changes(request.viewer, view.system)
    return render(request, "catalogue/system_overview.html", context)


@require_safe
@needs(SEE_SYSTEM)
def system_tree(request: Request, slug: str) -> HttpResponse:
    view, context = _shown(request, slug)
    context["may_edit"] = EDIT_SYSTEM.allows(request.viewer, view.system)
    return render(request, "catalogue/system_tree.html", context)


@require_safe
@needs(SEE_SYSTEM)
def system_table(request: Request, slug: str) -> HttpResponse:
    view, context = _shown(request, slug)
    form = LinesForm(view, _with_day(request, view))
    lines = narrowed(view, form.filter())
    page = Paginator(lines, PER_PAGE).get_page(request.GET.get("page"))
    may_edit = EDIT_SYSTEM.allows(request.viewer, view.system)
    context |= {"form": form, "page": page, "may_edit": may_edit}
    return render(request, "catalogue/system_table.html", context)


@require_safe
@needs(SEE_SYSTEM)
def system_statistics(request: Request, slug: str) -> HttpResponse:
    view, context = _shown(request, slug)
    found = statistics(view)
    page = Paginator(found.gaps, PER_PAGE).get_page(request.GET.get("page"))
    context |= {"statistics": found, "page": page}
    return render(request, "catalogue/system_statistics.html", context)


@require_safe
@needs(SEE_SYSTEM)
def system_checks(request: Request, slug: str) -> HttpResponse:
    view, context = _shown(request, slug)
    found = checks(view)
    form = ChecksForm(_with_day(request, view))
    asked = form.cleaned_data.get("check") if form.is_valid() else ""
    shown = [one for one in found if not asked or one.code == asked]
    page = Paginator(shown, PER_PAGE).get_page(request.GET.get("page"))
    context |= {"form": form, "counts": counted(found), "total": len(found), "page": page}
    return render(request, "catalogue/system_checks.html", context)


@require_safe
@needs(SEE_SYSTEM)
def system_export(request: Request, slug: str, form: str) -> HttpResponse:
    """The whole system as a file; the filter of the detail table narrows its lines."""
    view, _ = _shown(request, slug)
    lines = narrowed(view, LinesForm(view, request.GET).filter())
    file = export_system(view, form, get_language() or "zh-hans", lines)
    headers = {"Content-Disposition": f'attachment; filename="{file.name}"'}
    return HttpResponse(file.content, content_type=file.mime, headers=headers)
