"""Keeping searches (保存检索). A search is the query string of the search page."""

from collections.abc import Mapping
from typing import cast
from urllib.parse import parse_qsl, urlencode

from django.db import transaction

from guiju.apps.catalogue.models import SavedSearch
from guiju.apps.catalogue.rules import OWN_LIST
from guiju.apps.catalogue.services.naming import check_room, checked_name, wait_for_turn
from guiju.apps.journal.services import record
from guiju.core.errors import InputError
from guiju.web.viewer import Viewer

LONGEST = 1000
_MOST_FIELDS = 100
_PLACE = {"page", "cursor"}  # where somebody was in the list is no part of the search


class BadSearchError(InputError):
    """Nothing to search for, or more than can be kept (检索条件有误)."""

    code = "bad_search"
    zh = "没有可保存的检索条件，或条件过长。请先检索，再点“保存检索”。"
    en = "There is no search to save, or it is too long. Search first, then save it."


def save_search(*, name: str, query: str, by: Viewer) -> SavedSearch:
    """Keep a search under a name."""
    OWN_LIST.check(by)
    with transaction.atomic():
        wait_for_turn(by)
        own = SavedSearch.objects.filter(owner=by.user)
        check_room("most_searches", own.count() + 1, by)
        made = SavedSearch.objects.create(
            owner_id=cast(int, by.user), name=checked_name(name, own), query=tidy_query(query)
        )
        _journal("save_search", made, by, after={"name": made.name, "query": made.query})
    return made


def rename_search(*, search: SavedSearch, name: str, by: Viewer) -> SavedSearch:
    OWN_LIST.check(by, search)
    with transaction.atomic():
        wait_for_turn(by)
        own = SavedSearch.objects.filter(owner=by.user)
        before = {"name": search.name}
        search.name = checked_name(name, own, besides=search.pk)
        search.save(update_fields=["name"])
        _journal("rename_search", search, by, before, {"name": search.name})
    return search


def remove_search(*, search: SavedSearch, by: Viewer) -> None:
    OWN_LIST.check(by, search)
    with transaction.atomic():
        _journal("remove_search", search, by, {"name": search.name, "query": search.query})
        search.delete()


def tidy_query(query: str) -> str:
    """The query string without empty values, control characters and the place in the list."""
    try:
        pairs = parse_qsl(query.lstrip("?"), max_num_fields=_MOST_FIELDS)
    except ValueError as error:
        raise BadSearchError(query[:40]) from error
    kept = [
        (name, value)
        for name, value in pairs
        if name not in _PLACE and value.strip() and f"{name}{value}".isprintable()
    ]
    tidied = urlencode(kept)
    if not kept or len(tidied) > LONGEST:
        raise BadSearchError(query[:40])
    return tidied


def _journal(
    act: str,
    search: SavedSearch,
    by: Viewer,
    before: Mapping[str, object] | None = None,
    after: Mapping[str, object] | None = None,
) -> None:
    record(
        by=by,
        action=f"catalogue.{act}",
        subject=f"catalogue.savedsearch:{search.pk}",
        before=before,
        after=after,
    )
