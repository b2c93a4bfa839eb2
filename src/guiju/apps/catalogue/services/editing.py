"""Our own statements (自有著录): cataloguers correct a record by saying what they know.

What other sources say is never touched. Our statement ranks before theirs; withdrawing it gives
them back the word. Each act is one event of the journal, which `taking.take` records.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import Q, QuerySet

from guiju.apps.catalogue.models import Edition, Source, Statement
from guiju.apps.catalogue.rules import EDIT_RECORDS
from guiju.apps.catalogue.selectors.facts import facts_of
from guiju.apps.catalogue.selectors.standard.around import OWN_SOURCE
from guiju.apps.catalogue.selectors.standard.fields import field_name, fields_of
from guiju.apps.catalogue.selectors.standard.life import sentence, status_of
from guiju.apps.catalogue.selectors.standard.shown import Shown, shown
from guiju.apps.catalogue.selectors.standard.sources import merged, words_of
from guiju.apps.catalogue.services.record_checks import checked
from guiju.apps.catalogue.services.taking import take, word_of
from guiju.core.errors import Bilingual, InputError, StateError
from guiju.core.records.identity import identity
from guiju.core.records.model import Record
from guiju.core.records.readers.own import from_line
from guiju.web.clashes import one_at_a_time
from guiju.web.viewer import Viewer

Values = tuple[str, ...]
Fields = dict[str, Values]
EDIT, WITHDRAW = "catalogue.edit_record", "catalogue.withdraw_edit"


class NoReasonError(InputError):
    """A change needs a reason (缺少理由)."""

    code = "no_reason"
    zh = "请写明修改理由，它会记入日志。"
    en = "Give the reason for the change; it goes into the journal."


class NothingChangedError(InputError):
    """The statement is as it was (没有变化)."""

    code = "nothing_changed"
    zh = "内容与已保存的著录相同，没有可保存的修改。"
    en = "This is what is already stored; there is nothing to save."


class EditedMeanwhileError(StateError):
    """Somebody else edited the record (已被他人修改)."""

    code = "edited_meanwhile"
    zh = "您打开之后，另一位编目员修改了“{subject}”的著录。请重新打开，核对后再改。"
    en = "Another cataloguer edited “{subject}” after you opened it. Open it again and look first."


class NothingToWithdrawError(StateError):
    """We say nothing of it (没有可撤回的著录)."""

    code = "nothing_to_withdraw"
    zh = "对“{subject}”没有可撤回的自有著录。"
    en = "There is no statement of ours about “{subject}” to withdraw."


@dataclass(frozen=True, slots=True)
class Own:
    """What we say of a number today: the record, and the digest by which a later change shows."""

    record: Record
    digest: str


@dataclass(frozen=True, slots=True)
class Preview:
    """What an edit will do: values that go and come, the state today, other standards that move."""

    fields: tuple[tuple[str, Values, Values], ...]
    before: Bilingual | None
    after: Bilingual
    moved: tuple[tuple[Shown, Shown], ...]


def own_statement(number: str) -> Own:
    """Our statement about a canonical number; an empty one where there is none."""
    row = Statement.objects.filter(source__slug=OWN_SOURCE, key=number[:240]).first()
    return Own(from_line(row.content), row.digest) if row else Own(Record(number=number), "")


def says_something(record: Record) -> bool:
    """Does the record say more than its number?"""
    return word_of(record, OWN_SOURCE).digest != word_of(Record(number=record.number), "").digest


@transaction.atomic
def edit_record(*, record: Record, seen: str, reason: str, by: Viewer) -> Edition:
    """Say this of the document, in place of what we said before. One event, action EDIT."""
    return _say(checked(record), seen=seen, reason=reason, by=by, action=EDIT)


@transaction.atomic
def withdraw_edit(*, edition: Edition, seen: str, reason: str, by: Viewer) -> Edition:
    """Take back what we said; the edition stays with what others say. One event, action WITHDRAW."""
    EDIT_RECORDS.check(by)
    if not says_something(own_statement(edition.key).record):
        raise NothingToWithdrawError(edition.key)
    return _say(Record(number=edition.key), seen=seen, reason=reason, by=by, action=WITHDRAW)


def preview_edit(*, record: Record, seen: str, by: Viewer, language: str) -> Preview:
    """What `edit_record` would do, found out by doing it and taking it all back."""
    with _taken_back():
        one = checked(record)
        around = _around(one)
        before_fields, before = _view(one.number, by.today, language)
        states = {row.key: shown(row, by.today) for row in around.order_by("sort")}
        _say(one, seen=seen, reason="-", by=by, action=EDIT)
        after_fields, after = _view(one.number, by.today, language)
        moved = [
            (states[row.key], now)
            for row in around.order_by("sort")
            if row.key in states and (now := shown(row, by.today)).state != states[row.key].state
        ]
    fields = tuple(_changes(before_fields, after_fields))
    assert after is not None  # noqa: S101 - it was just written
    return Preview(fields, before, after, tuple(moved))


def _changes(before: Fields, after: Fields) -> Iterator[tuple[str, Values, Values]]:
    """The fields that differ, each with the values that go and those that come."""
    for key in {**after, **before}:
        old, new = before.get(key, ()), after.get(key, ())
        gone = tuple(one for one in old if one not in new)
        come = tuple(one for one in new if one not in old)
        if key != "number" and (gone or come):
            yield field_name(key), gone, come


@contextmanager
def _taken_back() -> Iterator[None]:
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def _say(record: Record, *, seen: str, reason: str, by: Viewer, action: str) -> Edition:
    EDIT_RECORDS.check(by)
    if not reason.strip():
        raise NoReasonError()
    one_at_a_time(f"catalogue.record:{record.number}")
    if own_statement(record.number).digest != seen:
        raise EditedMeanwhileError(record.number)
    step = take(records=[record], source=own_source(), by=by, action=action, reason=reason.strip())
    if step.unchanged:
        raise NothingChangedError()
    return Edition.objects.select_related("work").get(key=record.number)


def own_source() -> Source:
    """The source of what cataloguers say."""
    names = {"name_zh": "编目员", "name_en": "Cataloguers", "rank": 0}
    return Source.objects.get_or_create(slug=OWN_SOURCE, defaults=names)[0]


def _around(record: Record) -> QuerySet[Edition]:
    """Other editions whose state may follow from this record."""
    said = (*record.relations, *own_statement(record.number).record.relations)
    keys = {identity(one.target).key for one in said}
    return Edition.objects.filter(
        Q(key__in=keys) | Q(work__key=identity(record.number).work)
    ).exclude(key=record.number)


def _view(number: str, today: date, language: str) -> tuple[Fields, Bilingual | None]:
    edition = Edition.objects.filter(key=number).first()
    if edition is None:
        return {}, None
    record = merged(edition, words_of(edition)).record
    status = status_of(facts_of([edition])[edition.pk], today)
    return fields_of(record, language), sentence(status)
