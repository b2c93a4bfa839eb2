"""Imports as their pages show them (导入记录): lists, previews, refused records."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from django.db.models import QuerySet

from guiju.apps.catalogue.models import Import, RefusedRecord
from guiju.apps.catalogue.rules import IMPORT_RECORDS
from guiju.apps.catalogue.selectors.file_formats import is_of_codes, rows_of_codes
from guiju.core.codes.classes import ClassCode
from guiju.core.codes.readers import RefusedRow
from guiju.core.errors import Bilingual, NotFoundError
from guiju.core.records.model import Record
from guiju.core.records.readers import Refused
from guiju.core.records.readers.formats import read
from guiju.core.records.readers.iso_lists import Committee
from guiju.core.records.readers.tables import preview
from guiju.web.viewer import Viewer

SHOWN = 10


class NoSuchImportError(NotFoundError):
    """There is no such import (没有该导入)."""

    code = "no_such_import"
    zh = "没有这个导入记录，或上传后已放弃。请从导入列表中选择。"
    en = "There is no such import, or it was discarded. Choose one from the list."


@dataclass(frozen=True, slots=True)
class Line:
    """A record as it would be read: its number, title and day, or why it would be refused."""

    number: str
    title: str
    issued: str
    refusal: Bilingual | None = None


@dataclass(frozen=True, slots=True)
class Beginning:
    """How a file begins; `columns` are the heads of a table, each with its first cells.

    `questions` are of heads that may mean either of two things.
    """

    lines: list[Line]
    columns: list[tuple[str, list[str]]]
    questions: dict[str, Bilingual] = field(default_factory=dict)


def imports_of(viewer: Viewer) -> QuerySet[Import]:
    """All, the newest first."""
    IMPORT_RECORDS.check(viewer)
    return Import.objects.select_related("source")


def import_of(viewer: Viewer, pk: int) -> Import:
    found = imports_of(viewer).filter(pk=pk).first()
    if found is None:
        raise NoSuchImportError(str(pk))
    return found


def refused_of(run: Import) -> QuerySet[RefusedRecord]:
    return run.refused.order_by("position", "pk")


def beginning_of(run: Import, mapping: dict[str, str]) -> Beginning:
    """The first records of the stored file, of a table under this mapping."""
    with run.stored.open("rb") as file:
        if run.format == "table":
            found = preview(file, mapping, rows=SHOWN)
            columns = [
                (head, [row[at] for row in found.cells[:3] if at < len(row) and row[at]])
                for at, head in enumerate(found.heads)
            ]
            return Beginning([_line(one) for one in found.records], columns, found.questions)
        if is_of_codes(run.format):
            rows: Iterator[object] = rows_of_codes(file, run.format)
        else:
            rows = iter(read(file, run.format, as_of=run.as_of))
        return Beginning([_line(one) for one in islice(rows, SHOWN)], [])


def _line(one: object) -> Line:
    if isinstance(one, Record):
        title = one.titles.get("zh") or next(iter(one.titles.values()), "")
        return Line(one.number, title, one.issued)
    if isinstance(one, ClassCode):
        return Line(one.code, one.name_zh or one.name_en, "")
    if isinstance(one, Committee):
        return Line(one.number, next(iter(one.titles.values()), ""), one.created)
    if isinstance(one, Refused):
        return Line("", one.excerpt, "", one.reason)
    if isinstance(one, RefusedRow):
        return Line("", one.text, "", one.reason)
    raise TypeError(one)
