"""Comments from a table (意见表导入): first what would happen, then the comments, each once."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Literal

from django.utils import timezone

from guiju.apps.development.models import Remark, Round
from guiju.apps.development.rules.consulting import ANSWER_REMARKS
from guiju.apps.development.selectors.consulting import draft_material, draft_of
from guiju.apps.development.services.attempts import attempted
from guiju.apps.development.services.events import journal_act
from guiju.apps.development.services.grouping import digest_of, group_new
from guiju.apps.development.services.locking import opened
from guiju.core.consultations import Draft, order_key, place_of
from guiju.core.forms.comments.model import CommentRow, CommentsRead
from guiju.core.forms.comments.reading import read_comments
from guiju.core.procedures import acts
from guiju.web.viewer import Viewer

Fate = Literal["new", "there", "unclear"]


@dataclass(frozen=True, slots=True)
class Line:
    """A comment of a file and what becomes of it; `unclear` ones come in with their place as written."""

    row: CommentRow
    fate: Fate
    values: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Preview:
    """What a file holds (预览)."""

    read: CommentsRead
    lines: Sequence[Line]

    @property
    def counts(self) -> dict[str, int]:
        found = Counter(one.fate for one in self.lines)
        return {fate: found[fate] for fate in ("new", "there", "unclear")}


def preview(*, round: Round, data: bytes, name: str, by: Viewer) -> Preview:
    """New, already there, or unclear. Raises the errors of the readers."""
    ANSWER_REMARKS.check(by, round.project)
    material = draft_material(round)
    draft = draft_of(material) if material else None
    read = read_comments(data, name)
    known = Counter(round.remarks.values_list("digest", flat=True))
    lines = []
    for row in read.rows:
        values = _values(row, name, draft)
        digest = values["digest"]
        fate: Fate = "unclear" if place_of(_written(row), draft) is None else "new"
        if known[digest]:
            known[digest] -= 1
            fate = "there"
        lines.append(Line(row, fate, values))
    return Preview(read, lines)


def import_remarks(*, round: Round, data: bytes, name: str, by: Viewer) -> list[Remark]:
    """Take in what is not there yet; the same file again adds nothing. Raises NotAllowed."""
    with attempted("import_remarks", round.project, by, round=str(round.pk)):
        now = opened(round.project, by)
        fresh = [
            one
            for one in preview(round=round, data=data, name=name, by=by).lines
            if one.fate != "there"
        ]
        case, rows = now.case, []
        for one in fresh:
            case, number = acts.comment(now.procedure, case, round.kind, text=one.values["text"])
            rows.append(
                Remark(
                    round=round,
                    number=number,
                    on=by.today,
                    received=timezone.now(),
                    **one.values,
                )
            )
        group_new(round, rows)
        made = Remark.objects.bulk_create(rows)
        if made:
            journal_act(
                "import_remarks",
                now.project,
                by,
                numbers=[one.number for one in made],
                sha256=sha256(data).hexdigest(),
            )
    return made


def _written(row: CommentRow) -> str:
    return f"{row.clause} {row.place}".strip()


def _values(row: CommentRow, name: str, draft: Draft | None) -> dict[str, Any]:
    """The fields of Remark. A comment that only proposes a text says so."""
    written = _written(row)
    place = place_of(written, draft)
    text = row.text.strip() or row.proposed.strip() or row.remark.strip()
    clause = (place or "")[:120]
    values = {
        "clause": clause,
        "sort": order_key(place, draft)[:200],
        "place": written[:200],
        "kind": row.kind or Remark.Kind.GENERAL,
        "text": text,
        "proposed": row.proposed.strip(),
        "unit": row.unit.strip()[:200],
        "name": row.by.strip()[:80],
        "origin": f"{name[:150]} {row.row}".strip(),
    }
    return values | {"digest": digest_of(values)}
