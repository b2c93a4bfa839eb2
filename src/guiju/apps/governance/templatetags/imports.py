"""Words for what an import would change."""

from django import template
from django.utils.translation import pgettext_lazy

register = template.Library()

CHANGE_WORDS = {
    "new": pgettext_lazy("change of a measure", "New"),
    "changed": pgettext_lazy("change of a measure", "Changed"),
    "unchanged": pgettext_lazy("change of a measure", "Unchanged"),
    "withdrawn": pgettext_lazy("change of a measure", "Withdrawn"),
    "label": pgettext_lazy("part of a measure", "number"),
    "title": pgettext_lazy("part of a measure", "heading"),
    "text": pgettext_lazy("part of a measure", "wording"),
    "notes": pgettext_lazy("part of a measure", "those responsible"),
}


@register.filter
def change_words(name: str) -> str:
    """A status of the preview, or a part of a measure that differs."""
    return str(CHANGE_WORDS[name])
