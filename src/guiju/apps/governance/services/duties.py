"""Duties given, ended and made clear by hand (责任分工调整). The one door of Assignment beside the import."""

from datetime import date
from typing import Any

from django.db import transaction

from guiju.apps.accounts.models import Organisation
from guiju.apps.accounts.services.organisations import REGISTER, recognise_alias
from guiju.apps.governance.models import Assignment, Note, Plan
from guiju.apps.governance.rules.plans import ASSIGN
from guiju.apps.governance.services.plans import needs_reason
from guiju.apps.journal.services import record
from guiju.core.errors import InputError, NotFoundError, StateError
from guiju.core.plans import normal_name
from guiju.web.clashes import one_at_a_time
from guiju.web.viewer import Viewer


class DutyExistsError(StateError):
    """The organisation already has this role under the note (责任已存在)."""

    code = "duty_exists"
    zh = "“{subject}”在这条责任分工中已经承担这项职责，没有重复添加。"
    en = "“{subject}” already has this role under this note; it was not added again."


class DutyEndedError(StateError):
    """The duty has ended before (责任已终止)."""

    code = "duty_ended"
    zh = "“{subject}”的这项职责已于 {until} 终止，没有改动。"
    en = "This duty of “{subject}” ended on {until}; nothing was changed."


class DutyDatesError(InputError):
    """A duty cannot end before it begins (起止日期有误)."""

    code = "duty_dates"
    zh = "终止日期 {until} 早于开始日期 {since}，请改正。"
    en = "The end, {until}, is before the beginning, {since}; correct it."


def _record_of(duty: Assignment) -> dict[str, Any]:
    return {
        "note": duty.note_id,
        "organisation": duty.organisation_id,
        "as_written": duty.as_written,
        "role": duty.role,
        "since": duty.since,
        "until": duty.until,
    }


@transaction.atomic
def assign(
    *,
    note: Note,
    organisation: Organisation,
    role: str,
    since: date | None,
    reason: str,
    by: Viewer,
) -> Assignment:
    """Give an organisation a duty that the text does not give (指定责任单位)."""
    plan = note.measure.plan
    ASSIGN.check(by, plan)
    reason = needs_reason(reason)
    if role not in Assignment.Role.values:
        raise InputError(role)
    note = Note.objects.select_for_update().get(pk=note.pk)
    held = note.assignments.filter(organisation=organisation, role=role, until=None)
    name = organisation.names.order_by("-until", "-since").values_list("short_zh", flat=True)
    written = name.filter(until=None).first() or name.first() or organisation.slug
    if held.exists():
        raise DutyExistsError(written)
    duty = Assignment.objects.create(
        note=note,
        organisation=organisation,
        as_written=written,
        role=role,
        order=note.assignments.count() + 1,
        by_hand=True,
        since=since or by.today,
    )
    record(
        by=by,
        action="governance.assign",
        subject=f"governance.measure:{note.measure_id}",
        organisation=plan.office_id,
        after=_record_of(duty),
        reason=reason,
        details={"assignment": duty.pk, "role": role, "organisation": organisation.slug},
    )
    return duty


@transaction.atomic
def end_assignment(*, assignment: Assignment, until: date, reason: str, by: Viewer) -> Assignment:
    """End a duty on a day (exclusive). The row stays: it says who was responsible until then."""
    plan = assignment.note.measure.plan
    ASSIGN.check(by, plan)
    reason = needs_reason(reason)
    duty = Assignment.objects.select_for_update().get(pk=assignment.pk)
    if duty.until is not None:
        raise DutyEndedError(duty.as_written, until=duty.until)
    if duty.since and until < duty.since:
        raise DutyDatesError(duty.as_written, since=duty.since, until=until)
    before = _record_of(duty)
    duty.until = until
    duty.save(update_fields=("until",))
    record(
        by=by,
        action="governance.end_assignment",
        subject=f"governance.measure:{assignment.note.measure_id}",
        organisation=plan.office_id,
        before=before,
        after=_record_of(duty),
        reason=reason,
        details={"assignment": duty.pk, "role": duty.role, "until": until.isoformat()},
    )
    return duty


@transaction.atomic
def resolve_name(
    *, plan: Plan, name: str, organisation: Organisation, reason: str, by: Viewer
) -> int:
    """Say which organisation a written name means: all its open duties at once, and an alias.

    Returns how many duties became clear.
    """
    ASSIGN.check(by, plan)
    reason = needs_reason(reason)
    one_at_a_time(REGISTER)
    open_duties = Assignment.objects.select_for_update().filter(
        note__measure__plan=plan, organisation=None
    )
    same = [one for one in open_duties if normal_name(one.as_written) == normal_name(name)]
    if not same:
        raise NotFoundError(name)
    recognise_alias(organisation=organisation, text=same[0].as_written)
    Assignment.objects.filter(pk__in=[one.pk for one in same]).update(organisation=organisation)
    record(
        by=by,
        action="governance.resolve_name",
        subject=f"governance.plan:{plan.pk}",
        organisation=plan.office_id,
        before={"name": name, "organisation": None},
        after={"name": name, "organisation": organisation.slug},
        reason=reason,
        details={
            "name": name,
            "organisation": organisation.slug,
            "assignments": [one.pk for one in same],
        },
    )
    return len(same)
