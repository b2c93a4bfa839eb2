"""Accounts of people: made, closed, opened again, given a new password (用户管理)."""

import re
import secrets
import string
import unicodedata
from typing import Any

from django.contrib.auth.password_validation import validate_password
from django.db import transaction
from django.utils import timezone

from guiju.apps.accounts.errors import UsernameError, UsernameTakenError
from guiju.apps.accounts.models import Person, User
from guiju.apps.accounts.rules import MANAGE_USERS
from guiju.apps.journal.services import record
from guiju.web.clashes import one_at_a_time
from guiju.web.viewer import Viewer

# Names that stand in the journal for no person.
RESERVED = frozenset({"system", "cli", "public", "anonymous", "demo"})
_CLEAR = "".join(c for c in string.ascii_letters + string.digits if c not in "0O1lI")


def fold_username(typed: str) -> str:
    """A user name as it is kept: half width, lower case."""
    return unicodedata.normalize("NFKC", typed).strip().casefold()


def random_password() -> str:
    """A password to be typed once: four groups of five clear characters, of four kinds."""
    while True:
        groups = ["".join(secrets.choice(_CLEAR) for _ in range(5)) for _ in range(4)]
        joined = "-".join(groups)
        if all(any(test(c) for c in joined) for test in (str.islower, str.isupper, str.isdigit)):
            return joined


def create_user(
    *,
    username: str,
    name: str,
    title: str = "",
    email: str = "",
    phone: str = "",
    is_example: bool = False,
    password: str = "",
    by: Viewer,
) -> tuple[User, str]:
    """A person and the account; returns the password, which is kept nowhere.

    Without `password` one is made, and must be changed at the first sign-in.
    """
    with transaction.atomic():
        MANAGE_USERS.check(by)
        one_at_a_time("accounts.users")
        folded = fold_username(username)
        if not re.fullmatch(r"[\w.-]{3,60}", folded) or folded in RESERVED:
            raise UsernameError(username)
        if User.objects.filter(username=folded).exists():
            raise UsernameTakenError(folded)
        person = Person.objects.create(
            name=name, title=title, email=email, phone=phone, is_example=is_example
        )
        user = User(username=folded, person=person)
        given = _set_password(user, password)
        user.save()
        _record(by, "create_user", user)
    return user, given


def _set_password(user: User, password: str) -> str:
    if password:
        validate_password(password, user)
        user.password_changed = timezone.now()
    else:
        user.password_changed = None
    given = password or random_password()
    user.set_password(given)
    return given


def edit_person(*, user: User, name: str, title: str, email: str, phone: str, by: Viewer) -> None:
    """Correct who a user is. The journal keeps that it was done, not the personal data."""
    with transaction.atomic():
        MANAGE_USERS.check(by)
        person = user.person
        person.name, person.title, person.email, person.phone = name, title, email, phone
        person.save()
        _record(by, "edit_person", user)


def deactivate_user(*, user: User, reason: str = "", by: Viewer) -> None:
    """Close an account: no sign-in, no token works, lent seats lapse. Nothing is deleted."""
    _set_active(user, False, "deactivate_user", reason, by)


def activate_user(*, user: User, reason: str = "", by: Viewer) -> None:
    """Open a closed account again."""
    _set_active(user, True, "activate_user", reason, by)


def _set_active(user: User, active: bool, verb: str, reason: str, by: Viewer) -> None:
    with transaction.atomic():
        MANAGE_USERS.check(by, user)
        user.refresh_from_db(from_queryset=User.objects.select_for_update())
        if user.is_active == active:
            return
        before = {"is_active": user.is_active}
        user.is_active = active
        user.save(update_fields=["is_active"])
        _record(by, verb, user, before=before, after={"is_active": active}, reason=reason)


def reset_password(*, user: User, by: Viewer) -> str:
    """A new password to be handed over, and changed at the next sign-in. A second step stays."""
    with transaction.atomic():
        MANAGE_USERS.check(by, user)
        given = _set_password(user, "")
        user.save(update_fields=["password", "password_changed"])
        _record(by, "reset_password", user)
    return given


def _record(by: Viewer, verb: str, user: User, **values: Any) -> None:
    record(
        by=by,
        action=f"accounts.{verb}",
        subject=f"accounts.user:{user.pk}",
        organisation=by.acting_for("system_admin"),
        **values,
    )
