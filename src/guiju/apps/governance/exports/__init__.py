"""A ledger as a file: plain functions from a value to bytes (导出)."""

from dataclasses import dataclass

from guiju.apps.governance.exports import docx, json, xlsx
from guiju.apps.governance.exports.layout import sheet
from guiju.apps.governance.selectors.values import Ledger
from guiju.core.errors import NotFoundError

FORMS = {"xlsx": xlsx.MIME, "docx": docx.MIME, "json": json.MIME}


@dataclass(frozen=True, slots=True)
class File:
    """A finished file: its name bears the plan and the day."""

    name: str
    mime: str
    content: bytes


def export_ledger(ledger: Ledger, form: str, language: str) -> File:
    """The ledger as xlsx, docx or json. Raises NotFoundError for another form."""
    if form not in FORMS:
        raise NotFoundError(f"{ledger.plan.slug}/export.{form}")
    if form == "json":
        content = json.values(ledger)
    else:
        draw = xlsx.workbook if form == "xlsx" else docx.document
        content = draw(sheet(ledger, language))
    name = f"{ledger.plan.slug}-ledger-{ledger.on.isoformat()}.{form}"
    return File(name, FORMS[form], content)
