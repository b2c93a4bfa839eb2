"""The doors to the text of a rule file (规则文件): begun, changed, submitted, withdrawn.

Each act is one transaction with one event. Who writes on an older version than the stored one is
told so. The reviewer's acts stand in `services.reviewing`.
"""

from hashlib import sha256
from typing import Any

from django.db import transaction
from django.utils import timezone

from guiju.apps.accounts.models import Organisation, User
from guiju.apps.catalogue.models import Edition
from guiju.apps.conformity.models import RuleFile, RuleFileStep, RuleFileVersion
from guiju.apps.conformity.rules.rule_files import (
    BEGIN_RULES,
    WITHDRAW_RULES,
    WRITE_RULES,
    WRITERS,
)
from guiju.apps.conformity.selectors.platform import platform_sets
from guiju.apps.conformity.selectors.rule_texts import read_rules, said_in
from guiju.apps.conformity.services.rule_file_errors import (
    BrokenFileError,
    EmptyFileError,
    FixedFileError,
    NoReasonError,
    NothingReplacedError,
    NotWithdrawableError,
    StaleFileError,
    TooLargeError,
)
from guiju.apps.journal.services import record
from guiju.core.params import param
from guiju.web.viewer import Viewer

_State, _Act = RuleFile.State, RuleFileStep.Act
OPEN = (_State.DRAFT, _State.RETURNED)
PLATFORM = "platform"


def add_rule_file(*, text: str, origin: str = "", by: Viewer) -> RuleFile:
    """Begin a draft; it may have problems as long as it is one."""
    BEGIN_RULES.check(by)
    text = checked_text(text, by)
    now = timezone.now()
    with transaction.atomic():
        file = RuleFile(
            organisation=Organisation.objects.get(pk=by.acting_for(*WRITERS) or 0),
            author=_person(by),
            origin=origin[:120],
            created=now,
        )
        _take(file, text)
        file.changed = now
        file.save()
        _version(file, text, by)
        _journal("add_rule_file", file, by, after=facts(file))
    return file


def change_rule_file(*, file: RuleFile, text: str, seen: int, by: Viewer) -> RuleFile:
    """Store the next version of a draft or of a returned file; the same text changes nothing.

    Raises StaleFileError where `seen` is no longer the newest version.
    """
    text = checked_text(text, by)
    with transaction.atomic():
        one = _locked(file, by)
        check_open(one)
        if one.versions.get(number=one.version).text == text:
            return one
        if one.version != seen:
            raise StaleFileError(str(one.version))
        before = facts(one)
        one.version += 1
        one.state = _State.DRAFT
        _take(one, text)
        one.changed = timezone.now()
        one.save()
        _version(one, text, by)
        _journal("change_rule_file", one, by, before=before, after=facts(one))
    return one


def submit_rule_file(
    *, file: RuleFile, seen: int, note: str = "", replaces: str = "", by: Viewer
) -> RuleFile:
    """Hand it to the reviewers: it must be without errors, and does not change any more.

    `replaces` names the set whose place it takes: the number of a rule file, or "platform".
    """
    with transaction.atomic():
        one = _locked(file, by)
        check_open(one)
        if one.version != seen:
            raise StaleFileError(str(one.version))
        text = one.versions.get(number=one.version).text
        if errors := read_rules(text).errors:
            raise BrokenFileError(str(len(errors)))
        before = facts(one)
        _take(one, text)
        one.replaces = _replaced(one, replaces)
        inherited = one.replaces is not None and one.replaces.replaces_platform
        one.replaces_platform = replaces == PLATFORM or inherited
        one.state = _State.SUBMITTED
        one.submitted, one.submitted_by_id = timezone.now(), by.user
        one.changed = one.submitted
        one.save()
        step(one, _Act.SUBMIT, by, note)
        _journal("submit_rule_file", one, by, before=before, after=facts(one), reason=note.strip())
    return one


