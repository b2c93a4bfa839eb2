"""Atom feeds (Atom 订阅): valid, the same bytes for the same news, in one language with the other named."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from django.utils.xmlutils import SimplerXMLGenerator

from guiju.apps.catalogue.selectors.news import News

MIME = "application/atom+xml; charset=utf-8"
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """What a feed says of itself. `own` and `page` are addresses, `other` the feed in `other_language`.

    `name` decides the feed's identity and its entries'; `since` is when it was last new at the
    earliest, which an empty feed shows.
    """

    name: str
    title: str
    subtitle: str
    language: str
    own: str
    page: str
    other: str
    other_language: str
    since: datetime


class _Feed(Atom1Feed):
    """Atom that names the same feed in the other language and never asks the clock."""

    def add_root_elements(self, handler: SimplerXMLGenerator) -> None:
        super().add_root_elements(handler)
        handler.addQuickElement("generator", "Guiju 规矩")
        link = {
            "rel": "alternate",
            "type": "application/atom+xml",
            "href": self.feed["other"],
            "hreflang": self.feed["other_language"],
        }
        handler.addQuickElement("link", "", link)

    def latest_post_date(self) -> datetime:
        since: datetime = self.feed["since"]
        return max((one["updateddate"] for one in self.items), default=since)


def atom(channel: Channel, news: Iterable[tuple[News, str]]) -> bytes:
    """The feed of some news, each with the address of its page."""
    feed = _Feed(
        title=clean(channel.title),
        link=channel.page,
        description="",
        subtitle=clean(channel.subtitle),
        language=channel.language,
        author_name="规矩 Guiju",
        feed_url=channel.own,
        feed_guid=urn(channel.name),
        other=channel.other,
        other_language=channel.other_language,
        since=channel.since,
    )
    for one, address in news:
        words = clean(one.text.say(channel.language))
        feed.add_item(
            title=words,
            link=address,
            description=escape(clean(_about(one, channel.language))),  # readers take it for HTML
            unique_id=urn(f"{one.edition.key}#{one.name}"),
            pubdate=one.at,
            updateddate=one.at,
        )
    return feed.writeString("utf-8").encode()


def _about(one: News, language: str) -> str:
    """The title of the standard, in the feed's language where there is one."""
    edition = one.edition
    if language.startswith("en"):
        return edition.title_en or edition.title_zh
    return edition.title_zh or edition.title_en


def urn(name: str) -> str:
    """The same name for ever, wherever the platform stands."""
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'guiju:{name}')}"


def clean(text: Any) -> str:
    """Without the characters that XML cannot carry."""
    return _NOT_XML.sub("", str(text))
