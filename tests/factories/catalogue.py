"""Standards and their relations for tests, through the real door (`services.taking.take`).

edition("GB/T 1.1-2020")                     issued 2020-01-01, in effect from 2020-07-01
edition("GB/T 1.1-2009", status="withdrawn", as_of="2021-01-01")
replaces("GB/T 1.1-2020", "GB/T 1.1-2009")   editions that do not stand yet are made
cites("GB/T 2-2021", "GB/T 1.1-2020")        dated; "GB/T 1.1" is undated
editions("GB/T 1-2001", "GB/T 2-2002")       many in one step
"""

from dataclasses import replace
from typing import Any

from django.utils import timezone

from guiju.apps.catalogue.models import Edition, Source, Statement
from guiju.apps.catalogue.services.taking import Step, take
from guiju.core.records.identity import identity
from guiju.core.records.model import Record, Relation
from guiju.core.records.readers.own import from_line
from guiju.web.viewer import Viewer

EXAMPLE = "example"


def source(slug: str = EXAMPLE, **values: Any) -> Source:
    """The source of that name; made when it is new."""
    defaults = {"name_zh": "示例来源", "name_en": "Example source", "is_example": True} | values
    return Source.objects.get_or_create(slug=slug, defaults=defaults)[0]


def record(number: str, **values: Any) -> Record:
    """A record with a title and, where the number has a year, days of issue and effect.

    `title_zh` and `title_en` go into the titles; an empty string leaves a value out.
    """
    year = identity(number).year
    defaults: dict[str, Any] = {"title_zh": f"示例标准 {number}", "title_en": ""}
    if year:
        defaults |= {"issued": f"{year}-01-01", "effective": f"{year}-07-01"}
    values = defaults | values
    titles = {"zh": values.pop("title_zh"), "en": values.pop("title_en")}
    return Record(
        number=number,
        titles=values.pop("titles", {name: text for name, text in titles.items() if text}),
        **values,
    )


def taken(*records: Record, slug: str = EXAMPLE) -> Step:
    """Take records in, as an import does."""
    return take(records=records, source=source(slug), by=Viewer(today=timezone.localdate()))


def editions(*numbers: str, **values: Any) -> list[Edition]:
    """Editions of these numbers, with the same values, in one step."""
    taken(*(record(number, **values) for number in numbers))
    return [found(number) for number in numbers]


def edition(number: str, *, slug: str = EXAMPLE, **values: Any) -> Edition:
    """An edition; `slug` names the source that says so."""
    taken(record(number, **values), slug=slug)
    return found(number)


def found(number: str) -> Edition:
    """The edition of this number as it stands now."""
    return Edition.objects.select_related("work").get(key=identity(number).key)


def relate(subject: str, kind: str, *targets: str, **values: Any) -> Edition:
    """The subject's record says that it replaces (cites, adopts …) the targets, beside the rest.

    `relate("GB/T 19001-2016", "adopts", "ISO 9001:2015", degree="IDT")`.
    """
    said = _said(subject)
    more = tuple(Relation(type=kind, target=target, **values) for target in targets)
    taken(replace(said, relations=(*said.relations, *more)))
    return found(subject)


def replaces(new: str, old: str, **values: Any) -> Edition:
    """The new edition replaces the old one; both are made where they are missing."""
    if not Edition.objects.filter(key=identity(old).key).exists():
        edition(old)
    return relate(new, "replaces", old, **values)


def cites(subject: str, *targets: str, informatively: bool = False, **values: Any) -> Edition:
    """The subject cites the targets, normatively unless said otherwise."""
    kind = "cites_informatively" if informatively else "cites_normatively"
    return relate(subject, kind, *targets, **values)


def citing(*targets: str, kind: str = "cites_normatively") -> tuple[Relation, ...]:
    """The relations of a record that cites these."""
    return tuple(Relation(type=kind, target=target) for target in targets)


def found_relations(number: str) -> tuple[Relation, ...]:
    """What the record of this number says of its relations."""
    return _said(number).relations


def _said(number: str) -> Record:
    key = identity(number).key
    row = Statement.objects.filter(source__slug=EXAMPLE, edition__key=key).first()
    return from_line(row.content) if row else record(number)
