"""How many editions stand under each code of ICS and CCS (分类计数), as the search index counts them.

The index holds every edition under its codes and all codes above them, so that one pass over it
gives every number of a tree. They are kept until the index changes.
"""

from collections.abc import Mapping

from guiju.apps.catalogue.selectors.searching import (
    IndexNotReadyError,
    Query,
    find,
    index_mark,
)
from guiju.web.viewer import Viewer

_MOST = 50_000  # codes: more than either classification has
_kept: tuple[tuple[int, ...], dict[str, Mapping[str, int]]] = ((), {})


def class_counts(viewer: Viewer, scheme: str) -> Mapping[str, int] | None:
    """Editions by code, each once under a code; None while there is no index."""
    global _kept  # noqa: PLW0603 - one a process
    try:
        mark = index_mark()
        if _kept[0] != mark:
            _kept = (mark, {})
        counts = _kept[1]
        if scheme not in counts:
            asked = Query(on=viewer.today, limit=1, facets=(scheme,), facet_size=_MOST)
            counts[scheme] = dict(find(viewer, asked).facets[scheme])
    except IndexNotReadyError:
        return None
    return counts[scheme]
