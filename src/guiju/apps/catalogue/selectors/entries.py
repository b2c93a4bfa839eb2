"""What the search index is told of editions (检索条目)."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from guiju.apps.catalogue.models import (
    Edition,
    EditionCode,
    EditionCommittee,
    EditionRole,
    NumberKey,
    Statement,
)
from guiju.apps.catalogue.selectors.code_names import names_of_codes
from guiju.apps.catalogue.selectors.facts import span_of
from guiju.core.numbers import compact
from guiju.core.records.identity import identity
from guiju.core.records.model import Record
from guiju.core.records.readers.own import from_line
from guiju.search import Entry

BATCH = 1_000
_SUPPLEMENTS = {"amendment", "corrigendum", "supplement"}


def all_entries() -> Iterator[Entry]:
    """Every edition, in order of the database key, in bounded memory."""
    last = 0
    while True:
        pks = list(
            Edition.objects.filter(pk__gt=last).order_by("pk").values_list("pk", flat=True)[:BATCH]
        )
        if not pks:
            return
        yield from entries_of(pks)
        last = pks[-1]


def entries_of(pks: Iterable[int]) -> list[Entry]:
    """The entries of these editions, in seven queries however many they are."""
    editions = list(Edition.objects.filter(pk__in=pks).select_related("work").order_by("pk"))
    ids = [one.pk for one in editions]
    records: defaultdict[int, list[Record]] = defaultdict(list)
    for pk, content in Statement.objects.filter(edition__in=ids).values_list("edition", "content"):
        records[pk].append(from_line(content))
    codes = _grouped(EditionCode.objects.filter(edition__in=ids), "scheme", "code")
    committees = _grouped(
        EditionCommittee.objects.filter(edition__in=ids),
        "committee__key",
        "committee__name_zh",
        "committee__name_en",
    )
    roles = _grouped(EditionRole.objects.filter(edition__in=ids), "role", "issuer__name")
    keys = _grouped(NumberKey.objects.filter(edition__in=ids), "key")
    names = names_of_codes({code for rows in codes.values() for code in rows})
    return [
        _entry(
            one,
            records[one.pk],
            codes[one.pk],
            committees[one.pk],
            roles[one.pk],
            keys[one.pk],
            names,
        )
        for one in editions
    ]


def _grouped(rows: object, *fields: str) -> defaultdict[int, list[tuple[str, ...]]]:
    found: defaultdict[int, list[tuple[str, ...]]] = defaultdict(list)
    for pk, *values in rows.order_by("pk").values_list("edition", *fields):  # type: ignore[attr-defined]
        found[pk].append(tuple(values))
    return found


def _entry(
    edition: Edition,
    records: list[Record],
    codes: list[tuple[str, ...]],
    committees: list[tuple[str, ...]],
    roles: list[tuple[str, ...]],
    keys: list[tuple[str, ...]],
    names: dict[tuple[str, ...], tuple[str, ...]],
) -> Entry:
    titles: dict[str, str] = {}
    abstracts: dict[str, str] = {}
    text: list[str] = []
    written = [edition.key, edition.display]
    for one in records:
        for language, title in one.titles.items():
            if titles.setdefault(language, title) != title:
                text.append(title)
        for language, abstract in one.abstracts.items():
            if abstracts.setdefault(language, abstract) != abstract:
                text.append(abstract)
        text += one.keywords
        written += [one.number, *(number for _, number in one.other_numbers)]
        written += [one.plan_number, one.filing_number]
    own = identity(edition.key)
    words = [name for code in codes for name in names.get(code, ())]
    words += [name for row in committees for name in row if name]
    words += [name for _, name in roles]
    return Entry(
        id=edition.pk,
        number=edition.key,
        display=edition.display,
        sort=edition.sort,
        numbers=tuple(dict.fromkeys(number for number in written if number)),
        keys=tuple(
            dict.fromkeys(
                [
                    compact(own.key),
                    compact(own.work),
                    *(key for (key,) in keys),
                    own.squash,
                    own.work_squash,
                ]
            )
        ),
        work=edition.work_id,
        titles=titles,
        abstracts=abstracts,
        text=tuple(dict.fromkeys(text)),
        names=tuple(dict.fromkeys(words)),
        level=edition.level,
        nature=edition.nature,
        kind=edition.kind,
        ics=tuple(code for scheme, code in codes if scheme == "ics"),
        ccs=tuple(code for scheme, code in codes if scheme == "ccs"),
        committees=tuple(row[0] for row in committees),
        issuers=tuple(dict.fromkeys(name for role, name in roles if role == "issuer")),
        region=edition.region,
        year=edition.year,
        span=span_of(edition),
        newest=edition.newest,
        supplement=edition.form in _SUPPLEMENTS,
        changed=edition.changed.toordinal(),
    )
