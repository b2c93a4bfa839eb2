"""The standards that a text refers to, on a day (所引标准的状态)."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date

from django.db.models import Q

from guiju.apps.catalogue.models import Edition
from guiju.apps.catalogue.selectors.standard import state_of
from guiju.apps.library.rendering import Standing
from guiju.core.codes.words import word
from guiju.core.documents.mapping import mapped
from guiju.core.documents.model import Document, Text
from guiju.web.viewer import Viewer


def cited_keys(document: Document) -> set[str]:
    """The canonical numbers of all references to standards."""
    found: set[str] = set()

    def look(text: Text, _address: str) -> Text:
        found.update(one.value for one in text.marks if one.kind == "standard" and one.value)
        return text

    mapped(document, look)
    return found


def standings(
    viewer: Viewer,
    keys: Iterable[str],
    on: date,
    *,
    language: str,
    url_of: Callable[[str], str],
) -> dict[str, Standing]:
    """By number as cited: a dated one is that edition, an undated one the edition in force on the day.

    One query, whatever the number of keys; numbers that the catalogue does not have are left out.
    """
    return {
        key: _standing(edition, on, language, url_of)
        for key, edition in _editions(keys, on).items()
    }


def states_of(keys: Iterable[str], on: date) -> dict[str, tuple[str, str]]:
    """The state on a day of each number that the catalogue has, and its newest edition if another."""
    found = {}
    for key, one in _editions(keys, on).items():
        newest = one.work.newest
        other = newest.display if newest and newest.pk != one.pk else ""
        found[key] = state_of(one, on), other
    return found


def _editions(keys: Iterable[str], on: date) -> dict[str, Edition]:
    wanted = list(keys)
    rows = Edition.objects.select_related("work__newest").filter(
        Q(key__in=wanted) | Q(work__key__in=wanted)
    )
    by_work: dict[str, list[Edition]] = defaultdict(list)
    by_key: dict[str, Edition] = {}
    for one in rows:
        by_key[one.key] = one
        by_work[one.work.key].append(one)
    found = {key: by_key.get(key) or _standing_for(by_work.get(key, []), on) for key in wanted}
    return {key: one for key, one in found.items() if one is not None}


def _standing_for(editions: list[Edition], on: date) -> Edition | None:
    """In force on the day first, then the newest."""
    whole = [one for one in editions if one.form == Edition.Form.EDITION]
    return max(
        whole,
        key=lambda one: (state_of(one, on) == "in_force", one.newest, one.sort),
        default=None,
    )


def _standing(edition: Edition, on: date, language: str, url_of: Callable[[str], str]) -> Standing:
    state = state_of(edition, on)
    titles = [edition.title_zh, edition.title_en]
    if language.startswith("en"):
        titles.reverse()
    return Standing(
        key=edition.key,
        url=url_of(edition.key),
        display=edition.display,
        title=titles[0] or titles[1],
        state=state,
        words=word("state", state).say(language),
    )
