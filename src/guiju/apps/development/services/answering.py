"""Comments are answered (意见处理), one or several alike: each gets a reply of its own, with a reason."""

from collections.abc import Iterable

from django.utils import timezone

from guiju.apps.development.models import Remark, Reply, Round
from guiju.apps.development.rules.actors import name_of
from guiju.apps.development.rules.consulting import ANSWER_REMARKS
from guiju.apps.development.services.attempts import attempted
from guiju.apps.development.services.errors import NotOfProjectError
from guiju.apps.development.services.events import journal_act
from guiju.apps.development.services.locking import opened
from guiju.core.procedures import acts
from guiju.core.procedures.case import Answer, Disposition
from guiju.web.viewer import Viewer


def answer_remarks(
    *,
    round: Round,
    numbers: Iterable[int],
    disposition: Disposition,
    reason: str = "",
    changed_text: str = "",
    by: Viewer,
) -> list[Reply]:
    """The same answer to each of these comments, all of them or none. Raises NotAllowed.

    An earlier answer stays and counts no longer.
    """
    with attempted("answer_remarks", round.project, by, round=str(round.pk)):
        ANSWER_REMARKS.check(by, round.project)
        now = opened(round.project, by)
        wanted = sorted(set(numbers))
        rows = list(
            Remark.objects.select_for_update()
            .filter(round=round, hidden=None, number__in=wanted)
            .order_by("number")
        )
        if len(rows) != len(wanted) or not rows:
            missing = sorted(set(wanted) - {one.number for one in rows})
            raise NotOfProjectError(", ".join(map(str, missing)) or "0")
        found = Answer(disposition, reason, now.actor.person, by.today)
        case, at = now.case, timezone.now()
        for row in rows:
            held = case.consultations[round.number]
            case = acts.answer(
                now.procedure, case, held, by=now.actor, found=found, first=not row.standing
            )
        replies = Reply.objects.bulk_create(
            Reply(
                remark=row,
                disposition=disposition,
                reason=reason.strip(),
                changed_text=changed_text.strip(),
                by=name_of(by.user),
                user_id=by.user,
                on=by.today,
                at=at,
            )
            for row in rows
        )
        Remark.objects.filter(pk__in=[one.pk for one in rows]).update(standing=disposition)
        journal_act("answer_remark", now.project, by, round=round.pk, numbers=wanted)
    return replies
