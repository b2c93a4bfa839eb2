"""Words and addresses of projects in templates."""

from collections.abc import Iterable
from typing import Any

from django import template
from django.utils import translation

from guiju.apps.development.selectors.projects import Row
from guiju.core.errors import Bilingual
from guiju.core.procedures.model import Procedure

register = template.Library()


def _english() -> bool:
    return (translation.get_language() or "").startswith("en")


@register.filter
def row_title(row: Row) -> str:
    """The title in the language of the page, if there is one."""
    return row.title(translation.get_language() or "zh")


@register.filter
def say_all(found: Iterable[Bilingual]) -> str:
    """Several names in a row."""
    said = [one.say(translation.get_language() or "zh") for one in found]
    return (", " if _english() else "、").join(said)


@register.filter
def of_key(found: dict[Any, Any], key: Any) -> Any:
    """The value of a key that stands in a variable."""
    return found.get(key, "")


@register.filter
def in_a_sentence(procedure: Procedure) -> str:
    """What a procedure is: who begins it, where it ends, what it asks on the way."""
    language = translation.get_language() or "zh"
    roles = say_all(procedure.roles[one].title for one in procedure.opens)
    held = say_all(one.title for one in procedure.consultations.values())
    ballots = say_all(one.title for one in procedure.ballots.values())
    if language.startswith("en"):
        parts = [f"Begun by: {roles}."]
        parts += [f"Consultations and notices: {held}."] if held else []
        parts += [f"Ballots: {ballots}."] if ballots else []
        return " ".join(parts)
    parts = [f"由{roles}提出"]
    parts += [f"征求意见和公示：{held}"] if held else []
    parts += [f"表决：{ballots}"] if ballots else []
    return "；".join(parts) + "。"
