"""From a user or a token to the viewer: the seats that count today."""

import hashlib
from datetime import date

from django.contrib.auth.models import AnonymousUser
from django.db.models import Q, QuerySet

from guiju.apps.accounts.models import ApiToken, Delegation, Seat, User
from guiju.web.viewer import Seat as HeldSeat
from guiju.web.viewer import Viewer


def _current(prefix: str, on: date) -> Q:
    return Q(**{f"{prefix}since__lte": on}) & (
        Q(**{f"{prefix}until": None}) | Q(**{f"{prefix}until__gt": on})
    )


def current_seats(on: date) -> QuerySet[Seat]:
    """The seats that are held on a day."""
    return Seat.objects.filter(_current("", on))


def viewer_of_user(user: User | AnonymousUser, on: date) -> Viewer:
    """The viewer that a user is on a day, with own and delegated seats."""
    if not isinstance(user, User) or not user.is_active:
        return Viewer(today=on)
    own = current_seats(on).filter(user=user).values_list("role", "organisation_id")
    lent = (
        Delegation.objects.filter(_current("", on) & _current("seat__", on), to=user)
        .filter(seat__user__is_active=True)
        .values_list("seat__role", "seat__organisation_id")
    )
    seats = {HeldSeat(role, organisation) for role, organisation in own}
    seats |= {HeldSeat(role, organisation, delegated=True) for role, organisation in lent}
    return Viewer(today=on, user=user.pk, name=user.username, seats=frozenset(seats))


def token_digest(token: str) -> str:
    """What is kept of a token: it has 256 random bits, so a plain digest suffices."""
    return hashlib.sha256(token.encode()).hexdigest()


def viewer_of_token(token: str, on: date) -> Viewer:
    """The viewer that a program with this token is, or the public for none or a wrong one.

    While a user's password is one that an administrator gave, the tokens rest too.
    """
    if not token:
        return Viewer(today=on)
    found = (
        ApiToken.objects.filter(digest=token_digest(token), revoked=None, until__gt=on)
        .exclude(user__password_changed=None)
        .select_related("user")
        .first()
    )
    return viewer_of_user(found.user, on) if found else Viewer(today=on)


def operator(today: date, name: str = "cli") -> Viewer:
    """The person at the command line or the demonstration's loader: runs the machine itself."""
    roles = ("system_admin", "security_admin")
    return Viewer(
        today=today, name=name, seats=frozenset(HeldSeat(role, organisation=0) for role in roles)
    )
