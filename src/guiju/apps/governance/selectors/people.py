"""Who are the liaison officers of organisations on a day, deputies among them."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from django.db.models import Q

from guiju.apps.accounts.models import Delegation, Seat, User
from guiju.apps.accounts.selectors.viewers import current_seats


def liaisons(organisations: Iterable[int], on: date) -> dict[int, list[User]]:
    """The active liaison officers of each organisation, in two queries."""
    seats = (
        current_seats(on)
        .filter(role=Seat.Role.LIAISON, organisation__in=set(organisations))
        .select_related("user__person")
    )
    found: dict[int, dict[int, User]] = defaultdict(dict)
    lent = Delegation.objects.filter(seat__in=seats, since__lte=on, until__gt=on)
    for seat in seats:
        found[seat.organisation_id][seat.user_id] = seat.user
    for delegation in lent.select_related("seat", "to__person").filter(Q(to__is_active=True)):
        found[delegation.seat.organisation_id][delegation.to_id] = delegation.to
    return {
        organisation: [user for _, user in sorted(users.items()) if user.is_active]
        for organisation, users in found.items()
    }


def is_example_person(user: int) -> bool:
    """Is this an invented person (示例)? What such a person writes is an example, too."""
    return User.objects.filter(pk=user, person__is_example=True).exists()
