"""The viewer's watch lists."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from guiju.apps.accounts.views.parts import form_page, language, page_asked
from guiju.apps.catalogue.exports.csv_text import MIME
from guiju.apps.catalogue.exports.watching import watch_list_csv
from guiju.apps.catalogue.forms.watching import NameForm, PasteForm, WatchForm
from guiju.apps.catalogue.models import WatchList
from guiju.apps.catalogue.rules import OWN_LIST
from guiju.apps.catalogue.selectors import watching as select
from guiju.apps.catalogue.selectors.pasted import Pasted, read_pasted
from guiju.apps.catalogue.services import watching as service
from guiju.apps.catalogue.views.standards import edition_of
from guiju.web.access import needs
from guiju.web.request import Request

READ_AND_WRITE = ("GET", "HEAD", "POST")
EXPORT_STEP = 500


def _data(request: Request) -> Any:
    return request.POST if request.method == "POST" else None


def _to(watch_list: WatchList) -> HttpResponse:
    return redirect("catalogue:watch_list", watch_list.pk)


@require_http_methods(READ_AND_WRITE)
@needs(OWN_LIST)
def watching(request: Request) -> HttpResponse:
    """The viewer's lists, and a form for another."""
    form = NameForm(_data(request))
    return form_page(
        request,
        form,
        lambda values: service.create_list(by=request.viewer, **values),
        template="catalogue/watch_lists.html",
        context={"lists": select.lists_of(request.viewer)},
        done=lambda: reverse("catalogue:watch_list", args=[form.result.pk]),
        told=_("The list is made. Put standards on it."),
    )


@require_safe
@needs(OWN_LIST)
def watch_list(request: Request, pk: int) -> HttpResponse:
    one = select.list_of(request.viewer, pk)
    page = page_asked(request, select.watches(request.viewer, one))
    context = {
        "list": one,
        "page": page,
        "rows": select.watch_rows(request.viewer, page.object_list, request.viewer.today),
        "ended": select.ended(request.viewer, one).count(),
    }
    return render(request, "catalogue/watch_list.html", context)


@require_http_methods(READ_AND_WRITE)
@needs(OWN_LIST)
def rename_watch_list(request: Request, pk: int) -> HttpResponse:
    one = select.list_of(request.viewer, pk)
    return form_page(
        request,
        NameForm(_data(request), initial={"name": one.name}),
        lambda values: service.rename_list(watch_list=one, by=request.viewer, **values),
        template="catalogue/watch_rename.html",
        context={"list": select.list_of(request.viewer, pk)},
        done=lambda: reverse("catalogue:watch_list", args=[pk]),
        told=_("The list has its new name."),
    )


@require_http_methods(READ_AND_WRITE)
@needs(OWN_LIST)
def remove_watch_list(request: Request, pk: int) -> HttpResponse:
    """Ask first; then remove."""
    one = select.list_of(request.viewer, pk)
    if request.method == "POST":
        service.remove_list(watch_list=one, by=request.viewer)
        messages.success(request, _("The list is removed."))
        return redirect("catalogue:watching")
    context = {"list": one, "size": select.watches(request.viewer, one).count()}
    return render(request, "catalogue/watch_remove.html", context)


@require_POST
@needs(OWN_LIST)
def renew_watch_feed(request: Request, pk: int) -> HttpResponse:
    service.renew_feed(watch_list=select.list_of(request.viewer, pk), by=request.viewer)
    messages.success(request, _("The feed has a new address; the old one works no more."))
    return redirect("catalogue:watch_list", pk)


@require_http_methods(READ_AND_WRITE)
@needs(OWN_LIST)
def paste_watches(request: Request, pk: int) -> HttpResponse:
    """Numbers in a text: first shown what they mean, then put on the list."""
    one = select.list_of(request.viewer, pk)
    form = PasteForm(_data(request))
    read: Pasted | None = None
    if form.is_bound and form.is_valid():
        text = form.cleaned_data["text"]
        if form.carried_out(lambda: read_pasted(request.viewer, text)):
            read = form.result
        if read is not None and "agreed" in request.POST and _add(request, one, form, read):
            return _to(one)
    context = {"list": one, "form": form, "read": read}
    return render(request, "catalogue/watch_paste.html", context)


