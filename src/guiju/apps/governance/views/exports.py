"""Downloads of the ledger; the public gets the columns for the public."""

from django.http import HttpResponse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from guiju.apps.governance.exports import export_ledger
from guiju.apps.governance.selectors.ledger import ledger
from guiju.web.access import PUBLIC, needs
from guiju.web.request import Request


@require_safe
@needs(PUBLIC)
def export(request: Request, slug: str, form: str) -> HttpResponse:
    found = ledger(request.viewer, slug)
    file = export_ledger(found, form, get_language() or "zh-hans")
    headers = {"Content-Disposition": f'attachment; filename="{file.name}"'}
    return HttpResponse(file.content, content_type=file.mime, headers=headers)
