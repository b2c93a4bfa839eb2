"""The doors of the library (标准文本): a text comes in, is published, is withdrawn.

Nothing is changed or deleted: a new version supersedes the one before when it is published.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import PurePath
from typing import Any, NamedTuple

from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from guiju.apps.catalogue.models import Edition
from guiju.apps.catalogue.services.bulk import insert
from guiju.apps.journal.services import record as journal
from guiju.apps.library.models import Doubt, Image, Mark, Passage, TermEntry, Text
from guiju.apps.library.rules import WRITE_TEXT
from guiju.apps.library.services import parts
from guiju.apps.library.services.errors import (
    EmptyTextError,
    NoLanguageError,
    NoReasonError,
    NotADraftError,
    NotWithdrawableError,
)
from guiju.apps.library.services.index_tasks import texts_changed
from guiju.core.documents import model, sts
from guiju.core.documents.reading import read
from guiju.core.documents.sniffing import format_of
from guiju.core.records.identity import identity
from guiju.web.clashes import one_at_a_time
from guiju.web.stored import stored_files
from guiju.web.viewer import Viewer

_State = Text.State


def add_text(
    *, edition: Edition, data: bytes, name: str, language: str = "", is_open: bool, by: Viewer
) -> Text:
    """Read a file and keep it as a draft; the same file again changes nothing.

    The same file is one that was added to this edition in this language and not withdrawn.
    """
    WRITE_TEXT.check(by, edition)
    given = _given(data, name, language)
    with versions_turn(edition, given.language) as files:
        text, is_new = _kept(edition, given, files, is_open=is_open, by=by)
        if is_new:
            journal_act("add_text", text, by, after=facts(text))
    return text


def take_text(
    *, edition: Edition, data: bytes, name: str, language: str = "", is_open: bool, by: Viewer
) -> Text:
    """What `add_text` does, inside the transaction of an act that has its own event."""
    given = _given(data, name, language)
    with versions_turn(edition, given.language) as files:
        return _kept(edition, given, files, is_open=is_open, by=by)[0]


class _Given(NamedTuple):
    """A file as it was handed in, and what was read from it."""

    name: str
    data: bytes
    digest: str
    language: str
    reading: model.Reading


def _given(data: bytes, name: str, language: str) -> _Given:
    name = PurePath(name).name[:200]
    reading = read(data, name)
    document = reading.document
    language = language or document.meta.language[:2]
    if language not in Text.Language.values:
        raise NoLanguageError(name)
    if not any(one.label for one in document.sections):
        raise EmptyTextError(name)
    return _Given(name, data, sha256(data).hexdigest(), language, reading)


def _kept(
    edition: Edition, given: _Given, files: list[Any], *, is_open: bool, by: Viewer
) -> tuple[Text, bool]:
    """The text of a file, a draft, and whether it is new."""
    known = Text.objects.filter(edition=edition, language=given.language, digest=given.digest)
    if same := known.exclude(state=_State.WITHDRAWN).first():
        return same, False
    new = Text(
        edition=edition,
        language=given.language,
        name=given.name,
        digest=given.digest,
        is_open=is_open,
    )
    return new_version(new, given.reading, given.data, files, by=by), True


def publish_text(*, text: Text, by: Viewer) -> Text:
    """Let all read it; the version that was published before is superseded."""
    WRITE_TEXT.check(by, text)
    with transaction.atomic():
        before = facts(Text.objects.select_for_update().get(pk=text.pk))
        one = make_public(text)
        journal_act("publish_text", one, by, before=before, after=facts(one))
    return one


def make_public(text: Text) -> Text:
    """What `publish_text` does, inside the transaction of an act that has its own event."""
    one = Text.objects.select_for_update().get(pk=text.pk)
    if one.state != _State.DRAFT:
        raise NotADraftError(title_of(one))
    rows = Text.objects.filter(edition=one.edition_id, language=one.language)
    before_it = list(rows.filter(state=_State.PUBLISHED).values_list("pk", flat=True))
    rows.filter(pk__in=before_it).update(state=_State.SUPERSEDED)
    one.state, one.published = _State.PUBLISHED, timezone.now()
    one.save(update_fields=["state", "published"])
    texts_changed([*before_it, one.pk])
    return one


def open_texts(edition: Edition, language: str) -> list[Text]:
    """Let all read the whole of a text that is published, inside the transaction of an act."""
    rows = Text.objects.select_for_update().filter(edition=edition, state=_State.PUBLISHED)
    rows = rows.filter(language=language)
    closed = list(rows.filter(is_open=False).order_by("pk"))
    for one in closed:
        one.is_open = True
        one.save(update_fields=["is_open"])
    texts_changed([one.pk for one in closed])
    return closed


def take_back(edition: Edition, language: str) -> list[Text]:
    """Withdraw an edition's texts in a language, inside the transaction of an act."""
    states = (_State.DRAFT, _State.PUBLISHED)
    rows = Text.objects.select_for_update().filter(edition=edition, language=language)
    found = list(rows.filter(state__in=states).order_by("pk"))
    Text.objects.filter(pk__in=[one.pk for one in found]).update(state=_State.WITHDRAWN)
    texts_changed([one.pk for one in found])
    return found


