"""What the pages of the accounts share."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation

from guiju.apps.accounts.forms.base import ServiceForm
from guiju.apps.accounts.models import User
from guiju.core.errors import InputError
from guiju.web.request import Request

PER_PAGE = 50


class OwnRequest(Request):
    """A request of somebody who is signed in."""

    user: User


class DayError(InputError):
    """Not a day (日期有误)."""

    code = "day"
    zh = "“{subject}”不是日期，请写成 2022-07-06 的样子。"
    en = "“{subject}” is not a date; write it like 2022-07-06."


def language() -> str:
    """The language of the page."""
    return translation.get_language() or "zh-hans"


def day_asked(request: Request) -> date:
    """The day in `?on=`, or the viewer's today."""
    text = request.GET.get("on", "").strip()
    if not text:
        return request.viewer.today
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise DayError(text[:40]) from error


def page_asked(request: Request, rows: QuerySet[Any]) -> Page[Any]:
    """The page in `?page=` of a list; a wrong number shows the nearest page."""
    return Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))


def form_page(
    request: Request,
    form: ServiceForm,
    act: Callable[[dict[str, Any]], Any],
    *,
    template: str,
    context: dict[str, Any],
    done: Callable[[], str],
    told: str = "",
) -> HttpResponse:
    """Show a form; when it is sent and the service agrees, go to `done()` and say `told` there."""
    if form.is_bound and form.is_valid() and form.carried_out(lambda: act(form.cleaned_data)):
        if told:
            messages.success(request, told)
        return redirect(done())
    return render(request, template, {"form": form, **context})
