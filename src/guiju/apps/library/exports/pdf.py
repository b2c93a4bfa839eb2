"""A text as PDF (PDF 下载): made once from our DOCX and kept; nobody waits long for it.

A request starts the making and waits some seconds. Whoever comes later finds it made, or is told
that it is being made. It goes on in a thread, so it needs no worker; what is lost with the process
is made again for the next who asks.
"""

import threading
from collections.abc import Callable

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from guiju import __version__
from guiju.apps.library.models import Text
from guiju.core.errors import GuijuError, StateError
from guiju.web import office

PATIENCE = 8.0  # seconds that a request waits
MOST_AT_ONCE = 6
_making: dict[str, "_Making"] = {}
_guard = threading.Lock()


class PdfBeingMadeError(StateError):
    """It takes longer than a request waits (正在生成)."""

    code = "pdf_being_made"
    zh = "“{subject}”的 PDF 正在生成，通常不到一分钟。本页会自动刷新；也可以稍后再点下载。"
    en = "The PDF of “{subject}” is being made, usually in less than a minute. This page reloads by itself; or come back later."


class PdfQueueError(StateError):
    """Too many PDF are being made (生成任务过多)."""

    code = "pdf_queue"
    zh = "正在生成的 PDF 太多，没有开始生成“{subject}”的 PDF。请几分钟后再试，或者改用 DOCX。"
    en = "Too many PDF are being made; that of “{subject}” was not begun. Try again in some minutes, or take DOCX."


class _Making(threading.Thread):
    """One PDF in the making."""

    def __init__(self, name: str, docx: Callable[[], bytes]) -> None:
        super().__init__(name=f"pdf {name}", daemon=True)
        self.kept, self.docx = name, docx
        self.error: Exception | None = None

    def run(self) -> None:
        try:
            made = office.pdf_of_docx(self.docx(), is_made=self._is_made)
            if not self._is_made():
                default_storage.save(self.kept, ContentFile(made))
        except Exception as error:
            self.error = error

    def _is_made(self) -> bool:
        """Another process may have been first."""
        return default_storage.exists(self.kept)


def pdf_of(text: Text, docx: Callable[[], bytes]) -> bytes:
    """The PDF of a text that the caller may read whole; `docx` writes what it is made from.

    Raises OfficeMissing, PdfBeingMadeError, PdfQueueError, and what the making raises.
    """
    name = f"texts/pdf/{__version__}/{text.pk}-{text.sts_digest[:16]}.pdf"
    if not default_storage.exists(name):
        office.program()
        making = _begun(name, docx, text)
        making.join(PATIENCE)
        if making.is_alive():
            raise PdfBeingMadeError(text.edition.display)
        _forget(making)
    with default_storage.open(name) as file:
        data: bytes = file.read()
        return data


def is_possible() -> bool:
    """Whether a link to a PDF leads to one."""
    return office.is_there()


def _begun(name: str, docx: Callable[[], bytes], text: Text) -> _Making:
    with _guard:
        found = _making.get(name)
        if found is None:
            for done in [one for one in _making.values() if not one.is_alive()]:
                del _making[done.kept]
            if len(_making) >= MOST_AT_ONCE:
                raise PdfQueueError(text.edition.display)
            found = _making[name] = _Making(name, docx)
            found.start()
        return found


def _forget(making: _Making) -> None:
    """What is made stands in the storage; a failure is told once, and the next who asks tries again."""
    with _guard:
        if _making.get(making.kept) is making:
            del _making[making.kept]
    if isinstance(making.error, GuijuError):
        raise making.error
    if making.error is not None:
        raise office.OfficeFailed(type(making.error).__name__) from making.error
