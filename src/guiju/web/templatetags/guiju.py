"""The tags and filters that every template has."""

from typing import Any

from django import template
from django.utils import translation

from guiju.core.errors import Bilingual
from guiju.web.access import Rule
from guiju.web.viewer import Viewer

register = template.Library()


@register.filter
def say(value: Bilingual | None) -> str:
    """The sentence in the language of the page."""
    return value.say(translation.get_language() or "zh") if value else ""


@register.filter
def refusal(viewer: Viewer, rule: Rule) -> Bilingual | None:
    """Why this viewer may not, or None: for disabled buttons."""
    return rule.refusal(viewer)


@register.simple_tag
def refusal_for(viewer: Viewer, rule: Rule, thing: Any) -> str:
    """The sentence that refuses this viewer this thing, in the page's language, or ''."""
    return say(rule.refusal(viewer, thing))
