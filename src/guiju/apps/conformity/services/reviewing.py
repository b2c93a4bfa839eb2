"""The reviewer's acts (审查): a rule set is accepted and judges from then on, or is returned."""

from django.db import transaction
from django.urls import reverse
from django.utils import timezone, translation

from guiju.apps.accounts.services.notices import notify
from guiju.apps.conformity.models import RuleFile, RuleFileStep
from guiju.apps.conformity.rules.rule_files import REVIEW_RULES
from guiju.apps.conformity.selectors.platform import platform_sets
from guiju.apps.conformity.selectors.rule_sets import overlap
from guiju.apps.conformity.services.rule_file_errors import (
    NoReasonError,
    NotSubmittedError,
    OverlapError,
    StaleFileError,
)
from guiju.apps.conformity.services.rule_files import facts, step
from guiju.apps.journal.services import record
from guiju.core.errors import Bilingual
from guiju.web.clashes import one_at_a_time
from guiju.web.viewer import Viewer

_State, _Act = RuleFile.State, RuleFileStep.Act


def accept_rule_file(*, file: RuleFile, seen: int, note: str = "", by: Viewer) -> RuleFile:
    """It judges officially from now on; what it replaces does so no longer.

    Raises OverlapError where another reviewed set of the edition would judge on the same days.
    """
    REVIEW_RULES.check(by, file)
    with transaction.atomic():
        one_at_a_time(f"conformity.rule_files:{file.key}")
        one = _submitted(file, seen, by)
        _check_alone(one)
        before = facts(one)
        one.state = _State.REVIEWED
        one.reviewed, one.reviewed_by_id = timezone.now(), by.user
        one.changed = one.reviewed
        one.save()
        step(one, _Act.ACCEPT, by, note)
        replaced = one.replaces
        if replaced is not None and replaced.state == _State.REVIEWED:
            replaced.state, replaced.changed = _State.REPLACED, one.changed
            replaced.save(update_fields=["state", "changed"])
            step(replaced, _Act.REPLACE, by, "")
        _tell(one, "accept", Bilingual("已通过审查，用于正式判定", "was accepted and judges"), note)
        _journal("accept_rule_file", one, by, before, note)
    return one


def return_rule_file(*, file: RuleFile, seen: int, reason: str, by: Viewer) -> RuleFile:
    """Back to its authors, with the reason."""
    REVIEW_RULES.check(by, file)
    if not reason.strip():
        raise NoReasonError()
    with transaction.atomic():
        one = _submitted(file, seen, by)
        before = facts(one)
        one.state, one.changed = _State.RETURNED, timezone.now()
        one.save()
        step(one, _Act.RETURN, by, reason)
        _tell(one, "return", Bilingual("已退回修改", "was returned for revision"), reason)
        _journal("return_rule_file", one, by, before, reason)
    return one


def _submitted(file: RuleFile, seen: int, by: Viewer) -> RuleFile:
    one = RuleFile.objects.select_for_update().get(pk=file.pk)
    REVIEW_RULES.check(by, one)
    if one.state != _State.SUBMITTED:
        raise NotSubmittedError()
    if one.version != seen:
        raise StaleFileError(str(one.version))
    return one


def _check_alone(file: RuleFile) -> None:
    """On no day may two reviewed sets of one edition judge."""
    rows = RuleFile.objects.filter(key=file.key, state=_State.REVIEWED)
    for other in rows.exclude(pk=file.replaces_id or 0):
        if overlap((file.since, file.until), (other.since, other.until)):
            raise OverlapError(f"#{other.pk}")
    if file.replaces_platform:
        return
    for one in platform_sets():
        if one.key == file.key and overlap(
            (file.since, file.until), (one.rules.since, one.rules.until)
        ):
            raise OverlapError(one.name)


def _tell(file: RuleFile, act: str, came: Bilingual, words: str) -> None:
    """Tell who wrote and who submitted it what came of it."""
    with translation.override("zh-hans"):
        link = reverse("conformity:rule_set", args=[file.pk])
    said = Bilingual(
        f"规则集 {file.standard} {came.zh}。", f"The rule set {file.standard} {came.en}."
    )
    if words.strip():
        said = Bilingual(f"{said.zh}意见：{words.strip()}", f"{said.en} Note: {words.strip()}")
    people = [one for one in (file.author, file.submitted_by) if one is not None]
    notify(users=people, key=f"rule-file-{act}:{file.pk}:{file.version}", text=said, link=link)


def _journal(act: str, file: RuleFile, by: Viewer, before: dict[str, object], reason: str) -> None:
    record(
        by=by,
        action=f"conformity.{act}",
        subject=f"conformity.rulefile:{file.pk}",
        organisation=file.organisation_id,
        before=before,
        after=facts(file),
        reason=reason.strip(),
    )
