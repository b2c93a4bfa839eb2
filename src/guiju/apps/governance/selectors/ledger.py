"""Reading the ledger of a plan: a fixed number of queries, however many measures it has."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from django.db.models import OuterRef, Q, QuerySet, Subquery

from guiju.apps.governance.models import Action, Assignment, Measure, Note, Output, Report
from guiju.apps.governance.selectors.bodies import bodies_on, collective, unresolved
from guiju.apps.governance.selectors.duties import current, duties, passed_on
from guiju.apps.governance.selectors.plans import PlanFacts, plan_facts
from guiju.apps.governance.selectors.values import (
    ALL_DEPARTMENTS,
    LOCAL_GOVERNMENTS,
    ActionLine,
    Body,
    Duty,
    Ledger,
    MeasureLine,
    NoteLine,
    OutputLine,
    ReportBrief,
    Role,
    is_overdue,
    state_of,
)
from guiju.core.errors import Bilingual, NotFoundError
from guiju.core.plans.reporting import State
from guiju.web.viewer import Viewer


def accepted_reports(viewer: Viewer, plan: PlanFacts) -> QuerySet[Report]:
    """The accepted reports of a plan that the viewer may read (see `rules.reports.READ_REPORT`)."""
    found = Report.objects.filter(measure__plan=plan.pk, state=State.ACCEPTED)
    if plan.at_office:
        return found
    opened = Q(is_public=True) & Q(measure__plan__is_public=True)
    if not plan.inside:
        return found.filter(opened)
    seats = viewer.organisations("liaison", "reader")
    measures = Measure.objects.filter(plan=plan.pk).values_list("pk", flat=True)
    own = [pk for pk, held in duties(viewer, measures).items() if held.roles_of(seats)]
    return found.filter(opened | Q(measure__in=own))


def ledger(viewer: Viewer, slug: str) -> Ledger:
    """The whole ledger of one plan. Raises NotFoundError when the viewer may not see it."""
    return ledger_of(viewer, plan_facts(viewer, slug))


def ledger_of(viewer: Viewer, plan: PlanFacts) -> Ledger:
    """The whole ledger of a plan that was found for this viewer."""
    rows = Measure.objects.filter(plan=plan.pk, withdrawn=None).order_by("order")
    return Ledger(plan, viewer.today, lines(viewer, plan, list(rows)))


def measure_line(viewer: Viewer, slug: str, pk: int) -> tuple[PlanFacts, MeasureLine]:
    """One measure of a plan, with the plan."""
    plan = plan_facts(viewer, slug)
    row = Measure.objects.filter(plan=plan.pk, withdrawn=None, pk=pk).first()
    if row is None:
        raise NotFoundError(f"{slug}/measures/{pk}")
    return plan, lines(viewer, plan, [row])[0]


def action_line(viewer: Viewer, slug: str, pk: int) -> tuple[PlanFacts, MeasureLine, ActionLine]:
    """One task of a plan, with its measure."""
    plan = plan_facts(viewer, slug)
    measure = Measure.objects.filter(
        plan=plan.pk, withdrawn=None, actions__pk=pk, actions__withdrawn=None
    ).first()
    if measure is None:
        raise NotFoundError(f"{slug}/actions/{pk}")
    line = lines(viewer, plan, [measure])[0]
    return plan, line, next(action for action in line.actions if action.pk == pk)


def output_line(viewer: Viewer, slug: str, pk: int) -> tuple[PlanFacts, MeasureLine, OutputLine]:
    """One named output of a plan, with its measure."""
    plan = plan_facts(viewer, slug)
    measure = Measure.objects.filter(
        plan=plan.pk, withdrawn=None, outputs__pk=pk, outputs__withdrawn=None
    ).first()
    if measure is None:
        raise NotFoundError(f"{slug}/outputs/{pk}")
    line = lines(viewer, plan, [measure])[0]
    return plan, line, next(output for output in line.outputs if output.pk == pk)


def lines(viewer: Viewer, plan: PlanFacts, measures: list[Measure]) -> tuple[MeasureLine, ...]:
    """Some measures of a plan that was found for this viewer, with all that hangs on them."""
    pks = [measure.pk for measure in measures]
    today = viewer.today
    assignments = list(
        Assignment.objects.filter(
            current(today), note__measure__in=pks, note__withdrawn=None
        ).order_by("note", "order", "pk")
    )
    reports = _latest_reports(viewer, plan, pks)
    bodies = _holders(today, assignments, reports)
    notes = _notes(pks, assignments, bodies)
    outputs = _outputs(pks)
    actions = _actions(plan, today, pks, notes, outputs)
    briefs = _briefs(reports, bodies)
    return tuple(
        _measure(
            plan,
            row,
            notes=tuple(note for measure, note in notes if measure == row.pk),
            actions=actions[row.pk],
            outputs=tuple(outputs[row.pk]),
            reports=tuple(briefs[row.pk]),
        )
        for row in measures
    )


def _holders(today: date, assignments: list[Assignment], reports: list[Report]) -> dict[int, Body]:
    """Who stands for each organisation today: itself, or the one that its duties passed to."""
    asked = {row.organisation_id for row in assignments if row.organisation_id}
    asked |= {report.organisation_id for report in reports}
    passed = passed_on(today)
    holder = {one: passed.get(one, one) for one in asked}
    bodies = bodies_on(today, holder.values())
    return {one: bodies[after] for one, after in holder.items() if after in bodies}


def _measure(
    plan: PlanFacts,
    row: Measure,
    *,
    notes: tuple[NoteLine, ...],
    actions: list[ActionLine],
    outputs: tuple[OutputLine, ...],
    reports: tuple[ReportBrief, ...],
) -> MeasureLine:
    return MeasureLine(
        pk=row.pk,
        key=row.key,
        parent=row.parent_id,
        level=row.level,
        no=row.no,
        label=row.label,
        title=Bilingual(row.title_zh, row.title_en),
        text=row.text,
        start=row.start,
        end=row.end,
        state=state_of(tuple(action.state for action in actions), reported=bool(reports)),
        risk=row.risk if plan.inside else "",
        risk_note=row.risk_note if plan.inside else "",
        notes=notes,
        actions=tuple(actions),
        outputs=outputs,
        reports=reports,
    )


def _notes(
    pks: list[int], assignments: Iterable[Assignment], bodies: dict[int, Body]
) -> list[tuple[int, NoteLine]]:
    held: dict[int, list[Duty]] = defaultdict(list)
    for row in assignments:
        body = bodies.get(row.organisation_id or 0) or unresolved(row.as_written)
        held[row.note_id].append(Duty(body, row.role, row.pk, row.as_written, by_hand=row.by_hand))
    found = []
    for note in Note.objects.filter(measure__in=pks, withdrawn=None).order_by("measure", "order"):
        if note.all_departments:
            held[note.pk].append(Duty(collective(ALL_DEPARTMENTS), Role.SHARED))
        if note.local_governments:
            held[note.pk].append(Duty(collective(LOCAL_GOVERNMENTS), Role.SHARED))
        line = NoteLine(note.pk, note.raw, note.start, note.end, note.others, tuple(held[note.pk]))
        found.append((note.measure_id, line))
    return found


def _outputs(pks: list[int]) -> dict[int, list[OutputLine]]:
    found: dict[int, list[OutputLine]] = defaultdict(list)
    rows = Output.objects.filter(measure__in=pks, withdrawn=None).order_by("measure", "order", "pk")
    for row in rows:
        found[row.measure_id].append(
            OutputLine(
                row.pk, row.measure_id, row.action_id, row.kind, row.name, row.start, row.end
            )
        )
    return found


def _actions(
    plan: PlanFacts,
    today: date,
    pks: list[int],
    notes: list[tuple[int, NoteLine]],
    outputs: dict[int, list[OutputLine]],
) -> dict[int, list[ActionLine]]:
    note_of = {note.pk: note for _, note in notes}
    ordered: dict[int, list[OutputLine]] = defaultdict(list)
    for lines in outputs.values():
        for output in lines:
            if output.action is not None:
                ordered[output.action].append(output)
    found: dict[int, list[ActionLine]] = defaultdict(list)
    for row in Action.objects.filter(measure__in=pks, withdrawn=None).order_by("measure", "order"):
        due = row.due or plan.ends
        found[row.measure_id].append(
            ActionLine(
                pk=row.pk,
                measure=row.measure_id,
                order=row.order,
                text=row.text,
                start=row.start,
                end=row.end,
                due=due,
                due_as_written=row.due_as_written,
                has_own_due=row.due is not None,
                state=row.state,
                overdue=is_overdue(row.state, due, today),
                note=note_of.get(row.note_id or 0),
                outputs=tuple(ordered[row.pk]),
            )
        )
    return found


def _latest_reports(viewer: Viewer, plan: PlanFacts, pks: list[int]) -> list[Report]:
    visible = accepted_reports(viewer, plan)
    latest = visible.filter(measure=OuterRef("measure")).order_by("-period").values("period")[:1]
    return list(
        visible.filter(measure__in=pks, period=Subquery(latest))
        .order_by("measure", "organisation__order", "pk")
        .prefetch_related("lines")
    )


def _briefs(reports: list[Report], bodies: dict[int, Body]) -> dict[int, list[ReportBrief]]:
    found: dict[int, list[ReportBrief]] = defaultdict(list)
    for report in reports:
        body = bodies.get(report.organisation_id)
        if body is not None:
            lines = {line.action_id: line.text for line in report.lines.all() if line.text}
            found[report.measure_id].append(
                ReportBrief(report.pk, report.period, body, report.text, lines, report.is_example)
            )
    return found
