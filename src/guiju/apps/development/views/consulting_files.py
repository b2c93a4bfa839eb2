"""Tables of comments in and out (意见表的导入与导出)."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from guiju.apps.development.exports.comments import MIME, TABLES, comments_file
from guiju.apps.development.forms.consulting import RemarksFileForm
from guiju.apps.development.rules.consulting import ANSWER_REMARKS, READ_REMARKS
from guiju.apps.development.selectors.consulting import consultation
from guiju.apps.development.selectors.remarks import Asked, remarks
from guiju.apps.development.services.remark_imports import import_remarks, preview
from guiju.web.access import needs
from guiju.web.request import Request

METHODS = ["GET", "HEAD", "POST"]


@require_safe
@needs(READ_REMARKS)
def export_file(request: Request, pk: int, file: str) -> HttpResponse:
    """All comments with their answers; `?table=iso` asks for the ISO template."""
    found = consultation(request.viewer, pk)
    table = request.GET.get("table", "table")
    if file not in MIME or table not in TABLES:
        raise Http404(file)
    rows = remarks(request.viewer, found.round, Asked())
    data = comments_file(found.round, rows, table, file, request.viewer.today)  # type: ignore[arg-type]
    name = f"comments-{found.round.pk}-{table}.{file}"
    return HttpResponse(
        data,
        content_type=MIME[file],
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


@require_http_methods(METHODS)
@needs(ANSWER_REMARKS)
def import_file(request: Request, pk: int) -> HttpResponse:
    """First what would happen, then the same file is taken in."""
    found = consultation(request.viewer, pk)
    ANSWER_REMARKS.check(request.viewer, found.project)
    posted = request.method == "POST"
    form = RemarksFileForm(request.POST if posted else None, request.FILES if posted else None)
    looked = None
    if form.is_bound and form.is_valid():
        file = form.cleaned_data["file"]
        data, name = file.read(), file.name
        if request.POST.get("do") == "import":
            if form.carried_out(
                lambda: import_remarks(round=found.round, data=data, name=name, by=request.viewer)
            ):
                messages.success(
                    request, _("%(count)s comments were taken in.") % {"count": len(form.result)}
                )
                return redirect("development:remarks", pk)
        elif form.carried_out(
            lambda: preview(round=found.round, data=data, name=name, by=request.viewer)
        ):
            looked = form.result
    context = {"found": found, "form": form, "looked": looked}
    return render(request, "development/consulting/import.html", context)
