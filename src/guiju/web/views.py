"""The shared pages: home, search, the choice of colours. The error pages are in `errors.py`."""

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe

from guiju.web import navigation, panels, searching
from guiju.web.access import PUBLIC, needs
from guiju.web.context import THEME_COOKIE, THEMES
from guiju.web.request import Request
from guiju.web.things import JOURNAL, THINGS

HITS_PER_GROUP = 10
A_YEAR = 365 * 24 * 60 * 60


@require_safe
@needs(PUBLIC)
def home(request: Request) -> HttpResponse:
    links = navigation.links(request.viewer)
    found = panels.collect(request.viewer)

    def offers(thing: str) -> list[navigation.Link]:
        return [link for link in links if link.thing == thing]

    context = {
        "things": [(thing, offers(thing.key)) for thing in THINGS],
        "journal": (JOURNAL, offers(JOURNAL.key)),
        "own_search": True,
        "panels": [one for one in found if not one.waits],
        "waiting": [one for one in found if one.waits],
    }
    return render(request, "web/home.html", context)


@require_safe
@needs(PUBLIC)
def search(request: Request) -> HttpResponse:
    query = searching.read_query(request.GET.get("q", ""))
    groups = searching.search(request.viewer, query.text, HITS_PER_GROUP)
    context = {
        "own_search": True,
        "query": query.text,
        "cut_at": searching.LONGEST if query.cut else None,
        "groups": groups,
        "total": sum(group.total for group in groups),
    }
    return render(request, "web/search.html", context)


@require_POST
@needs(PUBLIC)
def theme(request: Request) -> HttpResponse:
    """Remember the colours in a cookie and go back to where the viewer was."""
    there = request.POST.get("next", "")
    if not url_has_allowed_host_and_scheme(there, allowed_hosts=None):
        there = reverse("web:home")
    answer = redirect(there)
    chosen = request.POST.get("theme", "")
    if chosen in THEMES:
        answer.set_cookie(
            THEME_COOKIE,
            chosen,
            max_age=A_YEAR,
            secure=settings.SESSION_COOKIE_SECURE,
            httponly=True,
            samesite="Lax",
        )
    return answer
