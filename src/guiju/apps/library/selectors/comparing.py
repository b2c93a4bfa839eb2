"""Two texts compared (文本比对)."""

from datetime import datetime
from functools import lru_cache

from guiju.apps.library.models import Text
from guiju.apps.library.rules import READ_WHOLE
from guiju.apps.library.selectors.documents import KEPT, document_by_name
from guiju.core.compare.documents import Aligned, Comparison, align, compared, redline_of
from guiju.core.errors import InputError
from guiju.web.viewer import Viewer


class OtherLanguageError(InputError):
    """Texts of two languages are not compared (语言不同)."""

    code = "other_language"
    zh = "“{subject}”与另一份文本语言不同，不能逐字比对。请选择同一语言的两份文本。"
    en = "“{subject}” is in another language than the other text. Choose two texts in one language."


def comparison_of(viewer: Viewer, old: Text, new: Text) -> Comparison:
    """What changed from the old text to the new one."""
    return compared(_aligned(*_names(viewer, old, new)))


def redline_file(viewer: Viewer, old: Text, new: Text, *, author: str, at: datetime) -> bytes:
    """The same as a DOCX with tracked changes."""
    return redline_of(_aligned(*_names(viewer, old, new)), author=author, date=at)


def _names(viewer: Viewer, old: Text, new: Text) -> tuple[str, str, str, str]:
    for one in (old, new):
        READ_WHOLE.check(viewer, one)
    if old.language != new.language:
        raise OtherLanguageError(old.edition.display)
    return str(old.sts.name), old.sts_digest, str(new.sts.name), new.sts_digest


@lru_cache(maxsize=KEPT)
def _aligned(old: str, old_digest: str, new: str, new_digest: str) -> Aligned:
    return align(document_by_name(old, old_digest), document_by_name(new, new_digest))
