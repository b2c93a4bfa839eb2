"""Words of comments in templates (意见页的用语)."""

from typing import Any

from django import template
from django.utils.translation import get_language

from guiju.core.consultations import said
from guiju.core.procedures.case import DISPOSITIONS

register = template.Library()


@register.filter
def place_said(remark: Any) -> str:
    """Where a comment belongs; as it was written where nobody could read it."""
    written: str = remark.place
    return written if written and not remark.clause else said(remark.clause)


@register.filter
def address_said(address: str) -> str:
    return said(address)


@register.filter
def disposition_word(key: str) -> str:
    found = {str(one): says for one, says in DISPOSITIONS.items()}.get(key)
    return found.say(get_language() or "zh") if found else key


@register.simple_tag
def disposition_choices() -> list[tuple[str, str]]:
    return [(key, disposition_word(key)) for key in DISPOSITIONS]
