"""Standards in words: values, titles in the page's language, addresses that keep the day."""

import re
from typing import Any
from urllib.parse import urlencode

from django import template
from django.template import Context
from django.urls import reverse
from django.utils import translation
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString

from guiju.apps.catalogue.address import slug_of
from guiju.core.codes import words
from guiju.core.records.identity import identity

register = template.Library()


def _language() -> str:
    return translation.get_language() or "zh"


@register.filter
def word(value: str, kind: str) -> str:
    """A value of the catalogue in the page's language: {{ edition.level|word:"level" }}."""
    return words.word(kind, value).say(_language()) if value else ""


@register.filter
def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


@register.filter
def title_of(thing: Any) -> SafeString:
    """The title in the page's language, or in the other one and marked as such."""
    zh, en = thing.title_zh, thing.title_en
    if _language().startswith("en"):
        return (
            format_html("{}", en)
            if en or not zh
            else format_html('<span lang="zh-Hans">{}</span>', zh)
        )
    return format_html("{}", zh) if zh or not en else format_html('<span lang="en">{}</span>', en)


@register.filter
def printed(key: str) -> str:
    """A number as it is printed, with the one-line dash."""
    return identity(key).display


@register.filter
def slug(key: str) -> str:
    return slug_of(key)


@register.simple_tag(takes_context=True)
def standard_url(context: Context, key: str) -> str:
    """The page of a standard; a day that was chosen stays chosen (`link_on` in the context)."""
    address = reverse("catalogue:standard", args=[slug_of(key)])
    on = context.get("link_on")
    return f"{address}?{urlencode({'on': on})}" if on else address


@register.simple_tag(takes_context=True)
def linked(context: Context, text: str, numbers: dict[str, str]) -> SafeString:
    """A sentence in which the numbers of `numbers` (as written → canonical) are links."""
    if not numbers:
        return conditional_escape(text)
    longest_first = sorted(numbers, key=len, reverse=True)
    pieces = re.split(f"({'|'.join(map(re.escape, longest_first))})", text)
    return format_html_join(
        "",
        "{}",
        (
            (format_html('<a href="{}">{}</a>', standard_url(context, numbers[one]), one),)
            if one in numbers
            else (one,)
            for one in pieces
        ),
    )


@register.simple_tag(takes_context=True)
def with_day(context: Context, address: str) -> str:
    """An address of the catalogue with the chosen day."""
    on = context.get("link_on")
    return f"{address}?{urlencode({'on': on})}" if on else address
