"""What every page knows: the viewer, the language and the way to the other one, the colours."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import translate_url
from django.utils import timezone, translation
from django.utils.functional import Promise
from django.utils.http import escape_leading_slashes
from django.utils.translation import gettext_lazy as _

from guiju.web import navigation
from guiju.web.viewer import Viewer

THEME_COOKIE = "guiju_theme"
THEMES: dict[str, str | Promise] = {
    "auto": _("Like the device"),
    "light": _("Light"),
    "dark": _("Dark"),
}


def viewer_of(request: HttpRequest) -> Viewer:
    """Who looks; the public where an error came before we knew."""
    return getattr(request, "viewer", None) or Viewer(today=timezone.localdate())


def theme_of(request: HttpRequest) -> str:
    """The colours that this browser asked for; "auto" unless it did."""
    chosen = request.COOKIES.get(THEME_COOKIE, "")
    return chosen if chosen in THEMES else "auto"


def other_language_url(request: HttpRequest) -> str:
    """The same address in the other language, with its query."""
    here = escape_leading_slashes(request.get_full_path())
    english = here == "/en" or here.startswith(("/en/", "/en?"))
    there = translate_url(here, settings.LANGUAGE_CODE if english else "en")
    if there != here:
        return there
    # An address that leads nowhere has no translation; its error page has one.
    return (here.removeprefix("/en") or "/") if english else f"/en{here}"


def page(request: HttpRequest) -> dict[str, Any]:
    """The context that `web/base.html` names."""
    viewer = viewer_of(request)
    language = translation.get_language() or settings.LANGUAGE_CODE
    return {
        "viewer": viewer,
        "language": language,
        "html_lang": "en" if language == "en" else "zh-Hans",
        "other_language_url": other_language_url(request),
        "navigation": navigation.links(viewer, request.path),
        "theme": theme_of(request),
        "theme_choices": THEMES.items(),
    }
