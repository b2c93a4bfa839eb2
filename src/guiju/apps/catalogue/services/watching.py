"""Watch lists (关注清单): made, renamed, removed; standards put on them, taken off and moved on.

The journal says which list changed and by how many standards, never which: what a person follows
is his own affair.
"""

import secrets
from collections.abc import Iterable, Mapping
from typing import cast

from django.db import transaction

from guiju.apps.catalogue.models import Edition, Watch, WatchList
from guiju.apps.catalogue.rules import OWN_LIST
from guiju.apps.catalogue.selectors.successors import successors
from guiju.apps.catalogue.selectors.watching import ended, situations
from guiju.apps.catalogue.services.naming import check_room, checked_name, wait_for_turn
from guiju.apps.journal.services import record
from guiju.core.errors import StateError
from guiju.web.viewer import Viewer


class NoSuccessorError(StateError):
    """Nothing takes the standard's place (没有后继版本)."""

    code = "no_successor"
    zh = "{subject} 目前没有可以替换的后继版本，清单没有改动。"
    en = "{subject} has no successor to move to; the list was not changed."


def create_list(*, name: str, by: Viewer) -> WatchList:
    """A new, empty list of the viewer's own, with a secret address for its feed."""
    OWN_LIST.check(by)
    with transaction.atomic():
        wait_for_turn(by)
        own = WatchList.objects.filter(owner=by.user)
        check_room("most_lists", own.count() + 1, by)
        made = WatchList.objects.create(
            owner_id=cast(int, by.user), name=checked_name(name, own), token=_new_token()
        )
        _journal("create_watch_list", made, by, after={"name": made.name})
    return made


def rename_list(*, watch_list: WatchList, name: str, by: Viewer) -> WatchList:
    OWN_LIST.check(by, watch_list)
    with transaction.atomic():
        wait_for_turn(by)
        own = WatchList.objects.filter(owner=by.user)
        before = {"name": watch_list.name}
        watch_list.name = checked_name(name, own, besides=watch_list.pk)
        watch_list.save(update_fields=["name"])
        _journal("rename_watch_list", watch_list, by, before, {"name": watch_list.name})
    return watch_list


def remove_list(*, watch_list: WatchList, by: Viewer) -> None:
    """The list goes with all that stands on it, and its feed with it."""
    OWN_LIST.check(by, watch_list)
    with transaction.atomic():
        keys = watch_list.watches.order_by("pk").values_list("edition__key", flat=True)
        before = {"name": watch_list.name, "standards": list(keys)}
        _journal("remove_watch_list", watch_list, by, before)
        watch_list.delete()


def renew_feed(*, watch_list: WatchList, by: Viewer) -> WatchList:
    """A new secret address for the feed; the old one works no more, at once."""
    OWN_LIST.check(by, watch_list)
    with transaction.atomic():
        watch_list.token = _new_token()
        watch_list.save(update_fields=["token"])
        _journal("renew_watch_feed", watch_list, by)
    return watch_list


def watch(*, watch_list: WatchList, editions: Iterable[Edition], by: Viewer) -> int:
    """Put standards on a list; those that stand there already stay. How many are new.

    The owner counts as told of how things stand today, and hears of what changes from now on.
    """
    OWN_LIST.check(by, watch_list)
    with transaction.atomic():
        wait_for_turn(by)
        added = _add(watch_list, editions, by)
        if added:
            _journal("watch_standards", watch_list, by, count=added)
    return added


def unwatch(*, watch_list: WatchList, editions: Iterable[Edition], by: Viewer) -> int:
    """Take standards off a list; how many stood there."""
    OWN_LIST.check(by, watch_list)
    with transaction.atomic():
        gone, _ = watch_list.watches.filter(edition__in=[one.pk for one in editions]).delete()
        if gone:
            _journal("unwatch_standards", watch_list, by, count=gone)
    return gone


def move_on(*, watch_list: WatchList, edition: Edition, by: Viewer) -> tuple[Edition, ...]:
    """The list has the successors of a standard in its place, as its owner agreed to."""
    OWN_LIST.check(by, watch_list)
    with transaction.atomic():
        wait_for_turn(by)
        heirs = _moved(watch_list, [edition], by)
        if not heirs:
            raise NoSuccessorError(edition.display)
        _journal("move_watches", watch_list, by, count=1)
    return heirs


def move_all(*, watch_list: WatchList, by: Viewer) -> int:
    """Every standard of the list that ended gives its place to its successors. How many did."""
    OWN_LIST.check(by, watch_list)
    with transaction.atomic():
        wait_for_turn(by)
        before = ended(by, watch_list).count()
        _moved(watch_list, ended(by, watch_list), by)
        moved = before - ended(by, watch_list).count()
        if moved:
            _journal("move_watches", watch_list, by, count=moved)
    return moved


def _moved(watch_list: WatchList, editions: Iterable[Edition], by: Viewer) -> tuple[Edition, ...]:
    """Successors come on the list, and what they succeed leaves it; one without stays."""
    standing = set(watch_list.watches.values_list("edition_id", flat=True))
    heirs = {
        pk: found
        for pk, found in successors(by, editions, by.today).items()
        if found and pk in standing
    }
    new = {one.pk: one for found in heirs.values() for one in found}
    watch_list.watches.filter(edition__in=heirs).delete()
    _add(watch_list, new.values(), by)
    return tuple(new.values())


def _add(watch_list: WatchList, editions: Iterable[Edition], by: Viewer) -> int:
    standing = set(watch_list.watches.values_list("edition_id", flat=True))
    new = list({one.pk: one for one in editions if one.pk not in standing}.values())
    check_room("most_standards", len(standing) + len(new), by)
    told = situations(by, new, by.today) if new else {}
    Watch.objects.bulk_create(
        Watch(list=watch_list, edition=one, since=by.today, told=told[one.pk].as_told())
        for one in new
    )
    return len(new)


def _new_token() -> str:
    return secrets.token_urlsafe(32)


def _journal(
    act: str,
    watch_list: WatchList,
    by: Viewer,
    before: Mapping[str, object] | None = None,
    after: Mapping[str, object] | None = None,
    count: int | None = None,
) -> None:
    record(
        by=by,
        action=f"catalogue.{act}",
        subject=f"catalogue.watchlist:{watch_list.pk}",
        before=before,
        after=after,
        details={} if count is None else {"count": count},
    )
