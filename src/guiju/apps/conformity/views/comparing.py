"""Limits compared (对标), and sampling plans (抽样方案). Nothing is stored."""

from contextlib import suppress
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from guiju.apps.accounts.views.parts import language
from guiju.apps.conformity.exports.verdict_files import XLSX
from guiju.apps.conformity.forms.comparing import AgainstForm, OwnForm, SamplingForm
from guiju.apps.conformity.selectors.comparing import Comparison, own_indicators, two_standards
from guiju.apps.conformity.selectors.judging_rules import rules_offered
from guiju.apps.conformity.selectors.sampling import Shown, sampling_plan
from guiju.apps.conformity.services.judgement_errors import BothGivenError, NothingGivenError
from guiju.apps.conformity.services.judgements import form_of, pasted
from guiju.core.provisions.against.paper import paper_of
from guiju.core.provisions.papers.xlsx import workbook
from guiju.core.sampling.plans import SamplingError, level_named, limit_named
from guiju.web.access import PUBLIC, needs
from guiju.web.charts import curve
from guiju.web.request import Request

_METHODS = ("GET", "HEAD", "POST")
_FIRST_PLAN = {"lot": "1000", "level": "Ⅱ", "aql": "1.0", "state": "normal", "counted": "percent"}


@require_safe
@needs(PUBLIC)
def against(request: Request) -> HttpResponse:
    """Two standards side by side; `xlsx` in the address makes it a file."""
    form = AgainstForm(rules_offered(request.viewer), *((request.GET,) if request.GET else ()))
    found = _compared(request, form)
    if found and "xlsx" in request.GET:
        return _file(found)
    return _page(request, form, found, "conformity/against/standards.html")


def _compared(request: Request, form: AgainstForm) -> Comparison | None:
    if not (form.is_bound and form.is_valid()):
        return None
    values = form.cleaned_data
    on = values["on"] or request.viewer.today
    asked = form.carried_out(lambda: two_standards(request.viewer, values["a"], values["b"], on))
    return form.result if asked else None


@require_http_methods(_METHODS)
@needs(PUBLIC)
def against_own(request: Request) -> HttpResponse:
    """Own indicators against a standard; the second button makes it a file."""
    given: Any = (request.POST, request.FILES) if request.method == "POST" else ()
    form = OwnForm(rules_offered(request.viewer), *given)
    found = None
    if form.is_bound and form.is_valid() and form.carried_out(lambda: _own(request, form)):
        found = form.result
        if "xlsx" in request.POST:
            return _file(found)
    return _page(request, form, found, "conformity/against/own.html")


def _own(request: Request, form: OwnForm) -> Comparison:
    file, lines = form.cleaned_data["file"], form.cleaned_data["pasted"]
    if file is not None and lines.strip():
        raise BothGivenError()
    if file is None and not lines.strip():
        raise NothingGivenError()
    data = file if file is not None else pasted(lines)
    name = (file.name if file is not None else "") or _("own indicators")
    kind = form_of(data, name)
    today = request.viewer.today
    return own_indicators(request.viewer, data, name, kind, form.cleaned_data["b"], today)


def _page(
    request: Request, form: AgainstForm | OwnForm, found: Comparison | None, template: str
) -> HttpResponse:
    grid = paper_of([found.against]).grids[0] if found else None
    rows = list(zip(found.against.cases, grid.rows, strict=True)) if found and grid else []
    context = {
        "form": form,
        "found": found,
        "heads": grid.heads if grid else (),
        "both": [row for row in rows if row[0].a and row[0].b],
        "alone": [row for row in rows if not (row[0].a and row[0].b)],
    }
    return render(request, template, context)


def _file(found: Comparison) -> HttpResponse:
    paper = paper_of([found.against], [found.summary, *found.refused])
    tongue = "en" if language().startswith("en") else "zh"
    return HttpResponse(
        workbook(paper, "en" if tongue == "en" else "zh"),
        content_type=XLSX,
        headers={"Content-Disposition": 'attachment; filename="comparison.xlsx"'},
    )


def _plan_asked(request: Request) -> dict[str, str]:
    """What an address leaves out is as in the first plan shown; `II` is Ⅱ and `1` is 1.0."""
    asked = _FIRST_PLAN | {key: str(value) for key, value in request.GET.items() if value}
    for key, named in (("level", level_named), ("aql", limit_named)):
        with suppress(SamplingError):  # the form says what is wrong with it
            asked[key] = str(named(asked[key]))
    return asked


@require_safe
@needs(PUBLIC)
def sampling(request: Request) -> HttpResponse:
    """The single sampling plan of a lot, with its risks."""
    form = SamplingForm(_plan_asked(request))
    found: Shown | None = None
    if form.is_valid() and form.carried_out(lambda: sampling_plan(**form.cleaned_data)):
        found = form.result
    chart = found and curve(
        found.curve,
        x=_("Quality of the lot, %"),
        y=_("Chance to be accepted"),
        title=_("Operating characteristic (OC curve)"),
    )
    return render(
        request, "conformity/sampling/plan.html", {"form": form, "found": found, "chart": chart}
    )
