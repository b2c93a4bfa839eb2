"""The register of organisations, and the people and seats in them."""

from guiju.apps.accounts.models.notices import Notice
from guiju.apps.accounts.models.organisations import (
    Alias,
    Organisation,
    OrganisationName,
    Succession,
)
from guiju.apps.accounts.models.people import ApiToken, Delegation, Person, Seat, User

__all__ = [
    "Alias",
    "ApiToken",
    "Delegation",
    "Notice",
    "Organisation",
    "OrganisationName",
    "Person",
    "Seat",
    "Succession",
    "User",
]
