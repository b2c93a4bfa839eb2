"""Findings of the check (检查结果) in their places: mended, narrowed, taken along as a file."""

from collections import defaultdict
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from guiju.apps.accounts.views.parts import language
from guiju.apps.catalogue.address import slug_of
from guiju.apps.library.exports.findings import FORMS, Checked, findings_file
from guiju.apps.library.forms.checking import FindingsForm, MendForm
from guiju.apps.library.rendering import Marked, pieces
from guiju.apps.library.rendering.unplaced import with_unplaced
from guiju.apps.library.rules import READ_WHOLE, WRITE_TEXT
from guiju.apps.library.selectors.documents import whole_document
from guiju.apps.library.selectors.findings import (
    findings_of,
    mode_of,
    words_found,
)
from guiju.apps.library.selectors.rule_offs import rules_off
from guiju.apps.library.selectors.texts import newer_version
from guiju.apps.library.services.mending import Mended, mend_text
from guiju.apps.library.views.asking import Opened, address_of, look_of, open_text
from guiju.core.drafting.finding import Report
from guiju.core.drafting.modes import Mode
from guiju.web.access import needs
from guiju.web.request import Request

MOST_NAMED = 8
_METHODS = ["GET", "HEAD", "POST"]


@require_http_methods(_METHODS)
@needs(READ_WHOLE)
def findings(request: Request, number: str) -> HttpResponse:
    """The findings as a list and in the text; what is posted are those to be mended.

    `?mode=` is the purpose of the check; `?severity=`, `?rule=` and `?clause=` narrow the list.
    """
    opened = open_text(request, number)
    asked = _asked(request, opened)
    form = MendForm(
        *((request.POST,) if request.method == "POST" else ()),
        offered=[one.finding for one in asked.shown],
    )
    if (
        form.is_bound
        and form.is_valid()
        and form.carried_out(lambda: _mended(request, opened, form))
    ):
        _tell(request, form.result)
        made = form.result.text
        query = {"lang": made.language, "version": made.version, "mode": asked.mode}
        return redirect(address_of("findings", opened.edition, **query))
    return render(request, "library/findings.html", _context(request, opened, asked, form))


class _Asked:
    """A check as a page asks for it: its purpose, its report, and what is shown of it."""

    def __init__(self, mode: Mode, report: Report, form: FindingsForm) -> None:
        self.mode, self.report, self.form = mode, report, form
        marked = [Marked(at, one) for at, one in enumerate(report.findings, 1)]
        narrow = form.narrow
        self.shown = [one for one in marked if narrow.shows(one.finding)]
        self.query = {name: value for name, value in narrow._asdict().items() if value}


def _asked(request: Request, opened: Opened) -> _Asked:
    mode = mode_of(request.GET.get("mode", ""))
    report = findings_of(request.viewer, opened.text, mode, opened.on)
    said = {
        **request.GET.dict(),
        "mode": mode,
        "lang": opened.text.language,
        "version": opened.text.version,
    }
    rules = dict.fromkeys(sorted(one.rule for one in report.findings))
    return _Asked(mode, report, FindingsForm(said, rules=rules))


def _mended(request: Request, opened: Opened, form: MendForm) -> Mended:
    return mend_text(text=opened.text, findings=form.chosen, by=request.viewer)


def _tell(request: Request, made: Mended) -> None:
    """How many were mended, and which could not be."""
    count = len(made.applied)
    messages.success(
        request,
        ngettext(
            "%(count)s finding was mended. The result is version %(version)s, a draft: look at it, then publish it.",
            "%(count)s findings were mended. The result is version %(version)s, a draft: look at it, then publish it.",
            count,
        )
        % {"count": count, "version": made.text.version},
    )
    if made.left:
        named = [f"{one.rule} {one.address}".strip() for one in made.left]
        which = "; ".join(named[:MOST_NAMED]) + (" …" if len(named) > MOST_NAMED else "")
        messages.warning(
            request,
            _(
                "%(count)s could not be mended, because they overlap with another or are not written in the file as they read: %(which)s"
            )
            % {"count": len(named), "which": which},
        )


def _context(request: Request, opened: Opened, asked: _Asked, form: MendForm) -> dict[str, Any]:
    text, viewer = opened.text, request.viewer
    document = whole_document(viewer, text)
    own = {
        "lang": text.language,
        "version": text.version,
        "mode": asked.mode,
        "on": opened.days["link_on"],
    }
    by_place: dict[tuple[str, str], list[Marked]] = defaultdict(list)
    for one in asked.shown:
        by_place[one.finding.address, one.finding.part].append(one)
    drawn = pieces(document, look_of(text, findings=by_place))
    return {
        **opened.context,
        "form": asked.form,
        "mend_form": form,
        "chosen": request.POST.getlist("mend"),
        "mode": asked.mode,
        "marked": asked.shown,
        "total": len(asked.report.findings),
        "counts": asked.report.counts,
        "off": rules_off(viewer, text),
        "mendable": len(form.offered),
        "newer": newer_version(viewer, text) if WRITE_TEXT.allows(viewer, text) else None,
        "own_url": address_of("findings", opened.edition, **own, **asked.query),
        "all_url": address_of("findings", opened.edition, **own),
        "files": _files(opened, {**own, **asked.query}),
        "pieces": with_unplaced(drawn, asked.shown, language()),
        "WRITE": WRITE_TEXT,
    }


def _files(opened: Opened, query: dict[str, Any]) -> list[tuple[str, str]]:
    said = urlencode({name: value for name, value in query.items() if value})
    slug = slug_of(opened.edition.key)
    return [
        (f"{reverse('library:findings_file', args=[slug, form])}?{said}", form.upper())
        for form in FORMS
    ]


@require_safe
@needs(READ_WHOLE)
def report(request: Request, number: str, form: str) -> HttpResponse:
    """The findings that a page shows, as a file: XLSX, CSV, JSON."""
    opened = open_text(request, number)
    asked = _asked(request, opened)
    checked = Checked(
        text=opened.text,
        mode=asked.mode,
        on=opened.on,
        report=asked.report,
        shown=[one.finding for one in asked.shown],
        words=words_found(request.viewer, opened.text),
        off=rules_off(request.viewer, opened.text),
    )
    found = findings_file(checked, form)
    if found is None:
        raise Http404(form)
    return HttpResponse(
        found.data,
        content_type=found.mime,
        headers={"Content-Disposition": f'attachment; filename="{found.name}"'},
    )
