"""My work, and the calendars that go with it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from guiju.apps.accounts.views.parts import language
from guiju.apps.development.exports.ical import calendar_answer
from guiju.apps.development.selectors import calendar as select
from guiju.apps.development.selectors.desk import desk as desk_of
from guiju.apps.development.services.calendars import renew_calendar, revoke_calendar
from guiju.web.access import PUBLIC, SIGNED_IN, needs
from guiju.web.request import Request


@require_safe
@needs(SIGNED_IN)
def desk(request: Request) -> HttpResponse:
    """All that waits for the viewer across projects."""
    context = {"desk": desk_of(request.viewer), "feed": select.feed_of(request.viewer)}
    return render(request, "development/desk/desk.html", context)


@require_POST
@needs(SIGNED_IN)
def renew(request: Request) -> HttpResponse:
    renew_calendar(by=request.viewer)
    messages.success(request, _("Your calendar has a new address; an older one works no more."))
    return redirect("development:desk")


@require_POST
@needs(SIGNED_IN)
def revoke(request: Request) -> HttpResponse:
    revoke_calendar(by=request.viewer)
    messages.success(request, _("Your calendar can no longer be read from outside."))
    return redirect("development:desk")


@require_safe
@needs(PUBLIC)
def own_calendar(request: Request, token: str) -> HttpResponse:
    """The secret address is the key: whoever knows it reads the calendar."""
    owner = select.owner_of(token, request.viewer)
    events = select.own_events(owner, language())
    page = reverse("development:desk")
    return calendar_answer(_("My deadlines and ballots"), events, page, who="private")


@require_safe
@needs(PUBLIC)
def committee_calendar(request: Request, token: str, pk: int) -> HttpResponse:
    """For who has a seat in the committee, under the same secret address."""
    owner = select.owner_of(token, request.viewer)
    committee = select.committee_seen(owner, pk)
    events = select.committee_events(committee, language())
    return calendar_answer(committee.key, events, reverse("development:desk"), who="private")


@require_safe
@needs(PUBLIC)
def consultations_calendar(request: Request) -> HttpResponse:
    events = select.public_events(request.viewer, language())
    return calendar_answer(_("Open consultations"), events, reverse("web:home"), who="public")
