"""Shares drawn as one bar: the numbers stand beside it, so the bar itself only repeats them."""

from collections.abc import Sequence

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import pgettext

from guiju.apps.governance.selectors.words import STATE_WORDS

register = template.Library()
# From the finished to the untouched: the bar fills from its beginning.
ORDER = ("done", "in_progress", "not_started", "stopped")
WIDTH = 1000


@register.simple_tag
def share(states: Sequence[tuple[str, int]], kind: str = "") -> SafeString:
    """One bar, cut by state in proportion; `kind` adds a class."""
    counts = {state: count for state, count in states if count}
    total, start, parts = sum(counts.values()), 0.0, []
    for state in ORDER:
        if state in counts:
            width = WIDTH * counts[state] / total
            parts.append((state, f"{start:.1f}", f"{width:.1f}"))
            start += width
    rects = format_html_join(
        "", '<rect class="gl-share-{}" x="{}" y="0" width="{}" height="10"/>', parts
    )
    words = pgettext("between names", ", ").join(
        f"{STATE_WORDS[state]} {counts[state]}" for state in ORDER if state in counts
    )
    return format_html(
        '<svg class="gl-share {}" viewBox="0 0 {} 10" preserveAspectRatio="none" role="img"'
        ' aria-label="{}">{}</svg>',
        kind,
        WIDTH,
        words,
        rects,
    )


@register.simple_tag
def share_key(name: str) -> SafeString:
    """The little square that says which part of the bar a state is; nothing for other figures."""
    if name not in ORDER:
        return SafeString("")
    return format_html(
        '<svg class="gl-share-key" viewBox="0 0 10 10" aria-hidden="true">'
        '<rect class="gl-share-{}" width="10" height="10"/></svg> ',
        name,
    )
