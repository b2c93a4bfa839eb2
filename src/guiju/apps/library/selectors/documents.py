"""The tree of a stored text (文本树): read once and kept, since a stored text never changes."""

from dataclasses import replace
from functools import lru_cache

from django.core.files.storage import default_storage

from guiju.apps.library.models import Text
from guiju.apps.library.rules import READ_TEXT, READ_WHOLE
from guiju.core.documents import sts
from guiju.core.documents.model import Document
from guiju.core.documents.placing import Place, place
from guiju.core.documents.pointers import linked
from guiju.core.errors import NotFoundError
from guiju.web.viewer import Viewer

KEPT = 16
OPEN_TO_ALL = ("scope", "normative-references", "terms")


class NoSuchAddressError(NotFoundError):
    """The text has no such place (没有这个地址)."""

    code = "no_such_address"
    zh = "这份文本中没有地址“{subject}”。条用编号（5.4），表用 table-1；请核对。"
    en = "This text has no address “{subject}”. A clause is its number (5.4), a table table-1."


def sts_of(text: Text) -> bytes:
    """The stored file."""
    with text.sts.open("rb") as file:
        data: bytes = file.read()
        return data


def whole_document(viewer: Viewer, text: Text) -> Document:
    """All of it, for who may read all of it."""
    READ_WHOLE.check(viewer, text)
    return _document(text)


def readable_document(viewer: Viewer, text: Text) -> tuple[Document, bool]:
    """What this viewer may read of it, and whether that is all."""
    READ_TEXT.check(viewer, text)
    document = _document(text)
    if READ_WHOLE.allows(viewer, text):
        return document, True
    return open_part(document), False


def open_part(document: Document) -> Document:
    """What all may read of a text that is not open."""
    kept = tuple(one for one in document.sections if one.kind in OPEN_TO_ALL)
    return replace(document, sections=kept, footnotes=())


def place_in(document: Document, address: str) -> Place:
    """What stands at an address. Raises NoSuchAddressError."""
    found = place(document, address)
    if found is None:
        raise NoSuchAddressError(address[:200])
    return found


def _document(text: Text) -> Document:
    return document_by_name(str(text.sts.name), text.sts_digest)


@lru_cache(maxsize=KEPT)
def document_by_name(name: str, digest: str) -> Document:
    """The tree of a stored file, for selectors that have asked a rule; `digest` tells one from another."""
    with default_storage.open(name) as file:
        return linked(sts.view(sts.parse(file.read())))
