"""What has happened to a plan, from the journal, in words (变化、历史).

The public is told of texts, duties, deadlines and published reports; who acted and why is told
to those who work on the plan.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from guiju.apps.governance.models import Action, Measure, Report
from guiju.apps.governance.rules.reports import READ_REPORT, Filed
from guiju.apps.governance.selectors.bodies import bodies_on
from guiju.apps.governance.selectors.duties import duties
from guiju.apps.governance.selectors.ledger import accepted_reports
from guiju.apps.governance.selectors.plans import PlanFacts
from guiju.apps.governance.selectors.words import ACT_WORDS, PUBLIC_ACTS, in_language
from guiju.apps.journal.models import Event
from guiju.apps.journal.selectors import history
from guiju.core.errors import Bilingual
from guiju.core.plans.quarters import Quarter
from guiju.core.plans.reporting import State
from guiju.web.viewer import Viewer

# Before it nothing was recorded, and a day at the beginning of time has no time zone.
FIRST_DAY = date(1949, 10, 1)


@dataclass(frozen=True, slots=True)
class Change:
    """One act in words. `actor` and `reason` are empty for the public."""

    number: int
    at: datetime
    words: str
    about: Bilingual
    url: str
    actor: str
    reason: str
    parts: tuple["Part", ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """One measure that a text made, changed or withdrew."""

    status: str
    title: str
    url: str


def _readable_reports(viewer: Viewer, plan: PlanFacts) -> list[int]:
    if not plan.inside:
        return list(accepted_reports(viewer, plan).values_list("pk", flat=True))
    reports = list(Report.objects.filter(measure__plan=plan.pk).exclude(state=State.DRAFT))
    held = duties(viewer, {report.measure_id for report in reports})
    return [
        report.pk
        for report in reports
        if READ_REPORT.allows(viewer, Filed(report, held[report.measure_id], plan.is_public))
    ]


def _subjects(viewer: Viewer, plan: PlanFacts, measure: int | None) -> list[str]:
    measures = Measure.objects.filter(plan=plan.pk)
    actions = Action.objects.filter(measure__plan=plan.pk)
    reports = Report.objects.filter(pk__in=_readable_reports(viewer, plan))
    found = [] if measure else [f"governance.plan:{plan.pk}"]
    if measure is not None:
        measures = measures.filter(pk=measure)
        actions = actions.filter(measure=measure)
        reports = reports.filter(measure=measure)
    found += [f"governance.measure:{pk}" for pk in measures.values_list("pk", flat=True)]
    found += [f"governance.action:{pk}" for pk in actions.values_list("pk", flat=True)]
    return found + [f"governance.report:{pk}" for pk in reports.values_list("pk", flat=True)]


def changes(
    viewer: Viewer, plan: PlanFacts, *, since: date | None = None, measure: int | None = None
) -> QuerySet[Event]:
    """The acts about a plan (or one of its measures) that the viewer may know of, newest first."""
    told = ACT_WORDS if plan.inside else PUBLIC_ACTS
    found = history(viewer, *_subjects(viewer, plan, measure)).filter(action__in=list(told))
    if since is not None and since > FIRST_DAY:
        found = found.filter(at__gte=timezone.make_aware(datetime.combine(since, time.min)))
    return found


def in_words(viewer: Viewer, plan: PlanFacts, events: Iterable[Event]) -> list[Change]:
    """Some of those acts as sentences, each with the record that it is about."""
    events = list(events)
    records = _records(viewer, plan, events)
    return [
        Change(
            number=event.number,
            at=event.at,
            words=_sentence(event, records),
            about=records.about(event.subject),
            url=records.url(event.subject),
            actor=event.actor if plan.inside else "",
            reason=event.reason if plan.inside else "",
            parts=_parts_of(plan, event),
        )
        for event in events
    ]


@dataclass(frozen=True, slots=True)
class _Records:
    plan: PlanFacts
    measures: dict[int, Measure]
    actions: dict[int, Action]
    reports: dict[int, Report]
    names: dict[int, Bilingual]

    def about(self, subject: str) -> Bilingual:
        kind, pk = _parts(subject)
        if kind == "action" and pk in self.actions:
            text = self.actions[pk].text
            return Bilingual(text, "")
        measure = self._measure(kind, pk)
        if measure is None:
            return self.plan.title
        title = measure.title_en and f"{measure.no}. {measure.title_en}"
        return Bilingual(f"{measure.label}{measure.title_zh}", title)

    def _measure(self, kind: str, pk: int) -> Measure | None:
        if kind == "report" and pk in self.reports:
            return self.measures.get(self.reports[pk].measure_id)
        return self.measures.get(pk) if kind == "measure" else None

    def url(self, subject: str) -> str:
        kind, pk = _parts(subject)
        if kind == "action" and pk in self.actions:
            action = self.actions[pk]
            stands = action.withdrawn is None
            return reverse("governance:action", args=[self.plan.slug, pk]) if stands else ""
        measure = self._measure(kind, pk)
        if measure is None:
            return reverse("governance:plan", args=[self.plan.slug])
        page = "measure" if measure.withdrawn is None else "measure_history"
        return reverse(f"governance:{page}", args=[self.plan.slug, measure.pk])


def _parts_of(plan: PlanFacts, event: Event) -> tuple[Part, ...]:
    """What a corrected text did to each measure; of a first text all are new, and none is named."""
    if event.action != "governance.import_plan" or event.details.get("text") == 1:
        return ()
    return tuple(
        Part(
            change["status"],
            f"{change['label']}{change['title']}",
            reverse("governance:measure_history", args=[plan.slug, change["measure"]]),
        )
        for change in event.details.get("changes", ())
    )


def _parts(subject: str) -> tuple[str, int]:
    kind, _colon, pk = subject.removeprefix("governance.").partition(":")
    return kind, int(pk)


def _records(viewer: Viewer, plan: PlanFacts, events: list[Event]) -> _Records:
    asked: dict[str, set[int]] = {"action": set(), "measure": set(), "report": set(), "plan": set()}
    for event in events:
        kind, pk = _parts(event.subject)
        asked[kind].add(pk)
    reports = Report.objects.in_bulk(asked["report"])
    measures = asked["measure"] | {report.measure_id for report in reports.values()}
    bodies = bodies_on(viewer.today, {report.organisation_id for report in reports.values()})
    return _Records(
        plan=plan,
        measures=Measure.objects.in_bulk(measures),
        actions=Action.objects.in_bulk(asked["action"]),
        reports=reports,
        names={pk: body.short for pk, body in bodies.items()},
    )


def _sentence(event: Event, records: _Records) -> str:
    """The act's words, filled from what the journal kept of it."""
    details: dict[str, Any] = event.details
    counts = details.get("counts", {})
    values = {
        "text": details.get("text", ""),
        "new": counts.get("new", 0),
        "changed": counts.get("changed", 0),
        "withdrawn": counts.get("withdrawn", 0),
        "due": details.get("due") or _("the plan's last day"),
        "name": details.get("name", ""),
        "count": len(details.get("assignments", ())),
        "states": len(details.get("actions", ())),
    }
    kind, pk = _parts(event.subject)
    if kind == "report" and pk in records.reports:
        report = records.reports[pk]
        quarter = Quarter.read(report.period).label.say(get_language() or "zh")
        body = records.names.get(report.organisation_id)
        values |= {"quarter": quarter, "body": in_language(body)[0] if body else ""}
    return str(ACT_WORDS[event.action]) % values
