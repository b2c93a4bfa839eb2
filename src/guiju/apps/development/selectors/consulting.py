"""Consultations as everybody may see them (征求意见): what is open, and the draft that is out."""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from django.core.files.storage import default_storage
from django.db.models import Q
from django.http import Http404

from guiju.apps.development.models import Material, Project, Round
from guiju.apps.development.rules.actors import procedure_of
from guiju.apps.development.rules.projects import READ_PROJECT
from guiju.core.consultations import Draft
from guiju.core.documents import sts
from guiju.core.documents.pointers import linked
from guiju.core.errors import Bilingual
from guiju.web.viewer import Viewer

KEPT = 16
MOST_CLOSED = 20


class Consultation(NamedTuple):
    """A round as a page shows it."""

    round: Round
    title: Bilingual
    procedure: Bilingual
    audiences: tuple[Bilingual, ...]
    basis: str
    days_left: int  # -1: no longer open

    @property
    def project(self) -> Project:
        return self.round.project

    @property
    def is_open(self) -> bool:
        return self.days_left >= 0


def open_consultations(viewer: Viewer) -> list[Consultation]:
    """What the viewer may comment on today, the first to close first."""
    rounds = Round.objects.filter(closed=None, current=True, project__ended=False)
    rows = rounds.select_related("project").order_by("last", "pk")
    return [
        consultation_of(viewer, row) for row in rows if READ_PROJECT.allows(viewer, row.project)
    ]


def closed_consultations(viewer: Viewer) -> list[Round]:
    """Those of the last that were closed which the viewer may see, the last one first."""
    rows = Round.objects.exclude(closed=None).select_related("project")
    last = rows.order_by("-closed", "-pk")[:MOST_CLOSED]
    return [one for one in last if READ_PROJECT.allows(viewer, one.project)]


def consultation(viewer: Viewer, pk: int) -> Consultation:
    """A round that the viewer may see. Raises Http404 and RefusedError."""
    row = Round.objects.select_related("project").filter(pk=pk).first()
    if row is None:
        raise Http404(str(pk))
    READ_PROJECT.check(viewer, row.project)
    return consultation_of(viewer, row)


def consultation_of(viewer: Viewer, row: Round) -> Consultation:
    procedure = procedure_of(row.project)
    kind = procedure.consultations[row.kind]
    is_open = row.closed is None and row.current
    return Consultation(
        row,
        kind.title,
        procedure.title,
        kind.audiences,
        row.length.get("basis", "") or kind.basis,
        max((row.last - viewer.today).days, 0) if is_open else -1,
    )


def published_materials(row: Round) -> list[tuple[Bilingual, Material]]:
    """What is published with a consultation: the newest version of each when it opened."""
    procedure = procedure_of(row.project)
    keys = procedure.consultations[row.kind].publishes
    found: dict[str, Material] = {}
    for one in row.project.materials.filter(material__in=keys).order_by("number"):
        if one.on <= row.opened or one.material not in found:
            found[one.material] = one
    return [(procedure.materials[key].title, found[key]) for key in keys if key in found]


def draft_material(row: Round) -> Material | None:
    """The text that is out for comments; None where a consultation is about something else."""
    texts = [one for _, one in published_materials(row) if one.sts]
    return texts[0] if texts else None


def later_drafts(row: Round) -> list[Material]:
    """The drafts from the one that was out to the newest one, in order."""
    first = draft_material(row)
    if first is None:
        return []
    later = Q(number__gt=first.number) & ~Q(sts="")
    keys = [one.id for one in procedure_of(row.project).materials.values() if one.text]
    return [first, *row.project.materials.filter(later, material__in=keys).order_by("number")]


def draft_of(material: Material) -> Draft:
    """Its places; parsed once, since a version never changes."""
    return _draft(material.sts.name)


def drafts_of(materials: Iterable[Material]) -> list[Draft]:
    return [draft_of(one) for one in materials]


@lru_cache(maxsize=KEPT)
def _draft(name: str) -> Draft:
    with default_storage.open(name, "rb") as file:
        return Draft.of(linked(sts.view(sts.parse(file.read()))))


def may_show_answers(row: Round, on: date) -> bool:
    """After closing the public sees numbers where the procedure's file shows the result or the draft."""
    shows = procedure_of(row.project).states[row.project.state].shows
    return row.closed is not None and row.closed <= on and bool({"result", "draft"} & set(shows))
