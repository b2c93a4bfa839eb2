"""What an address of the library asks for: which text, on which day."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from guiju.apps.accounts.views.parts import language
from guiju.apps.catalogue.address import key_of, slug_of
from guiju.apps.catalogue.models import Edition
from guiju.apps.catalogue.selectors.standard import asked_for, state_of
from guiju.apps.catalogue.views.days import day_context
from guiju.apps.library.models import Text
from guiju.apps.library.rendering import Look, Standing
from guiju.apps.library.selectors.standings import cited_keys, standings
from guiju.apps.library.selectors.texts import Asked, text_for
from guiju.core.codes.words import word
from guiju.core.documents.model import Document
from guiju.web.request import Request

_DIGITS = 6


@dataclass(frozen=True, slots=True)
class Opened:
    """A text that a page opens, and the day that it speaks of."""

    edition: Edition
    text: Text
    on: date
    days: dict[str, Any]

    @property
    def context(self) -> dict[str, Any]:
        """What every page of a text shows."""
        state = state_of(self.edition, self.on)
        return {
            **self.days,
            "edition": self.edition,
            "text": self.text,
            "state": state,
            "state_words": word("state", state).say(language()),
        }


def open_text(request: Request, number: str) -> Opened:
    """The text of an address: `?lang=`, `?version=`, `?on=`; the page's language comes first."""
    days = day_context(request)
    edition = asked_for(request.viewer, key_of(number), days["on"]).edition
    version = request.GET.get("version", "")
    asked = Asked(
        language=request.GET.get("lang", "")[:2],
        version=int(version[:_DIGITS]) if version.isascii() and version.isdigit() else 0,
    )
    text = text_for(request.viewer, edition, asked, prefer=language()[:2])
    return Opened(edition, text, days["on"], days)


def address_of(name: str, edition: Edition, **query: object) -> str:
    """A page of an edition's text; what is empty is left out of the query."""
    said = {key: value for key, value in query.items() if value}
    address = reverse(f"library:{name}", args=[slug_of(edition.key)])
    return f"{address}?{urlencode(said)}" if said else address


def standing_of(request: Request, document: Document, opened: Opened) -> dict[str, Standing]:
    """The standards that a document refers to, on the day of the page."""
    on = opened.days["link_on"]

    def url_of(key: str) -> str:
        address = reverse("catalogue:standard", args=[slug_of(key)])
        return f"{address}?{urlencode({'on': on})}" if on else address

    return standings(
        request.viewer, cited_keys(document), opened.on, language=language(), url_of=url_of
    )


def look_of(text: Text, **more: Any) -> Look:
    """How a text is drawn; its number begins each address."""
    return Look(number=text.edition.display, **more)
