"""Searches that a person keeps (保存的检索)."""

from django.db.models import QuerySet

from guiju.apps.catalogue.models import SavedSearch
from guiju.apps.catalogue.rules import OWN_LIST
from guiju.core.errors import NotFoundError
from guiju.web.viewer import Viewer


class NoSuchSearchError(NotFoundError):
    """There is no such saved search (没有该检索)."""

    code = "no_such_search"
    zh = "没有这个保存的检索。它可能已被删除。"
    en = "There is no such saved search. It may have been removed."


def searches_of(viewer: Viewer) -> QuerySet[SavedSearch]:
    """The viewer's own, by name."""
    return SavedSearch.objects.filter(owner=viewer.user)


def search_of(viewer: Viewer, pk: int) -> SavedSearch:
    """The viewer's search; refused to everybody else."""
    found = SavedSearch.objects.filter(pk=pk).first()
    if found is None:
        raise NoSuchSearchError(str(pk))
    OWN_LIST.check(viewer, found)
    return found
