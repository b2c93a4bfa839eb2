"""What everybody may follow: the feed of open consultations, and the comments of a closed one."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from guiju.apps.accounts.views.parts import language
from guiju.apps.development.exports.consultation_feed import MIME, feed_of
from guiju.apps.development.selectors.consulting import consultation, open_consultations
from guiju.apps.development.selectors.published_remarks import published as shown_of
from guiju.apps.development.selectors.published_remarks import published_remarks
from guiju.web.access import PUBLIC, needs
from guiju.web.request import Request

PER_PAGE = 50
FRESH = 900  # seconds for which a reader need not ask again


@require_safe
@needs(PUBLIC)
def published(request: Request, pk: int) -> HttpResponse:
    """Each comment with its answer, where the procedure shows them."""
    found = consultation(request.viewer, pk)
    rows = published_remarks(request.viewer, found.round)
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    context = {"found": found, "page": page, "rows": [shown_of(one) for one in page]}
    return render(request, "development/consulting/published.html", context)


@require_safe
@needs(PUBLIC)
def feed(request: Request) -> HttpResponse:
    """What is open for comments, the newest first."""
    body = feed_of(open_consultations(request.viewer), language())
    headers = {"Cache-Control": f"public, max-age={FRESH}"}
    return HttpResponse(body, content_type=MIME, headers=headers)
