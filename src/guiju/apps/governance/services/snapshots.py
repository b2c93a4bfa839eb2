"""Freezing the ledger at the end of a quarter (季度快照): the one door."""

from django.db import transaction
from django.utils import timezone

from guiju.apps.governance.models import Plan, Snapshot
from guiju.apps.governance.rules.reports import SNAPSHOT
from guiju.apps.governance.selectors.frozen import frozen_ledger
from guiju.apps.governance.selectors.plans import facts_of
from guiju.apps.journal.services import record
from guiju.core.errors import NotFoundError, StateError
from guiju.core.plans.quarters import Quarter
from guiju.core.seals.chain import canonical, digests
from guiju.web.viewer import Viewer


class QuarterRunning(StateError):
    """The quarter has not ended (季度尚未结束)."""

    code = "snapshot_running"
    zh = "{subject}尚未结束，不能生成快照。请在 {day} 之后再生成。"
    en = "{quarter_en} has not ended; no snapshot is taken yet. Take it after {day}."


class QuarterBeforePlan(StateError):
    """The quarter lies before the plan (早于计划)."""

    code = "snapshot_before_plan"
    zh = "{subject}早于计划开始的季度，没有可以冻结的台账。请改选计划期内的季度。"
    en = "{quarter_en} is before the plan began; there is no ledger to freeze. Choose another quarter."


class AlreadyTaken(StateError):
    """There is a snapshot of this quarter (快照已存在)."""

    code = "snapshot_taken"
    zh = "{subject}的快照已经生成，不能改动也不能重做。请直接查看。"
    en = "There is a snapshot of {quarter_en} already; it can be neither changed nor taken again."


def take_snapshot(*, plan: str, period: str, by: Viewer) -> Snapshot:
    """Freeze the ledger of a plan (by its slug) for an ended quarter, once."""
    quarter = Quarter.read(period)
    with transaction.atomic():
        found = Plan.objects.select_for_update().filter(slug=plan).first()
        if found is None:
            raise NotFoundError(plan)
        SNAPSHOT.check(by, found)
        _check_quarter(found, quarter, by)
        content = frozen_ledger(by, facts_of(found, inside=True), quarter)
        sealed = digests(canonical(content))
        taken = Snapshot.objects.create(
            plan=found,
            period=str(quarter),
            taken=timezone.now(),
            content=content,
            sm3=sealed.sm3,
            sha256=sealed.sha256,
        )
        record(
            by=by,
            action="governance.take_snapshot",
            subject=f"governance.snapshot:{taken.pk}",
            organisation=found.office_id,
            after=content,
            details={
                "plan": found.slug,
                "period": str(quarter),
                "sm3": sealed.sm3,
                "sha256": sealed.sha256,
            },
        )
    return taken


def _check_quarter(plan: Plan, quarter: Quarter, by: Viewer) -> None:
    label = quarter.label
    if quarter.last_day >= by.today:
        raise QuarterRunning(label.zh, quarter_en=label.en, day=quarter.last_day.isoformat())
    starts = plan.starts or plan.issued
    if starts and quarter < Quarter.of(starts):
        raise QuarterBeforePlan(label.zh, quarter_en=label.en)
    if Snapshot.objects.filter(plan=plan, period=str(quarter)).exists():
        raise AlreadyTaken(label.zh, quarter_en=label.en)
