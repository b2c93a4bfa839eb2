"""What to try when nothing was found (无结果时的建议)."""

from typing import NamedTuple

from guiju.apps.catalogue.selectors.asked import Asked
from guiju.apps.catalogue.selectors.facet_names import TITLES
from guiju.apps.catalogue.selectors.searching import proposals
from guiju.core.errors import Bilingual
from guiju.search import Proposal, Result
from guiju.web.viewer import Viewer

_YEARS = {"year_from", "year_to"}


class Idea(NamedTuple):
    """Another search that finds something: other words, or `dropped` filters left out."""

    text: str
    dropped: list[Bilingual]
    total: int
    address: str


def ideas(viewer: Viewer, asked: Asked, result: Result) -> list[Idea]:
    """The nearest first; none where something was found."""
    if result.total or asked.is_empty:
        return []
    return [_idea(asked, one) for one in proposals(viewer, asked.query)]


def _idea(asked: Asked, one: Proposal) -> Idea:
    names = dict.fromkeys("year" if name in _YEARS else name for name in one.dropped)
    dropped = [TITLES[name] for name in names]
    return Idea(one.query.text, dropped, one.total, asked.of(one.query).address())
