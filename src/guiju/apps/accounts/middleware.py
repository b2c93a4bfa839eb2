"""Who is looking: from the session for pages, from a bearer token for the API; and time-out."""

import time
from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from guiju.apps.accounts.selectors.viewers import viewer_of_token, viewer_of_user
from guiju.apps.accounts.services.sign_in import LAST_SEEN, must_change_password
from guiju.core.params import param
from guiju.web.request import Request

# What a user may do whose password was given by an administrator and is still to be changed.
BEFORE_OWN_PASSWORD = frozenset({"accounts:password", "accounts:sign_out", "web:theme"})


class ViewerMiddleware:
    """Sets `request.viewer`. The API knows tokens only, so a page cannot make it act (no CSRF)."""

    def __init__(self, get_response: Callable[[Request], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: Request) -> HttpResponse:
        if request.path_info.startswith("/api/"):
            request.viewer = viewer_of_token(_bearer(request), timezone.localdate())
        else:
            _leave_when_idle(request)
            request.viewer = viewer_of_user(request.user, timezone.localdate())
        response = self.get_response(request)
        if request.viewer.signed_in:
            # Neither a proxy nor the browser's way back shows it to the next person.
            # What all may see is private too: it can bring this person's session cookie with it.
            kept = response.headers.get("Cache-Control", "private, no-store")
            response.headers["Cache-Control"] = kept.replace("public", "private")
        return response

    def process_view(
        self, request: Request, view: Any, args: Any, kwargs: Any
    ) -> HttpResponse | None:
        """First of all, a password that somebody else knows is changed."""
        if request.path_info.startswith("/api/") or not must_change_password(request.user):
            return None
        match = request.resolver_match
        if match is not None and match.view_name in BEFORE_OWN_PASSWORD:
            return None
        return redirect("accounts:password")


def _bearer(request: Request) -> str:
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" else ""


def _leave_when_idle(request: Request) -> None:
    """Sign out a session that was idle too long (rulebook: security.session_idle_minutes)."""
    if not request.user.is_authenticated:
        return
    now = int(time.time())
    minutes = param("security.session_idle_minutes", timezone.localdate())
    if now - request.session.get(LAST_SEEN, now) > minutes * 60:
        logout(request)
        said = _("You were signed out after %(minutes)d minutes without activity. Sign in again.")
        messages.info(request, said % {"minutes": minutes})
        return
    # One write a minute is enough to know that somebody is there.
    if now - request.session.get(LAST_SEEN, 0) >= 60:
        request.session[LAST_SEEN] = now
