"""Which edition each written number means on a day, and what the catalogue says of it (所指版本)."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from guiju.apps.catalogue.models import Edition, Relation
from guiju.apps.catalogue.selectors.facts import span_of
from guiju.apps.catalogue.selectors.systems.values import Adopted, Listed
from guiju.core.errors import Bilingual
from guiju.core.records.identity import Identity, identity
from guiju.core.records.span import state_of_span

ENDED = ("superseded", "withdrawn", "abandoned")


@dataclass(frozen=True, slots=True)
class Meant:
    """A number with the edition that it means and that edition's state; both may be missing."""

    identity: Identity
    listed: Listed | None
    state: str


def meant(numbers: Iterable[str], on: date) -> dict[str, Meant]:
    """What each number means on the day, in three queries however many there are.

    A dated number means its edition, an undated one the edition in force on the day, else the
    last that was.
    """
    day = on.toordinal()
    wanted = {number: identity(number) for number in numbers}
    editions = _editions({one.work for one in wanted.values()})
    chosen = {
        number: edition
        for number, one in wanted.items()
        if (edition := _chosen(one, editions[one.work], day))
    }
    pks = {edition.pk for edition in chosen.values()}
    onwards, backwards = _from(pks), _to(pks)
    found = {}
    for number, one in wanted.items():
        edition = chosen.get(number)
        state = _state(edition, day) if edition else ""
        listed = None
        if edition:
            heirs = backwards[edition.pk] or _heirs(edition, editions[one.work], state)
            listed = _listed(edition, onwards[edition.pk], heirs if state in ENDED else ())
        found[number] = Meant(one, listed, state)
    return found


def _editions(works: set[str]) -> defaultdict[str, list[Edition]]:
    found: defaultdict[str, list[Edition]] = defaultdict(list)
    rows = Edition.objects.filter(work__key__in=works).select_related("work")
    for one in rows.defer("facts").order_by("sort"):
        found[one.work.key].append(one)
    return found


def _state(edition: Edition, day: int) -> str:
    span = span_of(edition)
    return state_of_span(span, day) if span else "unknown"


def _chosen(one: Identity, editions: Sequence[Edition], day: int) -> Edition | None:
    if one.dated:
        return next((edition for edition in editions if edition.key == one.key), None)
    whole = [edition for edition in editions if edition.form == Edition.Form.EDITION]
    order = {"in_force": 3, "superseded": 2, "withdrawn": 2, "upcoming": 1}
    return max(
        whole,
        key=lambda edition: (order.get(_state(edition, day), 0), edition.year or 0, edition.sort),
        default=None,
    )


def _heirs(edition: Edition, siblings: Sequence[Edition], state: str) -> tuple[str, ...]:
    """The next published edition of the same number, where no source names the successor."""
    if state != "superseded" or edition.year is None:
        return ()
    later = [
        one
        for one in siblings
        if one.form == Edition.Form.EDITION and (one.year or 0) > edition.year and one.issued
    ]
    return tuple(one.display for one in sorted(later, key=lambda one: one.year or 0)[:1])


def _from(pks: set[int]) -> defaultdict[int, list[tuple[str, str, str]]]:
    """What the editions adopt and replace: (type, number, degree)."""
    found: defaultdict[int, list[tuple[str, str, str]]] = defaultdict(list)
    rows = Relation.objects.filter(
        subject__in=pks, type__in=("adopts", "replaces"), kept_out=""
    ).order_by("pk")
    names = ("subject_id", "type", "target_key", "degree")
    for pk, kind, key, degree in rows.values_list(*names):
        row = (kind, identity(key).display, degree)
        if row not in found[pk]:
            found[pk].append(row)
    return found


def _to(pks: set[int]) -> defaultdict[int, tuple[str, ...]]:
    """By which numbers the editions are replaced, wholly."""
    found: defaultdict[int, tuple[str, ...]] = defaultdict(tuple)
    rows = Relation.objects.filter(
        target__in=pks, type="replaces", kept_out="", whole=True
    ).order_by("pk")
    for pk, key in rows.values_list("target_id", "subject_key"):
        number = identity(key).display
        if number not in found[pk]:
            found[pk] += (number,)
    return found


def _listed(
    edition: Edition, arrows: Sequence[tuple[str, str, str]], successors: tuple[str, ...]
) -> Listed:
    return Listed(
        key=edition.key,
        display=edition.display,
        title=Bilingual(edition.title_zh, edition.title_en),
        effective=edition.effective,
        adopts=tuple(
            Adopted(number, degree) for kind, number, degree in arrows if kind == "adopts"
        ),
        replaces=tuple(number for kind, number, _ in arrows if kind == "replaces"),
        successors=successors,
    )
