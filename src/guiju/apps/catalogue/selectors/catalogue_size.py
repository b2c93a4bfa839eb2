"""How much the catalogue holds (名录规模), for the home page."""

from typing import NamedTuple

from guiju.apps.catalogue.selectors.searching import IndexNotReadyError, Query, find
from guiju.web.viewer import Viewer


class Size(NamedTuple):
    """Editions in the index, and how many of them are in force today."""

    editions: int
    in_force: int


def size_of_catalogue(viewer: Viewer) -> Size | None:
    """Counted by the index, which keeps the counts; None while there is no index."""
    asked = Query(on=viewer.today, limit=1, facets=("state",))
    try:
        found = find(viewer, asked)
    except IndexNotReadyError:
        return None
    return Size(found.total, dict(found.facets["state"]).get("in_force", 0))
