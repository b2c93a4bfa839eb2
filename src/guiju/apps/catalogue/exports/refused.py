"""The refused records of an import as CSV (被拒记录导出)."""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from guiju.apps.catalogue.exports.csv_text import csv_lines
from guiju.apps.catalogue.models import RefusedRecord


def refused_csv(rows: Iterable[RefusedRecord], language: str) -> Iterator[str]:
    """Place, reason in the language of the page, and how the record begins."""
    is_english = language.startswith("en")
    return csv_lines(
        (_("Place in the file"), _("Reason for refusal"), _("Refused record")),
        (
            (one.position, one.reason_en if is_english else one.reason_zh, one.excerpt)
            for one in rows
        ),
    )