def _add(request: Request, one: WatchList, form: PasteForm, read: Pasted) -> bool:
    viewer = request.viewer
    if not form.carried_out(
        lambda: service.watch(watch_list=one, editions=read.editions, by=viewer)
    ):
        return False
    told = ngettext("%(count)d standard was added.", "%(count)d standards were added.", form.result)
    messages.success(request, told % {"count": form.result})
    return True


@require_safe
@needs(OWN_LIST)
def export_watch_list(request: Request, pk: int) -> StreamingHttpResponse:
    viewer, one = request.viewer, select.list_of(request.viewer, pk)
    rows = list(select.watches(viewer, one))
    steps = (
        row
        for at in range(0, len(rows), EXPORT_STEP)
        for row in select.watch_rows(viewer, rows[at : at + EXPORT_STEP], viewer.today)
    )
    headers = {"Content-Disposition": f'attachment; filename="watch-list-{pk}.csv"'}
    lines = watch_list_csv(steps, language())
    return StreamingHttpResponse(lines, content_type=MIME, headers=headers)


@require_POST
@needs(OWN_LIST)
def unwatch(request: Request, pk: int, watch: int) -> HttpResponse:
    one = select.list_of(request.viewer, pk)
    row = select.watch_of(request.viewer, one, watch)
    service.unwatch(watch_list=one, editions=[row.edition], by=request.viewer)
    told = _("%(number)s is no longer on the list.")
    messages.success(request, told % {"number": row.edition.display})
    return _to(one)


@require_POST
@needs(OWN_LIST)
def move_watch(request: Request, pk: int, watch: int) -> HttpResponse:
    """The owner agrees: the successor takes the standard's place."""
    one = select.list_of(request.viewer, pk)
    row = select.watch_of(request.viewer, one, watch)
    heirs = service.move_on(watch_list=one, edition=row.edition, by=request.viewer)
    told = _("%(old)s gave its place to %(new)s.")
    new = ", ".join(heir.display for heir in heirs)
    messages.success(request, told % {"old": row.edition.display, "new": new})
    return _to(one)


@require_POST
@needs(OWN_LIST)
def move_watches(request: Request, pk: int) -> HttpResponse:
    """The owner agrees for all that ended."""
    one = select.list_of(request.viewer, pk)
    moved = service.move_all(watch_list=one, by=request.viewer)
    if not moved:
        messages.info(request, _("None of them has a successor; the list was not changed."))
        return _to(one)
    told = ngettext(
        "%(count)d standard gave its place to its successor.",
        "%(count)d standards gave their places to their successors.",
        moved,
    )
    messages.success(request, told % {"count": moved})
    return _to(one)


@require_http_methods(READ_AND_WRITE)
@needs(OWN_LIST)
def watch(request: Request, number: str) -> HttpResponse:
    """Which of the viewer's lists have a standard."""
    viewer, edition = request.viewer, edition_of(request, number)
    state = select.watch_state(viewer, edition)
    initial = {"lists": [one.pk for one in state.on]}
    form = WatchForm(_data(request), initial=initial, lists=state.lists)
    if form.is_bound and form.is_valid():
        chosen = {int(pk) for pk in form.cleaned_data.get("lists", ())}
        name = form.cleaned_data["name"]
        if not state.lists and not name:
            form.add_error("name", _("Name the list that the standard goes on."))
        elif form.carried_out(lambda: _put(request, state, chosen, name)):
            messages.success(request, _("Your lists are up to date."))
            return redirect("catalogue:standard", number)
    context = {"edition": edition, "state": state, "form": form}
    return render(request, "catalogue/watch_standard.html", context)


def _put(request: Request, state: select.WatchState, chosen: set[int], name: str) -> None:
    viewer, had = request.viewer, {one.pk for one in state.on}
    added = [one for one in state.lists if one.pk in chosen - had]
    if name:
        added.append(service.create_list(name=name, by=viewer))
    for one in added:
        service.watch(watch_list=one, editions=[state.edition], by=viewer)
    for one in state.on:
        if one.pk not in chosen:
            service.unwatch(watch_list=one, editions=[state.edition], by=viewer)
