"""The password policy and the lock-out, from the rulebook (口令复杂度、登录失败锁定)."""

import string
from datetime import timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from guiju.core.params import param


def _now(key: str) -> Any:
    return param(f"security.{key}", timezone.localdate())


def failure_limit(*_: Any) -> int:
    """Failures after which a name is locked out at an address."""
    return int(_now("lockout_failures"))


def lockout_time(*_: Any) -> timedelta:
    """How long a lock-out lasts."""
    return timedelta(minutes=_now("lockout_minutes"))


def kinds_of_character(password: str) -> int:
    """How many of lower case, upper case, digits and others a password uses."""
    groups = (string.ascii_lowercase, string.ascii_uppercase, string.digits)
    others = any(all(c not in group for group in groups) for c in password)
    return sum(any(c in group for c in password) for group in groups) + others


class PolicyValidator:
    """Length and kinds of character."""

    def validate(self, password: str, user: object = None) -> None:
        length, kinds = _now("password_min_length"), _now("password_min_kinds")
        if len(password) < length or kinds_of_character(password) < kinds:
            raise ValidationError(self.get_help_text(), code="password_policy")

    def get_help_text(self) -> str:
        return _(
            "At least %(length)d characters, of at least %(kinds)d of these kinds:"
            " lower case, upper case, digits, others."
        ) % {"length": _now("password_min_length"), "kinds": _now("password_min_kinds")}
