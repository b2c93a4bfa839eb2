"""The one door to a report's state: draft, submit, withdraw, accept, return, reopen, publish.

Each act is one transaction with one event. It names the version that the person saw: who acts on
an older one is told so, and nothing is lost.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any, cast

from django.db import transaction
from django.utils import timezone

from guiju.apps.governance.models import Measure, Report
from guiju.apps.governance.rules.duties import Duties
from guiju.apps.governance.rules.reports import (
    ACCEPT,
    AUTHOR,
    DECIDE,
    NOT_YOURS,
    REPORT,
    Filed,
)
from guiju.apps.governance.selectors.duties import duties_of
from guiju.apps.governance.selectors.people import is_example_person
from guiju.apps.governance.selectors.reports import open_window, own_desks, report_for
from guiju.apps.governance.services.evidence import Upload, attach, removed_on_failure, withdraw
from guiju.apps.governance.services.progress import apply_progress
from guiju.apps.governance.services.reminders import tell_returned
from guiju.apps.governance.services.report_content import (
    Content,
    check_complete,
    check_content,
    record_of,
    write_content,
)
from guiju.apps.journal.services import record
from guiju.core.errors import NotFoundError, RefusedError, StateError
from guiju.core.plans.quarters import Quarter
from guiju.core.plans.reporting import ACTS, State, Who, after
from guiju.web.access import Rule
from guiju.web.viewer import Viewer


class StaleReport(StateError):
    """Somebody else changed the report meanwhile (报告已被他人修改)."""

    code = "report_stale"
    zh = "这份报告在您打开之后已被他人修改（现为第 {subject} 版），您的内容没有保存。请对照现有内容后再保存。"
    en = (
        "Somebody else changed this report after you opened it (it is now version {subject}); yours"
        " was not saved. Compare with what is stored, then save again."
    )


def save_draft(
    *,
    measure: int,
    organisation: int,
    period: str,
    content: Content,
    version: int,
    files: Sequence[Upload] = (),
    withdrawn: Collection[int] = (),
    by: Viewer,
) -> Report:
    """Write a report that is not yet handed in; version 0 begins it.

    `files` are added as evidence, and the evidence named in `withdrawn` is withdrawn.
    """
    quarter = Quarter.read(period)
    with removed_on_failure() as stored, transaction.atomic():
        locked = _lock_measure(measure)
        duties = duties_of(by, measure)
        report = _report_to_write(locked, duties, organisation, quarter, by)
        _check_version(report, version)
        check_content(content, duties, report.organisation_id)
        before = record_of(report) if report.pk else None
        report.role = duties.role(organisation) or report.role
        report.version += 1
        write_content(report, content)
        gone = withdraw(report, list(withdrawn))
        added = [attach(report, file, stored).sm3 for file in files]
        _journal(
            "edit",
            report,
            by,
            before=before,
            details={"evidence_added": added, "evidence_withdrawn": gone},
        )
    return report


def submit_report(*, report: int, version: int, by: Viewer) -> Report:
    """Hand a draft or a returned report in to the office (报送)."""

    def change(found: Report, duties: Duties) -> None:
        REPORT.check(by, duties)
        check_complete(found)
        found.submitted, found.submitted_by_id = timezone.now(), by.user
        found.decided, found.decision_note = None, ""

    return _act("submit", AUTHOR, report, version, by, change)


def withdraw_report(*, report: int, version: int, by: Viewer) -> Report:
    """Take a report back before the office decides (撤回)."""

    def change(found: Report, duties: Duties) -> None:
        found.submitted, found.submitted_by_id = None, None

    return _act("withdraw", AUTHOR, report, version, by, change)


def accept_report(
    *, report: int, version: int, remark: str = "", publish: bool = False, by: Viewer
) -> Report:
    """Accept a report (审核通过): what its lead proposes becomes the state of the ledger."""
    applied: dict[str, Any] = {}

    def change(found: Report, duties: Duties) -> None:
        found.decided, found.decision_note = timezone.now(), remark.strip()
        found.is_public = publish
        applied.update(apply_progress(found))

    return _act("accept", ACCEPT, report, version, by, change, reason=remark, details=applied)


def return_report(*, report: int, version: int, reason: str, by: Viewer) -> Report:
    """Send a report back to be revised, with the reason (退回)."""

    def change(found: Report, duties: Duties) -> None:
        found.decided, found.decision_note = timezone.now(), reason.strip()
        tell_returned(found, duties, on=by.today)

    return _act("return", DECIDE, report, version, by, change, reason=reason)


def reopen_report(*, report: int, version: int, reason: str, by: Viewer) -> Report:
    """Open an accepted report again for revision; it is no longer public (重新打开).

    The states that it brought into the ledger stay until the revised report is accepted.
    """

    def change(found: Report, duties: Duties) -> None:
        found.decided, found.decision_note = timezone.now(), reason.strip()
        found.is_public = False
        tell_returned(found, duties, on=by.today)

    return _act("reopen", DECIDE, report, version, by, change, reason=reason)


def publish_report(*, report: int, version: int, public: bool, by: Viewer) -> Report:
    """Open an accepted report to the public, or close it again (公开)."""

    def change(found: Report, duties: Duties) -> None:
        found.is_public = public

    return _act("publish", DECIDE, report, version, by, change, details={"public": public})


def _act(
    act: str,
    rule: Rule,
    pk: int,
    version: int,
    by: Viewer,
    change: Callable[[Report, Duties], None],
    *,
    reason: str = "",
    details: Mapping[str, Any] | None = None,
) -> Report:
    """One act of the table on one report: the person, the version, the state, then the change."""
    with transaction.atomic():
        found = Report.objects.select_for_update().filter(pk=pk).first()
        if found is None:
            raise NotFoundError(f"reports/{pk}")
        duties = duties_of(by, found.measure_id)
        rule.check(by, Filed(found, duties, is_open=False))
        _check_version(found, version)
        state = after(act, found.state, reason=reason)
        before = record_of(found)
        change(found, duties)
        found.state = state
        found.version += 1
        found.save()
        _journal(act, found, by, before=before, reason=reason, details=details)
    return found


def _lock_measure(pk: int) -> Measure:
    """The measure, held for this transaction so that two people cannot begin one report twice."""
    found = Measure.objects.select_for_update(of=("self",)).select_related("plan")
    measure = found.filter(pk=pk, withdrawn=None).first()
    if measure is None:
        raise NotFoundError(f"measures/{pk}")
    return measure


def _report_to_write(
    measure: Measure, duties: Duties, organisation: int, quarter: Quarter, by: Viewer
) -> Report:
    """The report that is written on: the organisation's, its predecessor's, or a new one."""
    REPORT.check(by, duties)
    if organisation not in own_desks(by, duties):
        raise RefusedError("governance.report", NOT_YOURS)
    report = report_for(duties, organisation, str(quarter))
    if report is None:
        open_window(by, measure.plan).check(quarter)
        author = cast(int, by.user)  # whom the rule lets through is signed in
        return Report(
            measure=measure,
            organisation_id=organisation,
            period=str(quarter),
            state=State.DRAFT,
            author_id=author,
            is_example=is_example_person(author),
        )
    report.state = after("edit", report.state)
    return report


def _check_version(report: Report, version: int) -> None:
    if report.version != version:
        raise StaleReport(str(report.version))


def _journal(
    act: str,
    report: Report,
    by: Viewer,
    *,
    before: Mapping[str, Any] | None,
    reason: str = "",
    details: Mapping[str, Any] | None = None,
) -> None:
    by_office = ACTS[act].who is Who.OFFICE
    where = {"measure": report.measure_id, "period": report.period, "version": report.version}
    record(
        by=by,
        action=f"governance.{act}_report",
        subject=f"governance.report:{report.pk}",
        organisation=report.measure.plan.office_id if by_office else report.organisation_id,
        before=before,
        after=record_of(report),
        reason=reason.strip(),
        details={**where, **(details or {})},
    )
