"""What every page knows from the accounts: how many notices wait."""

from typing import Any

from django.http import HttpRequest

from guiju.apps.accounts.selectors.people import unread_count
from guiju.web.context import viewer_of


def notices(request: HttpRequest) -> dict[str, Any]:
    """`unread_notices` for the header."""
    return {"unread_notices": unread_count(viewer_of(request))}
