"""The members of a committee on a day as a file (委员名单); what it says can be imported again."""

from collections.abc import Iterable
from datetime import date

from guiju.apps.development.models import Committee
from guiju.apps.development.selectors.committees import Group
from guiju.core.forms.files.rulebook import form
from guiju.core.forms.filling import fill
from guiju.core.forms.writing.writing import FileKind, write_form

_FORM, _SMALL = "member-list", "中小企业"


def members_file(
    one: Committee, secretariat: str, groups: Iterable[Group], on: date, kind: FileKind
) -> bytes:
    """The list in the office's form, as CSV, XLSX or DOCX."""
    members = [member for group in groups for member in group.members]
    seats = [
        {
            "no": str(number),
            "person": at.seat.person.name,
            "office": at.seat.office,
            "unit": at.unit.full,
            "post": at.seat.title,
            "side": at.seat.side,
            "remark": _SMALL if at.seat.is_small_firm else "",
        }
        for number, at in enumerate(members, 1)
    ]
    data = {
        "committee": {
            "number": one.key, "name_zh": one.name_zh, "secretariat": secretariat, "seats": seats,
        },
        "project": {"today": on},
    }  # fmt: skip
    return write_form(fill(form(_FORM, on), data), kind)
