"""Hits and facet values as HTML (检索结果片段).

A page has some two hundred of these small pieces. They are put together here, since a template
would take longer over them than the search itself; every text goes through `escape`.
"""

from collections.abc import Iterable
from html import escape
from urllib.parse import quote

from django import template
from django.urls import reverse
from django.utils import translation
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import pgettext

from guiju.apps.catalogue.selectors.facet_names import Choice
from guiju.apps.catalogue.selectors.result_rows import Piece, Reason, Row
from guiju.web.templatetags.guiju import tongue

register = template.Library()

_PLACE = "0"  # of a number in an address
_UNQUOTED = "!$&'()*+,;=/~:@"  # as `reverse` leaves them


def _language() -> str:
    return translation.get_language() or "zh"


def _safe(html: str) -> SafeString:
    return mark_safe(html)  # noqa: S308  its texts have been escaped


@register.filter
def marked(pieces: Iterable[Piece]) -> SafeString:
    """The text with <mark> around what matched."""
    return _safe(
        "".join(f"<mark>{escape(text)}</mark>" if hit else escape(text) for text, hit in pieces)
    )


@register.filter
def choices(values: Iterable[Choice]) -> SafeString:
    """The values of a facet as list items, the chosen ones said to be so."""
    language = _language()
    items = []
    for one in values:
        depth = f' class="cf-depth-{one.depth}"' if one.depth else ""
        current = ' aria-current="true"' if one.is_chosen else ""
        items.append(
            f'<li{depth}><a href="{escape(one.address)}" rel="nofollow"{current}>'
            f"<span>{tongue(one.name.say(language))}</span> "
            f'<span class="gj-count">{one.total}</span></a></li>'
        )
    return _safe("".join(items))


@register.filter
def hits(rows: Iterable[Row], link_on: str) -> SafeString:
    """Hits as list items: number, state, titles, and why; links keep the day that was chosen."""
    language, colon = _language(), pgettext("after a name", ": ")
    before, after = reverse("catalogue:standard", args=[_PLACE]).split(_PLACE)
    if link_on:
        after += f"?on={link_on}"
    return _safe("".join(_hit(row, before, after, language, colon) for row in rows))


def _hit(row: Row, before: str, after: str, language: str, colon: str) -> str:
    url = f"{before}{quote(row.slug, safe=_UNQUOTED)}{after}"
    level = f' <span class="gj-quiet">{escape(row.level.say(language))}</span>' if row.level else ""
    parts = [
        '<li class="cf-hit"><p class="cf-hit-head">'
        f'<a class="cf-hit-number" href="{escape(url)}">{marked(row.number)}</a> '
        f'<span class="gj-state gj-state-{row.state_kind}">{escape(row.state.say(language))}</span>'
        f"{level}</p>"
    ]
    if row.lang:
        parts.append(f'<p class="cf-hit-title" lang="{row.lang}">{marked(row.title)}</p>')
    if row.other_lang:
        parts.append(f'<p class="gj-quiet" lang="{row.other_lang}">{escape(row.other)}</p>')
    parts.extend(_reason(one, language, colon) for one in row.reasons)
    return "".join([*parts, "</li>"])


def _reason(one: Reason, language: str, colon: str) -> str:
    field = f'<span class="gj-quiet">{escape(one.field.say(language))}{escape(colon)}</span>'
    return f'<p class="cf-hit-why">{field}{marked(one.pieces)}</p>'
