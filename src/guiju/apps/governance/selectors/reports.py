"""Reads of progress reports. What a viewer may not read is refused with the rule's sentence."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet, prefetch_related_objects

from guiju.apps.accounts.models import Organisation
from guiju.apps.governance.models import Action, Comment, Evidence, Measure, Plan, Report
from guiju.apps.governance.rules.duties import REPORTING, Duties
from guiju.apps.governance.rules.reports import READ_EVIDENCE, READ_REPORT, Filed, desks
from guiju.apps.governance.selectors.duties import duties_of
from guiju.apps.governance.selectors.plans import visible_plans
from guiju.apps.governance.selectors.values import CLOSED
from guiju.apps.journal.models import Event
from guiju.apps.journal.selectors import history
from guiju.core.compare.wording import Piece, wording
from guiju.core.errors import NotFoundError, StateError, TamperError
from guiju.core.plans.quarters import Quarter, Window, window
from guiju.core.plans.reporting import State
from guiju.core.seals.chain import Digests
from guiju.core.seals.streams import digests_of
from guiju.web.viewer import Viewer


def open_window(viewer: Viewer, plan: Plan) -> Window:
    """The quarters for which the plan takes reports on the viewer's day."""
    unfinished = (
        Action.objects.filter(measure__plan=plan, measure__withdrawn=None, withdrawn=None)
        .exclude(state__in=CLOSED)
        .exists()
    )
    return plan_window(viewer, plan, unfinished=unfinished)


def plan_window(viewer: Viewer, plan: Plan, *, unfinished: bool) -> Window:
    """As `open_window`, where it is known whether work is unfinished."""
    return window(
        starts=plan.starts or plan.issued,
        ends=plan.ends,
        today=viewer.today,
        unfinished=unfinished,
    )


def measure_of(viewer: Viewer, slug: str, pk: int) -> Measure:
    """A measure that stands in its plan today, with the plan, which the viewer may see."""
    found = Measure.objects.filter(
        plan__in=visible_plans(viewer), plan__slug=slug, pk=pk, withdrawn=None
    )
    measure = found.select_related("plan").first()
    if measure is None:
        raise NotFoundError(f"{slug}/measures/{pk}")
    return measure


def report_for(duties: Duties, organisation: int, period: str) -> Report | None:
    """The report of an organisation's duties for a quarter, be it begun by its predecessor."""
    origins = [one for one, holder in duties.passed.items() if holder == organisation]
    found = Report.objects.filter(
        measure=duties.measure, period=period, organisation__in=[organisation, *origins]
    )
    reports = sorted(found, key=lambda one: one.organisation_id != organisation)
    return reports[0] if reports else None


def filed(viewer: Viewer, pk: int) -> Filed:
    """A report that this viewer may read."""
    report = Report.objects.filter(pk=pk).select_related("measure__plan", "organisation").first()
    if report is None:
        raise NotFoundError(f"reports/{pk}")
    found = Filed(report, duties_of(viewer, report.measure_id), report.measure.plan.is_public)
    READ_REPORT.check(viewer, found)
    return found


def reports_of_measure(viewer: Viewer, measure: Measure) -> list[Filed]:
    """The reports on a measure that this viewer may read, newest quarter first."""
    duties = duties_of(viewer, measure.pk)
    rows = measure.reports.select_related("measure__plan", "organisation").prefetch_related("lines")
    every = [Filed(one, duties, measure.plan.is_public) for one in rows]
    return [one for one in every if READ_REPORT.allows(viewer, one)]


def fetch_evidence(found: Iterable[Filed]) -> None:
    """Read the files of many reports at once, for those who then ask each report for its own."""
    prefetch_related_objects([one.report for one in found], "evidence")


def evidence_of(report: Report) -> QuerySet[Evidence]:
    """The files of a report that the caller may read, without the withdrawn ones."""
    return report.evidence.filter(withdrawn=None).order_by("pk")


def comments_of(measure: Measure) -> QuerySet[Comment]:
    """The comments on a measure that the caller may read, newest first."""
    return measure.comments.order_by("-at", "-pk")


def history_of(viewer: Viewer, report: Report) -> QuerySet[Event]:
    """What was done with a report that the caller may read, newest first."""
    return history(viewer, f"governance.report:{report.pk}")


@dataclass(frozen=True, slots=True)
class Change:
    """The text of a report beside that of the quarter before for which there is one."""

    previous: Quarter
    pieces: tuple[Piece, ...]


def change_since_previous(found: Filed) -> Change | None:
    """What the text says anew since the last accepted report before it, if there is one."""
    report, duties = found.report, found.duties
    holder = duties.holder(report.organisation_id)
    same = [one for one, now in duties.passed.items() if now == holder]
    before = (
        Report.objects.filter(
            measure=report.measure_id,
            organisation__in=[report.organisation_id, holder, *same],
            period__lt=report.period,
            state=State.ACCEPTED,
        )
        .order_by("-period", "pk")
        .first()
    )
    if before is None:
        return None
    return Change(Quarter.read(before.period), tuple(wording(before.text, report.text)))


class EvidenceChanged(TamperError):
    """A stored file is no longer what was handed in (佐证材料被改动)."""

    code = "evidence_changed"
    zh = "“{subject}”与上传时的哈希不符或已丢失，未提供下载。请报告系统管理员，并请报送单位重新上传。"
    en = (
        "“{subject}” is missing or no longer matches the digests taken at its upload and is not"
        " served. Tell the system administrator, and ask for it to be uploaded again."
    )


class EvidenceWithdrawn(StateError):
    """The file was withdrawn by those who handed it in (佐证材料已撤回)."""

    code = "evidence_withdrawn"
    zh = "“{subject}”已由报送单位撤回，不再提供下载。"
    en = "“{subject}” was withdrawn by the reporting organisation and is no longer served."


def evidence_file(viewer: Viewer, pk: int) -> Evidence:
    """A file that this viewer may download, its digests just verified."""
    evidence = (
        Evidence.objects.filter(pk=pk)
        .select_related("report__measure__plan", "report__organisation")
        .first()
    )
    if evidence is None:
        raise NotFoundError(f"evidence/{pk}")
    report = evidence.report
    duties = duties_of(viewer, report.measure_id)
    READ_EVIDENCE.check(viewer, Filed(report, duties, report.measure.plan.is_public))
    if evidence.withdrawn:
        raise EvidenceWithdrawn(evidence.name)
    if _digests(evidence) != Digests(evidence.sm3, evidence.sha256):
        raise EvidenceChanged(evidence.name)
    return evidence


def evidence_report(pk: int) -> int:
    """The report to which a file belongs; whether it may be read is asked of the report."""
    found = Evidence.objects.filter(pk=pk).values_list("report_id", flat=True).first()
    if found is None:
        raise NotFoundError(f"evidence/{pk}")
    return found


def _digests(evidence: Evidence) -> Digests | None:
    try:
        with evidence.file.open("rb") as file:
            return digests_of(file.chunks())
    except OSError:
        return None


def own_desks(viewer: Viewer, duties: Duties) -> list[int]:
    """The viewer's organisations that may report on a measure, the strongest role first."""
    roles = duties.roles_of(desks(viewer))
    return [one for one, role in roles.items() if role in REPORTING]


def chosen_desk(choices: list[int], slug: str) -> int:
    """The organisation of `choices` that is meant; the one with the strongest role if none is."""
    if not slug:
        return choices[0]
    found = Organisation.objects.filter(pk__in=choices, slug=slug).first()
    if found is None:
        raise NotFoundError(slug[:60])
    return found.pk
