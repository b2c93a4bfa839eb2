"""What a text says of itself (检查与条款): findings in their places, provisions as a table."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from guiju.apps.library.forms.checking import ModeForm, ProvisionsForm
from guiju.apps.library.rendering import Marked, pieces
from guiju.apps.library.rules import READ_WHOLE
from guiju.apps.library.selectors.documents import whole_document
from guiju.apps.library.selectors.findings import findings_of, mode_of, provisions_of
from guiju.apps.library.views.asking import look_of, open_text
from guiju.core.drafting.finding import Finding
from guiju.web.access import needs
from guiju.web.request import Request

PER_PAGE = 100


@require_safe
@needs(READ_WHOLE)
def findings(request: Request, number: str) -> HttpResponse:
    """The findings as a list and in the text; `?mode=` is the purpose of the check."""
    opened = open_text(request, number)
    document = whole_document(request.viewer, opened.text)
    mode = mode_of(request.GET.get("mode", ""))
    report = findings_of(request.viewer, opened.text, mode, opened.on)
    marked = [Marked(at, one) for at, one in enumerate(report.findings, 1)]
    context = {
        **opened.context,
        "document": document,
        "form": ModeForm(initial={"mode": mode, "lang": opened.text.language}),
        "mode": mode,
        "marked": marked,
        "counts": report.counts,
        "pieces": pieces(document, look_of(opened.text, findings=_by_place(marked))),
    }
    return render(request, "library/findings.html", context)


def _by_place(marked: Sequence[Marked]) -> dict[tuple[str, str], list[Marked]]:
    found: dict[tuple[str, str], list[Marked]] = defaultdict(list)
    for one in marked:
        finding: Finding = one.finding
        found[finding.address, finding.part].append(one)
    return found


@require_safe
@needs(READ_WHOLE)
def provisions(request: Request, number: str) -> HttpResponse:
    """Every sentence with what it demands; `?kind=` and `?limits=1` narrow the table."""
    opened = open_text(request, number)
    every = provisions_of(request.viewer, opened.text)
    form = ProvisionsForm(request.GET)
    shown = [one for one in every if form.shows(one)]
    context = {
        **opened.context,
        "form": form,
        "counts": dict(Counter(one.kind for one in every)),
        "page": Paginator(shown, PER_PAGE).get_page(request.GET.get("page")),
        "total": len(shown),
    }
    return render(request, "library/provisions.html", context)
