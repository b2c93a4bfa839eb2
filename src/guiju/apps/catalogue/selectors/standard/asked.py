"""What a number in an address means (地址中的编号): one edition, or what might have been meant."""

from dataclasses import dataclass
from datetime import date

from guiju.apps.catalogue.models import Edition
from guiju.apps.catalogue.selectors.lookup import NoSuchStandardError, editions_by_number
from guiju.apps.catalogue.selectors.standard.shown import Shown, shown_all, state_of
from guiju.core import numbers
from guiju.core.records.identity import Identity, identity, identity_of
from guiju.web.searching import read_query
from guiju.web.viewer import Viewer

_NEAR = 6


@dataclass(frozen=True, slots=True)
class Asked:
    """The edition that is meant; `undated` when the number had no year, `exact` as it is written."""

    edition: Edition
    exact: bool
    undated: bool


class NoEditionError(NoSuchStandardError):
    """There is none; `near` are those that may have been meant (相近标准)."""

    def __init__(self, subject: str, near: list[Shown]) -> None:
        super().__init__(subject)
        self.near = near


def asked_for(viewer: Viewer, written: str, on: date) -> Asked:
    """The edition of a number; a number without a year means the edition in force on the day.

    Raises NoEditionError with suggestions.
    """
    written = read_query(written).text
    edition = Edition.objects.select_related("work").filter(key=written).first()
    if edition is not None:
        return Asked(edition, exact=True, undated=False)
    of_work = list(Edition.objects.select_related("work").filter(work__key=written))
    if of_work:
        return Asked(_standing_for(of_work, on), exact=True, undated=True)
    found = editions_by_number(viewer, written)
    if found and _means_work(written, found[0]):
        of_work = list(Edition.objects.select_related("work").filter(work=found[0].work_id))
        return Asked(_standing_for(of_work, on), exact=False, undated=True)
    if found:
        return Asked(found[0], exact=False, undated=False)
    raise NoEditionError(written, shown_all(_near(written), on))


def _means_work(written: str, edition: Edition) -> bool:
    readings = {numbers.key(one) for one in numbers.candidates(written)}
    readings |= {other for one in readings for other in numbers.other_natures(one)}
    return edition.work.key in readings or numbers.squash(written) == edition.work.squash


def _standing_for(editions: list[Edition], on: date) -> Edition:
    """In force on the day first, then the newest."""
    return max(
        editions,
        key=lambda one: (
            one.form == Edition.Form.EDITION and state_of(one, on) == "in_force",
            one.newest,
            one.sort,
        ),
    )


def _near(written: str) -> list[Edition]:
    """Other editions and parts of what the number may be, else its neighbours in order."""
    readings = [identity_of(one) for one in numbers.candidates(written)] or [identity(written)]
    works, series = {one.work for one in readings}, {one.series for one in readings}
    rows = Edition.objects.select_related("work")
    steps = (
        rows.filter(work__key__in=works).order_by("-year", "sort"),
        rows.filter(work__key__in=series, newest=True).order_by("sort"),
        rows.filter(work__series__in=series, newest=True).order_by("sort"),
    )
    for step in steps:
        if found := list(step[:_NEAR]):
            return found
    return _neighbours(readings[0]) if readings[0].readable else []


def _neighbours(one: Identity) -> list[Edition]:
    rows = Edition.objects.filter(newest=True, code=one.code)
    before = rows.filter(sort__lt=one.sort).order_by("-sort")[: _NEAR // 2]
    after = rows.filter(sort__gte=one.sort).order_by("sort")[: _NEAR // 2]
    return [*reversed(before), *after]
