"""My notices."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from guiju.apps.accounts.selectors import people as select
from guiju.apps.accounts.services.notices import mark_read
from guiju.apps.accounts.views.parts import page_asked
from guiju.web.access import SIGNED_IN, needs
from guiju.web.request import Request


@require_safe
@needs(SIGNED_IN)
def notices(request: Request) -> HttpResponse:
    page = page_asked(request, select.notices(request.viewer))
    return render(request, "accounts/notices.html", {"page": page})


@require_POST
@needs(SIGNED_IN)
def read_notices(request: Request) -> HttpResponse:
    """Mark one notice (`notice`) or all as read."""
    one = request.POST.get("notice", "")
    mark_read(notices=[int(one)] if one.isdecimal() and len(one) < 19 else None, by=request.viewer)
    return redirect("accounts:notices")
