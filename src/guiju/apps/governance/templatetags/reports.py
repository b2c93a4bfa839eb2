"""States and acts of reports, as words with a shape."""

from typing import Any

from django import template
from django.utils import translation
from django.utils.html import format_html
from django.utils.safestring import SafeString

from guiju.core.plans.reporting import ACTS, State

register = template.Library()
KINDS = {
    State.DRAFT: "plain",
    State.SUBMITTED: "info",
    State.ACCEPTED: "good",
    State.RETURNED: "warn",
}


def _language() -> str:
    return translation.get_language() or "zh"


@register.filter
def report_state(value: str) -> SafeString:
    """The state of a report as a badge."""
    state = State(value)
    words = state.label.say(_language())
    return format_html('<span class="gj-state gj-state-{}">{}</span>', KINDS[state], words)


@register.filter
def act_words(action: str) -> str:
    """The journal's "governance.submit_report" as the act's name."""
    name = action.removeprefix("governance.").removesuffix("_report")
    words = ACTS[name].label.say(_language())
    return words[0].upper() + words[1:]


def _value(thing: Any, name: str) -> Any:
    return thing.get(name, "") if isinstance(thing, dict) else getattr(thing, name, "")


def _heading(thing: Any) -> tuple[str, bool]:
    """The number and title of a measure (or title of a plan), and whether it is Chinese."""
    zh, en = _value(thing, "title_zh"), _value(thing, "title_en")
    is_english = _language().startswith("en")
    if is_english and en:
        number = _value(thing, "no")
        return (f"{number}. {en}" if number else en), False
    return f"{_value(thing, 'label')}{zh}", is_english


@register.filter
def heading(thing: Any) -> SafeString:
    """A measure or plan by its title; Chinese on an English page is marked as Chinese."""
    words, is_chinese = _heading(thing)
    return format_html('<span lang="zh-Hans">{}</span>' if is_chinese else "{}", words)


@register.filter
def plain_heading(thing: Any) -> str:
    """The same as text, where no element can stand."""
    return _heading(thing)[0]
