"""The page of a standard, and the same as JSON and linked data."""

from hashlib import sha256
from typing import Any

from django.conf import settings
from django.http import HttpResponse, JsonResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from guiju import __version__
from guiju.apps.accounts.views.parts import day_asked
from guiju.apps.catalogue.address import key_of, slug_of
from guiju.apps.catalogue.models import Edition
from guiju.apps.catalogue.panels import panels_of
from guiju.apps.catalogue.rules import EDIT_RECORDS
from guiju.apps.catalogue.selectors import standard as select
from guiju.apps.catalogue.selectors.standard.sources import side_by_side
from guiju.apps.catalogue.selectors.standard.version import data_version
from guiju.apps.catalogue.selectors.watching import watch_state
from guiju.apps.catalogue.views.days import day_context
from guiju.web.access import PUBLIC, needs
from guiju.web.context import theme_of
from guiju.web.request import Request

_STALE_AFTER = 300  # seconds that the data of a record may be kept without asking again
_OTHER_COOKIES = ("messages", settings.SESSION_COOKIE_NAME)


@require_safe
@needs(PUBLIC)
def standard(request: Request, number: str) -> HttpResponse:
    """The one address of a standard; every other way of writing its number leads here."""
    days = day_context(request)
    try:
        asked = select.asked_for(request.viewer, key_of(number), days["on"])
    except select.NoEditionError as error:
        return _missing(request, error, days)
    edition = asked.edition
    slug = slug_of(edition.work.key if asked.undated else edition.key)
    if slug != number:
        return redirect(_with_query(reverse("catalogue:standard", args=[slug]), request.GET))
    mark, fresh = _mark(request), _is_public(request)
    if fresh and (same := _not_modified(request, mark[0])):
        return same
    one = select.standard_on(request.viewer, edition, days["on"])
    language = get_language() or "zh"
    context = {
        **days,
        "one": one,
        "edition": edition,
        "undated": asked.undated,
        "table": side_by_side(one.words, one.conflicts, language),
        "canonical": _whole(request, edition.key),
        "panels": panels_of(request.viewer, edition),
        "watch_state": watch_state(request.viewer, edition),
        "EDIT": EDIT_RECORDS,
        "may_edit": EDIT_RECORDS.allows(request.viewer),
    }
    answer = render(request, "catalogue/standard_detail.html", context)
    return _marked(answer, *mark, control="private, no-cache") if fresh else answer


@require_safe
@needs(PUBLIC)
def standard_data(request: Request, number: str) -> HttpResponse:
    """The record as JSON: what the API and the command line say."""
    return _data(request, number, linked=False)


@require_safe
@needs(PUBLIC)
def standard_linked(request: Request, number: str) -> HttpResponse:
    """The record in the words of schema.org."""
    return _data(request, number, linked=True)


def _data(request: Request, number: str, *, linked: bool) -> HttpResponse:
    on = day_asked(request)
    mark = _mark(request)
    if same := _not_modified(request, mark[0]):
        return same
    edition = select.asked_for(request.viewer, key_of(number), on).edition
    one = select.standard_on(request.viewer, edition, on)
    found: dict[str, Any] = (
        select.linked_data(one, lambda key: _whole(request, key)) if linked else select.as_json(one)
    )
    kind = "application/ld+json" if linked else "application/json"
    answer = JsonResponse(
        found, content_type=kind, json_dumps_params={"ensure_ascii": False, "indent": 1}
    )
    return _marked(answer, *mark, control=f"public, max-age={_STALE_AFTER}")


def _missing(request: Request, error: select.NoEditionError, days: dict[str, Any]) -> HttpResponse:
    context = {**days, "sentence": error.sentence, "near": error.near, "written": error.subject}
    return render(request, "catalogue/standard_missing.html", context, status=404)


def _whole(request: Request, key: str) -> str:
    return request.build_absolute_uri(reverse("catalogue:standard", args=[slug_of(key)]))


def _with_query(address: str, query: QueryDict) -> str:
    return f"{address}?{query.urlencode()}" if query else address


def _is_public(request: Request) -> bool:
    """Is the page the same for everybody? Not for those who are known or to be told something."""
    return not request.viewer.signed_in and not any(
        name in request.COOKIES for name in _OTHER_COOKIES
    )


def _mark(request: Request) -> tuple[str, int | None]:
    """ETag and Last-Modified: the state of the data, the day, the language and the colours."""
    number, at = data_version()
    parts = (
        __version__,
        number,
        request.viewer.today,
        request.get_full_path(),
        get_language(),
        theme_of(request),
    )
    digest = sha256("\n".join(str(part) for part in parts).encode()).hexdigest()[:32]
    return f'W/"{digest}"', int(at.timestamp()) if at else None


def _not_modified(request: Request, etag: str) -> HttpResponse | None:
    """By the mark alone: a day that has passed changes the page without any act."""
    if "If-None-Match" not in request.headers:
        return None
    return get_conditional_response(request, etag=etag)


def _marked(answer: HttpResponse, etag: str, modified: int | None, *, control: str) -> HttpResponse:
    answer["ETag"] = etag
    if modified is not None:
        answer["Last-Modified"] = http_date(modified)
    answer["Cache-Control"] = control
    return answer


def edition_of(request: Request, number: str) -> Edition:
    """The edition of an address, for the pages that hang on it."""
    return select.asked_for(request.viewer, key_of(number), request.viewer.today).edition