def withdraw_rule_file(*, file: RuleFile, reason: str, by: Viewer) -> RuleFile:
    """Take it back: it judges no longer. Nothing is deleted."""
    WITHDRAW_RULES.check(by, file)
    if not reason.strip():
        raise NoReasonError()
    with transaction.atomic():
        one = RuleFile.objects.select_for_update().get(pk=file.pk)
        WITHDRAW_RULES.check(by, one)
        if one.state in (_State.WITHDRAWN, _State.REPLACED):
            raise NotWithdrawableError()
        before = facts(one)
        one.state = _State.WITHDRAWN
        one.changed = timezone.now()
        one.save()
        step(one, _Act.WITHDRAW, by, reason)
        _journal(
            "withdraw_rule_file", one, by, before=before, after=facts(one), reason=reason.strip()
        )
    return one


def facts(file: RuleFile) -> dict[str, Any]:
    """The record that the journal seals; the text by its digest."""
    return {
        "standard": file.standard,
        "version": file.version,
        "state": str(file.state),
        "since": file.since.isoformat() if file.since else "",
        "until": file.until.isoformat() if file.until else "",
        "organisation": file.organisation_id,
        "replaces": file.replaces_id or "",
        "replaces_platform": file.replaces_platform,
        "digest": next(
            iter(file.versions.filter(number=file.version).values_list("digest", flat=True)), ""
        ),
    }


def step(file: RuleFile, act: RuleFileStep.Act, by: Viewer, words: str) -> None:
    """What was done, for those who look at the file."""
    RuleFileStep.objects.create(
        file=file,
        act=act,
        version=file.version,
        by=_person(by),
        at=timezone.now(),
        words=words.strip(),
    )


def checked_text(text: str, by: Viewer) -> str:
    """The text as it is kept: plain line ends, no longer than a file may be."""
    most = param("rule_files.most_characters", by.today)
    plain = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
    plain = plain.encode("utf-8", "replace").decode()  # half a character cannot be stored
    if len(plain) > most:
        raise TooLargeError(str(len(plain)), most=most)
    if not plain.strip():
        raise EmptyFileError()
    return plain.rstrip("\n") + "\n"


def _person(by: Viewer) -> User:
    """Who acts: the rules let nobody through who has not signed in."""
    return User.objects.get(pk=by.user or 0)


def _locked(file: RuleFile, by: Viewer) -> RuleFile:
    one = RuleFile.objects.select_for_update().get(pk=file.pk)
    WRITE_RULES.check(by, one)
    return one


def check_open(file: RuleFile) -> None:
    """Only drafts and returned files are written on. Raises FixedFileError."""
    if file.state not in OPEN:
        words = {
            _State.SUBMITTED: "已经提交审查",
            _State.REVIEWED: "已经审查通过",
            _State.REPLACED: "已被代替",
            _State.WITHDRAWN: "已经撤回",
        }
        raise FixedFileError(words[_State(file.state)], state=file.state)


def _take(file: RuleFile, text: str) -> None:
    """What the lists show of the text."""
    said = said_in(text)
    file.standard, file.key, file.work = said.standard, said.key, said.work
    file.title_zh, file.title_en = said.title
    file.since, file.until, file.certainty = said.since, said.until, said.certainty
    file.edition = Edition.objects.filter(key=said.key).first() if said.key else None


def _version(file: RuleFile, text: str, by: Viewer) -> None:
    RuleFileVersion.objects.create(
        file=file,
        number=file.version,
        text=text,
        digest=sha256(text.encode()).hexdigest(),
        author=_person(by),
        at=file.changed,
    )


def _replaced(file: RuleFile, named: str) -> RuleFile | None:
    """The reviewed set that is named, which must be of the same edition."""
    if not named:
        return None
    if named == PLATFORM:
        if not any(one.key == file.key for one in platform_sets()):
            raise NothingReplacedError(file.standard)
        return None
    rows = RuleFile.objects.filter(key=file.key, state=_State.REVIEWED)
    found = rows.filter(pk=int(named)).first() if named.isdecimal() and len(named) < 19 else None
    if found is None:
        raise NothingReplacedError(named)
    return found


def _journal(act: str, file: RuleFile, by: Viewer, **more: Any) -> None:
    record(
        by=by,
        action=f"conformity.{act}",
        subject=f"conformity.rulefile:{file.pk}",
        organisation=file.organisation_id,
        **more,
    )
