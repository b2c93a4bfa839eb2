"""Texts are published and opened, standards are filed and declared (文本公开、备案、自我声明)."""

from dataclasses import replace
from typing import Any

from guiju.apps.catalogue.models import Edition
from guiju.apps.development.models import Project
from guiju.apps.development.services.numbering import assign_filing_number
from guiju.apps.development.services.publishing.context import StepContext
from guiju.apps.development.services.publishing.statements import published_of, said, say
from guiju.apps.library.models import Text
from guiju.apps.library.services.texts import make_public, open_texts, take_text
from guiju.core.numbers.sequences import numbered_beside
from guiju.core.procedures.case import Case
from guiju.web.viewer import Viewer

# The text as published comes before the draft that was approved.
TEXTS = ("standard_text", "approval_draft")


def publish_text_of(
    project: Project, edition: Edition, *, language: str, is_open: bool, by: Viewer
) -> Text | None:
    """The project's text as a published text of the library; None where none could be read."""
    for name in TEXTS:
        last = project.materials.filter(material=name).exclude(sts="").last()
        if last is None:
            continue
        with last.file.open("rb") as file:
            data = file.read()
        text = take_text(
            edition=edition, data=data, name=last.name, language=language, is_open=is_open, by=by
        )
        return make_public(text) if text.state == Text.State.DRAFT else text
    return None


def text_opened(project: Project, case: Case, context: StepContext) -> dict[str, Any]:
    """All may read the whole text (公开文本)."""
    edition = published_of(project)
    language = "en" if numbered_beside(project.procedure) == "language" else "zh"
    opened = open_texts(edition, language)
    return {"edition": edition.key, "texts": [one.pk for one in opened]}


def filed(project: Project, case: Case, context: StepContext) -> dict[str, Any]:
    """It is filed, and the catalogue says under which number (备案)."""
    number = assign_filing_number(project, context.by.today, context.transition)
    edition = published_of(project)
    say(replace(said(edition.key), filing_number=number))
    return {"edition": edition.key, "filing_number": number}


def self_declared(project: Project, case: Case, context: StepContext) -> dict[str, Any]:
    """The body declares to the public that it carries the standard out (自我声明公开)."""
    on = context.by.today.isoformat()
    project.form = {**project.form, "self_declared": on}
    project.save(update_fields=["form"])
    return {"edition": published_of(project).key, "on": on}
