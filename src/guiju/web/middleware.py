"""Deny by default, and turn every known error into a page that helps."""

from collections.abc import Callable
from typing import Any

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed

from guiju.core.errors import Bilingual, GuijuError, RefusedError
from guiju.web.access import tell_refusal
from guiju.web.clashes import clash_of
from guiju.web.error_pages import error_page, wrong_method

NO_RULE = Bilingual(
    "此页面没有声明权限规则，因此不开放。",
    "This page declares no access rule and is therefore closed.",
)
PERMISSIONS = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"


class AccessMiddleware:
    """Refuse every view that declares no rule, and show each GuijuError as its sentence."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if isinstance(response, HttpResponseNotAllowed) and not response.content:
            allowed = response.headers["Allow"]
            response = wrong_method(request)
            response.headers["Allow"] = allowed
        return response

    def process_view(
        self, request: HttpRequest, view: Any, args: Any, kwargs: Any
    ) -> HttpResponse | None:
        # An API path dispatches by method: each operation is marked and asks its own rule, which
        # a system check makes sure of at start (guiju.config.checks).
        match = request.resolver_match
        if hasattr(view, "rule") or (match is not None and "ninja" in match.app_names):
            return None
        return error_page(request, RefusedError("no_rule", NO_RULE))

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        known = clash_of(error) if isinstance(error, DatabaseError) else error
        tell_refusal(request, error)
        return error_page(request, known) if isinstance(known, GuijuError) else None


class PolicyMiddleware:
    """Pages may use none of the device's senses, whoever managed to write into them."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers["Permissions-Policy"] = PERMISSIONS
        return response
