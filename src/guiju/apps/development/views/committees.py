"""Committees as they are read (委员会): the register, one on a day, its scope, its years."""

from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from guiju.apps.accounts.selectors.organisations import display_names
from guiju.apps.accounts.views.parts import PER_PAGE, day_asked, language
from guiju.apps.development.exports.committee_members import members_file
from guiju.apps.development.exports.committees import MIME, report_docx
from guiju.apps.development.forms.committees import FilterForm, ScoresForm
from guiju.apps.development.models import Committee
from guiju.apps.development.rules.committees import (
    EDIT_COMMITTEE,
    KEEP_MEMBERS,
    PROPOSE_COMMITTEE,
    READ_COMMITTEES,
    REGISTER_COMMITTEE,
    RULE_COMMITTEE,
)
from guiju.apps.development.selectors import committees as select
from guiju.apps.development.selectors.committees_composition import findings
from guiju.apps.development.selectors.committees_scopes import meetings, standards_of
from guiju.apps.development.selectors.committees_work import (
    acts_of,
    projects_of,
    year_asked,
    year_of,
)
from guiju.apps.development.views.project_files import attachment
from guiju.core.committees.assessing import assess, scheme
from guiju.core.forms.writing.writing import MIME as FORM_MIME
from guiju.core.forms.writing.writing import FileKind
from guiju.web.access import needs
from guiju.web.request import Request

_STANDARDS = 50


@require_safe
@needs(READ_COMMITTEES)
def committees(request: Request) -> HttpResponse:
    """The register, as a tree by number."""
    form = FilterForm(request.GET)
    found = select.listed(request.viewer, form.narrow)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "form": form,
        "page": page,
        "rows": select.rows(page.object_list, request.viewer.today),
        "PROPOSE": PROPOSE_COMMITTEE,
        "REGISTER": REGISTER_COMMITTEE,
    }
    return render(request, "development/committees/list.html", context)


@require_safe
@needs(READ_COMMITTEES)
def by_number(request: Request, key: str) -> HttpResponse:
    """From the number, as the catalogue writes it, to the page."""
    return redirect("development:committee", select.by_key(request.viewer, key).pk)


@require_safe
@needs(READ_COMMITTEES)
def committee(request: Request, pk: int) -> HttpResponse:
    """One committee on a day (`?on=`): who sits, does it fit the rules, what it works on."""
    one = select.committee(request.viewer, pk)
    on = day_asked(request)
    shows_names = select.names_shown(request.viewer, one)
    projects = projects_of(request.viewer, one)
    context = {
        **context_of(request, one),
        "on": on,
        "shows_names": shows_names,
        "groups": select.groups(one, on, language()) if shows_names else [],
        "findings": findings([one], on)[one.pk] if shows_names else (),
        "past": select.past_seats(one, on) if shows_names else [],
        "acts": acts_of(projects),
        "children": select.below(request.viewer, one),
        "liaisons": select.liaisons(one, on),
        "projects": projects,
        "EDIT": EDIT_COMMITTEE,
        "KEEP": KEEP_MEMBERS,
        "RULE": RULE_COMMITTEE,
    }
    return render(request, "development/committees/committee.html", context)


@require_safe
@needs(READ_COMMITTEES)
def members(request: Request, pk: int, kind: FileKind) -> HttpResponse:
    """The members on a day (`?on=`) as a file."""
    one = select.committee(request.viewer, pk)
    if not select.names_shown(request.viewer, one):
        raise Http404(kind)
    on = day_asked(request)
    groups = select.groups(one, on, "zh-hans")
    unit = display_names([one.secretariat_id], on, "zh-hans") if one.secretariat_id else {}
    name = next((at.full for at in unit.values()), "")
    data = members_file(one, name, groups, on, kind)
    headers = attachment(f"{one.name_zh}-{on}.{kind}")
    return HttpResponse(data, content_type=FORM_MIME[kind], headers=headers)


@require_safe
@needs(READ_COMMITTEES)
def scope(request: Request, pk: int) -> HttpResponse:
    """Its scope, the standards in its care, and whose scope it meets."""
    one = select.committee(request.viewer, pk)
    standards = standards_of(one)
    context = {
        **context_of(request, one),
        "standards": list(standards[:_STANDARDS]),
        "total": standards.count(),
        "meetings": meetings(request.viewer, one),
    }
    return render(request, "development/committees/scope.html", context)


@require_safe
@needs(READ_COMMITTEES)
def year(request: Request, pk: int, year: int) -> HttpResponse:
    """The annual report, each number with its rows."""
    one = select.committee(request.viewer, pk)
    report = year_of(request.viewer, one, year_asked(request.viewer, year))
    context = {**context_of(request, one), "report": report, "before": year - 1}
    return render(request, "development/committees/year.html", context)


@require_safe
@needs(READ_COMMITTEES)
def year_file(request: Request, pk: int, year: int) -> HttpResponse:
    """The annual report as DOCX."""
    one = select.committee(request.viewer, pk)
    report = year_of(request.viewer, one, year_asked(request.viewer, year))
    answer = HttpResponse(
        report_docx(one, report, language(), request.viewer.today), content_type=MIME
    )
    answer["Content-Disposition"] = f'attachment; filename="committee-{pk}-{year}.docx"'
    return answer


@require_safe
@needs(READ_COMMITTEES)
def assessment(request: Request, pk: int, year: int) -> HttpResponse:
    """The assessment of a year: what is computed, and what the assessors put in (`?rules=8`)."""
    one = select.committee(request.viewer, pk)
    by = scheme(one.key.partition("/")[0], date(year_asked(request.viewer, year), 12, 31))
    given = [
        (at.id, at.title.say(language()), at.weight) for at in by.criteria if not at.figure
    ]  # fmt: skip
    form = ScoresForm(request.GET or None, criteria=given)
    scores: dict[str, Any] = {}
    if form.is_bound and form.is_valid():
        scores = {key: value for key, value in form.cleaned_data.items() if value is not None}
    report = year_of(request.viewer, one, year)
    assessed = assess(by, report.figures, scores)
    context = {**context_of(request, one), "form": form, "scheme": by, "assessed": assessed}
    context |= {"report": report, "total": round(float(assessed.total), 1)}
    return render(request, "development/committees/assessment.html", context)


def context_of(request: Request, one: Committee) -> dict[str, Any]:
    """What every page of a committee shows."""
    bodies = [at for at in (one.secretariat_id, one.authority_id) if at]
    names = display_names(bodies, request.viewer.today, language())
    return {
        "committee": one,
        "secretariat": names.get(one.secretariat_id or 0),
        "authority": names.get(one.authority_id or 0),
        "this_year": request.viewer.today.year,
    }
