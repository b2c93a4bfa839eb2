"""Signing in, in one or two steps, and out; changing the own password (身份鉴别).

Each attempt is one event. Of an unknown name only the beginning is kept, since people type
passwords into the wrong box; of attempts during a lock-out only the lock-out is recorded, and of
unknown names only so many in a while: a stranger cannot flood the journal.
"""

import time
from typing import Any

from axes.handlers.proxy import AxesProxyHandler
from django.contrib.auth import authenticate, login, logout, user_login_failed
from django.contrib.auth.password_validation import validate_password
from django.db import transaction
from django.utils import timezone

from guiju.apps.accounts.errors import (
    CodeError,
    SamePasswordError,
    SecondStepError,
    SignInError,
    WrongPasswordError,
)
from guiju.apps.accounts.models import User
from guiju.apps.accounts.passwords import lockout_time
from guiju.apps.accounts.selectors.viewers import viewer_of_user
from guiju.apps.accounts.services.people import fold_username
from guiju.apps.accounts.services.totp import accept_code
from guiju.apps.journal.selectors import history
from guiju.apps.journal.services import record
from guiju.core.params import param
from guiju.web.request import Request
from guiju.web.viewer import Viewer

HALF = "half_signed_in"
LAST_SEEN = "last_seen"
HALF_SECONDS = 300
LONGEST_NAME = 150
UNKNOWN = "accounts.user:unknown"
SHOWN_OF_UNKNOWN = 2
BACKEND = "guiju.apps.accounts.backends.SeatBackend"


def first_step(*, request: Request, username: str, password: str) -> bool:
    """Check name and password. True: signed in; False: a one-time code is still asked for.

    Raises SignInError; where that failure locks the name out, `request.axes_locked_out` is set
    and the middleware answers with the page of the lock-out.
    """
    name = fold_username(username)[:LONGEST_NAME]
    user = authenticate(request, username=name, password=password)
    if not isinstance(user, User):
        _record_failure(request, name, "password")
        raise SignInError
    if user.totp_secret:
        request.session.cycle_key()
        seal = user.get_session_auth_hash()
        request.session[HALF] = {"user": user.pk, "at": int(time.time()), "seal": seal}
        return False
    _complete(request, user, factors=1)
    return True


def second_step(*, request: Request, code: str) -> None:
    """Check the one-time code. Wrong codes count towards the same lock-out as wrong passwords."""
    user = half_signed_in(request)
    credentials = {"username": user.username}
    if not AxesProxyHandler.is_allowed(request, credentials):
        request.axes_locked_out = True  # type: ignore[attr-defined]
        request.axes_credentials = credentials  # type: ignore[attr-defined]
        raise SignInError
    if not accept_code(user=user, code=code):
        user_login_failed.send(sender=__name__, credentials=credentials, request=request)
        _record_failure(request, user.username, "code")
        raise CodeError
    del request.session[HALF]
    _complete(request, user, factors=2)


def half_signed_in(request: Request) -> User:
    """Who passed the first step a moment ago. Raises SecondStepError."""
    half = request.session.get(HALF)
    if half and int(time.time()) - half["at"] <= HALF_SECONDS:
        user = User.objects.filter(pk=half["user"], is_active=True).first()
        # A password that was changed meanwhile undoes the first step.
        if user is not None and half["seal"] == user.get_session_auth_hash():
            return user
    raise SecondStepError


def _complete(request: Request, user: User, *, factors: int) -> None:
    with transaction.atomic():
        login(request, user, backend=BACKEND)  # the session gets a new key here
        request.session[LAST_SEEN] = int(time.time())
        request.viewer = viewer_of_user(user, timezone.localdate())
        record(
            by=request.viewer,
            action="accounts.sign_in",
            subject=f"accounts.user:{user.pk}",
            details={"factors": factors},
        )


def _record_failure(request: Request, typed: str, step: str) -> None:
    failures = getattr(request, "axes_failures_since_start", None)
    locked_out = getattr(request, "axes_locked_out", False)
    if locked_out and failures is None:
        return
    known = User.objects.filter(username=typed).values_list("pk", flat=True).first()
    if known is None and _enough_unknown_names():
        return
    shown = typed if known else typed[:SHOWN_OF_UNKNOWN] + "…"
    with transaction.atomic():
        record(
            by=Viewer(today=timezone.localdate(), name="public"),
            action="accounts.lock_out" if locked_out else "accounts.refuse_sign_in",
            subject=f"accounts.user:{known}" if known else UNKNOWN,
            details={"typed": shown, "step": step, "failures": failures},
        )


def _enough_unknown_names() -> bool:
    """Were as many refusals of unknown names recorded lately as say that somebody is guessing?"""
    now = timezone.now()
    most = int(param("security.unknown_names_recorded", timezone.localdate()))
    lately = history(Viewer(today=timezone.localdate()), UNKNOWN).filter(
        at__gt=now - lockout_time()
    )
    return lately.count() >= most


def sign_out(*, request: Request) -> None:
    """End the session and record it; nothing happens where nobody is signed in."""
    if not request.viewer.signed_in:
        return
    with transaction.atomic():
        record(
            by=request.viewer,
            action="accounts.sign_out",
            subject=f"accounts.user:{request.viewer.user}",
        )
        logout(request)


def change_password(*, user: User, old: str, new: str, by: Viewer) -> None:
    """Change the own password; the policy's ValidationError passes through to the form."""
    if not user.check_password(old):
        raise WrongPasswordError
    if old == new:
        raise SamePasswordError
    validate_password(new, user)
    with transaction.atomic():
        user.set_password(new)
        user.password_changed = timezone.now()
        user.save(update_fields=["password", "password_changed"])
        record(by=by, action="accounts.change_password", subject=f"accounts.user:{user.pk}")


def must_change_password(user: Any) -> bool:
    """The password was given by an administrator and is not yet the user's own."""
    return isinstance(user, User) and user.password_changed is None


def password_is_old(user: User) -> bool:
    """The password is older than the policy wishes (定期更换)."""
    limit = param("security.password_max_age_days", timezone.localdate())
    changed = user.password_changed
    return changed is not None and (timezone.now() - changed).days >= limit
