"""Texts as this viewer may see them (标准文本)."""

from dataclasses import dataclass

from django.db.models import QuerySet

from guiju.apps.catalogue.models import Edition
from guiju.apps.library.models import Text
from guiju.apps.library.rules import READ_TEXT, WRITE_TEXT
from guiju.core.errors import NotFoundError
from guiju.web.viewer import Viewer


class NoTextError(NotFoundError):
    """The library has no text of it (未收录文本)."""

    code = "no_text"
    zh = "没有收录“{subject}”的文本，或者这个语言、这一版的文本没有收录。"
    en = "There is no text of “{subject}” in the library, or none in this language or version."


@dataclass(frozen=True, slots=True)
class Asked:
    """Which text of an edition: its language ("" any), its version (0 the one that counts)."""

    language: str = ""
    version: int = 0


def texts(viewer: Viewer) -> QuerySet[Text]:
    """All that the viewer may see, by number; the public sees what is published."""
    rows = Text.objects.select_related("edition__work")
    if WRITE_TEXT.allows(viewer):
        return rows
    return rows.filter(state=Text.State.PUBLISHED)


def published_texts(viewer: Viewer) -> QuerySet[Text]:
    """What is published, by number."""
    return texts(viewer).filter(state=Text.State.PUBLISHED)


def whole_texts(viewer: Viewer) -> QuerySet[Text]:
    """What is published and may be read whole, by number."""
    rows = published_texts(viewer)
    return rows if WRITE_TEXT.allows(viewer) else rows.filter(is_open=True)


def texts_of(viewer: Viewer, edition: Edition) -> list[Text]:
    """The texts of an edition, the newest version of each language first."""
    return list(texts(viewer).filter(edition=edition))


def text_for(viewer: Viewer, edition: Edition, asked: Asked, *, prefer: str) -> Text:
    """The text that is asked for; without a language the one in `prefer`, else in any other.

    The published version counts; for a cataloguer the newest where none is published.
    """
    rows = [one for one in texts_of(viewer, edition) if asked.language in ("", one.language)]
    if asked.version:
        rows = [one for one in rows if one.version == asked.version]
    rows.sort(key=lambda one: (one.language != prefer, one.state != Text.State.PUBLISHED))
    if not rows:
        raise NoTextError(edition.display)
    READ_TEXT.check(viewer, rows[0])
    return rows[0]


def beside(viewer: Viewer, text: Text, language: str) -> Text | None:
    """The published text of the same edition in another language, for a draft the newest one."""
    rows = [one for one in texts_of(viewer, text.edition) if one.language == language]
    rows.sort(key=lambda one: one.state != Text.State.PUBLISHED)
    return rows[0] if rows and language != text.language else None


def text_by_id(viewer: Viewer, pk: int) -> Text:
    found = texts(viewer).filter(pk=pk).first()
    if found is None:
        raise NoTextError(str(pk))
    return found


def newer_version(viewer: Viewer, text: Text) -> Text | None:
    """The newest version after this one that was not withdrawn, if the viewer may see it."""
    rows = texts(viewer).filter(edition=text.edition_id, language=text.language)
    later = rows.filter(version__gt=text.version).exclude(state=Text.State.WITHDRAWN)
    return later.order_by("version").last()


def texts_with_doubts(viewer: Viewer, edition: Edition) -> list[Text]:
    """The same with what the reader was unsure of (`doubts`), for those who keep texts."""
    rows = texts(viewer).filter(edition=edition)
    return list(rows.select_related("mended_from").prefetch_related("doubts"))


def other_editions(viewer: Viewer, text: Text) -> list[Text]:
    """Texts in the same language of other editions of the work, the newest edition first."""
    rows = published_texts(viewer).filter(
        edition__work=text.edition.work_id, language=text.language
    )
    return list(rows.exclude(edition=text.edition_id).order_by("-edition__year", "edition__sort"))


def is_example(edition: Edition) -> bool:
    """Nobody but an example source knows this standard (示例)."""
    sources = set(edition.statements.values_list("source__is_example", flat=True))
    return sources == {True}
