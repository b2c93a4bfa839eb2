"""ISO Open Data: technical committees (ISO 开放数据：委员会). The ICS file is read by core.codes."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from guiju.core.records.folding import clean
from guiju.core.records.readers.base import DEFAULT, BadRecord, Limits, Refused, Source
from guiju.core.records.readers.lines import excerpt
from guiju.core.records.readers.open_data_rows import localised, rows_of
from guiju.core.records.written import try_date


@dataclass(frozen=True, slots=True, kw_only=True)
class Committee:
    """A technical committee as ISO lists it (技术委员会)."""

    number: str
    titles: dict[str, str] = field(default_factory=dict)
    status: str = ""
    created: str = ""
    secretariat: str = ""
    identifier: str = ""
    parent_identifier: str = ""


def read_committees(source: Source, limits: Limits = DEFAULT) -> Iterator[Committee | Refused]:
    """The committees of iso_technical_committees, JSON lines or CSV."""
    for position, row in rows_of(source, limits):
        if isinstance(row, Refused):
            yield row
            continue
        try:
            yield _committee(row)
        except BadRecord as bad:
            yield Refused(position, bad.reason, excerpt(str(row)[:400]))


def _committee(row: dict[str, Any]) -> Committee:
    number = _text(row, "reference")
    if not number:
        raise BadRecord("没有编号（reference）", "it has no number (reference)")
    secretariat = row.get("secretariat")
    return Committee(
        number=number,
        titles=localised(row, "title"),
        status=_text(row, "status"),
        created=try_date(row.get("creationDate"))[0],
        secretariat=clean(str(secretariat.get("acronym") or ""))
        if isinstance(secretariat, dict)
        else _text(row, "secretariat.acronym"),
        identifier=_text(row, "id"),
        parent_identifier=_text(row, "parentId"),
    )


def _text(row: dict[str, Any], name: str) -> str:
    value = row.get(name)
    return "" if value is None or isinstance(value, dict | list) else clean(str(value))
