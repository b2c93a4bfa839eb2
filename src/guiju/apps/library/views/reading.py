"""The reading page of a text (阅读页), its files and pictures."""

from typing import Any

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from guiju.apps.accounts.views.parts import page_asked
from guiju.apps.catalogue.address import slug_of
from guiju.apps.library.exports.files import file_of, forms_offered
from guiju.apps.library.exports.pdf import PdfBeingMadeError
from guiju.apps.library.models import Text
from guiju.apps.library.rendering import Look, Piece, outline, pieces
from guiju.apps.library.rendering.beside import Row, side_by_side
from guiju.apps.library.rendering.look import pattern_of
from guiju.apps.library.rendering.terms import TermFinder
from guiju.apps.library.rules import READ_TEXT, READ_WHOLE, WRITE_TEXT
from guiju.apps.library.selectors.documents import readable_document
from guiju.apps.library.selectors.images import image_of, images_of
from guiju.apps.library.selectors.texts import beside, is_example, other_editions, texts, texts_of
from guiju.apps.library.views.asking import Opened, look_of, open_text, standing_of
from guiju.web.access import needs
from guiju.web.request import Request
from guiju.web.searching import read_query

_MOST_HITS = 200
_RELOAD = 5  # seconds
_IMAGES = {
    b"\x89PNG": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
    b"GIF8": "image/gif",
    b"<svg": "image/svg+xml",
    b"<?xm": "image/svg+xml",
}


@require_safe
@needs(READ_TEXT)
def read(request: Request, number: str) -> HttpResponse:
    """The text of a standard; `?beside=en` sets another language beside it, `?q=` marks words."""
    opened = open_text(request, number)
    slug = slug_of(opened.edition.key)
    if slug != number:
        query = f"?{request.GET.urlencode()}" if request.GET else ""
        return redirect(reverse("library:text", args=[slug]) + query)
    text = opened.text
    document, is_whole = readable_document(request.viewer, text)
    asked = read_query(request.GET.get("q", "")).text
    other = beside(request.viewer, text, request.GET.get("beside", "")[:2])
    look = look_of(
        text,
        standards=standing_of(request, document, opened),
        images=_addresses(text),
        finder=TermFinder(document),
        query=pattern_of(asked),
    )
    drawn = pieces(document, look)
    context = {
        **opened.context,
        **_around(request, opened),
        "document": document,
        "pieces": drawn,
        "rows": _rows(request, drawn, other, look) if other else None,
        "other": other,
        "outline": outline(document, look),
        "is_whole": is_whole,
        "q": asked,
        "hits": look.hits[:_MOST_HITS],
        "hit_count": len(look.hits),
        "forms": forms_offered() if is_whole else (),
        "why_not_whole": READ_WHOLE.refusal(request.viewer, text),
    }
    return render(request, "library/text.html", context)


def _around(request: Request, opened: Opened) -> dict[str, Any]:
    """Other languages and editions, and what a cataloguer may do."""
    known = texts_of(request.viewer, opened.edition)
    return {
        "languages": _languages(known, opened.text),
        "is_example": is_example(opened.edition),
        "others": other_editions(request.viewer, opened.text),
        "WRITE": WRITE_TEXT,
    }


def _languages(known: list[Text], text: Text) -> list[Text]:
    """A text of each other language."""
    found: dict[str, Text] = {}
    for one in sorted(known, key=lambda one: one.state != Text.State.PUBLISHED):
        if one.language != text.language:
            found.setdefault(one.language, one)
    return list(found.values())


def _rows(request: Request, drawn: tuple[Piece, ...], other: Text, look: Look) -> list[Row]:
    document, _ = readable_document(request.viewer, other)
    second = look_of(
        other,
        prefix=f"{other.language}:",
        standards=look.standards,
        images=_addresses(other),
        finder=TermFinder(document),
        query=look.query,
        hits=look.hits,
    )
    return side_by_side(drawn, pieces(document, second))


def _addresses(text: Text) -> dict[str, str]:
    return {one.name: reverse("library:image", args=[text.pk, one.pk]) for one in images_of(text)}


@require_safe
@needs(READ_WHOLE)
def text_file(request: Request, number: str, form: str) -> HttpResponseBase:
    """The text in another form: STS, DOCX, PDF, Markdown, JSON, or the file as it was handed in."""
    opened = open_text(request, number)
    READ_WHOLE.check(request.viewer, opened.text)
    try:
        found = file_of(request.viewer, opened.text, form)
    except PdfBeingMadeError as error:
        context = {**opened.context, "sentence": error.sentence}
        page = render(request, "library/being_made.html", context, status=202)
        page.headers["Refresh"] = str(_RELOAD)
        return page
    if found is None:
        raise Http404(form)
    return HttpResponse(
        found.data,
        content_type=found.mime,
        headers={
            "Content-Disposition": f'attachment; filename="{found.name}"',
            "X-Content-Type-Options": "nosniff",
        },
    )


@require_safe
@needs(READ_TEXT)
def image(request: Request, pk: int, image: int) -> HttpResponse:
    """A picture of a text; whatever it holds runs nothing."""
    data = image_of(request.viewer, pk, image)
    kind = next((mime for start, mime in _IMAGES.items() if data.lstrip().startswith(start)), "")
    if not kind:
        raise Http404(str(image))
    return HttpResponse(
        data,
        content_type=kind,
        headers={
            "X-Content-Type-Options": "nosniff",
            "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
            "Cache-Control": "private, max-age=3600",
        },
    )


@require_safe
@needs(READ_TEXT)
def library(request: Request) -> HttpResponse:
    """All standards whose text is here."""
    rows = texts(request.viewer).exclude(state__in=(Text.State.SUPERSEDED, Text.State.WITHDRAWN))
    context = {"page": page_asked(request, rows), "WRITE": WRITE_TEXT}
    return render(request, "library/texts.html", context)
