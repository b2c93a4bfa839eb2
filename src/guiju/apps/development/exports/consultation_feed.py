"""The Atom feed of open consultations (征求意见订阅): the same bytes as long as the same are open."""

from collections.abc import Iterable
from datetime import date, datetime, time

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from django.utils.translation import gettext as _

from guiju.apps.catalogue.exports.atom import MIME, clean, urn
from guiju.apps.development.selectors.consulting import Consultation

__all__ = ["MIME", "feed_of"]
# What an empty feed says of its age; a feed never asks the clock.
_LONG_AGO = datetime(2020, 1, 1, tzinfo=timezone.get_fixed_timezone(480))


class _Feed(Atom1Feed):
    def latest_post_date(self) -> datetime:
        return max((one["updateddate"] for one in self.items), default=_LONG_AGO)


def feed_of(found: Iterable[Consultation], language: str) -> bytes:
    """An entry for each: its title, until when and who is asked; the newest first."""
    feed = _Feed(
        title=_("Consultations"),
        link=_address("consultations"),
        description="",
        language=language,
        author_name="规矩 Guiju",
        feed_url=_address("consultations_feed"),
        feed_guid=urn("consultations"),
    )
    for one in sorted(found, key=lambda one: (one.round.opened, one.round.pk), reverse=True):
        opened = _morning(one.round.opened)
        feed.add_item(
            title=_title(one, language),
            link=_address("consultation", one.round.pk),
            description=escape(_about(one, language)),  # readers take it for HTML
            unique_id=urn(f"consultation#{one.round.pk}"),
            pubdate=opened,
            updateddate=opened,
        )
    return feed.writeString("utf-8").encode()


def _title(one: Consultation, language: str) -> str:
    project = one.project
    title = project.title_en if language == "en" and project.title_en else project.title_zh
    return clean(f"{title} · {one.title.say(language)}")


def _about(one: Consultation, language: str) -> str:
    asked = " · ".join(who.say(language) for who in one.audiences)
    until = _("Open for comments until %(day)s.") % {"day": one.round.last.isoformat()}
    return f"{until} {one.procedure.say(language)} · {asked}"


def _morning(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


def _address(name: str, *args: object) -> str:
    return f"{settings.SITE_URL}{reverse(f'development:{name}', args=args)}"
