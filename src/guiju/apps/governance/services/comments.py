"""Remarks on a measure (意见): the one door."""

from django.db import transaction

from guiju.apps.governance.models import Comment, Measure
from guiju.apps.governance.rules.reports import COMMENT, desks
from guiju.apps.governance.selectors.duties import duties_of
from guiju.apps.journal.services import record
from guiju.core.errors import InputError, NotFoundError
from guiju.web.viewer import Viewer

LONGEST = 5_000


class BadComment(InputError):
    """A comment that cannot be stored (意见无法保存)."""

    code = "comment"
    zh = "意见没有保存：{subject}"
    en = "The comment was not saved: {what_en}"


def add_comment(*, measure: int, text: str, by: Viewer) -> Comment:
    """Say something about a measure, for the organisation that gives the right to do so."""
    written = text.replace("\r\n", "\n").strip()
    if not written:
        raise BadComment("请填写意见内容。", what_en="write something.")
    if len(written) > LONGEST or "\x00" in written:
        raise BadComment(
            f"请写 {LONGEST} 字以内的文字。", what_en=f"write at most {LONGEST} characters of text."
        )
    with transaction.atomic():
        found = Measure.objects.filter(pk=measure, withdrawn=None).first()
        if found is None or by.user is None:
            COMMENT.check(by)
            raise NotFoundError(f"measures/{measure}")
        duties = duties_of(by, measure)
        COMMENT.check(by, duties)
        roles = list(duties.roles_of(desks(by)))
        comment = Comment.objects.create(
            measure=found,
            author_id=by.user,
            organisation_id=roles[0] if roles else duties.office,
            text=written,
        )
        record(
            by=by,
            action="governance.add_comment",
            subject=f"governance.measure:{measure}",
            organisation=comment.organisation_id,
            after={"measure": measure, "text": written},
            details={"comment": comment.pk},
        )
    return comment
