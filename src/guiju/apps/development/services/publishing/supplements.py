"""Amendments, corrigenda, interpretations (修改单、勘误、解释) of an edition that stands."""

from typing import Any

from guiju.apps.catalogue.models import Edition
from guiju.apps.development.models import Project
from guiju.apps.development.selectors.announcements import announcement_of
from guiju.apps.development.services.numbering import assign_supplement_number
from guiju.apps.development.services.publishing.context import StepContext
from guiju.apps.development.services.publishing.statements import said, say, subject_of, tell
from guiju.apps.development.services.publishing.texts import publish_text_of
from guiju.core.errors import Bilingual
from guiju.core.procedures.case import Case
from guiju.core.records.model import Record, Relation


def amendment_published(project: Project, case: Case, context: StepContext) -> dict[str, Any]:
    """An amendment with its own day of effect: the text in force is the base with it (修改单)."""
    return _published(project, case, context, "XG", "amends")


def corrigendum_published(project: Project, case: Case, context: StepContext) -> dict[str, Any]:
    """A corrigendum: it changes no requirement (勘误)."""
    return _published(project, case, context, "Cor", "corrects")


def interpretation_published(project: Project, case: Case, context: StepContext) -> dict[str, Any]:
    """An official interpretation, of the force of the text; the project's page shows it (解释)."""
    edition, on = subject_of(project), context.by.today
    tell(
        edition,
        Bilingual(
            f"{edition.display} 的解释“{project.title_zh}”已发布（{on}）。",
            f"An interpretation of {edition.key}, “{project.title_en or project.title_zh}”, was published on {on}.",
        ),
    )
    return {"edition": edition.key, "on": on.isoformat()}


def _published(
    project: Project, case: Case, context: StepContext, kind: str, relation: str
) -> dict[str, Any]:
    base, on = _base(subject_of(project)), context.by.today.isoformat()
    number = assign_supplement_number(project, context.by.today, kind)
    before = said(number)
    record = Record(
        number=number,
        titles={"zh": project.title_zh, "en": project.title_en}
        if project.title_en
        else {"zh": project.title_zh},
        issued=before.issued or on,
        effective=case.facts.get("in_force_on", on),
        announcement=announcement_of(project),
        committees=(project.committee.key,) if project.committee else (),
        relations=(Relation(type=relation, target=base),),
        extra={"project": project.pk},
    )
    edition = say(record)
    text = publish_text_of(project, edition, language="zh", is_open=False, by=context.by)
    return {
        "edition": edition.key,
        "base": base,
        "effective": record.effective,
        "text": text.digest if text else "",
    }


def _base(edition: Edition) -> str:
    return edition.base_key or edition.key
