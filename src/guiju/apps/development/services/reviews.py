"""Reviews begin by themselves (到期复审): by the worker, or by `open_due_reviews` on the command line."""

from typing import NamedTuple

from django.db import transaction

from guiju.apps.development.models import Project
from guiju.apps.development.selectors.reviews_due import REVIEW, DueReview, reviews_due
from guiju.apps.development.services.errors import NoBodyError
from guiju.apps.development.services.starting import start_project
from guiju.core.errors import Bilingual
from guiju.core.procedures.files.rulebook import procedure
from guiju.web.clashes import one_at_a_time
from guiju.web.viewer import Viewer


class Begun(NamedTuple):
    """The reviews that were begun, and those that cannot be, with the reason, by edition."""

    projects: list[Project]
    refused: dict[str, Bilingual]


def open_due_reviews(*, by: Viewer) -> Begun:
    """Begin every review that is due on the viewer's day; the same again begins none.

    Each is an act of its own. One for which nobody is appointed to decide is told, and waits.
    """
    begun = Begun([], {})
    for one in reviews_due(by.today):
        try:
            project = _begin(one, by)
        except NoBodyError as error:
            begun.refused[one.edition.key] = error.sentence
            continue
        if project is not None:
            begun.projects.append(project)
    return begun


@transaction.atomic
def _begin(one: DueReview, by: Viewer) -> Project | None:
    one_at_a_time(f"development.review:{one.edition.pk}")
    running = Project.objects.filter(procedure=REVIEW, ended=False, edition=one.edition)
    if running.exists():
        return None
    asked = procedure(REVIEW, by.today).asks
    return start_project(
        procedure_id=REVIEW,
        title_zh=one.edition.title_zh or one.edition.display,
        title_en=one.edition.title_en,
        committee=one.committee,
        facts={"document": one.document} if "document" in asked else {},
        edition=one.edition,
        by_law=True,
        by=by,
    )
