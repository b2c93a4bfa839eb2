"""Plans, measures, tasks and outputs by words that occur in them."""

from typing import NamedTuple, TypeVar

from django.db.models import Model, Q, QuerySet

from guiju.apps.governance.models import Action, Measure, Output
from guiju.apps.governance.selectors.plans import visible_plans
from guiju.core.errors import Bilingual
from guiju.web.viewer import Viewer

Row = TypeVar("Row", bound=Model)
AROUND = 30  # characters shown on each side of what was looked for


class Found(NamedTuple):
    """One record: its plan's slug, its key, its name, and the words around the match."""

    plan: str
    pk: int
    name: Bilingual
    why: str


def _with_words(rows: QuerySet[Row], text: str, *fields: str) -> QuerySet[Row]:
    for word in text.split():
        asked = Q()
        for field in fields:
            asked |= Q(**{f"{field}__icontains": word})
        rows = rows.filter(asked)
    return rows


def excerpt(whole: str, text: str) -> str:
    """The words around the first place where `text` begins to match.

    >>> excerpt("一二三四五", "三")
    '一二三四五'
    """
    at = max(whole.casefold().find(text.split()[0].casefold()), 0)
    start, end = max(at - AROUND, 0), at + AROUND
    return ("…" if start else "") + whole[start:end] + ("…" if end < len(whole) else "")


def measures_with(viewer: Viewer, text: str, limit: int) -> tuple[list[Found], int]:
    """Measures whose title or text holds every word, and how many there are."""
    rows = Measure.objects.filter(plan__in=visible_plans(viewer), withdrawn=None)
    rows = _with_words(rows, text, "title_zh", "title_en", "text").select_related("plan")
    found = [
        Found(
            row.plan.slug,
            row.pk,
            Bilingual(f"{row.label}{row.title_zh}", row.title_en),
            excerpt(row.text, text),
        )
        for row in rows.order_by("plan", "order")[:limit]
    ]
    return found, rows.count()


def actions_with(viewer: Viewer, text: str, limit: int) -> tuple[list[Found], int]:
    """Tasks whose text holds every word."""
    rows = Action.objects.filter(
        measure__plan__in=visible_plans(viewer), measure__withdrawn=None, withdrawn=None
    )
    rows = _with_words(rows, text, "text").select_related("measure__plan")
    found = [
        Found(
            row.measure.plan.slug,
            row.pk,
            Bilingual(row.text, ""),
            f"{row.measure.label}{row.measure.title_zh}",
        )
        for row in rows.order_by("measure__plan", "measure__order", "order")[:limit]
    ]
    return found, rows.count()


def outputs_with(viewer: Viewer, text: str, limit: int) -> tuple[list[Found], int]:
    """Named outputs whose name holds every word."""
    rows = Output.objects.filter(
        measure__plan__in=visible_plans(viewer), measure__withdrawn=None, withdrawn=None
    )
    rows = _with_words(rows, text, "name", "kind").select_related("measure__plan")
    found = [
        Found(
            row.measure.plan.slug,
            row.pk,
            Bilingual(row.name, ""),
            f"{row.measure.label}{row.measure.title_zh}",
        )
        for row in rows.order_by("measure__plan", "measure__order", "order")[:limit]
    ]
    return found, rows.count()
