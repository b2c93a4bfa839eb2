"""Judging: what is handed in, what its columns mean, and what came of it (判定)."""

from importlib.resources import files
from io import BytesIO
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from guiju.apps.accounts.views.parts import page_asked
from guiju.apps.conformity.forms.judging import DataForm, LayoutForm, MapForm
from guiju.apps.conformity.forms.judging_days import Days
from guiju.apps.conformity.models import Judgement
from guiju.apps.conformity.selectors.dated_tables import (
    dates_proposed,
    may_be_dated,
    may_be_series,
)
from guiju.apps.conformity.selectors.judged_tables import Column, columns_of, needed_of, rules_of
from guiju.apps.conformity.selectors.judgements import judgement_of, own_judgements
from guiju.apps.conformity.selectors.judging_rules import rules_offered
from guiju.apps.conformity.services import judgements, judging
from guiju.apps.conformity.services.judgement_errors import BothGivenError, NothingGivenError
from guiju.apps.conformity.views.judge_results import results
from guiju.apps.conformity.views.judge_sending import private
from guiju.core.errors import Bilingual
from guiju.core.params import param
from guiju.web import worker
from guiju.web.access import PUBLIC, SIGNED_IN, needs
from guiju.web.request import Request

READ_AND_WRITE = ("GET", "HEAD", "POST")
AGAIN_IN = 2  # seconds
EXAMPLE = "water-example.csv"
EXAMPLE_STANDARD = "GB 3838-2002"
_State = Judgement.State


@require_http_methods(READ_AND_WRITE)
@needs(PUBLIC)
def judge(request: Request) -> HttpResponse:
    """A standard and a table; what is posted is stored and looked at."""
    given: Any = (request.POST, request.FILES) if request.method == "POST" else ()
    form = DataForm(rules_offered(request.viewer), *given)
    if form.is_bound and form.is_valid() and form.carried_out(lambda: _begun(request, form)):
        return private(redirect("conformity:judgement", form.result.key))
    context = {
        "form": form,
        "days": param("judging.keep_days", request.viewer.today),
        "SIGNED_IN": SIGNED_IN,
    }
    return render(request, "conformity/judge/new.html", context)


def _begun(request: Request, form: DataForm) -> Judgement:
    values = form.cleaned_data
    file, pasted = values["file"], values["pasted"]
    if file is not None and pasted.strip():
        raise BothGivenError()
    if file is None and not pasted.strip():
        raise NothingGivenError()
    name = file.name if file is not None else _("pasted lines")
    return judgements.begin_judgement(
        file=file if file is not None else judgements.pasted(pasted),
        name=name or "",
        number=form.asked,
        on=values["on"] or request.viewer.today,
        by_day=values["on"] is None,
        by=request.viewer,
    )


@require_POST
@needs(PUBLIC)
def try_example(request: Request) -> HttpResponse:
    """The example file, as if it had been uploaded."""
    folder = files("guiju.rulebook") / "samples" / "conformity"
    made = judgements.begin_judgement(
        file=BytesIO((folder / EXAMPLE).read_bytes()),
        name=EXAMPLE,
        by_day=True,
        number=EXAMPLE_STANDARD,
        on=request.viewer.today,
        by=request.viewer,
        is_example=True,
    )
    return private(redirect("conformity:judgement", made.key))


@require_safe
@needs(PUBLIC)
def example_file(request: Request) -> HttpResponse:
    """The example file itself, to be looked at and changed."""
    folder = files("guiju.rulebook") / "samples" / "conformity"
    return HttpResponse(
        (folder / EXAMPLE).read_bytes(),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{EXAMPLE}"'},
    )


@require_safe
@needs(SIGNED_IN)
def own(request: Request) -> HttpResponse:
    """The judgements of somebody who is signed in."""
    page = page_asked(request, own_judgements(request.viewer))
    return private(render(request, "conformity/judge/own.html", {"page": page}))


@require_http_methods(READ_AND_WRITE)
@needs(PUBLIC)
def judgement(request: Request, key: str) -> HttpResponse:
    """The map of the columns, then the progress, then the verdicts."""
    found = judgement_of(request.viewer, key)
    if found.state == _State.PREPARED:
        return private(_mapped(request, found))
    if found.state == _State.DONE:
        return private(results(request, found))
    context = {
        "judgement": found,
        "message": Bilingual(found.message_zh, found.message_en),
        "is_going": found.state in (_State.WAITING, _State.RUNNING),
        "no_worker": found.state == _State.WAITING and not worker.is_running(),
    }
    answer = private(render(request, "conformity/judge/waiting.html", context))
    if context["is_going"]:
        answer["Refresh"] = str(AGAIN_IN)
    return answer


def _mapped(request: Request, found: Judgement) -> HttpResponse:
    layout = found.layout
    layout_form = LayoutForm({"head": layout["head"], "units": layout["units"]})
    if "layout" in request.POST:
        layout_form = LayoutForm(request.POST)
        if layout_form.is_valid():
            changed = {**layout_form.cleaned_data, "long": layout["long"]}
            judgements.lay_out(judgement=found, layout=changed, by=request.viewer)
            return redirect("conformity:judgement", found.key)
    rules = rules_of(found)
    columns = columns_of(found)
    given: Any = (request.POST,) if "judge" in request.POST else ()
    form = MapForm(columns, rules, found.settings, *given, days=_days(found, columns))
    if (
        form.is_bound
        and form.is_valid()
        and form.carried_out(
            lambda: judging.judge(
                judgement=found,
                columns=form.chosen(),
                settings=form.settings(),
                by=request.viewer,
                dating=form.dating(),
            )
        )
    ):
        return redirect("conformity:judgement", found.key)
    context = {
        "judgement": found,
        "title": Bilingual(found.title_zh, found.title_en),
        "form": form,
        "layout_form": layout_form,
        "has_layout": found.form in ("csv", "xlsx"),
        "needed": [rules.attributes[name] for name in needed_of(columns, rules)],
        "known": sum(bool(one.of) for one in columns),
        "omitted": rules.omitted,
    }
    return render(request, "conformity/judge/map.html", context)


def _days(found: Judgement, columns: list[Column]) -> Days:
    """What may be said of days and times, and what was said before."""
    names = [one.name for one in columns]
    dates = dates_proposed(found, names) if may_be_dated(found) else ""
    kept = {
        name: found.dating[name] for name in ("time", "by", "per", "stamp") if name in found.dating
    }
    return Days(may_be_dated(found), may_be_series(found), {**kept, "dates": dates})


@require_POST
@needs(PUBLIC)
def again(request: Request, key: str) -> HttpResponse:
    """The same data with another map, as a judgement of its own."""
    found = judgement_of(request.viewer, key)
    made = judgements.copy_judgement(judgement=found, by=request.viewer)
    return private(redirect("conformity:judgement", made.key))


@require_POST
@needs(PUBLIC)
def discard(request: Request, key: str) -> HttpResponse:
    """Data and verdicts are deleted at once."""
    judgements.discard_judgement(judgement=judgement_of(request.viewer, key), by=request.viewer)
    messages.success(request, _("The data and the verdicts are deleted."))
    return private(redirect("conformity:judge"))
