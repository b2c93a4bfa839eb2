"""Deny by default, and turn every known error into a page that helps."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from ninja.operation import PathView

from guiju.core.errors import (
    Bilingual,
    GuijuError,
    InputError,
    NotFoundError,
    RefusedError,
    StateError,
)
from guiju.web.access import SIGN_IN

STATUS: tuple[tuple[type[GuijuError], int], ...] = (
    (NotFoundError, 404),
    (RefusedError, 403),
    (StateError, 409),
    (InputError, 400),
    (GuijuError, 500),
)
NO_RULE = Bilingual(
    "此页面没有声明权限规则，因此不开放。",
    "This page declares no access rule and is therefore closed.",
)


def status_of(error: GuijuError) -> int:
    """The HTTP status of an error: that of the nearest class in the table."""
    return next(status for kind, status in STATUS if isinstance(error, kind))


class AccessMiddleware:
    """Refuse every view that declares no rule, and show each GuijuError as its sentence."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Any, args: Any, kwargs: Any
    ) -> HttpResponse | None:
        # An API path dispatches by method; its operations are each marked and ask their own rule.
        is_api = isinstance(getattr(view, "__self__", None), PathView)
        if is_api or hasattr(view, "rule"):
            return None
        return error_page(request, RefusedError("no_rule", NO_RULE))

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        return error_page(request, error) if isinstance(error, GuijuError) else None


def error_page(request: HttpRequest, error: GuijuError) -> HttpResponse:
    """The page of an error; one that signing in may cure offers to do so."""
    offer = isinstance(error, RefusedError) and error.reason == SIGN_IN[1]
    context = {"sentence": error.sentence, "status": status_of(error), "offer_sign_in": offer}
    return render(request, "web/error.html", context, status=status_of(error))
