"""The drafts of a project as texts (草案文本): read, checked, compared, written in other formats."""

from datetime import date
from functools import lru_cache

from django.http import Http404

from guiju.apps.development.models import Material, Project
from guiju.apps.library.selectors.documents import KEPT, document_by_name
from guiju.core.compare.documents import Comparison, align, compared
from guiju.core.documents.model import Document
from guiju.core.drafting.checking import check
from guiju.core.drafting.finding import Report
from guiju.core.drafting.modes import Mode
from guiju.core.procedures.model import Procedure


def material_of(project: Project, number: int) -> Material:
    """A version of a material of the project."""
    row: Material | None = project.materials.filter(number=number).first()
    if row is None:
        raise Http404(str(number))
    return row


def text_of(project: Project, number: int) -> Material:
    """A version that could be read as a text."""
    row = material_of(project, number)
    if not row.sts:
        raise Http404(str(number))
    return row


def draft(row: Material) -> Document:
    """The tree of a draft."""
    return document_by_name(str(row.sts.name), row.digest)


def sts_bytes(row: Material) -> bytes:
    with row.sts.open("rb") as file:
        data: bytes = file.read()
        return data


def mode_for(row: Material) -> Mode:
    """What is handed in for approval is measured as such, everything before it as a draft."""
    return "submission" if row.material in ("approval_draft", "standard_text") else "draft"


def check_of(row: Material, on: date) -> Report:
    """What breaks a rule of drafting in a draft."""
    return _checked(str(row.sts.name), row.digest, mode_for(row), on)


@lru_cache(maxsize=KEPT)
def _checked(name: str, digest: str, mode: Mode, on: date) -> Report:
    return check(document_by_name(name, digest), mode=mode, on=on)


def comparison(old: Material, new: Material) -> Comparison:
    """What changed from one draft to another."""
    names = (str(old.sts.name), old.digest, str(new.sts.name), new.digest)
    return _compared(*names)


@lru_cache(maxsize=KEPT)
def _compared(old: str, old_digest: str, new: str, new_digest: str) -> Comparison:
    return compared(align(document_by_name(old, old_digest), document_by_name(new, new_digest)))


def texts_of(project: Project, procedure: Procedure) -> list[Material]:
    """Every draft of the project, the newest first."""
    kinds = [one.id for one in procedure.materials.values() if one.text]
    rows = project.materials.filter(material__in=kinds).exclude(sts="")
    return list(rows.order_by("-number"))


def published(project: Project, procedure: Procedure) -> dict[str, Material]:
    """What consultations have made public: of each material the version of the day of opening."""
    rows = list(project.materials.order_by("number"))
    found: dict[str, Material] = {}
    for held in project.rounds.all():
        for kind in procedure.consultations[held.kind].publishes:
            for row in rows:
                if row.material == kind and row.on <= held.opened:
                    found[kind] = row
    return found
