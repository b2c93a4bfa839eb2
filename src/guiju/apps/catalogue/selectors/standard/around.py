"""What stands around an edition (相关信息): parts of the series, systems, edits, doubts."""

from dataclasses import dataclass
from datetime import date

from guiju.apps.catalogue.models import Edition, Finding, Source, SystemEntry, Work
from guiju.apps.catalogue.rules import SEE_SYSTEM
from guiju.apps.catalogue.selectors.standard.shown import Shown, shown
from guiju.apps.journal.models import Event
from guiju.apps.journal.selectors import history
from guiju.core.errors import Bilingual
from guiju.web.viewer import Viewer

OWN_SOURCE = "guiju"
REGISTER_SOURCE = "guiju-register"  # what procedures of this platform decided
_MOST_PARTS = 60
_MOST_EDITS = 30


@dataclass(frozen=True, slots=True)
class Doubt:
    """A finding on the record, in words."""

    code: str
    sentence: Bilingual


def parts(edition: Edition, on: date) -> tuple[list[Shown], int]:
    """The other parts of the series by their newest editions, and how many there are."""
    rows = Work.objects.filter(series=edition.work.series, newest__isnull=False).exclude(
        pk=edition.work_id
    )
    found = list(rows.select_related("newest").order_by("newest__sort")[: _MOST_PARTS + 1])
    total = len(found) if len(found) <= _MOST_PARTS else rows.count()
    return [shown(one.newest, on) for one in found[:_MOST_PARTS] if one.newest], total


def doubts(edition: Edition) -> list[Doubt]:
    rows = Finding.objects.filter(edition=edition).order_by("code", "pk")
    return [Doubt(one.code, Bilingual(one.sentence_zh, one.sentence_en)) for one in rows]


def systems(viewer: Viewer, edition: Edition) -> list[SystemEntry]:
    """Where the standard stands in systems that the viewer may see."""
    rows = SystemEntry.objects.filter(work=edition.work_id).select_related("node__system")
    return [one for one in rows if SEE_SYSTEM.allows(viewer, one.node.system)]


def edits(viewer: Viewer, edition: Edition) -> list[Event]:
    """The journal's events of our own corrections to this record, newest first."""
    own = Source.objects.filter(slug=OWN_SOURCE).values_list("pk", flat=True).first()
    if own is None:
        return []
    found = history(viewer, f"catalogue.source:{own}").filter(details__numbers__0=edition.key)
    return list(found[:_MOST_EDITS])
