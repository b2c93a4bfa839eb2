"""After a review or at its end (复审、废止): confirmed, to be revised, withdrawn, expired."""

from dataclasses import replace
from datetime import date
from typing import Any

from guiju.apps.catalogue.models import Edition
from guiju.apps.development.models import Project
from guiju.apps.development.selectors.announcements import announcement_of
from guiju.apps.development.selectors.reviews_due import review_due_after
from guiju.apps.development.selectors.standards import wanted
from guiju.apps.development.services.publishing.context import StepContext
from guiju.apps.development.services.publishing.statements import published_of, said, say, tell
from guiju.core.errors import Bilingual
from guiju.core.procedures.case import Case
from guiju.core.records.identity import identity
from guiju.core.records.model import Relation


def edition_confirmed(project: Project, case: Case, context: StepContext) -> dict[str, Any]:
    """It goes on: the catalogue says since which review (继续有效).

    A reference sample that had expired may be used again.
    """
    edition, on = published_of(project), context.by.today
    before = said(edition.key)
    ended = "" if context.facts.get("valid_until") else before.withdrawn
    say(replace(before, reviewed=on.isoformat(), withdrawn=ended))
    tell(
        edition,
        Bilingual(
            f"{edition.display} 复审结论：继续有效（{on}）。",
            f"{edition.key} was reviewed and confirmed on {on}.",
        ),
    )
    due = review_due_after(edition, on, on)
    return {
        "edition": edition.key,
        "reviewed": on.isoformat(),
        "next_review": due.isoformat() if due else None,
    }


def revision_ordered(project: Project, case: Case, context: StepContext) -> dict[str, Any]:
    """It is to be revised (启动修订): `selectors.revisions` lists it until a project follows."""
    edition, on = published_of(project), context.by.today
    tell(
        edition,
        Bilingual(
            f"{edition.display} 复审结论：修订（{on}）。",
            f"{edition.key} was reviewed on {on}: it is to be revised.",
        ),
    )
    proposal = project.materials.filter(material="revision_proposal").last()
    return {"edition": edition.key, "proposal": proposal.pk if proposal else None}


def edition_withdrawn(project: Project, case: Case, context: StepContext) -> dict[str, Any]:
    """It ends on the day that was decided, perhaps in favour of another (废止)."""
    settled = case.facts.get("withdrawn_on", context.by.today.isoformat())
    replacement = wanted(project).replacement
    return _end(project, published_of(project), date.fromisoformat(settled), replacement)


def sample_expired(project: Project, case: Case, context: StepContext) -> dict[str, Any]:
    """A reference sample may be used no longer (标准样品过期)."""
    return _end(project, published_of(project), context.by.today, "")


def _end(project: Project, edition: Edition, on: date, replacement: str) -> dict[str, Any]:
    before = said(edition.key)
    key = identity(replacement).key if replacement else ""
    arrow = Relation(type="replaces", target=key, inverse=True, date=on.isoformat())
    arrows = (arrow,) if key and arrow not in before.relations else ()
    say(
        replace(
            before,
            withdrawn=on.isoformat(),
            announcement=before.announcement or announcement_of(project),
            relations=(*before.relations, *arrows),
        )
    )
    return {"edition": edition.key, "withdrawn": on.isoformat(), "replacement": key}
