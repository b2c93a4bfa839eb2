"""The register of organisations: read by everybody, changed by system administrators."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from guiju.apps.accounts.forms.organisations import (
    AliasForm,
    FactsForm,
    NameForm,
    OrganisationForm,
    SuccessionForm,
)
from guiju.apps.accounts.models import Organisation
from guiju.apps.accounts.panels import panels_of
from guiju.apps.accounts.rules import MANAGE_ORGANISATIONS
from guiju.apps.accounts.selectors import register as select
from guiju.apps.accounts.selectors.organisations import name_on
from guiju.apps.accounts.services import organisations as service
from guiju.apps.accounts.views.parts import day_asked, form_page, language, page_asked
from guiju.core.codes import uscc
from guiju.core.codes.register import province_of
from guiju.core.errors import InputError
from guiju.web.access import PUBLIC, needs
from guiju.web.request import Request
from guiju.web.searching import read_query


@require_safe
@needs(PUBLIC)
def organisations(request: Request) -> HttpResponse:
    text = read_query(request.GET.get("q", "")).text
    kind = request.GET.get("kind", "")
    kind = kind if kind in Organisation.Kind.values else ""
    page = page_asked(request, select.organisations(text, kind))
    context = {
        "page": page,
        "rows": select.rows(page.object_list, request.viewer.today, language()),
        "text": text,
        "kind": kind,
        "kinds": Organisation.Kind.choices,
        "MANAGE": MANAGE_ORGANISATIONS,
    }
    return render(request, "accounts/organisations.html", context)


@require_safe
@needs(PUBLIC)
def organisation(request: Request, slug: str) -> HttpResponse:
    one = select.organisation_by_slug(slug)
    on = day_asked(request)
    related = [one.parent] if one.parent else []
    children = select.rows(one.children.all(), on, language())
    context = {
        "organisation": one,
        "on": on,
        "is_today": on == request.viewer.today,
        "name": name_on(one, on, language()),
        "parent": next(iter(select.rows(related, on, language())), None),
        "children": children,
        "names": one.names.all(),
        "aliases": one.aliases.order_by("text"),
        "passages": select.passages(one, language()),
        "code": _code(one.uscc),
        "region": province_of(one.region),
        "panels": panels_of(request.viewer, one),
        "MANAGE": MANAGE_ORGANISATIONS,
    }
    return render(request, "accounts/organisation.html", context)


def _code(text: str) -> uscc.Uscc | None:
    try:
        return uscc.parse(text) if text else None
    except InputError:
        return None


def _named(request: Request, slug: str) -> tuple[Organisation, dict[str, Any]]:
    one = select.organisation_by_slug(slug)
    name = name_on(one, request.viewer.today, language())
    return one, {"organisation": one, "name": name}


def _choices(request: Request) -> list[tuple[str, str]]:
    return select.choices(request.viewer.today, language())


def _data(request: Request) -> Any:
    return request.POST if request.method == "POST" else None


def _parent(values: dict[str, Any]) -> dict[str, Any]:
    """The values with the parent's slug turned into the parent."""
    slug = values["parent"]
    return values | {"parent": select.organisation_by_slug(slug) if slug else None}


@require_http_methods(["GET", "HEAD", "POST"])
@needs(MANAGE_ORGANISATIONS)
def new_organisation(request: Request) -> HttpResponse:
    form = OrganisationForm(_data(request), organisations=_choices(request))
    return form_page(
        request,
        form,
        lambda values: service.create_organisation(by=request.viewer, **_parent(values)),
        template="accounts/organisation_form.html",
        context={"title": _("New organisation"), "submit": _("Enter")},
        done=lambda: reverse("accounts:organisation", args=[form.result.slug]),
        told=_("The change is made and stands in the journal."),
    )


def _change(
    request: Request, slug: str, form: Any, act: Any, title: Any, submit: Any
) -> HttpResponse:
    """The page of one change of one organisation."""
    one, named = _named(request, slug)
    return form_page(
        request,
        form,
        lambda values: act(one, values),
        template="accounts/organisation_form.html",
        context={**named, "title": title, "submit": submit},
        done=lambda: reverse("accounts:organisation", args=[slug]),
        told=_("The change is made and stands in the journal."),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@needs(MANAGE_ORGANISATIONS)
def edit_organisation(request: Request, slug: str) -> HttpResponse:
    one = select.organisation_by_slug(slug)
    initial = {name: getattr(one, name) for name in ("kind", "uscc", "region")}
    initial["parent"] = one.parent.slug if one.parent else ""
    form = FactsForm(_data(request), initial=initial, organisations=_choices(request))
    return _change(
        request,
        slug,
        form,
        lambda one, values: service.edit_organisation(
            organisation=one, by=request.viewer, **_parent(values)
        ),
        gettext_lazy("Correct the facts"),
        gettext_lazy("Save"),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@needs(MANAGE_ORGANISATIONS)
def rename_organisation(request: Request, slug: str) -> HttpResponse:
    return _change(
        request,
        slug,
        NameForm(_data(request)),
        lambda one, values: service.rename_organisation(
            organisation=one, by=request.viewer, **values
        ),
        gettext_lazy("New name from a day on"),
        gettext_lazy("Rename"),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@needs(MANAGE_ORGANISATIONS)
def new_alias(request: Request, slug: str) -> HttpResponse:
    return _change(
        request,
        slug,
        AliasForm(_data(request)),
        lambda one, values: service.add_alias(organisation=one, by=request.viewer, **values),
        gettext_lazy("Another way of writing it"),
        gettext_lazy("Enter"),
    )


@require_POST
@needs(MANAGE_ORGANISATIONS)
def remove_alias(request: Request, slug: str, pk: int) -> HttpResponse:
    alias = select.alias_by_id(select.organisation_by_slug(slug), pk)
    service.remove_alias(alias=alias, by=request.viewer)
    messages.success(request, _("The alias is removed."))
    return redirect("accounts:organisation", slug=slug)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(MANAGE_ORGANISATIONS)
def new_succession(request: Request, slug: str) -> HttpResponse:
    def act(one: Organisation, values: dict[str, Any]) -> None:
        successor = select.organisation_by_slug(values.pop("successor"))
        service.record_succession(predecessor=one, successor=successor, by=request.viewer, **values)

    return _change(
        request,
        slug,
        SuccessionForm(_data(request), organisations=_choices(request)),
        act,
        gettext_lazy("Record a succession"),
        gettext_lazy("Record"),
    )
