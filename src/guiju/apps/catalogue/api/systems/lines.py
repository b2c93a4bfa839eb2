"""What the keeper of a system changes in its detail table: single lines, or a whole file."""

from typing import Annotated, Any

from ninja import File, Query, Status
from ninja.files import UploadedFile

from guiju.apps.catalogue.api.systems.router import router
from guiju.apps.catalogue.api.systems.schemas import (
    SystemLineEdit,
    SystemLineIn,
    SystemLineMade,
    SystemReason,
    SystemSlug,
    SystemTable,
)
from guiju.apps.catalogue.models import SystemEntry
from guiju.apps.catalogue.rules import EDIT_SYSTEM
from guiju.apps.catalogue.selectors.systems.incoming import SAME, RowChange, incoming
from guiju.apps.catalogue.selectors.systems.reading import entry_in, node_in, system_to_change
from guiju.apps.catalogue.services.systems import entries
from guiju.apps.catalogue.services.systems.imports import import_lines
from guiju.apps.catalogue.services.systems.tables import read_rows
from guiju.core.errors import Bilingual
from guiju.web.access import needs
from guiju.web.request import Request
from guiju.web.schemas import InPath


def _line(entry: SystemEntry) -> dict[str, Any]:
    names = ("order", "number", "key", "title_zh", "title_en", "level", "remark")
    told = {name: getattr(entry, name) for name in names}
    return {"id": entry.pk, "node": entry.node_id, **told}


@router.post("/systems/{slug}/entries", response={201: SystemLineMade}, summary="Add a line")
@needs(EDIT_SYSTEM)
def add_system_entry(request: Request, slug: SystemSlug, asked: SystemLineIn) -> Status[Any]:
    """A standard by its number, or a gap by its title. 增加明细"""
    node = node_in(system_to_change(request.viewer, slug), asked.node)
    given = asked.dict(exclude={"node"})
    return Status(201, _line(entries.add_entry(node=node, by=request.viewer, **given)))


@router.patch(
    "/systems/{slug}/entries/{pk}", response=SystemLineMade, summary="Change or move a line"
)
@needs(EDIT_SYSTEM)
def edit_system_entry(
    request: Request, slug: SystemSlug, pk: InPath, edit: SystemLineEdit
) -> dict[str, Any]:
    """To another box, another place, other words. 修改明细"""
    system = system_to_change(request.viewer, slug)
    entry = entry_in(system, pk)
    names = ("number", "title_zh", "title_en", "level", "remark")
    wanted = {name: getattr(entry, name) for name in names} | edit.dict(exclude_unset=True)
    node = node_in(system, wanted.pop("node", None) or entry.node_id)
    return _line(entries.edit_entry(entry=entry, node=node, by=request.viewer, **wanted))


@router.post("/systems/{slug}/entries/{pk}/remove", response={204: None}, summary="Remove a line")
@needs(EDIT_SYSTEM)
def remove_system_entry(
    request: Request, slug: SystemSlug, pk: InPath, asked: SystemReason
) -> Status[Any]:
    """The journal keeps the digest of what it said. 移除明细"""
    entry = entry_in(system_to_change(request.viewer, slug), pk)
    entries.remove_entry(entry=entry, reason=asked.reason, by=request.viewer)
    return Status(204, None)


@router.post(
    "/systems/{slug}/import", response=SystemTable, summary="Import a detail table, or preview that"
)
@needs(EDIT_SYSTEM)
def import_system_table(
    request: Request,
    slug: SystemSlug,
    file: File[UploadedFile],
    is_preview: Annotated[
        bool, Query(alias="preview", description="Only say what would change.")
    ] = False,
) -> dict[str, Any]:
    """CSV or XLSX with headings in either language; unclear rows are left out. 导入明细表"""
    system = system_to_change(request.viewer, slug)
    rows = read_rows(file.read(), name=file.name or "")
    if is_preview:
        found = incoming(system, rows)
    else:
        found = import_lines(system=system, rows=rows, by=request.viewer)
    return {
        "is_preview": is_preview,
        "counts": found.counts,
        "new_nodes": dict(found.new_nodes),
        "untouched": found.untouched,
        "rows": [_row(one) for one in found.changes if one.status != SAME],
    }


def _row(change: RowChange) -> dict[str, Any]:
    said = [change.reason] if change.reason else list(change.notes)
    words = Bilingual("；".join(one.zh for one in said), "; ".join(one.en for one in said))
    names = ("line", "code", "number", "title_zh")
    told = {name: getattr(change.row, name) for name in names}
    return {**told, "status": change.status, "zh": words.zh, "en": words.en}
