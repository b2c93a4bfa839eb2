"""What every page knows: the viewer and the way to the same page in the other language."""

from typing import Any

from django.http import HttpRequest
from django.urls import translate_url
from django.utils import timezone, translation

from guiju.web.viewer import Viewer


def page(request: HttpRequest) -> dict[str, Any]:
    """`viewer`, `language`, and `other_language_url`."""
    language = translation.get_language() or "zh-hans"
    other = "en" if language.startswith("zh") else "zh-hans"
    return {
        "viewer": getattr(request, "viewer", Viewer(today=timezone.localdate())),
        "language": language,
        "other_language_url": translate_url(request.get_full_path(), other),
    }
