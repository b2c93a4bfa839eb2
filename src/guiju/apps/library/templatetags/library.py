"""Addresses and words of texts in templates."""

import re
from typing import Any
from urllib.parse import urlencode

from django import template
from django.template import Context
from django.urls import reverse
from django.utils import translation
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from guiju.apps.catalogue.address import slug_of
from guiju.apps.library.forms.checking import KIND_NAMES
from guiju.apps.library.models import Doubt, Text
from guiju.apps.library.selectors.findings import token_of
from guiju.core.compare.documents import Likeness
from guiju.core.drafting.provisions import Interval, Provision

register = template.Library()
_SENTENCE = re.compile(r"/s\d+$")


@register.simple_tag(takes_context=True)
def text_url(context: Context, name: str, text: Text, **query: Any) -> str:
    """A page of a text; a day that was chosen stays chosen, and so does a version that is not published."""
    version = "" if text.state == Text.State.PUBLISHED else text.version
    said = {
        "lang": text.language,
        "version": version,
        **query,
        "on": context.get("link_on", ""),
    }
    address = reverse(f"library:{name}", args=[slug_of(text.edition.key)])
    return f"{address}?{urlencode({key: one for key, one in said.items() if one})}"


@register.simple_tag
def text_file_url(text: Text, form: str) -> str:
    """The text as a file of a form."""
    address = reverse("library:text_file", args=[slug_of(text.edition.key), form])
    return f"{address}?{urlencode({'lang': text.language, 'version': text.version})}"


@register.filter
def html_language(language: str) -> str:
    return "zh-Hans" if language.startswith("zh") else language


@register.filter
def in_language(doubt: Doubt) -> str:
    """What the reader was unsure of, in the language of the page."""
    return doubt.en if (translation.get_language() or "").startswith("en") else doubt.zh


_SEVERITIES = {
    "E": ("error", _("Error")),
    "W": ("warning", _("Warning")),
    "I": ("information", _("Remark")),
}
_GOOD, _BAD, _WARN, _INFO, _PLAIN = "good", "bad", "warn", "info", "plain"
_CHANGES: dict[str, tuple[str, Any]] = {
    "changed": (_INFO, _("changed")),
    "moved": (_INFO, _("moved")),
    "renumbered": (_PLAIN, _("renumbered")),
    "split": (_INFO, _("split")),
    "merged": (_INFO, _("merged")),
    "added": (_GOOD, _("added")),
    "removed": (_BAD, _("removed")),
    "stricter": (_WARN, _("stricter")),
    "looser": (_INFO, _("looser")),
    "other": (_INFO, _("different")),
    "same": (_PLAIN, _("the same, written otherwise")),
    "modality": (_WARN, _("binds otherwise")),
    "reworded": (_PLAIN, _("in other words")),
    "definition": (_WARN, _("definition changed")),
    "renamed": (_INFO, _("renamed")),
    "redated": (_INFO, _("other date")),
    "dated": (_INFO, _("now dated")),
    "undated": (_INFO, _("no longer dated")),
    "retitled": (_PLAIN, _("other title")),
    "unchanged": (_PLAIN, _("unchanged")),
}


register.filter("token", token_of)
_PLACES = {
    "line": _("line %(number)s"),
    "page": _("page %(number)s"),
    "paragraph": _("paragraph %(number)s"),
}


@register.simple_tag
def place_read(text: Text, doubt: Doubt) -> str:
    """Where in the file that was read a doubt stands: its line, page or paragraph."""
    return str(_PLACES[text.places]) % {"number": doubt.line} if doubt.line else ""


@register.filter
def severity(value: str) -> str:
    """The severity of a finding as a class."""
    return _SEVERITIES[value][0]


@register.filter
def severity_word(value: str) -> Any:
    """The severity of a finding as a word."""
    return _SEVERITIES[value][1]


@register.filter
def kind_word(value: str) -> Any:
    """The kind of a provision."""
    return KIND_NAMES.get(value, value)


@register.filter
def change_state(value: str) -> SafeString:
    """A change as a word with a shape and a colour."""
    kind, words = _CHANGES.get(value, (_PLAIN, value))
    return format_html('<span class="gj-state gj-state-{}">{}</span>', kind, words)


_OVERLAPS: dict[str, tuple[str, Any]] = {
    "same": (_INFO, _("the same words")),
    "like": (_PLAIN, _("alike")),
    "modality": (_BAD, _("contrary: binds otherwise")),
    "negation": (_BAD, _("contrary: one denies")),
    "limit": (_BAD, _("contrary: other limit")),
}


@register.filter
def overlap_state(found: Likeness) -> SafeString:
    """How two clauses stand to each other, as a word with a shape and a colour."""
    kind, words = _OVERLAPS[found.differs or found.kind]
    return format_html('<span class="gj-state gj-state-{}">{}</span>', kind, words)


@register.filter
def percent(share: float) -> str:
    """A share of one as whole percent."""
    return f"{share:.0%}"


@register.filter
def block_address(address: str) -> str:
    """The address of the block in which a sentence stands."""
    return _SENTENCE.sub("", address)


@register.filter
def pointers(one: Provision) -> list[str]:
    """The method of a provision and what it refers to, each once."""
    return list(dict.fromkeys(filter(None, (one.method, *one.references))))


@register.filter
def interval(value: Interval) -> str:
    """A limit as one reads it: ≥ 60 N."""
    sign = "" if value.operator in ("between", "not-detected", "=") else value.operator
    return f"{sign} {value.full}".strip()
