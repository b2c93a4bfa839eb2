"""A list of standards as an answer that is sent while it is made (检索结果下载)."""

from dataclasses import replace

from django.http import FileResponse, Http404, StreamingHttpResponse
from django.utils import translation

from guiju.apps.catalogue.exports import csv_text
from guiju.apps.catalogue.exports.found_records import (
    JSONL_MIME,
    XLSX_MIME,
    XLSX_MOST,
    TooManyRowsError,
    found_csv,
    found_jsonl,
    found_xlsx,
)
from guiju.apps.catalogue.selectors.found_records import found_records
from guiju.apps.catalogue.selectors.searching import Query, find
from guiju.web.viewer import Viewer

FORMS = ("csv", "xlsx", "jsonl")


def found_answer(viewer: Viewer, query: Query, form: str) -> StreamingHttpResponse:
    """The file; what cannot be given is said before the first line is sent."""
    if form not in FORMS:
        raise Http404
    language = translation.get_language() or "zh-hans"
    total = find(viewer, replace(query, limit=1, cursor="", facets=())).total
    if form == "xlsx" and total > XLSX_MOST:
        raise TooManyRowsError(str(total), most=XLSX_MOST)
    rows = found_records(viewer, query)
    name = f"standards-{query.on.isoformat()}.{form}"
    if form == "xlsx":
        return FileResponse(
            found_xlsx(rows, language), as_attachment=True, filename=name, content_type=XLSX_MIME
        )
    lines = found_csv(rows, language) if form == "csv" else found_jsonl(rows)
    return StreamingHttpResponse(
        lines,
        content_type=csv_text.MIME if form == "csv" else JSONL_MIME,
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
