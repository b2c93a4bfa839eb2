"""The day that a page of the catalogue speaks of: `?on=`, today if it is left out."""

from typing import Any

from guiju.apps.accounts.views.parts import day_asked
from guiju.web.request import Request


def day_context(request: Request) -> dict[str, Any]:
    """`on`, whether that is today, and the day that links carry on ("" today)."""
    on = day_asked(request)
    is_today = on == request.viewer.today
    return {"on": on, "is_today": is_today, "link_on": "" if is_today else on.isoformat()}
