"""Rules of drafting that are left out of a text's check (停用的规则), and why."""

from typing import NamedTuple

from django.utils.translation import get_language

from guiju.apps.library.models import RuleOff, Text
from guiju.apps.library.rules import READ_WHOLE, WRITE_TEXT
from guiju.core.drafting.rules import CHECKS, rule
from guiju.core.errors import Bilingual, NotFoundError
from guiju.web.viewer import Viewer

_GONE = Bilingual("现行规则库中没有的规则", "a rule that is no longer in the rulebook")


class Off(NamedTuple):
    """A rule that is left out, and what it is about."""

    row: RuleOff
    title: Bilingual


def rules_off(viewer: Viewer, text: Text) -> list[Off]:
    """Those that are left out today; who left them out is for those who keep texts."""
    READ_WHOLE.check(viewer, text)
    return _described(text, ended=None)


def rules_once_off(viewer: Viewer, text: Text) -> list[Off]:
    """Those that were left out and are asked again, for those who keep texts."""
    WRITE_TEXT.check(viewer, text)
    return _described(text, ended__isnull=False)


def rule_off(viewer: Viewer, pk: int) -> RuleOff:
    WRITE_TEXT.check(viewer)
    found = RuleOff.objects.select_related("edition").filter(pk=pk).first()
    if found is None:
        raise NotFoundError(str(pk))
    return found


def rule_choices() -> list[tuple[str, str]]:
    """All rules with what they are about, in the language of the page."""
    language = get_language() or "zh-hans"
    return [(name, f"{name} {rule(name).title.say(language)}") for name in CHECKS]


def _described(text: Text, **which: object) -> list[Off]:
    rows = RuleOff.objects.select_related("edition", "by__person").filter(
        edition=text.edition_id, language=text.language, **which
    )
    return [Off(one, title_of(one.rule)) for one in rows]


def title_of(name: str) -> Bilingual:
    """What a rule is about."""
    return rule(name).title if name in CHECKS else _GONE
