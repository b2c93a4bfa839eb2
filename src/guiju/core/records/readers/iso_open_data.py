"""ISO Open Data: deliverables as JSON lines or CSV (ISO 开放数据：标准).

Replacements name the identifiers of records, not numbers, so the file is read twice: first for the
numbers, then for the records. A stage is a whole number: 6060 is 60.60.
"""

import re
from collections.abc import Iterator
from typing import Any

from guiju.core.errors import Bilingual
from guiju.core.records.folding import clean
from guiju.core.records.model import Record, Relation
from guiju.core.records.readers.base import (
    DEFAULT,
    BadRecord,
    Limits,
    Refused,
    Source,
    Unreadable,
    name_of,
)
from guiju.core.records.readers.bearable import bearable
from guiju.core.records.readers.lines import excerpt
from guiju.core.records.readers.open_data_rows import as_list, localised, rewound, rows_of
from guiju.core.records.stages import state_of_stage
from guiju.core.records.written import try_date

_KINDS = {
    "IS": "international-standard",
    "TR": "technical-report",
    "TS": "technical-specification",
    "PAS": "publicly-available-specification",
    "GUIDE": "guide",
    "IWA": "international-workshop-agreement",
    "R": "recommendation",
    "DATA": "data",
    "ISP": "international-standardized-profile",
    "TTA": "technology-trends-assessment",
}
_TAG = re.compile(r"<[^<>]*>")
_ENTITIES = {"&nbsp;": " ", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&amp;": "&"}


def read(
    source: Source, *, as_of: str = "", skip: int = 0, limits: Limits = DEFAULT
) -> Iterator[Record | Refused]:
    """The deliverables of the file, those after the first `skip`."""
    numbers: dict[str, str] = {}
    for _, row in rows_of(source, limits):
        if isinstance(row, dict) and row.get("id") and isinstance(row.get("reference"), str):
            numbers[str(row["id"])] = row["reference"].strip()
        if len(numbers) > limits.records:
            why = Bilingual("记录过多", "it holds too many records")
            raise Unreadable(name_of(source), why)
    for count, (position, row) in enumerate(rows_of(rewound(source), limits)):
        if count < skip:
            continue
        if isinstance(row, Refused):
            yield row
            continue
        try:
            yield bearable(record_of(row, numbers, as_of))
        except BadRecord as bad:
            yield Refused(position, bad.reason, excerpt(str(row)[:400]))


def record_of(row: Any, numbers: dict[str, str], as_of: str = "") -> Record:
    """One deliverable as a record; `numbers` by identifier. Raises BadRecord."""
    number = row.get("reference") if isinstance(row, dict) else None
    if not isinstance(number, str) or not number.strip():
        raise BadRecord("没有编号（reference）", "it has no number (reference)")
    number = clean(number)
    stage = _stage(row.get("currentStage"))
    issued, unread = try_date(row.get("publicationDate"))
    extra: dict[str, Any] = {}
    if unread:
        extra["unread"] = {"issued": unread}
    if issued and stage and stage < "60":
        extra["planned"], issued = issued, ""
    relations, strange = _relations(row, numbers)
    if strange:
        extra["unknown_ids"] = strange
    kind = str(row.get("deliverableType") or "")
    if row.get("supplementType"):
        extra["supplement"] = str(row["supplementType"])
    identifier = str(row.get("id") or "")
    pages = localised(row, "pages")
    return Record(
        number=number,
        source="iso",
        key=f"open-data:{identifier}" if identifier else "",
        titles=localised(row, "title"),
        abstracts={language: _plain(text) for language, text in localised(row, "scope").items()},
        level="international",
        kind=_KINDS.get(kind.upper(), kind),
        issued=issued,
        status=state_of_stage(stage),
        as_of=as_of,
        stage=stage,
        edition=str(row.get("edition") or ""),
        ics=tuple(as_list(row.get("icsCode"))),
        committees=tuple(as_list(row.get("ownerCommittee"))),
        relations=relations,
        languages=tuple(as_list(row.get("languages"))),
        pages=pages.get("en", "") or next(iter(pages.values()), ""),
        extra=extra,
    )


def _stage(value: Any) -> str:
    digits = str(value or "").removesuffix(".0").replace(".", "")
    return f"{digits.zfill(4)[:2]}.{digits.zfill(4)[2:]}" if digits.isdigit() else ""


def _relations(
    row: dict[str, Any], numbers: dict[str, str]
) -> tuple[tuple[Relation, ...], dict[str, list[str]]]:
    found: list[Relation] = []
    strange: dict[str, list[str]] = {}
    for name, inverse in (("replaces", False), ("replacedBy", True)):
        for identifier in as_list(row.get(name)):
            if identifier in numbers:
                found.append(Relation(type="replaces", target=numbers[identifier], inverse=inverse))
            else:
                strange.setdefault(name, []).append(identifier)
    return tuple(dict.fromkeys(found)), strange


def _plain(html: str) -> str:
    """The words of a scope, which comes as a piece of a web page."""
    text = _TAG.sub(" ", html)
    for entity, sign in _ENTITIES.items():
        text = text.replace(entity, sign)
    return clean(text)
