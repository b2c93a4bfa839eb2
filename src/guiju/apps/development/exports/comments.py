"""The table of comments (意见汇总处理表) and the ISO template, as DOCX, XLSX and CSV."""

from collections.abc import Iterable
from datetime import date

from guiju.apps.development.models import Remark, Round
from guiju.core.consultations import said
from guiju.core.forms.comments.model import CommentRow
from guiju.core.forms.comments.writing import TableKind, write_comments
from guiju.core.forms.writing.writing import MIME, FileKind

__all__ = ["MIME", "TABLES", "comments_file"]
TABLES = ("table", "iso")


def comments_file(
    row: Round, remarks: Iterable[Remark], kind: TableKind, file: FileKind, on: date
) -> bytes:
    """All comments with their answers; names and mail addresses stay here."""
    project = row.project
    header = {
        "title": project.title_zh,
        "plan": project.plan_number,
        "filled_on": on,
    }
    return write_comments([_row(one) for one in remarks], header, {}, kind, file, on=on)


def _row(remark: Remark) -> CommentRow:
    reply = next(iter(remark.replies.all()), None)
    unread = remark.place and not remark.clause
    return CommentRow(
        clause=remark.place if unread else said(remark.clause),
        kind=remark.kind,  # type: ignore[arg-type]
        text=remark.text,
        proposed=remark.proposed,
        unit=remark.unit,
        disposition=reply.disposition if reply else "",  # type: ignore[arg-type]
        reason=reply.reason if reply else "",
        remark=remark.reason,
        row=remark.number,
    )
