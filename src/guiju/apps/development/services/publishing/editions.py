"""An edition is published (发布标准): into the catalogue, and its text into the library."""

from dataclasses import replace
from typing import Any

from guiju.apps.catalogue.models import Edition
from guiju.apps.development.models import Project
from guiju.apps.development.selectors.announcements import announcement_of
from guiju.apps.development.selectors.bodies import roles_in
from guiju.apps.development.selectors.replaced import replaced_numbers
from guiju.apps.development.selectors.standards import Wanted, wanted
from guiju.apps.development.services.number_errors import NumberTakenError
from guiju.apps.development.services.publishing.context import StepContext
from guiju.apps.development.services.publishing.errors import NoNumberError
from guiju.apps.development.services.publishing.statements import said, say
from guiju.apps.development.services.publishing.texts import publish_text_of
from guiju.core.numbers.giving import double_number
from guiju.core.procedures.case import Case
from guiju.core.records.identity import identity
from guiju.core.records.model import Record, Relation


def edition_published(project: Project, case: Case, context: StepContext) -> dict[str, Any]:
    """The catalogue gets the edition with its relations, the library its text.

    Status follows from the dates: on its day the old editions are superseded without any act. The
    same project makes one edition, however often it is published.
    """
    if not project.number:
        raise NoNumberError(project.title_zh)
    before = said(project.number)
    owner = before.extra.get("project")
    if owner is not None and owner != project.pk:
        raise NumberTakenError(project.number)
    record = record_of(project, case, context)
    if owner is not None:
        record = replace(record, issued=before.issued)
    edition = say(record)
    if project.edition_id != edition.pk:
        project.edition = edition
        project.save(update_fields=["edition"])
    text = publish_text_of(
        project, edition, language="zh", is_open=wanted(project).is_open, by=context.by
    )
    return {
        "edition": edition.key,
        "issued": record.issued,
        "effective": record.effective,
        "again": owner is not None,
        "relations": [[one.type, one.target] for one in record.relations],
        "text": text.digest if text else "",
    }


def record_of(project: Project, case: Case, context: StepContext) -> Record:
    """The record of the edition, as the project makes it."""
    on = context.by.today.isoformat()
    given = wanted(project)
    titles = {"zh": project.title_zh, "en": project.title_en}
    own, *beside = project.number.split("/DB")
    joint = tuple(("joint", f"DB{one}") for one in beside)
    return Record(
        number=_number(own, given),
        other_numbers=joint,
        titles={language: text for language, text in titles.items() if text},
        kind=given.category,
        issued=on,
        effective=case.facts.get("in_force_on", on),
        announcement=announcement_of(project),
        plan_number=project.plan_number,
        ics=given.ics,
        ccs=given.ccs,
        committees=(project.committee.key,) if project.committee else (),
        roles=roles_in(project, context.transition, given, context.by.today),
        relations=_relations(project, given),
        languages=("zh",),
        keywords=given.keywords,
        extra={"project": project.pk},
    )


def _number(own: str, given: Wanted) -> str:
    """An identical adoption bears both numbers on its cover (双编号)."""
    identical = [number for number, degree in given.adopts if degree == "IDT"]
    return double_number(own, identical[0]) if identical else own


def _relations(project: Project, given: Wanted) -> tuple[Relation, ...]:
    whole, partly = replaced_numbers(project, given)
    own = identity(project.number).key
    return (
        *(Relation(type="replaces", target=one) for one in whole if one != own),
        *(Relation(type="replaces", target=one, whole=False) for one in partly),
        *(Relation(type="adopts", target=one, degree=degree) for one, degree in given.adopts),
        *(Relation(type="converted_from", target=one) for one in given.transposes),
    )


def replaced_editions(project: Project) -> list[Edition]:
    """The editions that it replaces whole, as they stand."""
    whole, _ = replaced_numbers(project, wanted(project))
    return list(Edition.objects.filter(key__in=whole).order_by("sort"))
