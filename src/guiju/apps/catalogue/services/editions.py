"""Works and editions from what is said of them (由著录合成标准与版本), in bulk."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils import timezone

from guiju.apps.catalogue.models import Edition, Source, Statement, Work
from guiju.apps.catalogue.selectors.facts import own_facts
from guiju.apps.catalogue.services.bulk import fitting, update
from guiju.apps.catalogue.services.details import write_details
from guiju.apps.catalogue.services.statements import Word
from guiju.core.records.identity import Identity, identity
from guiju.core.records.merge import Merged, Said, merge
from guiju.core.records.readers.own import from_line
from guiju.core.records.span import span

COLUMNS = [
    "title_zh",
    "title_en",
    "level",
    "nature",
    "kind",
    "region",
    "issued",
    "effective",
    "draft",
    "facts",
    "span",
    "changed",
]


@dataclass(frozen=True, slots=True)
class Placed:
    """The editions by key, and the database keys of those that were not there before."""

    editions: dict[str, Edition]
    created: set[int]


def place(fresh: Iterable[Word], sources: dict[str, Source]) -> Placed:
    """The editions that the words are about; new ones are made, those that stand are left alone."""
    said: dict[str, list[Said]] = {}
    identities: dict[str, Identity] = {}
    # Of sources of one rank the older one counts first, as wherever statements are read.
    for word in sorted(fresh, key=lambda word: sources[word.source].pk):
        one = identity(word.record.number)
        identities[one.key] = one
        source = sources[word.source]
        said.setdefault(one.key, []).append(Said(source.slug, source.rank, word.record))
    editions = {one.key: one for one in Edition.objects.filter(key__in=list(identities))}
    new = [one for one in identities.values() if one.key not in editions]
    works = _works(new)
    made: list[tuple[Edition, Merged]] = []
    for one in new:
        merged = merge(said[one.key])
        made.append((_filled(_made(one, works[one.work]), one, merged), merged))
    Edition.objects.bulk_create([edition for edition, _ in made])
    write_details(made, are_new=True)
    editions |= {edition.key: edition for edition, _ in made}
    return Placed(editions, {edition.pk for edition, _ in made})


def renew(editions: Iterable[int]) -> None:
    """Merge anew the editions of which something else is said than before."""
    said: dict[int, list[Said]] = {pk: [] for pk in editions}
    statements = Statement.objects.filter(edition__in=list(said)).select_related("source")
    for one in statements.order_by("source__rank", "source", "pk"):
        said[one.edition_id].append(Said(one.source.slug, one.source.rank, from_line(one.content)))
    rows = Edition.objects.in_bulk(list(said))
    # An edition of which nobody says anything any more stays, with what was last known.
    made = [(rows[pk], merge(words)) for pk, words in said.items() if words]
    for edition, merged in made:
        _filled(edition, identity(edition.key), merged)
    update(
        Edition,
        COLUMNS,
        ((*(getattr(edition, name) for name in COLUMNS), edition.pk) for edition, _ in made),
    )
    write_details(made, are_new=False)


def _works(new: Iterable[Identity]) -> dict[str, Work]:
    wanted = {one.work: one for one in new}
    works = {one.key: one for one in Work.objects.filter(key__in=list(wanted))}
    missing = [
        Work(key=one.work, squash=one.work_squash, series=one.series)
        for key, one in wanted.items()
        if key not in works
    ]
    Work.objects.bulk_create(missing)
    return works | {work.key: work for work in missing}


def _made(one: Identity, work: Work) -> Edition:
    return Edition(
        work=work,
        key=one.key,
        display=one.display,
        sort=one.sort,
        form=one.form,
        base_key=one.base,
        readable=one.readable,
        code=one.code,
        year=one.year,
    )


def _filled(edition: Edition, one: Identity, merged: Merged) -> Edition:
    record = merged.record
    edition.title_zh = record.titles.get("zh", "")
    edition.title_en = record.titles.get("en", "")
    edition.level = one.level or fitting(Edition, "level", record.level)
    edition.nature = one.nature or fitting(Edition, "nature", record.nature)
    edition.kind = fitting(Edition, "kind", record.kind)
    edition.region = one.area or fitting(Edition, "region", record.region)
    edition.issued, edition.effective = record.issued, record.effective
    edition.draft = is_draft(merged)
    edition.facts = {
        "withdrawn": record.withdrawn,
        "stage": record.stage,
        "announcement": record.announcement,
        "claims": [list(claim) for claim in merged.claims],
        "unread": record.extra.get("unread", {}),
    }
    edition.span = span(own_facts(edition)).as_list()
    edition.changed = timezone.now()
    return edition


def is_draft(merged: Merged) -> bool:
    """Is it still being made, by the word of all its sources (草案)?"""
    claims = [claim[0] for claim in merged.claims]
    return bool(claims) and all(claim in ("draft", "abandoned") for claim in claims)
