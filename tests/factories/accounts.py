"""People, users, seats and organisations for tests. Plain functions; every value can be given."""

import itertools
from datetime import date
from functools import cache
from typing import Any

from django.contrib.auth.hashers import make_password
from django.utils import timezone

from guiju.apps.accounts.models import (
    Alias,
    Organisation,
    OrganisationName,
    Person,
    Seat,
    User,
)
from guiju.apps.accounts.selectors.viewers import viewer_of_user
from guiju.web.viewer import Viewer

PASSWORD = "Guiju-示例-2022"
LONG_AGO = date(2020, 1, 1)

_number = itertools.count(1)


@cache
def _hash(password: str) -> str:
    return make_password(password)


def organisation(
    short_zh: str = "",
    *,
    aliases: tuple[str, ...] = (),
    since: date | None = None,
    until: date | None = None,
    **values: Any,
) -> Organisation:
    """An organisation with one name: `organisation("示例部")`, `zh`, `en`, `slug`, `kind` …"""
    number = next(_number)
    short = short_zh or f"示例单位{number}"
    zh = values.pop("zh", short)
    en = values.pop("en", f"Example body {number}")
    values = {
        "slug": f"example-{number}",
        "kind": Organisation.Kind.STATE_COUNCIL,
        "is_example": True,
    } | values
    made = Organisation.objects.create(**values)
    OrganisationName.objects.create(
        organisation=made, zh=zh, short_zh=short, en=en, since=since, until=until
    )
    for text in aliases:
        Alias.objects.create(organisation=made, text=text)
    return made


def person(**values: Any) -> Person:
    number = next(_number)
    return Person.objects.create(
        **{"name": f"示例人员{number}", "email": f"person{number}@example.org"} | values
    )


def user(username: str = "", *, password: str = PASSWORD, **values: Any) -> User:
    """A user who may sign in with PASSWORD at once."""
    values = {"password_changed": timezone.now()} | values
    if "person" not in values:
        values["person"] = person()
    return User.objects.create(
        username=username or f"user{next(_number)}", password=_hash(password), **values
    )


def seat(
    holder: User | None = None,
    role: str = Seat.Role.LIAISON,
    at: Organisation | None = None,
    **values: Any,
) -> Seat:
    """`seat(user, "office", organisation)`; all three are made where they are missing."""
    return Seat.objects.create(
        user=holder or user(),
        role=role,
        organisation=at or organisation(),
        **{"since": LONG_AGO} | values,
    )


def seated(role: str, at: Organisation | None = None, username: str = "") -> User:
    """A user who holds one seat."""
    return seat(user(username), role, at).user


def viewer(holder: User | None = None, on: date | None = None) -> Viewer:
    """The viewer that a user is on a day (today); without a user the public."""
    day = on or timezone.localdate()
    return viewer_of_user(holder, day) if holder else Viewer(today=day)
