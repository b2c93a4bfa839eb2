"""Files of a ballot: its papers for counting anew, a paper and the result in office layout."""

from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from guiju.apps.catalogue.exports.csv_text import MIME as CSV_MIME
from guiju.apps.development.exports.ballot_forms import paper_docx, result_docx
from guiju.apps.development.exports.ballots import papers_csv
from guiju.apps.development.rules.ballots import (
    COUNTED_BALLOT,
    ENTER_PAPERS,
    READ_BALLOT,
    SEE_PAPERS,
)
from guiju.apps.development.selectors import ballots as select
from guiju.apps.development.views.project_files import attachment
from guiju.core.forms.writing.writing import MIME
from guiju.web.access import needs
from guiju.web.request import Request


@require_safe
@needs(SEE_PAPERS)
def papers(request: Request, pk: int) -> StreamingHttpResponse:
    """Every paper as it came in, for counting anew."""
    row = select.find(request.viewer, pk)
    SEE_PAPERS.check(request.viewer, row)
    headers = {"Content-Disposition": f'attachment; filename="ballot-{pk}.csv"'}
    return StreamingHttpResponse(papers_csv(row), content_type=CSV_MIME, headers=headers)


@require_safe
@needs(READ_BALLOT)
def paper(request: Request, pk: int, elector: int) -> HttpResponse:
    """A paper to be marked: one's own, or anybody's for who conducts the ballot."""
    row = select.find(request.viewer, pk)
    one = get_object_or_404(row.electors, pk=elector)
    if one.user_id != request.viewer.user:
        ENTER_PAPERS.check(request.viewer, row)
    data = paper_docx(select.page_of(request.viewer, row), one)
    headers = attachment(f"投票单-{pk}-{elector}.docx")
    return HttpResponse(data, content_type=MIME["docx"], headers=headers)


@require_safe
@needs(COUNTED_BALLOT)
def result(request: Request, pk: int) -> HttpResponse:
    """The result once it is counted."""
    row = select.find(request.viewer, pk)
    COUNTED_BALLOT.check(request.viewer, row)
    data = result_docx(select.page_of(request.viewer, row))
    headers = attachment(f"表决结果-{pk}.docx")
    return HttpResponse(data, content_type=MIME["docx"], headers=headers)
