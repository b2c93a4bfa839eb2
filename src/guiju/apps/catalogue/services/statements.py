"""Statements and their sources, written in bulk (来源与著录的写入)."""

from collections.abc import Iterable
from dataclasses import dataclass

from guiju.apps.catalogue.models import Edition, Import, Source, Statement
from guiju.apps.catalogue.services.bulk import update
from guiju.core.records.identity import identity
from guiju.core.records.model import Record

# Sources that files name themselves; a file's own source has its row before it is read.
KNOWN_SOURCES = {
    "iso": ("国际标准化组织", "International Organization for Standardization"),
    "iec": ("国际电工委员会", "International Electrotechnical Commission"),
}


WRITTEN = ["edition", "content", "digest", "state", "as_of", "imported"]


@dataclass(frozen=True, slots=True)
class Word:
    """One record on its way in: its source, its key there, its content and the content's digest."""

    source: str
    key: str
    record: Record
    content: str
    digest: str

    @property
    def at(self) -> tuple[str, str]:
        return self.source, self.key


def sources_of(slugs: Iterable[str], default: Source) -> dict[str, Source]:
    """The rows of the sources that the records name."""
    found = {default.slug: default}
    for slug in set(slugs) - {default.slug}:
        zh, en = KNOWN_SOURCES.get(slug, (slug, slug))
        found[slug], _ = Source.objects.get_or_create(
            slug=slug, defaults={"name_zh": zh, "name_en": en, "rank": default.rank}
        )
    return found


def stored(words: Iterable[Word], sources: dict[str, Source]) -> dict[tuple[str, str], Statement]:
    """The statements that stand under the same source and key, without their content."""
    keys: dict[str, list[str]] = {}
    for word in words:
        keys.setdefault(word.source, []).append(word.key)
    return {
        (slug, statement.key): statement
        for slug, wanted in keys.items()
        for statement in Statement.objects.filter(source=sources[slug], key__in=wanted).defer(
            "content"
        )
    }


def write_statements(
    fresh: Iterable[Word],
    known: dict[tuple[str, str], Statement],
    sources: dict[str, Source],
    editions: dict[str, Edition],
    run: Import | None,
) -> list[Statement]:
    """One row a word, in order; the row of a changed statement keeps its key."""
    new, old, rows = [], [], []
    for word in fresh:
        row = known.get(word.at)
        if row is None:
            row = Statement(source=sources[word.source], key=word.key)
            new.append(row)
        else:
            old.append(row)
        row.edition = editions[identity(word.record.number).key]
        row.content, row.digest = word.content, word.digest
        row.state, row.as_of = word.record.status, word.record.as_of
        row.imported = run
        rows.append(row)
    Statement.objects.bulk_create(new)
    update(
        Statement,
        WRITTEN,
        (
            (row.edition_id, row.content, row.digest, row.state, row.as_of, row.imported_id, row.pk)
            for row in old
        ),
    )
    return rows
