"""Comments and their answers (意见与处理): none is lost, each is answered with a reason."""

from typing import Any

from django.utils import timezone

from guiju.apps.development.models import Project, Remark, Reply
from guiju.apps.development.rules.actors import name_of
from guiju.apps.development.services.attempts import attempted
from guiju.apps.development.services.errors import NotOfProjectError
from guiju.apps.development.services.grouping import digest_of, group_new
from guiju.apps.development.services.locking import Opened, opened
from guiju.apps.development.services.remark_telling import tell_hidden
from guiju.apps.journal.services import record
from guiju.core.procedures import acts
from guiju.core.procedures.case import Answer, Disposition
from guiju.web.viewer import Viewer


def add_remark(*, project: Project, kind: str, values: dict[str, Any], by: Viewer) -> Remark:
    """Take a comment in while its consultation is open. `values`: the fields of Remark.

    Whoever may read what is out for comments may comment; a guest's mail address was verified
    before. Raises NotAllowed.
    """
    with attempted("add_remark", project, by, consultation=kind):
        now = opened(project, by)
        if kind not in now.procedure.consultations:
            raise NotOfProjectError(kind)
        _, number = acts.comment(now.procedure, now.case, kind, text=values.get("text", ""))
        row = now.project.rounds.get(kind=kind, current=True)
        clause = values.get("clause", "")
        remark = Remark(
            round=row,
            number=number,
            on=by.today,
            received=timezone.now(),
            user_id=by.user,
            digest=digest_of(values),
            **{"sort": clause} | values,
        )
        group_new(row, [remark])
        remark.save()
        _journal("add_remark", now, remark, by)
    return remark


def answer_remark(
    *,
    remark: Remark,
    disposition: Disposition,
    reason: str = "",
    changed_text: str = "",
    by: Viewer,
) -> Reply:
    """Say how a comment was dealt with; an earlier answer stays and counts no longer. Raises NotAllowed."""
    with attempted("answer_remark", remark.round.project, by, remark=str(remark.pk)):
        now = opened(remark.round.project, by)
        row = Remark.objects.select_for_update().get(pk=remark.pk)
        held = now.case.consultations[row.round.number]
        found = Answer(disposition, reason, now.actor.person, by.today)
        acts.answer(
            now.procedure, now.case, held, by=now.actor, found=found, first=not row.standing
        )
        reply = Reply.objects.create(
            remark=row,
            disposition=disposition,
            reason=reason.strip(),
            changed_text=changed_text.strip(),
            by=name_of(by.user),
            user_id=by.user,
            on=by.today,
            at=timezone.now(),
        )
        row.standing = disposition
        row.save(update_fields=["standing"])
        _journal("answer_remark", now, row, by)
    return reply


def hide_remark(*, remark: Remark, reason: str, by: Viewer) -> Remark:
    """A comment that is none, such as an insult: kept, not shown, not counted; with the reason."""
    with attempted("hide_remark", remark.round.project, by, remark=str(remark.pk)):
        now = opened(remark.round.project, by)
        row = Remark.objects.select_for_update().get(pk=remark.pk)
        if row.hidden:
            return row
        held = now.case.consultations[row.round.number]
        acts.strike(now.procedure, now.case, held, by=now.actor, answered=bool(row.standing))
        row.hidden, row.hidden_because = timezone.now(), reason.strip()
        row.save(update_fields=["hidden", "hidden_because"])
        _journal("hide_remark", now, row, by, reason)
        tell_hidden(row)
    return row


def _journal(act: str, now: Opened, remark: Remark, by: Viewer, reason: str = "") -> None:
    record(
        by=by,
        action=f"development.{act}",
        subject=f"development.project:{now.project.pk}",
        organisation=now.project.organisation_id,
        reason=reason.strip(),
        details={"remark": remark.pk, "number": remark.number},
    )
