"""For robots: robots.txt, and the addresses of all standards in both languages."""

from collections.abc import Iterator
from xml.sax.saxutils import escape

from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.urls import reverse
from django.utils import translation
from django.views.decorators.http import require_safe

from guiju.apps.catalogue.address import slug_of
from guiju.apps.catalogue.keeping import kept, mark_of, unchanged
from guiju.apps.catalogue.selectors.addresses import addresses_of, parts
from guiju.apps.catalogue.selectors.standard.version import data_version
from guiju.web.access import PUBLIC, needs
from guiju.web.request import Request

KEPT = 3_600  # seconds
XML = "application/xml"
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML = "http://www.w3.org/1999/xhtml"


@require_safe
@needs(PUBLIC)
def robots(request: Request) -> HttpResponse:
    """What robots need not read: the endless ways to narrow a search, and what needs a person."""
    with translation.override("zh-hans"):
        search, imports = reverse("catalogue:search"), reverse("catalogue:imports")
        sitemap = _whole(request, reverse("catalogue:sitemap"))
    closed = (f"{search}?", f"{search}export.", f"{search}suggest", imports)
    lines = [
        "User-agent: *",
        *(f"Disallow: {prefix}{path}" for path in closed for prefix in ("", "/en")),
        "",
        f"Sitemap: {sitemap}",
        "",
    ]
    return kept(HttpResponse("\n".join(lines), content_type="text/plain"), mark_of(request), KEPT)


@require_safe
@needs(PUBLIC)
def sitemap(request: Request) -> HttpResponse:
    """The list of the parts."""
    mark = mark_of(request, data_version())
    if same := unchanged(request, mark):
        return same
    rows = [
        f"<sitemap><loc>{escape(_whole(request, address))}</loc></sitemap>\n"
        for address in (
            _in_chinese("catalogue:sitemap_part", part) for part in range(1, parts() + 1)
        )
    ]
    body = f'{_HEAD}<sitemapindex xmlns="{_SPACE}">\n{"".join(rows)}</sitemapindex>\n'
    return kept(HttpResponse(body, content_type=XML), mark, KEPT)


@require_safe
@needs(PUBLIC)
def sitemap_part(request: Request, part: int) -> HttpResponse | StreamingHttpResponse:
    """Some thousand standards, each in Chinese and in English."""
    mark = mark_of(request, data_version())
    if same := unchanged(request, mark):
        return same
    if not 1 <= part <= parts():
        raise Http404
    answer = StreamingHttpResponse(_urls(request, part), content_type=XML)
    return kept(answer, mark, KEPT)


def _urls(request: Request, part: int) -> Iterator[str]:
    yield f'{_HEAD}<urlset xmlns="{_SPACE}" xmlns:xhtml="{_XHTML}">\n'
    for key, changed in addresses_of(part):
        slug = slug_of(key)
        ways = {
            language: escape(_whole(request, _in(language, "catalogue:standard", slug)))
            for language in ("zh-hans", "en")
        }
        others = "".join(
            f'<xhtml:link rel="alternate" hreflang="{language}" href="{address}"/>'
            for language, address in (("zh-Hans", ways["zh-hans"]), ("en", ways["en"]))
        )
        for address in ways.values():
            yield f"<url><loc>{address}</loc><lastmod>{changed}</lastmod>{others}</url>\n"
    yield "</urlset>\n"


def _in(language: str, name: str, *arguments: object) -> str:
    with translation.override(language):
        return reverse(name, args=arguments)


def _in_chinese(name: str, *arguments: object) -> str:
    return _in("zh-hans", name, *arguments)


def _whole(request: Request, address: str) -> str:
    return request.build_absolute_uri(address)
