"""Lists of members from files (委员名单导入): read, shown with problems by row, then taken."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from guiju.apps.accounts.selectors.organisations import resolve, suggestions_for
from guiju.apps.development.models import Committee, CommitteeSeat
from guiju.apps.development.services.committees_errors import ListProblemsError
from guiju.apps.development.services.committees_seats import Seating, add_seats, renew_members
from guiju.core.committees.files import offices, sides
from guiju.core.errors import Bilingual
from guiju.core.forms.files.rulebook import form
from guiju.core.forms.readers.reading import read_form
from guiju.web.viewer import Viewer

FORM, TABLE = "member-list", "members"
FIELDS = ("person", "office", "unit", "post", "side", "remark")
_SMALL = "中小"
_MOST = 500


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a list: what it says, who is to sit, and what is wrong with it."""

    number: int
    values: dict[str, str]
    seating: Seating | None
    problems: tuple[Bilingual, ...]


def read_list(*, data: bytes, name: str, on: date) -> list[dict[str, str]]:
    """The rows of a list of members (DOCX, XLSX, CSV), as the form of that name has them."""
    rows: Any = read_form(form(FORM, on), data, name).values.get(TABLE, ())
    return [{key: str(row.get(key, "")).strip() for key in FIELDS} for row in rows][:_MOST]


def preview(rows: list[dict[str, str]], on: date) -> list[Line]:
    """Each row with its problems; nothing is stored. Four queries, however many rows."""
    units = {row.get("unit", "") for row in rows} - {""}
    known = resolve(units, on)
    like = suggestions_for([one for one in units if known[one] is None], 1)
    seen: set[tuple[str, str, str]] = set()
    lines = []
    for number, row in enumerate(rows, start=1):
        unit = row.get("unit", "")
        problems = _problems(row)
        organisation = known.get(unit)
        if unit and organisation is None:
            problems.append(_unknown(unit, bool(like.get(unit))))
        same = (row.get("person", ""), unit, row.get("office", ""))
        if same in seen:
            problems.append(Bilingual("与前面的一行重复。", "It repeats a row above."))
        seen.add(same)
        seating = None
        if not problems and organisation is not None:
            seating = Seating(
                organisation=organisation,
                name=row["person"],
                office=row["office"] or "member",
                side=row["side"],
                title=row["post"],
                is_small_firm=_SMALL in row["remark"],
            )
        lines.append(Line(number, row, seating, tuple(problems)))
    return lines


def import_members(
    *, committee: Committee, rows: list[dict[str, str]], since: date, renews: bool, by: Viewer
) -> list[CommitteeSeat]:
    """Take a list of members: beside those there are, or instead of them (换届). All or nothing."""
    lines = preview(rows, since)
    wrong = [(one.number, why) for one in lines for why in one.problems]
    if wrong or not lines:
        empty = Bilingual("名单是空的。", "the list is empty.")
        said = wrong or [(0, empty)]
        raise ListProblemsError(
            "".join(f"第{at}行：{why.zh}" for at, why in said[:5]),
            problems_en=" ".join(f"row {at}: {why.en}" for at, why in said[:5]),
        )
    seatings = [one.seating for one in lines if one.seating is not None]
    take = renew_members if renews else add_seats
    return take(committee=committee, seatings=seatings, since=since, by=by)


def _problems(row: dict[str, str]) -> list[Bilingual]:
    found = []
    if not row.get("person"):
        found.append(Bilingual("没有姓名。", "There is no name."))
    if not row.get("unit"):
        found.append(Bilingual("没有工作单位。", "There is no unit."))
    if row.get("office") and row["office"] not in offices():
        found.append(
            Bilingual(f"不认识职务“{row['office']}”。", f"The office “{row['office']}” is unknown.")
        )
    if row.get("side") and row["side"] not in sides():
        found.append(
            Bilingual(f"不认识代表方“{row['side']}”。", f"The side “{row['side']}” is unknown.")
        )
    return found


def _unknown(unit: str, is_like_another: bool) -> Bilingual:
    more = (
        ("名录中有相近的名称，请核对。", " A name like it is there; check it.")
        if is_like_another
        else ("", "")
    )
    return Bilingual(
        f"机构名录中没有“{unit}”。{more[0]}", f"The register of organisations has no “{unit}”.{more[1]}"
    )  # fmt: skip
