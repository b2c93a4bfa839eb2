"""Telling watchers (关注提醒): one notice when how things stand differs from what was last told.

Only editions on somebody's list are looked at, some hundred a step; each step is one act. Running
it again tells nobody twice.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from json import dumps
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils import timezone, translation

from guiju.apps.accounts.models import User
from guiju.apps.accounts.services.notices import notify
from guiju.apps.catalogue.address import slug_of
from guiju.apps.catalogue.models import Change, Edition, Watch
from guiju.apps.catalogue.selectors.sentences import (
    amendment_news,
    draft_news,
    state_news,
    successor_news,
)
from guiju.apps.catalogue.selectors.watching import Situation, situations
from guiju.apps.journal.services import record
from guiju.core.errors import Bilingual
from guiju.web.viewer import Viewer

STEP = 500
_LONGEST_LINK = 200


@dataclass(frozen=True, slots=True)
class Difference:
    """Something that a watcher was not told yet."""

    kind: str
    text: Bilingual


def tell(*, on: date, by: Viewer) -> dict[str, int]:
    """Tell everybody who watches something what is new on a day.

    The counts: editions looked at (`watched`), those with news (`changed`), new `notices`.
    """
    counts: Counter[str] = Counter(watched=0, changed=0, notices=0)
    for step in _steps():
        with transaction.atomic():
            done = _tell_step(step, on, by)
            if done["changed"]:
                record(
                    by=by,
                    action="catalogue.tell_watchers",
                    subject=f"catalogue.watches:{on.isoformat()}",
                    details=dict(done),
                )
        counts.update(done)
    return dict(counts)


def _steps() -> Iterator[list[Edition]]:
    """The watched editions, in order of the database key."""
    last = 0
    watched = Edition.objects.filter(pk__in=Watch.objects.values("edition")).order_by("pk")
    while rows := list(watched.filter(pk__gt=last).select_related("work")[:STEP]):
        yield rows
        last = rows[-1].pk


def _tell_step(editions: Sequence[Edition], on: date, by: Viewer) -> Counter[str]:
    now = situations(by, editions, on)
    watches: defaultdict[int, list[Watch]] = defaultdict(list)
    rows = Watch.objects.select_for_update(of=("self",)).filter(edition__in=list(now))
    for row in rows.select_related("list").order_by("pk"):
        watches[row.edition_id].append(row)
    done: Counter[str] = Counter(watched=len(editions), changed=0, notices=0)
    moved: list[Watch] = []
    changes: list[Change] = []
    owners = User.objects.in_bulk({row.list.owner_id for some in watches.values() for row in some})
    for one in editions:
        told = now[one.pk].as_told()
        behind = [row for row in watches[one.pk] if row.told != told]
        if not behind:
            continue
        news = _news_by_told(one, now[one.pk], behind)
        done["changed"] += bool(news)
        for text, some in news.items():
            users = [owners[row.list.owner_id] for row in some]
            done["notices"] += notify(
                users=users, key=_key(one, told, on), text=text, link=_link(one)
            )
        changes += _changes(one, now[one.pk], behind)
        for row in behind:
            row.told = told
        moved += behind
    Watch.objects.bulk_update(moved, ["told"], batch_size=200)
    Change.objects.bulk_create(changes)
    return done


def differences(edition: Edition, now: Situation, told: dict[str, Any]) -> list[Difference]:
    """What is new against what was told. Nothing for a watcher who was never told anything."""
    if not told:
        return []
    found = []
    if told.get("state") != now.state:
        text = state_news(edition, now.state, now.since)
        found.append(Difference(Change.Kind.STATE, text))
    for name, rows, sentence in (
        ("successors", now.successors, successor_news),
        ("amendments", now.amendments, amendment_news),
        ("drafts", now.drafts, draft_news),
    ):
        known = set(told.get(name, ()))
        found += [
            Difference(Change.Kind.RELATION, sentence(edition, row))
            for row in rows
            if row.key not in known
        ]
    return found


def _news_by_told(
    edition: Edition, now: Situation, behind: list[Watch]
) -> dict[Bilingual, list[Watch]]:
    """Watchers who were told different things before hear different sentences."""
    found: defaultdict[Bilingual, list[Watch]] = defaultdict(list)
    for row in behind:
        news = [one.text for one in differences(edition, now, row.told)]
        if news:
            found[Bilingual("".join(one.zh for one in news), " ".join(one.en for one in news))] += [
                row
            ]
    return found


def _changes(edition: Edition, now: Situation, behind: list[Watch]) -> list[Change]:
    """One row a difference, however many watchers had it."""
    news = {one for row in behind for one in differences(edition, now, row.told)}
    return [
        Change(
            edition=edition,
            at=timezone.now(),
            kind=one.kind,
            text_zh=one.text.zh,
            text_en=one.text.en,
        )
        for one in sorted(news, key=lambda one: one.text)
    ]


def _key(edition: Edition, told: dict[str, object], on: date) -> str:
    digest = sha256(dumps(told, sort_keys=True).encode()).hexdigest()[:16]
    return f"catalogue.watch:{edition.pk}:{on.isoformat()}:{digest}"


def _link(edition: Edition) -> str:
    with translation.override("zh-hans"):
        link = reverse("catalogue:standard", args=[slug_of(edition.key)])
        return link if len(link) <= _LONGEST_LINK else reverse("catalogue:watching")
