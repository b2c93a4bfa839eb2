"""A text as a file (下载): in every format that can be written, and the file that was handed in."""

from typing import NamedTuple

from guiju.apps.catalogue.address import slug_of
from guiju.apps.library.exports import pdf
from guiju.apps.library.models import Text
from guiju.apps.library.rules import READ_WHOLE
from guiju.apps.library.selectors.documents import sts_of, whole_document
from guiju.apps.library.selectors.images import bytes_of, images_of
from guiju.core.documents.model import Reading
from guiju.core.documents.writing import write
from guiju.web.viewer import Viewer

FORMS = (
    ("sts.xml", "NISO STS"),
    ("docx", "DOCX"),
    ("md", "Markdown"),
    ("html", "HTML"),
    ("json", "JSON"),
    ("txt", "TXT"),
)
MIMES = {
    "sts.xml": "application/xml",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "md": "text/markdown; charset=utf-8",
    "html": "text/html; charset=utf-8",
    "json": "application/json",
    "txt": "text/plain; charset=utf-8",
}


class File(NamedTuple):
    """A file to be sent; `name` is plain ASCII."""

    name: str
    mime: str
    data: bytes


def forms_offered() -> tuple[tuple[str, str], ...]:
    """The forms for which there is a link; PDF where it can be made."""
    return (*FORMS, ("pdf", "PDF")) if pdf.is_possible() else FORMS


def file_of(viewer: Viewer, text: Text, form: str) -> File | None:
    """The file of a form; None where there is no such form."""
    READ_WHOLE.check(viewer, text)
    stem = stem_of(text)
    if form == "original":
        with text.original.open("rb") as file:
            return File(_ascii(text.name) or f"{stem}.bin", "application/octet-stream", file.read())
    if form not in (*MIMES, "pdf"):
        return None
    reading = Reading(
        document=whole_document(viewer, text),
        sts=sts_of(text),
        images={one.name: bytes_of(one) for one in images_of(text)},
    )
    name = f"{stem}.{form}"
    if form == "pdf":
        made = pdf.pdf_of(text, lambda: write(reading, f"{stem}.docx"))
        return File(name, "application/pdf", made)
    return File(name, MIMES[form], write(reading, name))


def stem_of(text: Text) -> str:
    """The start of the name of every file of a text."""
    return _ascii(slug_of(text.edition.key).replace("/", "")) + f".{text.language}"


def _ascii(name: str) -> str:
    """What a header can carry."""
    return "".join(one for one in name if one.isascii() and (one.isalnum() or one in "._-"))
