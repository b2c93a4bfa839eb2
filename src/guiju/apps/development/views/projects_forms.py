"""Forms of a project (项目表单): filled from its data, kept as a material, out as DOCX and back."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from guiju.apps.accounts.views.parts import language
from guiju.apps.development.exports.project_forms import form_docx
from guiju.apps.development.forms.projects_forms import FillForm, ReadBackForm
from guiju.apps.development.rules.projects import WORK_IN_PROJECT
from guiju.apps.development.selectors.form_data import form_data, form_of
from guiju.apps.development.selectors.workspace import Opened
from guiju.apps.development.selectors.workspace_texts import material_of
from guiju.apps.development.services.materials import hand_in
from guiju.apps.development.views.project_files import attachment
from guiju.apps.development.views.steps import METHODS, context_of, opened_here
from guiju.core.errors import InputError
from guiju.core.forms.filling import fill
from guiju.core.forms.model import Filled, Problem
from guiju.core.forms.readers.reading import read_form
from guiju.core.forms.writing.writing import MIME
from guiju.core.procedures.model import Material as Kind
from guiju.web.access import needs
from guiju.web.request import Request


def _kind(opened: Opened, material: str) -> Kind:
    kind = opened.procedure.materials.get(material)
    if kind is None or not kind.form:
        raise Http404(material)
    return kind


@require_http_methods(METHODS)
@needs(WORK_IN_PROJECT)
def fill_form(request: Request, pk: int, material: str) -> HttpResponse:
    """The form of a material, filled with what is known; stored as a new version of it."""
    opened = opened_here(request, pk)
    kind = _kind(opened, material)
    definition, data = form_of(opened, kind), form_data(opened)
    last = opened.project.materials.filter(material=material).exclude(values={}).last()
    given: dict[str, Any] = last.values if last else {}
    back, problems = ReadBackForm(), tuple[Problem, ...]()
    if request.method == "POST" and request.POST.get("do") == "read":
        back = ReadBackForm(request.POST, request.FILES)
        given, problems = _read_back(back, fill(definition, data, given), given)
    filled = fill(definition, data, given)
    is_sent = request.method == "POST" and request.POST.get("do") == "store"
    form = FillForm(request.POST if is_sent else None, filled=filled)
    if form.is_bound and form.is_valid() and form.carried_out(lambda: _store(opened, kind, form)):
        left = fill(definition, data, form.given).missing
        if left:
            told = _("Stored. Still missing: %(names)s")
            messages.warning(
                request, told % {"names": " ".join(one.says.say(language()) for one in left)}
            )
        else:
            messages.success(request, _("The form is stored and complete."))
        return redirect("development:materials", pk)
    context = context_of(
        opened,
        "materials",
        form=form,
        back=back,
        problems=problems,
        kind=kind,
        definition=definition,
        missing=filled.missing,
    )
    return render(request, "development/projects/fill.html", context)


def _read_back(
    back: ReadBackForm, filled: Filled, given: dict[str, Any]
) -> tuple[dict[str, Any], tuple[Problem, ...]]:
    """What the file says goes before what was there; the person looks at it before it is stored."""
    if not back.is_valid():
        return given, ()
    file = back.cleaned_data["file"]
    try:
        read = read_form(filled.form, file.read(), file.name or "")
    except InputError as error:
        back.add_error("file", error.sentence.say(language()))
        return given, ()
    return {**given, **read.values}, read.problems


def _store(opened: Opened, kind: Kind, form: FillForm) -> Any:
    values = {key: list(one) if isinstance(one, tuple) else one for key, one in form.given.items()}
    return hand_in(
        project=opened.project,
        material=kind.id,
        values=values,
        by=opened.viewer,
    )


@require_safe
@needs(WORK_IN_PROJECT)
def form_file(request: Request, pk: int, number: int) -> HttpResponse:
    """A form that was filled in here, as a DOCX in office layout."""
    opened = opened_here(request, pk)
    row = material_of(opened.project, number)
    kind = _kind(opened, row.material)
    data = form_docx(opened, kind, row.values)
    return HttpResponse(
        data, content_type=MIME["docx"], headers=attachment(f"{kind.title.zh}-{number}.docx")
    )