def withdraw_text(*, text: Text, reason: str, by: Viewer) -> Text:
    """Take it back: only cataloguers read it from now on. It stays in the library."""
    WRITE_TEXT.check(by, text)
    if not reason.strip():
        raise NoReasonError()
    with transaction.atomic():
        one = Text.objects.select_for_update().get(pk=text.pk)
        if one.state not in (_State.DRAFT, _State.PUBLISHED):
            raise NotWithdrawableError(title_of(one))
        before = facts(one)
        one.state = _State.WITHDRAWN
        one.save(update_fields=["state"])
        texts_changed([one.pk])
        journal_act(
            "withdraw_text", one, by, before=before, after=facts(one), reason=reason.strip()
        )
    return one


def title_of(text: Text) -> str:
    return f"{text.edition.display} ({text.language}, {text.version})"


def facts(text: Text) -> dict[str, Any]:
    """The record that the journal seals."""
    return {
        "edition": text.edition.key,
        "language": text.language,
        "version": text.version,
        "state": str(text.state),
        "is_open": text.is_open,
        "format": text.format,
        "digest": text.digest,
        "sts_digest": text.sts_digest,
    }


def journal_act(act: str, text: Text, by: Viewer, **more: Any) -> None:
    """The one event of an act on a text."""
    journal(by=by, action=f"library.{act}", subject=f"library.text:{text.pk}", **more)


@contextmanager
def versions_turn(edition: Edition, language: str) -> Iterator[list[Any]]:
    """One transaction and one act at a time on the versions of a text; what fails leaves no file."""
    with stored_files() as files, transaction.atomic():
        one_at_a_time(f"library.text:{edition.pk}:{language}")
        yield files


def new_version(
    text: Text, reading: model.Reading, data: bytes, files: list[Any], *, by: Viewer
) -> Text:
    """Store a text as the next version, a draft, inside its turn; the caller journals it."""
    same = Text.objects.filter(edition=text.edition_id, language=text.language)
    stored = reading.sts or sts.write(reading.document)
    text.version = (same.aggregate(last=Max("version"))["last"] or 0) + 1
    text.title = dict(reading.document.meta.titles).get(text.language, "")
    text.format = format_of(data, text.name)
    text.places = reading.places
    text.sts_digest = sha256(stored).hexdigest()
    text.added, text.added_by_id = timezone.now(), by.user
    text.original.save(f"{text.digest[:16]}.bin", ContentFile(data), save=False)
    files.append(text.original)
    text.sts.save(f"{text.digest[:16]}.xml", ContentFile(stored), save=False)
    files.append(text.sts)
    text.save()
    _rows(text, reading, files)
    return text


def _rows(text: Text, reading: model.Reading, files: list[Any]) -> None:
    document = _stored_document(text, reading)
    passages = Passage.objects.bulk_create(parts.passages(text, document), batch_size=500)
    insert(Mark, ("passage", "value", "text"), parts.marks(passages))
    TermEntry.objects.bulk_create(parts.terms(text, document), batch_size=500)
    doubts = list(parts.doubts(text, reading))
    if (other := _other_number(text, document, len(doubts) + 1)) is not None:
        doubts.append(other)
    Doubt.objects.bulk_create(doubts, batch_size=500)
    for name, data in reading.images.items():
        image = Image(text=text, name=name[:300])
        image.file.save(f"{sha256(data).hexdigest()[:16]}.bin", ContentFile(data), save=False)
        files.append(image.file)
        image.save()


def _stored_document(text: Text, reading: model.Reading) -> model.Document:
    """The tree of the stored file; a file that is stored as it came in was read already."""
    if reading.sts:
        return reading.document
    with text.sts.open("rb") as stored:
        return sts.view(sts.parse(stored.read()))


def _other_number(text: Text, document: model.Document, order: int) -> Doubt | None:
    """The cover names another number than the record under which it is stored."""
    written = document.meta.number
    if not written or identity(written).key == text.edition.key:
        return None
    return Doubt(
        text=text,
        order=order,
        code="other-number",
        zh=f"封面编号是“{written}”，与名录中的“{text.edition.display}”不同。请核对是否收录到了正确的标准。",
        en=f"The cover bears the number “{written}”, the record “{text.edition.display}”. Check that this is the right standard.",
        words=written,
    )
