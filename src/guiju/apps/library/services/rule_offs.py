"""Rules of drafting that a text need not follow (停用规则): left out with a reason, asked again."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from guiju.apps.journal.services import record as journal
from guiju.apps.library.models import RuleOff, Text
from guiju.apps.library.rules import WRITE_TEXT
from guiju.apps.library.services.errors import (
    AlreadyOffError,
    NoRuleReasonError,
    NoSuchRuleError,
    NotOffError,
)
from guiju.core.drafting.rules import CHECKS
from guiju.web.clashes import one_at_a_time
from guiju.web.viewer import Viewer


def leave_out_rule(*, text: Text, rule: str, reason: str, by: Viewer) -> RuleOff:
    """From now on the rule is not asked of this text, in this and later versions."""
    WRITE_TEXT.check(by, text)
    if rule not in CHECKS:
        raise NoSuchRuleError(rule[:12])
    if not reason.strip():
        raise NoRuleReasonError(rule)
    with transaction.atomic():
        one_at_a_time(f"library.rule_off:{text.edition_id}:{text.language}")
        known = RuleOff.objects.filter(edition=text.edition_id, language=text.language)
        if known.filter(rule=rule, ended=None).exists():
            raise AlreadyOffError(rule)
        off = RuleOff.objects.create(
            edition=text.edition,
            language=text.language,
            rule=rule,
            reason=reason.strip(),
            since=timezone.now(),
            by_id=by.user,
        )
        _journal("leave_out_rule", off, by, after=_facts(off), reason=off.reason)
    return off


def ask_rule_again(*, off: RuleOff, by: Viewer) -> RuleOff:
    """From now on the rule is asked again; that it was left out stays on record."""
    WRITE_TEXT.check(by, off)
    with transaction.atomic():
        one = RuleOff.objects.select_for_update().get(pk=off.pk)
        if one.ended is not None:
            raise NotOffError(one.rule)
        before = _facts(one)
        one.ended, one.ended_by_id = timezone.now(), by.user
        one.save(update_fields=["ended", "ended_by"])
        _journal("ask_rule_again", one, by, before=before, after=_facts(one))
    return one


def _facts(off: RuleOff) -> dict[str, Any]:
    return {
        "edition": off.edition.key,
        "language": off.language,
        "rule": off.rule,
        "reason": off.reason,
        "since": off.since.isoformat(),
        "ended": off.ended.isoformat() if off.ended else None,
    }


def _journal(act: str, off: RuleOff, by: Viewer, **more: Any) -> None:
    journal(
        by=by,
        action=f"library.{act}",
        subject=f"library.ruleoff:{off.pk}",
        details={"rule": off.rule, "edition": off.edition.key, "language": off.language},
        **more,
    )
