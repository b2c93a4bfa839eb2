"""The tags and filters that every template has."""

from typing import Any

from django import template
from django.core.paginator import Page
from django.forms import BoundField
from django.template import Context
from django.utils import translation
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import slugify

from guiju.core.errors import Bilingual
from guiju.web.access import Rule
from guiju.web.viewer import Viewer

register = template.Library()


@register.filter
def say(value: Bilingual | None) -> str:
    """The sentence in the language of the page."""
    return value.say(translation.get_language() or "zh") if value else ""


@register.filter
def tongue(text: Any) -> SafeString:
    """Words that people wrote: on an English page Chinese ones are marked as Chinese."""
    words = conditional_escape(text)
    english = (translation.get_language() or "").startswith("en")
    if english and "lang=" not in words and any("\u4e00" <= sign <= "\u9fff" for sign in words):
        return format_html('<span lang="zh-Hans">{}</span>', words)
    return words


@register.filter
def refusal(viewer: Viewer, rule: Rule) -> Bilingual | None:
    """Why this viewer may not, or None: for disabled buttons."""
    return rule.refusal(viewer)


@register.simple_tag
def refusal_for(viewer: Viewer, rule: Rule, thing: Any) -> str:
    """The sentence that refuses this viewer this thing, in the page's language, or ''."""
    return say(rule.refusal(viewer, thing))


@register.simple_tag
def crumb(title: Any, url: str = "") -> SafeString:
    """One step of the breadcrumbs; without an address it is the page itself."""
    title = tongue(title)
    if url:
        return format_html('<li><a href="{}">{}</a></li>', url, title)
    return format_html('<li aria-current="page">{}</li>', title)


@register.filter
def control(field: BoundField) -> SafeString:
    """The control of a field in our look."""
    kind = {
        "checkbox": "form-check-input",
        "select": "form-select",
        "selectmultiple": "form-select",
    }
    return field.as_widget(attrs={"class": kind.get(field.widget_type, "form-control")})


@register.simple_tag
def page_numbers(page: Page[Any]) -> list[int | None]:
    """The page numbers to offer; None stands for those left out."""
    elided = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    return [number if isinstance(number, int) else None for number in elided]


@register.simple_tag(takes_context=True)
def page_url(context: Context, number: int, parameter: str = "") -> str:
    """The present address with another page number."""
    query = context["request"].GET.copy()
    query[parameter or "page"] = str(number)
    return f"?{query.urlencode()}"


@register.simple_block_tag
def scroll_table(content: str, caption: Any, kind: str = "") -> SafeString:
    """A table that scrolls in its own labelled, focusable box on a narrow screen.

    Between the tags stand <thead> and <tbody>; `kind` adds classes, such as "gj-matrix".
    """
    name = f"table-{slugify(caption, allow_unicode=True)}"
    return format_html(
        '<div class="gj-scroll" role="region" tabindex="0" aria-labelledby="{}">'
        '<table class="table gj-table {}"><caption id="{}">{}</caption>{}</table></div>',
        name,
        kind,
        name,
        caption,
        mark_safe(content),  # noqa: S308  the template engine has escaped it
    )
