"""A plan and its headings, changed by the office (计划信息). The one door of Plan."""

import re
import unicodedata
from datetime import date
from itertools import count
from typing import Any

from django.db import transaction

from guiju.apps.accounts.models import Organisation
from guiju.apps.governance.models import Action, Measure, Plan
from guiju.apps.governance.rules.plans import EDIT_PLAN, IMPORT_PLAN, PUBLISH_PLAN
from guiju.apps.journal.services import record
from guiju.core.errors import InputError, StateError
from guiju.web.clashes import one_at_a_time
from guiju.web.viewer import Viewer


class NoReasonError(InputError):
    """An act by hand says why (缺少理由)."""

    code = "no_reason"
    zh = "请写明理由，它将记入日志。"
    en = "Give the reason; it goes into the journal."


class PeriodError(InputError):
    """A plan that ends before it starts (起止时间有误)."""

    code = "period"
    zh = "结束日期 {ends} 早于开始日期 {starts}，请改正。"
    en = "The last day, {ends}, is before the first, {starts}; correct them."


class SameStateError(StateError):
    """It is already as asked (无需重复)."""

    code = "same_state"
    zh = "“{subject}”已经是这个状态，没有改动。"
    en = "“{subject}” is in this state already; nothing was changed."


def needs_reason(reason: str) -> str:
    """The reason, trimmed. Raises NoReasonError when there is none."""
    if not (reason := reason.strip()):
        raise NoReasonError
    return reason


def slug_base(document_number: str, issued: date | None) -> str:
    """The address of a plan from its number, else from its date.

    >>> slug_base("示例政发[2025]7号", None), slug_base("", date(2022, 7, 6))
    ('2025-7', '2022-07-06')
    """
    digits = re.findall(r"[0-9]+", unicodedata.normalize("NFKC", document_number))
    return "-".join(digits)[:40] or (issued.isoformat() if issued else "plan")


def open_plan(
    *, title: str, document_number: str, issued: date | None, office: int | None, by: Viewer
) -> Plan:
    """A new empty plan for a text that is being imported, whose event tells of it too."""
    IMPORT_PLAN.check(by)
    one_at_a_time("governance.plans")
    base = slug_base(document_number, issued)
    taken = set(Plan.objects.filter(slug__startswith=base).values_list("slug", flat=True))
    slugs = (f"{base}-{number}" if number > 1 else base for number in count(1))
    return Plan.objects.create(
        slug=next(slug for slug in slugs if slug not in taken),
        title_zh=title[:200],
        document_number=document_number[:80],
        issued=issued,
        office_id=keeper_for(by, office),
        is_example="示例" in title,
    )


def keeper_for(by: Viewer, office: int | None) -> int:
    """Which of the viewer's offices keeps a new plan: the one asked for, else the first."""
    offices = by.organisations("office")
    return office if office in offices else min(offices)


def _plan(plan: Plan) -> Plan:
    return Plan.objects.select_for_update().get(pk=plan.pk)


def record_of(plan: Plan) -> dict[str, Any]:
    """The plan as the journal digests it."""
    return {
        "title_zh": plan.title_zh,
        "title_en": plan.title_en,
        "document_number": plan.document_number,
        "issued": plan.issued,
        "starts": plan.starts,
        "ends": plan.ends,
        "office": plan.office_id,
        "is_public": plan.is_public,
        "version": plan.version,
    }


@transaction.atomic
def edit_plan(
    *,
    plan: Plan,
    title_en: str,
    starts: date | None,
    ends: date | None,
    office: Organisation,
    reason: str,
    by: Viewer,
) -> Plan:
    """Change what the text does not say: the English title, the period and the keeping office."""
    plan = _plan(plan)
    EDIT_PLAN.check(by, plan)
    reason = needs_reason(reason)
    if starts and ends and ends < starts:
        raise PeriodError(plan.slug, starts=starts, ends=ends)
    before = record_of(plan)
    plan.title_en, plan.starts, plan.ends, plan.office = title_en.strip(), starts, ends, office
    after = record_of(plan)
    if after == before:
        return plan
    plan.save()
    record(
        by=by,
        action="governance.edit_plan",
        subject=f"governance.plan:{plan.pk}",
        organisation=plan.office_id,
        before=before,
        after=after,
        reason=reason,
        details={"changed": sorted(name for name in after if after[name] != before[name])},
    )
    return plan


@transaction.atomic
def publish_plan(*, plan: Plan, is_public: bool, reason: str, by: Viewer) -> Plan:
    """Open the plan to the public, or withdraw it from public view (公开、撤回)."""
    plan = _plan(plan)
    PUBLISH_PLAN.check(by, plan)
    reason = needs_reason(reason)
    if plan.is_public == is_public:
        raise SameStateError(plan.title_zh)
    before = record_of(plan)
    plan.is_public = is_public
    plan.save(update_fields=("is_public",))
    record(
        by=by,
        action="governance.publish_plan" if is_public else "governance.unpublish_plan",
        subject=f"governance.plan:{plan.pk}",
        organisation=plan.office_id,
        before=before,
        after=record_of(plan),
        reason=reason,
    )
    return plan


@transaction.atomic
def set_due(*, action: Action, due: date | None, reason: str, by: Viewer) -> Action:
    """Set by when a task is due, or clear it so that the plan's last day counts (完成时限)."""
    plan = action.measure.plan
    EDIT_PLAN.check(by, plan)
    reason = needs_reason(reason)
    action = Action.objects.select_for_update().get(pk=action.pk)
    before, action.due = action.due, due
    if before == due:
        return action
    action.save(update_fields=("due",))
    record(
        by=by,
        action="governance.set_due",
        subject=f"governance.action:{action.pk}",
        organisation=plan.office_id,
        before={"due": before},
        after={"due": due},
        reason=reason,
        details={"due": due.isoformat() if due else None},
    )
    return action


@transaction.atomic
def name_measures(*, plan: Plan, titles: dict[int, str], reason: str, by: Viewer) -> int:
    """Set the English headings of measures by key; returns how many changed."""
    EDIT_PLAN.check(by, plan)
    reason = needs_reason(reason)
    changed = []
    before = {}
    for measure in Measure.objects.select_for_update().filter(plan=plan, pk__in=titles):
        title = titles[measure.pk].strip()[:400]
        if title != measure.title_en:
            before[str(measure.pk)] = measure.title_en
            measure.title_en = title
            changed.append(measure)
    if changed:
        Measure.objects.bulk_update(changed, ("title_en",))
        after = {str(measure.pk): measure.title_en for measure in changed}
        record(
            by=by,
            action="governance.name_measures",
            subject=f"governance.plan:{plan.pk}",
            organisation=plan.office_id,
            before=before,
            after=after,
            reason=reason,
            details={"titles": after},
        )
    return len(changed)
