"""The editions that a pasted list of numbers means (批量编号), and what could not be found."""

from collections.abc import Iterable
from dataclasses import dataclass

from guiju.apps.catalogue.models import Edition, NumberKey, Work
from guiju.core.errors import InputError
from guiju.core.numbers import candidates, squash
from guiju.core.numbers.finding import find
from guiju.core.params import param
from guiju.core.records.identity import Identity, identity_of
from guiju.web.viewer import Viewer

_LONGEST_NUMBER = 60  # characters of a line that may be a number as a whole
Pair = tuple[str, Edition]  # as written, and what it means


class TooLongError(InputError):
    """More text than can be read at once (文本过长)."""

    code = "too_long"
    zh = "文本超过 {most} 个字符。请分几次粘贴。"
    en = "The text has more than {most} characters. Paste it in parts."


@dataclass(frozen=True, slots=True)
class Pasted:
    """Found numbers as written, with their editions; the numbers and lines that mean none."""

    found: tuple[Pair, ...]
    unknown: tuple[str, ...]
    without: tuple[str, ...]

    @property
    def editions(self) -> tuple[Edition, ...]:
        """Each edition once, in the order of the text."""
        return tuple({one.pk: one for _, one in self.found}.values())


def read_pasted(viewer: Viewer, text: str) -> Pasted:
    """Read all numbers in the text; a number without a year means the newest edition.

    A short line that holds none is itself tried as a sloppy number (gbt1.1).
    """
    most = param("watching.most_pasted", viewer.today)
    if len(text) > most:
        raise TooLongError(most=most)
    readings: dict[str, list[Identity]] = {}
    lines: dict[str, None] = {}
    for line in text.splitlines():
        numbers = find(line)
        for one in numbers:
            written = line[one.start : one.end].strip()
            readings.setdefault(written, [identity_of(one.number)])
        if not numbers and (words := line.strip()):
            lines[words] = None
            if len(words) <= _LONGEST_NUMBER:
                readings.setdefault(words, [identity_of(one) for one in candidates(words)])
    meant = _meant(readings)
    return Pasted(
        found=tuple((words, meant[words]) for words in readings if words in meant),
        unknown=tuple(words for words in readings if words not in meant and words not in lines),
        without=tuple(words for words in lines if words not in meant),
    )


def _meant(readings: dict[str, list[Identity]]) -> dict[str, Edition]:
    """By the words: the edition of that key, the newest of that work, then folded forms."""
    keys = {one.key for some in readings.values() for one in some}
    squashed = {squash(words) for words in readings} - {""}
    rows = Edition.objects.filter(key__in=keys).select_related("work")
    exact = {one.key: one for one in rows}
    works = _newest("key", keys)
    borne = _borne(squashed)
    folded = _newest("squash", squashed)
    meant = {}
    for words, some in readings.items():
        form = squash(words)
        tried = (
            *(exact.get(one.key) for one in some),
            *(works.get(one.key) for one in some),
            borne.get(form),
            folded.get(form),
        )
        if edition := next((one for one in tried if one is not None), None):
            meant[words] = edition
    return meant


def _borne(squashed: Iterable[str]) -> dict[str, Edition]:
    """The editions that bear folded forms; of several the newest is the likeliest."""
    rows = NumberKey.objects.filter(key__in=squashed).select_related("edition__work")
    return {one.key: one.edition for one in rows.order_by("edition__newest", "edition__year")}


def _newest(column: str, values: Iterable[str]) -> dict[str, Edition]:
    """The newest edition of works, by a column of theirs."""
    works = Work.objects.filter(**{f"{column}__in": values}).select_related("newest__work")
    return {getattr(work, column): work.newest for work in works if work.newest}
