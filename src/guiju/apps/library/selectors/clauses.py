"""Clause search (条款检索): clauses of published texts, as this viewer may read them."""

from dataclasses import replace
from pathlib import Path

from django.conf import settings

from guiju.apps.library.models import PassageTask, Text
from guiju.apps.library.rules import WRITE_TEXT
from guiju.core import numbers
from guiju.core.errors import InputError, StateError
from guiju.search import Reader
from guiju.search.errors import IndexMissing, IndexOutdated
from guiju.search.passages import Found, Query, find
from guiju.web.viewer import Viewer

_reader: Reader | None = None


class ClausesNotReadyError(StateError):
    """There is no index of passages yet (条款索引尚未建立)."""

    code = "clauses_not_ready"
    zh = "条款检索的检索索引正在建立，请稍候几分钟再试；阅读文本不受影响。"
    en = "The search index of clauses is being built; try again in a few minutes. Texts can be read meanwhile."


class NothingAskedError(InputError):
    """Neither words nor a standard (没有检索条件)."""

    code = "nothing_asked"
    zh = "请给出 q（在全部文本中检索）或者 number（列出一份文本的条款）。"
    en = "Give q to look in all texts, or number to list the passages of one."


def index_root() -> Path:
    """Beside the catalogue's index, in a folder of its own."""
    return Path(settings.GUIJU_INDEX) / "passages"


def reader() -> Reader:
    """The one reader of this process; it follows commits and rebuilds by itself."""
    global _reader  # noqa: PLW0603 - one a process
    if _reader is None or _reader.root != index_root():
        _reader = Reader(index_root())
    return _reader


def find_clauses(viewer: Viewer, query: Query) -> Found:
    """The page of hits with total and counts; the text is also read as the number of a standard.

    Of a text that is not open the public finds what it may read of it. What was taken back is
    left out at once, also before the index has taken it.
    """
    if not query.text:
        return Found(total=0, hits=())
    asked = replace(
        query,
        written=_as_number(query.text),
        whole=WRITE_TEXT.allows(viewer),
        without=_taken_back(),
    )
    try:
        return find(reader(), asked)
    except (IndexMissing, IndexOutdated) as error:
        raise ClausesNotReadyError from error


def _as_number(text: str) -> tuple[str, ...]:
    """gbt5009.22 is GB/T 5009.22; nothing that has other letters and digits."""
    read = map(numbers.canonical, numbers.candidates(text)[:1])
    return tuple(one for one in read if numbers.squash(one) == numbers.squash(text))


def _taken_back() -> tuple[int, ...]:
    """Texts that wait for the index and are no longer published."""
    waiting = Text.objects.filter(pk__in=PassageTask.objects.values("text"))
    rows = waiting.exclude(state=Text.State.PUBLISHED).order_by("pk")
    return tuple(rows.values_list("pk", flat=True))
