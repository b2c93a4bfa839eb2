"""Words and addresses of rule sets in templates."""

from typing import Any

from django import template
from django.urls import reverse
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from guiju.apps.conformity.models import RuleFile
from guiju.apps.conformity.selectors.clause_texts import ABSENT, AGREES, DISAGREES, NOTHING_READ
from guiju.apps.conformity.selectors.rule_files import PLATFORM
from guiju.core.errors import Bilingual
from guiju.core.provisions.files.problems import Problem
from guiju.core.provisions.words_of import STATUS_WORDS

register = template.Library()
_State = RuleFile.State

_KINDS: dict[str, str] = {
    _State.DRAFT: "plain",
    _State.SUBMITTED: "info",
    _State.RETURNED: "warn",
    _State.REVIEWED: "good",
    _State.REPLACED: "plain",
    _State.WITHDRAWN: "bad",
    PLATFORM: "good",
}
_CERTAINTIES: dict[str, str | Promise] = {
    "checked": _("checked against a text"),
    "certain": _("certain"),
    "uncertain": _("uncertain: does not judge"),
}
_BESIDE: dict[str, tuple[str, str | Promise]] = {
    AGREES: ("good", _("agrees")),
    DISAGREES: ("bad", _("disagrees")),
    NOTHING_READ: ("plain", _("no limit was read from the clause")),
    ABSENT: ("warn", _("the text has no such clause")),
}
_VERDICTS = {"pass": "good", "fail": "bad", "undetermined": "warn"}


@register.filter
def rule_state(state: str) -> str | Promise:
    """What a state is called."""
    if state == PLATFORM:
        return _("reviewed by the platform")
    return _State(state).label


@register.filter
def rule_state_kind(state: str) -> str:
    return _KINDS[state]


@register.filter
def certainty_word(certainty: str) -> str | Promise:
    return _CERTAINTIES.get(certainty, "")


@register.filter
def beside_word(state: str) -> str | Promise:
    return _BESIDE[state][1]


@register.filter
def beside_kind(state: str) -> str:
    return _BESIDE[state][0]


@register.filter
def verdict_word(status: str) -> Bilingual:
    return STATUS_WORDS[status]  # type: ignore[index]


@register.filter
def verdict_kind(status: str) -> str:
    return _VERDICTS.get(status, "plain")


@register.filter
def problem_words(one: Problem) -> str:
    """What is wrong and what to do, in the language of the page."""
    english = (translation.get_language() or "").startswith("en")
    said, mend = (one.en, one.mend.en) if english else (one.zh, one.mend.zh)
    if not mend:
        return f"{said.rstrip('.')}." if english else f"{said.rstrip('。')}。"
    return f"{said.rstrip('.')}. {mend}" if english else f"{said.rstrip('。')}。{mend}"


@register.simple_tag
def rules_url(name: str, opened: Any) -> str:
    """A page of a rule set."""
    return reverse(f"conformity:{name}", args=[opened.ref])
