"""One-time codes as the second step of signing in (动态验证码, TOTP). A code is accepted once."""

import time

import pyotp
from django.db import transaction

from guiju.apps.accounts.errors import CodeError, WrongPasswordError
from guiju.apps.accounts.models import User
from guiju.apps.accounts.rules import GRANT_SEATS
from guiju.apps.journal.services import record
from guiju.web.viewer import Viewer

STEP = 30
DRIFT = 1  # one step before and after: clocks differ


def new_secret() -> str:
    """A secret for an authenticator, 160 random bits."""
    return pyotp.random_base32()


def provisioning_uri(secret: str, username: str) -> str:
    """What the QR code says to an authenticator."""
    return pyotp.TOTP(secret).provisioning_uri(name=username, issuer_name="Guiju 规矩")


def _step_of(secret: str, code: str) -> int | None:
    digits = "".join(code.split())
    now = int(time.time()) // STEP
    totp = pyotp.TOTP(secret)
    for step in range(now - DRIFT, now + DRIFT + 1):
        if digits and pyotp.utils.strings_equal(digits, totp.at(step * STEP)):
            return step
    return None


def accept_code(*, user: User, code: str) -> bool:
    """Is this a code of now that was not used before? It is used up by asking."""
    step = _step_of(user.totp_secret, code) if user.totp_secret else None
    if step is None:
        return False
    fresh = User.objects.filter(pk=user.pk, totp_last_step__lt=step)
    return fresh.update(totp_last_step=step) == 1


def turn_on_totp(*, user: User, secret: str, code: str, by: Viewer) -> None:
    """From now on ask for codes of `secret`, which the user proves to have."""
    step = _step_of(secret, code)
    if step is None:
        raise CodeError
    with transaction.atomic():
        user.totp_secret, user.totp_last_step = secret, step
        user.save(update_fields=["totp_secret", "totp_last_step"])
        record(by=by, action="accounts.turn_on_totp", subject=f"accounts.user:{user.pk}")


def turn_off_totp(*, user: User, password: str, by: Viewer) -> None:
    """Ask for codes no more; an unwatched session is not enough for that."""
    if not user.check_password(password):
        raise WrongPasswordError
    _forget(user, by, "accounts.turn_off_totp")


def remove_totp(*, user: User, reason: str, by: Viewer) -> None:
    """The authenticator is lost: the security administrator removes the second step.

    The system administrator resets passwords and cannot do this; so neither can take over
    an account alone.
    """
    GRANT_SEATS.check(by, user)
    _forget(user, by, "accounts.remove_totp", reason)


def _forget(user: User, by: Viewer, action: str, reason: str = "") -> None:
    with transaction.atomic():
        user.totp_secret = ""
        user.save(update_fields=["totp_secret"])
        record(by=by, action=action, subject=f"accounts.user:{user.pk}", reason=reason)
