"""Who is looking: from the session for pages, from a bearer token for the API; and time-out."""

import time
from collections.abc import Callable

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from guiju.apps.accounts.selectors.viewers import viewer_of_token, viewer_of_user
from guiju.core.params import param

LAST_SEEN = "last_seen"


class ViewerMiddleware:
    """Sets `request.viewer`. The API knows tokens only, so a page cannot make it act (no CSRF)."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path_info.startswith("/api/"):
            request.viewer = viewer_of_token(_bearer(request), timezone.localdate())
        else:
            _leave_when_idle(request)
            request.viewer = viewer_of_user(request.user, timezone.localdate())
        return self.get_response(request)


def _bearer(request: HttpRequest) -> str:
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" else ""


def _leave_when_idle(request: HttpRequest) -> None:
    """Sign out a session that was idle too long (rulebook: security.session_idle_minutes)."""
    if not request.user.is_authenticated:
        return
    now = int(time.time())
    idle = param("security.session_idle_minutes", timezone.localdate()) * 60
    if now - request.session.get(LAST_SEEN, now) > idle:
        logout(request)
        return
    # One write a minute is enough to know that somebody is there.
    if now - request.session.get(LAST_SEEN, 0) >= 60:
        request.session[LAST_SEEN] = now
