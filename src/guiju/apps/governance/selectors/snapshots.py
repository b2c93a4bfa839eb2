"""Reads of frozen ledgers: each with its digests computed again, and two of them compared."""

from dataclasses import dataclass
from typing import Any

from guiju.apps.governance.models import Snapshot
from guiju.apps.governance.rules.reading import READ_INTERNAL
from guiju.apps.governance.selectors.plans import PlanFacts, plan_facts
from guiju.core.errors import NotFoundError
from guiju.core.plans.quarters import Quarter
from guiju.core.seals.chain import Digests, canonical, digests
from guiju.web.viewer import Viewer


def is_whole(snapshot: Snapshot) -> bool:
    """Does the stored content still have the digests that were taken with it?"""
    return digests(canonical(snapshot.content)) == Digests(snapshot.sm3, snapshot.sha256)


def snapshots(viewer: Viewer, slug: str) -> tuple[PlanFacts, list[Snapshot]]:
    """A plan with its snapshots, newest first, without their content."""
    plan = plan_facts(viewer, slug)
    READ_INTERNAL.check(viewer, plan)
    return plan, list(Snapshot.objects.filter(plan=plan.pk).defer("content").order_by("-period"))


def snapshot(viewer: Viewer, slug: str, period: str) -> tuple[PlanFacts, Snapshot]:
    """One snapshot of a plan, with its content."""
    plan = plan_facts(viewer, slug)
    READ_INTERNAL.check(viewer, plan)
    quarter = Quarter.read(period)
    found = Snapshot.objects.filter(plan=plan.pk, period=str(quarter)).first()
    if found is None:
        raise NotFoundError(f"{slug}/{quarter}")
    return plan, found


def quarters_to_freeze(viewer: Viewer, plan: PlanFacts, taken: list[Snapshot]) -> list[Quarter]:
    """The ended quarters of a plan that have no snapshot yet, newest first."""
    starts = plan.starts or plan.issued
    first = Quarter.of(starts) if starts else Quarter.of(viewer.today).previous
    have = {one.period for one in taken}
    at, found = Quarter.of(viewer.today).previous, []
    while at >= first:
        if str(at) not in have:
            found.append(at)
        at = at.previous
    return found


def damaged_snapshots() -> list[Snapshot]:
    """Every snapshot whose content no longer has its digests, one read at a time."""
    rows = Snapshot.objects.select_related("plan").order_by("plan", "period")
    return [one for one in rows.iterator(chunk_size=1) if not is_whole(one)]


@dataclass(frozen=True, slots=True)
class Difference:
    """Something that is not the same in two snapshots: what, in which measure, from what to what."""

    what: str
    measure: str
    thing: str
    before: str
    after: str


def compare(old: dict[str, Any], new: dict[str, Any]) -> list[Difference]:
    """What changed between two frozen ledgers: measures, tasks, their states, overdue marks, risk."""
    before = {one["key"]: one for one in old["measures"]}
    after = {one["key"]: one for one in new["measures"]}
    found: list[Difference] = []
    for key in [*after, *(key for key in before if key not in after)]:
        one, other = before.get(key), after.get(key)
        name = _name(other or one)
        if one is None or other is None:
            there = ("", "yes") if one is None else ("yes", "")
            found.append(Difference("measure", name, "", *there))
            continue
        if one["risk"] != other["risk"]:
            found.append(Difference("risk", name, "", one["risk"], other["risk"]))
        found += _tasks(name, one["actions"], other["actions"])
    return found


def _name(measure: dict[str, Any] | None) -> str:
    return f"{measure['label']}{measure['title_zh']}" if measure else ""


def _tasks(name: str, old: list[dict[str, Any]], new: list[dict[str, Any]]) -> list[Difference]:
    before, after = ({one["id"]: one for one in rows} for rows in (old, new))
    found = []
    for pk in [*after, *(pk for pk in before if pk not in after)]:
        one, other = before.get(pk), after.get(pk)
        if one is None or other is None:
            there = ("", "yes") if one is None else ("yes", "")
            text = (other or one or {})["text"]
            found.append(Difference("action", name, text, *there))
            continue
        if one["state"] != other["state"]:
            found.append(Difference("state", name, other["text"], one["state"], other["state"]))
        if one["overdue"] != other["overdue"]:
            marks = ("yes" if one["overdue"] else "", "yes" if other["overdue"] else "")
            found.append(Difference("overdue", name, other["text"], *marks))
    return found
