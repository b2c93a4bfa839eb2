"""Atom feeds of a standard and of a watch list. A feed reader needs no account."""

from collections.abc import Iterable
from hashlib import sha256

from django.conf import settings
from django.http import HttpResponse
from django.urls import reverse
from django.utils import translation
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from guiju.apps.accounts.views.parts import language
from guiju.apps.catalogue.address import slug_of
from guiju.apps.catalogue.exports.atom import MIME, Channel, atom
from guiju.apps.catalogue.selectors.news import News, news_of
from guiju.apps.catalogue.selectors.standard.version import data_version
from guiju.apps.catalogue.selectors.watching import list_by_token, watches
from guiju.apps.catalogue.views.standards import edition_of
from guiju.web.access import PUBLIC, needs
from guiju.web.request import Request

FRESH = 900  # seconds for which a reader need not ask again
_OTHER = {"zh-hans": "en", "en": "zh-hans"}


@require_safe
@needs(PUBLIC)
def standard_feed(request: Request, number: str) -> HttpResponse:
    edition = edition_of(request, number)
    news = news_of(request.viewer, [edition], request.viewer.today)
    slug = slug_of(edition.key)
    channel = Channel(
        name=edition.key,
        title=_("News of %(number)s") % {"number": edition.display},
        subtitle=edition.title_zh or edition.title_en,
        page=_address("catalogue:standard", slug),
        since=edition.changed,
        **_places("catalogue:standard_feed", slug),
    )
    return _answer(request, channel, news, "public")


@require_safe
@needs(PUBLIC)
def watch_feed(request: Request, token: str) -> HttpResponse:
    """The secret address is the key: whoever knows it reads the feed, and search engines do not."""
    one = list_by_token(token)
    viewer = request.viewer
    editions = [row.edition for row in watches(viewer, one)]
    news = news_of(viewer, editions, viewer.today)
    channel = Channel(
        name=f"watchlist-{one.pk}",
        title=_("Watch list: %(name)s") % {"name": one.name},
        subtitle="",
        page=_address("catalogue:watch_list", one.pk),
        since=one.created,
        **_places("catalogue:watch_feed", token),
    )
    answer = _answer(request, channel, news, "private")
    answer.headers["X-Robots-Tag"] = "noindex, nofollow"
    answer.headers["Referrer-Policy"] = "no-referrer"
    return answer


def _answer(request: Request, channel: Channel, news: list[News], who: str) -> HttpResponse:
    """The feed, or 304 where the reader has it already."""
    body = atom(channel, _with_addresses(news))
    etag = f'"{sha256(body).hexdigest()[:32]}"'
    # News may carry an old day: what counts is the last act, or a day that has come since.
    newest = max(filter(None, [data_version()[1], channel.since, *(one.at for one in news)]))
    headers = {
        "ETag": etag,
        "Last-Modified": http_date(newest.timestamp()),
        "Cache-Control": f"{who}, max-age={FRESH}",
    }
    answer = HttpResponse(body, content_type=MIME, headers=headers)
    kept = get_conditional_response(request, etag, int(newest.timestamp()), answer)
    return kept if isinstance(kept, HttpResponse) else answer


def _with_addresses(news: Iterable[News]) -> Iterable[tuple[News, str]]:
    return ((one, _address("catalogue:standard", slug_of(one.edition.key))) for one in news)


def _places(name: str, *args: object) -> dict[str, str]:
    """The feed's own address, and the same feed in the other language."""
    own = language()
    with translation.override(_OTHER[own]):
        other = _address(name, *args)
    return {
        "language": own,
        "own": _address(name, *args),
        "other": other,
        "other_language": _OTHER[own],
    }


def _address(name: str, *args: object) -> str:
    return f"{settings.SITE_URL}{reverse(name, args=args)}"
