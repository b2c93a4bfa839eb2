"""A cataloguer's own statement about a standard: write, look what it does, save, take back."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from guiju.apps.accounts.views.parts import form_page
from guiju.apps.catalogue.address import slug_of
from guiju.apps.catalogue.forms.record_rows import RelationRows, RoleRows, posted, rows_of
from guiju.apps.catalogue.forms.records import RecordForm, WithdrawForm, initial_of
from guiju.apps.catalogue.models import Edition
from guiju.apps.catalogue.rules import EDIT_RECORDS
from guiju.apps.catalogue.selectors.standard.around import OWN_SOURCE
from guiju.apps.catalogue.selectors.standard.fields import field_name, fields_of
from guiju.apps.catalogue.selectors.standard.sources import merged, words_of
from guiju.apps.catalogue.services.editing import (
    Own,
    Preview,
    edit_record,
    own_statement,
    preview_edit,
    says_something,
    withdraw_edit,
)
from guiju.apps.catalogue.views.standards import edition_of
from guiju.core.records.model import Record
from guiju.web.access import needs
from guiju.web.request import Request

METHODS = ["GET", "HEAD", "POST"]


@require_http_methods(METHODS)
@needs(EDIT_RECORDS)
def new_record(request: Request) -> HttpResponse:
    """A standard that the catalogue has no edition of yet, or more about one that it has."""
    return _editor(request, None, Own(Record(number=""), ""))


@require_http_methods(METHODS)
@needs(EDIT_RECORDS)
def edit(request: Request, number: str) -> HttpResponse:
    edition = edition_of(request, number)
    return _editor(request, edition, own_statement(edition.key))


@require_http_methods(METHODS)
@needs(EDIT_RECORDS)
def withdraw(request: Request, number: str) -> HttpResponse:
    """Take back what we said."""
    edition = edition_of(request, number)
    own = own_statement(edition.key)
    form = WithdrawForm(request.POST or None, initial={"seen": own.digest})
    return form_page(
        request,
        form,
        lambda values: withdraw_edit(edition=edition, by=request.viewer, **values),
        template="catalogue/edit_withdraw.html",
        context={
            "edition": edition,
            "said": _named(fields_of(own.record, get_language() or "zh")),
            "says_something": says_something(own.record),
        },
        done=lambda: _address(edition),
        told=_("What we said is taken back; the journal keeps it."),
    )


def _editor(request: Request, edition: Edition | None, own: Own) -> HttpResponse:
    given = request.POST if request.method == "POST" else None
    others = _others(edition, get_language() or "zh")
    if given is not None and "more" not in given:
        form = RecordForm(given, initial=_initial(own), others=others, is_new=edition is None)
        roles, relations = RoleRows(given, prefix="roles"), RelationRows(given, prefix="relations")
        preview = _sent(request, form, roles, relations, own)
        if isinstance(preview, HttpResponse):
            return preview
    else:
        written = posted(given) if given is not None else None
        initial = written.fields if written else _initial(own)
        initial.setdefault("number", request.GET.get("number", ""))
        form = RecordForm(None, initial=initial, others=others, is_new=edition is None)
        rows = (written.roles, written.relations) if written else rows_of(own.record)
        roles = RoleRows(initial=rows[0], prefix="roles")
        relations = RelationRows(initial=rows[1], prefix="relations")
        preview = None
    context = {
        "edition": edition,
        "form": form,
        "roles": roles,
        "relations": relations,
        "preview": preview,
        "own": says_something(own.record),
    }
    return render(request, "catalogue/edit_record.html", context)


def _initial(own: Own) -> dict[str, Any]:
    return {**initial_of(own.record), "seen": own.digest}


def _sent(
    request: Request, form: RecordForm, roles: Any, relations: Any, own: Own
) -> HttpResponse | Preview | None:
    """What was sent is saved, or its effect shown; None when something is wrong with it."""
    if not all([form.is_valid(), roles.is_valid(), relations.is_valid()]):
        return None
    record = form.record(own.record, roles.forms, relations.forms)
    if "save" not in request.POST:
        look = form.carried_out(lambda: _look(request, form, record))
        return form.result if look else None
    if not form.carried_out(lambda: _save(request, form, record)):
        return None
    messages.success(request, _("The record is saved; the change stands in the journal."))
    return redirect(_address(form.result))


def _others(edition: Edition | None, language: str) -> dict[str, str]:
    """What other sources say, by the names of the form's fields."""
    words = [one for one in words_of(edition) if one.source.slug != OWN_SOURCE] if edition else []
    if edition is None or not words:
        return {}
    fields = fields_of(merged(edition, words).record, language)
    return {
        key.replace("titles.", "title_"): "；".join(values)
        for key, values in fields.items()
        if key != "number"
    }


def _save(request: Request, form: RecordForm, record: Record) -> Edition:
    values = form.cleaned_data
    return edit_record(
        record=record, seen=values["seen"], reason=values["reason"], by=request.viewer
    )


def _look(request: Request, form: RecordForm, record: Record) -> Any:
    return preview_edit(
        record=record,
        seen=form.cleaned_data["seen"],
        by=request.viewer,
        language=get_language() or "zh",
    )


def _address(edition: Edition) -> str:
    return reverse("catalogue:standard", args=[slug_of(edition.key)])


def _named(fields: dict[str, tuple[str, ...]]) -> list[tuple[str, tuple[str, ...]]]:
    return [(field_name(key), values) for key, values in fields.items() if key != "number"]
