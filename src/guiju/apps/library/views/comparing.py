"""Two texts compared on a page (比对页): requirements and limits first, then clause by clause."""

from datetime import UTC, datetime
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from guiju.apps.accounts.views.parts import language
from guiju.apps.catalogue.address import slug_of
from guiju.apps.catalogue.selectors.standard import asked_for
from guiju.apps.library.models import Text
from guiju.apps.library.rendering.changes import inline_change, new_side, old_side
from guiju.apps.library.rules import READ_WHOLE
from guiju.apps.library.selectors.comparing import comparison_of, redline_file
from guiju.apps.library.selectors.texts import Asked, NoTextError, other_editions, text_for
from guiju.apps.library.views.asking import Opened, open_text
from guiju.core.compare.documents import ClauseChange, Comparison
from guiju.web.access import needs
from guiju.web.request import Request
from guiju.web.searching import read_query

_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_AT = datetime(2000, 1, 1, tzinfo=UTC)


@require_safe
@needs(READ_WHOLE)
def comparison(request: Request, number: str) -> HttpResponse:
    """The text beside that of `?to=`, another edition of the standard; `?view=inline` in one line."""
    opened = open_text(request, number)
    old, new = _both(request, opened)
    found = comparison_of(request.viewer, old, new)
    is_inline = request.GET.get("view") == "inline"
    context = {
        **opened.context,
        "old": old,
        "new": new,
        "found": found,
        "is_inline": is_inline,
        "clauses": [_shown(one, is_inline=is_inline) for one in _changed(found)],
        "renumbered": [one for one in found.clauses if one.change == "renumbered"],
    }
    return render(request, "library/comparison.html", context)


@require_safe
@needs(READ_WHOLE)
def redline(request: Request, number: str) -> HttpResponse:
    """The same as a DOCX with tracked changes."""
    opened = open_text(request, number)
    old, new = _both(request, opened)
    issued = new.published or new.added
    data = redline_file(request.viewer, old, new, author="规矩 Guiju", at=issued or _AT)
    name = "-".join(slug_of(one.edition.key).replace("/", "") for one in (old, new))
    plain = "".join(one for one in name if one.isascii())
    return HttpResponse(
        data,
        content_type=_DOCX,
        headers={"Content-Disposition": f'attachment; filename="{plain}.docx"'},
    )


def _both(request: Request, opened: Opened) -> tuple[Text, Text]:
    """The older edition first. Without `?to=` the nearest other edition of the standard."""
    written = read_query(request.GET.get("to", "")).text
    if written:
        edition = asked_for(request.viewer, written, opened.on).edition
        asked = Asked(language=opened.text.language)
        other = text_for(request.viewer, edition, asked, prefer=language()[:2])
    else:
        others = other_editions(request.viewer, opened.text)
        if not others:
            raise NoTextError(opened.edition.work.key)
        other = others[0]
    pair = sorted((opened.text, other), key=lambda one: (one.edition.year or 0, one.edition.sort))
    return pair[0], pair[1]


def _changed(found: Comparison) -> list[ClauseChange]:
    return [one for one in found.clauses if one.change != "renumbered"]


def _shown(one: ClauseChange, *, is_inline: bool) -> dict[str, Any]:
    if is_inline:
        return {"change": one, "inline": inline_change(one.a_text, one.b_text, one.text_ops)}
    return {
        "change": one,
        "old": old_side(one.a_text, one.text_ops),
        "new": new_side(one.b_text, one.text_ops),
    }
