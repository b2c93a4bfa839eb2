"""Standards systems in templates: titles, states, levels, addresses that keep the day."""

from typing import Any, NamedTuple

from django import template
from django.template import Context
from django.urls import reverse
from django.utils import translation
from django.utils.html import format_html
from django.utils.http import urlencode
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from guiju.apps.catalogue.address import slug_of
from guiju.apps.catalogue.selectors.systems.values import Count, SystemView
from guiju.apps.catalogue.selectors.systems.words import (
    CHECKS,
    LEVELS,
    LINE_STATES,
    STATE_KINDS,
    STRUCTURES,
)
from guiju.core.errors import Bilingual

register = template.Library()

VIEWS = (
    ("catalogue:system", _("Overview")),
    ("catalogue:system_tree", _("Structure diagram")),
    ("catalogue:system_table", _("Detail table")),
    ("catalogue:system_statistics", _("Statistics table")),
    ("catalogue:system_checks", _("Checks")),
)


class View(NamedTuple):
    """One way of looking at a system."""

    url: str
    title: Any
    current: str


@register.filter
def plainly(value: Bilingual) -> str:
    """A title as text, where no element can stand."""
    return value.say(translation.get_language() or "zh") or value.zh


@register.filter
def titled(value: Bilingual) -> SafeString:
    """A title; Chinese on an English page is marked as Chinese."""
    is_english = (translation.get_language() or "").startswith("en")
    if is_english and not value.en:
        return format_html('<span lang="zh-Hans">{}</span>', value.zh)
    return format_html("{}", plainly(value))


@register.filter
def is_foreign(text: str) -> bool:
    """Does Chinese text stand on an English page?"""
    english = (translation.get_language() or "").startswith("en")
    return english and any("\u4e00" <= sign <= "\u9fff" for sign in text)


@register.filter
def level_name(code: str) -> str:
    return plainly(LEVELS[code]) if code in LEVELS else ""


@register.filter
def structure_name(code: str) -> str:
    return plainly(STRUCTURES[code])


@register.filter
def check_name(code: str) -> str:
    return plainly(CHECKS[code])


@register.filter
def percent(count: Count) -> str:
    """现有/应有 in per cent, or a dash where nothing is wanted."""
    return "—" if count.percent is None else f"{count.percent:g}%"


@register.simple_tag
def line_state(state: str) -> SafeString:
    """A state as words with a shape."""
    badge = '<span class="gj-state gj-state-{}">{}</span>'
    return format_html(badge, STATE_KINDS[state], plainly(LINE_STATES[state]))


def _query(view: SystemView, today: Any, values: dict[str, Any]) -> str:
    query = {name: value for name, value in values.items() if value not in ("", None)}
    if view.on != today:
        query["on"] = view.on.isoformat()
    return f"?{urlencode(query)}" if query else ""


@register.simple_tag(takes_context=True)
def system_url(context: Context, name: str, **values: Any) -> str:
    """The address of one of the system's pages, for the day that is shown."""
    view = context["view"]
    url = reverse(f"catalogue:{name}", args=[view.system.slug])
    return url + _query(view, context["viewer"].today, values)


@register.simple_tag(takes_context=True)
def system_file(context: Context, form: str) -> str:
    """The address of an export; the filter of the page goes with it."""
    view = context["view"]
    url = reverse("catalogue:system_export", args=[view.system.slug, form])
    asked = {
        name: context["request"].GET.get(name, "") for name in ("node", "level", "state", "gap")
    }
    return url + _query(view, context["viewer"].today, asked)


@register.simple_tag(takes_context=True)
def standard_url(context: Context, key: str) -> str:
    """The page of a standard, for the same day."""
    view = context["view"]
    url = reverse("catalogue:standard", args=[slug_of(key)])
    return url + _query(view, context["viewer"].today, {})


@register.simple_tag(takes_context=True)
def system_views(context: Context) -> list[View]:
    """The views of a system, for its tabs."""
    view, path = context["view"], context["request"].path
    found = []
    for name, title in VIEWS:
        url = reverse(name, args=[view.system.slug])
        current = "page" if path == url else ""
        found.append(View(url + _query(view, context["viewer"].today, {}), title, current))
    return found
