"""A draft of a project in other formats (草案下载)."""

from typing import NamedTuple

from guiju.apps.development.models import Material
from guiju.apps.development.selectors.workspace_texts import draft, sts_bytes
from guiju.apps.library.exports.files import FORMS, MIMES
from guiju.core.documents.model import Reading
from guiju.core.documents.writing import write

__all__ = ["FORMS", "Made", "draft_file"]


class Made(NamedTuple):
    """A file to be sent."""

    mime: str
    data: bytes


def draft_file(row: Material, form: str) -> Made | None:
    """The file of a form; None where there is no such form."""
    if form not in MIMES:
        return None
    reading = Reading(document=draft(row), sts=sts_bytes(row))
    return Made(MIMES[form], write(reading, f"draft.{form}"))
