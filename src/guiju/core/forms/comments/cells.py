"""Comments to cells and back (意见与单元格): what a table has no column for is a line of another."""

import re
from collections.abc import Mapping
from functools import cache

from guiju.core.forms.comments.clauses import clause_of
from guiju.core.forms.comments.handling import handling_of, handling_text
from guiju.core.forms.comments.model import CommentKind, CommentRow
from guiju.core.forms.readers.heads import key_of, words
from guiju.core.forms.values import tidy

_KINDS: dict[str, dict[str, str]] = {
    "zh": {"ge": "一般性意见", "te": "技术性意见", "ed": "编辑性意见"},
    "en": {"ge": "General", "te": "Technical", "ed": "Editorial"},
}
_LEADS = {
    "zh": {"original": "原文：", "proposed": "建议修改为：", "line": "行号：", "remark": "备注："},
    "en": {
        "original": "Original: ", "proposed": "Proposed change: ", "line": "Line: ",
        "remark": "Remark: ",
    },
}  # fmt: skip
_LED = re.compile(
    r"(?:^|\n)(?P<lead>原文|建议修改为|行号|备注|Original|Proposed change|Line|Remark)[：:][ ]?"
)
_MEANS = {lead.rstrip("：: "): name for leads in _LEADS.values() for name, lead in leads.items()}
_ALONE = {"zh": "个人", "en": "Individual"}


def table_cells(row: CommentRow, language: str) -> dict[str, str]:
    """The cells of 意见汇总处理表."""
    leads = _LEADS[language]
    text = _led(row.text, leads, original=row.original, proposed=row.proposed, line=row.line)
    kind = _KINDS[language].get(row.kind, "")
    return {
        "clause": f"{row.clause} {row.place}".strip(),
        "text": text,
        "unit": _who(row, language),
        "handling": handling_text(row.disposition, row.reason, language),
        "remark": "\n".join(filter(None, (kind, row.remark))),
    }


def iso_cells(row: CommentRow, language: str) -> dict[str, str]:
    """The cells of the ISO template."""
    leads = _LEADS[language]
    handled = handling_text(row.disposition, row.reason, language)
    return {
        "unit": _who(row, language),
        "line": row.line,
        "clause": row.clause,
        "place": row.place,
        "kind": row.kind,
        "text": _led(row.text, leads, original=row.original),
        "proposed": row.proposed,
        "handling": _led(handled, leads, remark=row.remark),
    }


def _led(text: str, leads: Mapping[str, str], **others: str) -> str:
    lines = (text, *(f"{leads[name]}{value}" for name, value in others.items() if value))
    return "\n".join(filter(None, lines))


def _who(row: CommentRow, language: str) -> str:
    if not row.by:
        return row.unit
    return f"{row.unit or _ALONE[language]}\n{row.by}"


def comment_of(cells: Mapping[str, str], number: int) -> CommentRow:
    """A row of a table, by the meaning of its columns, as a comment."""
    said = {key: tidy(text) for key, text in cells.items()}
    clause, place, _ = clause_of(said.get("clause", ""))
    text = _parted(said.get("text", ""), ("original", "proposed", "line"))
    handled = _parted(said.get("handling", ""), ("remark",))
    disposition, reason = handling_of(handled[""])
    kind, unknown = _kind(said.get("kind", ""))
    remark = said.get("remark", "")
    if not kind:
        kind, remark = _kind_first(remark)
    unit, _, by = said.get("unit", "").partition("\n")
    remarks = (remark, handled.get("remark", ""), unknown)
    reasons = (reason, said.get("disposition_reasons", ""))
    return CommentRow(
        clause=clause,
        place=" ".join(filter(None, (place, said.get("place", "")))),
        line=said.get("line", "") or text.get("line", ""),
        kind=kind,
        text=text[""],
        original=said.get("original", "") or text.get("original", ""),
        proposed=said.get("proposed", "") or text.get("proposed", ""),
        by=" ".join(filter(None, (by.strip(), said.get("by", "")))),
        unit="" if by and unit in _ALONE.values() else unit,
        disposition=disposition or "",
        reason="\n".join(filter(None, reasons)),
        remark="\n".join(filter(None, remarks)),
        row=number,
    )


def _parted(text: str, names: tuple[str, ...]) -> dict[str, str]:
    """A cell by the leads in it; what stands before the first has the name ""."""
    found = {"": text}
    here, start = "", 0
    for one in _LED.finditer(text):
        name = _MEANS[one["lead"]]
        if name in names and name not in found:
            found[here] = text[start : one.start()].strip()
            here, start = name, one.end()
            found[here] = ""
    found[here] = text[start:].strip()
    return found


def _kind(text: str) -> tuple[CommentKind, str]:
    """The kind, or the words that are none."""
    found = _kinds().get(key_of(text), "")
    return found, "" if found else text


def _kind_first(remark: str) -> tuple[CommentKind, str]:
    """The kind where it is the first line of the remarks, in the words in which it is written here."""
    first, _, rest = remark.partition("\n")
    for names in _KINDS.values():
        if first in names.values():
            return _kinds()[key_of(first)], rest.strip()
    return "", remark


@cache
def _kinds() -> dict[str, CommentKind]:
    return {key_of(word): kind for kind, names in words()["kinds"].items() for word in names}
