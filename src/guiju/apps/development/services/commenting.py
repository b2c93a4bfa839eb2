"""Comments come in, and those that are none are hidden (意见); none is lost."""

from typing import Any

from django.utils import timezone

from guiju.apps.development.models import Project, Remark
from guiju.apps.development.services.attempts import attempted
from guiju.apps.development.services.errors import NotOfProjectError
from guiju.apps.development.services.events import journal_act
from guiju.apps.development.services.grouping import digest_of, group_new
from guiju.apps.development.services.locking import opened
from guiju.apps.development.services.remark_telling import tell_hidden
from guiju.core.procedures import acts
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
        journal_act("add_remark", now.project, by, remark=remark.pk, number=number)
    return remark


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
        journal_act("hide_remark", now.project, by, reason=reason, remark=row.pk, number=row.number)
        tell_hidden(row)
    return row
