"""Comments that everybody may read (公开的意见): after closing, where the procedure's file shows them."""

from typing import NamedTuple

from django.db.models import QuerySet

from guiju.apps.development.models import Remark, Round
from guiju.apps.development.rules.consulting import READ_PUBLISHED_REMARKS
from guiju.web.viewer import Viewer


class Published(NamedTuple):
    """A comment with who made it; both empty unless its author allows them to be shown."""

    remark: Remark
    by: str
    unit: str


def published_remarks(viewer: Viewer, row: Round) -> QuerySet[Remark]:
    """Each with its answers. Raises RefusedError unless the file shows comments in this state."""
    READ_PUBLISHED_REMARKS.check(viewer, row)
    rows = Remark.objects.filter(round=row, hidden=None).exclude(standing="")
    rows = rows.select_related("user__person").prefetch_related("replies")
    return rows.order_by("sort", "number")


def published(remark: Remark) -> Published:
    """What is shown of it."""
    if not remark.is_named:
        return Published(remark, "", "")
    name = remark.name or (remark.user.person.name if remark.user else "")
    return Published(remark, name, remark.unit)
