"""Correcting records by programs: the cataloguers' own statement about a document."""

import json
from typing import Any

from django.utils.translation import get_language
from ninja import Router

from guiju.apps.catalogue.api.standard_schemas import (
    EditIn,
    NumberAsked,
    PreviewOut,
    StandardDetail,
    StatementIn,
    StatementOut,
    WithdrawIn,
)
from guiju.apps.catalogue.rules import EDIT_RECORDS
from guiju.apps.catalogue.selectors.lookup import edition_by_key
from guiju.apps.catalogue.selectors.standard import standard_json
from guiju.apps.catalogue.services import editing as service
from guiju.apps.catalogue.services.record_checks import own_number
from guiju.core.records.model import Record, Relation, Role
from guiju.core.records.readers.own import to_line
from guiju.web.access import needs
from guiju.web.request import Request

router = Router(tags=["standards"])


def _record(given: StatementIn) -> Record:
    values = given.dict()
    values["roles"] = tuple(Role(**one) for one in values["roles"])
    values["relations"] = tuple(Relation(**one) for one in values["relations"])
    for name in ("ics", "ccs", "committees"):
        values[name] = tuple(values[name])
    return Record(**values)


@router.get(
    "/catalogue/standards/statement", response=StatementOut, summary="Show our own statement"
)
@needs(EDIT_RECORDS)
def get_statement(request: Request, number: NumberAsked) -> dict[str, Any]:
    """What the cataloguers say of a number today, to be changed and sent back. 自有著录"""
    key = own_number(number)
    own = service.own_statement(key)
    return {"number": key, "seen": own.digest, "statement": json.loads(to_line(own.record))}


@router.put(
    "/catalogue/standards/statement", response=StandardDetail, summary="Change our own statement"
)
@needs(EDIT_RECORDS)
def put_statement(request: Request, change: EditIn) -> dict[str, Any]:
    """Put this statement in place of ours; answers with the record as it is then. 修改著录"""
    edition = service.edit_record(
        record=_record(change.statement), seen=change.seen, reason=change.reason, by=request.viewer
    )
    return standard_json(request.viewer, edition, request.viewer.today)


@router.post(
    "/catalogue/standards/statement/preview",
    response=PreviewOut,
    summary="Say what a change would do",
)
@needs(EDIT_RECORDS)
def preview_statement(request: Request, change: EditIn) -> dict[str, Any]:
    """The merged record and the states today, before and after. Nothing is stored. 修改预览"""
    found = service.preview_edit(
        record=_record(change.statement),
        seen=change.seen,
        by=request.viewer,
        language=get_language() or "zh",
    )
    return {
        "fields": [
            {"field": name, "before": list(before), "after": list(after)}
            for name, before, after in found.fields
        ],
        "before": found.before._asdict() if found.before else None,
        "after": found.after._asdict(),
        "moved": [
            {"number": after.key, "before": before.state, "after": after.state}
            for before, after in found.moved
        ],
    }


@router.post(
    "/catalogue/standards/statement/withdraw",
    response=StandardDetail,
    summary="Take back our own statement",
)
@needs(EDIT_RECORDS)
def withdraw_statement(request: Request, asked: WithdrawIn) -> dict[str, Any]:
    """The record goes back to what other sources say; nothing is deleted. 撤回著录"""
    edition = service.withdraw_edit(
        edition=edition_by_key(request.viewer, asked.number),
        seen=asked.seen,
        reason=asked.reason,
        by=request.viewer,
    )
    return standard_json(request.viewer, edition, request.viewer.today)
