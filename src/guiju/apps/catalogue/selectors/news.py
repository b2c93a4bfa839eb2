"""What happened to standards (标准动态), dated: from the facts themselves, and from what was noted."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time

from django.utils import timezone

from guiju.apps.catalogue.models import Change, Edition
from guiju.apps.catalogue.selectors.facts import facts_of
from guiju.apps.catalogue.selectors.sentences import (
    amendment_news,
    edition_news,
    published_news,
    state_news,
    successor_news,
)
from guiju.core.errors import Bilingual
from guiju.core.records.facts import Facts
from guiju.core.records.partial import parse_or_none
from guiju.core.records.status import periods
from guiju.web.viewer import Viewer

MOST = 100
_STATES = ("in_force", "superseded", "withdrawn", "abandoned")


@dataclass(frozen=True, slots=True)
class News:
    """One thing that happened to a standard. `name` is the same for the same event, for ever."""

    edition: Edition
    name: str
    at: datetime
    text: Bilingual


def news_of(viewer: Viewer, editions: Iterable[Edition], on: date) -> list[News]:
    """What happened to these standards until a day, the newest first, a hundred at most."""
    rows = list(editions)
    facts = facts_of(rows)
    others = _others(rows, facts)
    found: list[News] = []
    for one in rows:
        derived = [news for news in _derived(one, facts[one.pk], others) if news.at <= _end_of(on)]
        found += {news.text: news for news in derived}.values()
    told = {news.text.zh for news in found}
    noted = Change.objects.filter(edition__in=[one.pk for one in rows], at__lte=_end_of(on))
    by_pk = {one.pk: one for one in rows}
    found += [
        News(by_pk[row.edition_id], f"noted-{row.pk}", row.at, Bilingual(row.text_zh, row.text_en))
        for row in noted[:MOST]
        if row.text_zh not in told
    ]
    return sorted(found, key=lambda news: (news.at, news.edition.sort, news.name))[: -MOST - 1 : -1]


def midnight(day: date) -> datetime:
    """The beginning of a day in Shanghai."""
    return timezone.make_aware(datetime.combine(day, time.min))


def _end_of(on: date) -> datetime:
    return timezone.make_aware(datetime.combine(on, time.max))


class _Others:
    """The editions that the facts name, and those of the same works."""

    def __init__(self, rows: list[Edition]) -> None:
        self.by_key = {one.key: one for one in rows}
        self.of_work: defaultdict[int, list[Edition]] = defaultdict(list)
        for one in rows:
            self.of_work[one.work_id].append(one)


def _others(rows: list[Edition], facts: dict[int, Facts]) -> _Others:
    named = {end.by for one in facts.values() for end in one.ends}
    named |= {amendment.number for one in facts.values() for amendment in one.amendments}
    works = {one.work_id for one in rows}
    return _Others(
        [
            *Edition.objects.filter(work__in=works),
            *Edition.objects.filter(key__in=named).exclude(work__in=works),
        ]
    )


def _derived(edition: Edition, facts: Facts, others: _Others) -> Iterator[News]:
    if day := _day(edition):
        yield News(edition, "published", day, published_news(edition))
    for one in periods(facts):
        if one.since is not None and one.state in _STATES:
            text = state_news(edition, one.state, one.since)
            yield News(edition, f"{one.state}-{one.since}", midnight(one.since), text)
    named = set()
    for end in facts.ends:
        heir = others.by_key.get(end.by)
        if heir is not None and (day := _day(heir)):
            named.add(heir.pk)
            text = successor_news(edition, heir, whole=end.whole)
            yield News(edition, f"replaced-{heir.key}", day, text)
    for amendment in facts.amendments:
        row = others.by_key.get(amendment.number)
        if row is not None and (day := _day(row)):
            yield News(edition, f"amended-{row.key}", day, amendment_news(edition, row))
    for other in others.of_work[edition.work_id]:
        if other.pk not in named and _is_newer(other, edition) and (day := _day(other)):
            yield News(edition, f"edition-{other.key}", day, edition_news(edition, other))


def _is_newer(other: Edition, edition: Edition) -> bool:
    is_whole = other.form == edition.form == Edition.Form.EDITION
    return is_whole and (other.year or 0) > (edition.year or 0) and not other.draft


def _day(edition: Edition) -> datetime | None:
    """The day of publication; of one that is known only as a month or year its first."""
    issued = parse_or_none(edition.issued)
    return midnight(issued.first) if issued else None
