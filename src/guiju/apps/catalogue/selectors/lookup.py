"""From a written number to editions (按编号查找): exact first, then every sloppy form."""

from collections.abc import Callable

from django.db.models import QuerySet

from guiju.apps.catalogue.models import Edition, NumberKey, Work
from guiju.core import numbers
from guiju.core.errors import NotFoundError
from guiju.core.records.identity import identity_of
from guiju.web.viewer import Viewer

MOST = 50


class NoSuchStandardError(NotFoundError):
    """The catalogue does not have it (名录中没有)."""

    code = "no_such_standard"
    zh = "名录中没有“{subject}”。请核对编号，或在检索框中输入名称。"
    en = "“{subject}” is not in the catalogue. Check the number, or search for a title."


def edition_by_key(viewer: Viewer, key: str) -> Edition:
    """The edition of a canonical number; of a number without a year the newest edition."""
    found = Edition.objects.select_related("work").filter(key=key).first()
    if found is None:
        work = Work.objects.select_related("newest__work").filter(key=key).first()
        found = work.newest if work else None
    if found is None:
        raise NoSuchStandardError(key)
    return found


def editions_by_number(viewer: Viewer, written: str) -> list[Edition]:
    """The editions that a written number may mean, the likeliest first; at most fifty.

    Canonical readings come first, then the folded form (letters and digits alone) of editions,
    of works, and of works of which the number leaves out the part.
    """
    readings = [identity_of(one) for one in numbers.candidates(written)]
    squashed = numbers.squash(written)
    others = [key for one in readings for key in numbers.other_natures(one.key)]
    steps: tuple[Callable[[], QuerySet[Edition]], ...] = (
        lambda: Edition.objects.filter(key__in=[one.key for one in readings]),
        lambda: _of_works([one.key for one in readings], by="key"),
        lambda: Edition.objects.filter(
            pk__in=NumberKey.objects.filter(key=squashed).values("edition")
        ),
        # GB/T 1-2099 and the work GB/T 12099 have the same letters: what reads as it stands is meant.
        lambda: _of_works([] if numbers.try_read(written) else [squashed], by="squash"),
        lambda: Edition.objects.filter(key__in=others),
        lambda: _of_works(others, by="key"),
        lambda: Edition.objects.filter(
            pk__in=Work.objects.filter(series__in=[one.key for one in readings]).values("newest")
        ),
    )
    if not squashed:
        return []
    for step in steps:
        if found := list(step().select_related("work").order_by("-newest", "-year", "sort")[:MOST]):
            order = {one.key: at for at, one in enumerate(readings)}
            return sorted(found, key=lambda one: order.get(one.key, order.get(one.work.key, 99)))
    return []


def _of_works(values: list[str], *, by: str) -> QuerySet[Edition]:
    return Edition.objects.filter(
        pk__in=Work.objects.filter(**{f"{by}__in": values}).values("newest")
    )
