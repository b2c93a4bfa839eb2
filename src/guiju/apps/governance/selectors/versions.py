"""How a measure read in each text of its plan (历次文本)."""

from dataclasses import dataclass
from datetime import datetime

from guiju.apps.governance.models import Measure, PlanText
from guiju.apps.governance.selectors.plans import PlanFacts, plan_facts
from guiju.core.compare.wording import Piece, wording
from guiju.core.errors import NotFoundError
from guiju.web.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Version:
    """What one text did to the measure; `pieces` compare it with the text before."""

    number: int
    imported_at: datetime
    file_name: str
    status: str
    label: str
    title: str
    pieces: tuple[Piece, ...]


def versions(viewer: Viewer, slug: str, pk: int) -> tuple[PlanFacts, Measure, list[Version]]:
    """The texts that made or changed a measure, newest first; a withdrawn measure keeps its own."""
    plan = plan_facts(viewer, slug)
    measure = Measure.objects.filter(plan=plan.pk, pk=pk).first()
    if measure is None:
        raise NotFoundError(f"{slug}/measures/{pk}")
    acts = {
        number: change
        for number, listed in PlanText.objects.filter(plan=plan.pk).values_list("number", "changes")
        for change in listed
        if change["measure"] == pk
    }
    found: list[Version] = []
    before = ""
    for text in PlanText.objects.filter(plan=plan.pk, number__in=acts).order_by("number"):
        change = acts[text.number]
        after = next(
            (
                str(item["text"])
                for item in text.parsed["measures"]
                if (item["label"], item["title"]) == (change["label"], change["title"])
                and change["status"] != "withdrawn"
            ),
            "",
        )
        found.append(
            Version(
                number=text.number,
                imported_at=text.imported_at,
                file_name=text.file_name,
                status=change["status"],
                label=change["label"],
                title=change["title"],
                pieces=tuple(wording(before, after)),
            )
        )
        before = after
    return plan, measure, found[::-1]
