"""What each source says of an edition, side by side (来源对照)."""

from dataclasses import dataclass

from guiju.apps.catalogue.models import Conflict, Edition, Source, Statement
from guiju.apps.catalogue.selectors.standard.fields import NAMES, field_name, fields_of
from guiju.core.errors import Bilingual
from guiju.core.records.merge import Merged, Said, merge
from guiju.core.records.model import Record
from guiju.core.records.readers.own import from_line


@dataclass(frozen=True, slots=True)
class Word:
    """A source's statement and the record that it holds."""

    statement: Statement
    record: Record

    @property
    def source(self) -> Source:
        return self.statement.source


@dataclass(frozen=True, slots=True)
class Row:
    """One field over all sources; `disputed` where they contradict each other.

    `settled`: they do, and the cataloguers have said which it is.
    """

    key: str
    name: str
    cells: tuple[tuple[Word, tuple[str, ...]], ...]
    disputed: bool
    settled: bool


def words_of(edition: Edition) -> list[Word]:
    """The statements by rank of their sources, in one query."""
    rows = Statement.objects.filter(edition=edition).select_related("source", "imported")
    return [
        Word(row, from_line(row.content)) for row in rows.order_by("source__rank", "source", "pk")
    ]


def merged(edition: Edition, words: list[Word]) -> Merged:
    """The view over all of them; of an edition of which nobody speaks any more, its number."""
    said = [Said(one.source.slug, one.source.rank, one.record) for one in words]
    return merge(said or [Said("", 0, Record(number=edition.key))])


def names_of(words: list[Word]) -> dict[str, Bilingual]:
    """The names of the sources by slug."""
    return {one.source.slug: Bilingual(one.source.name_zh, one.source.name_en) for one in words}


def side_by_side(words: list[Word], conflicts: list[Conflict], language: str) -> list[Row]:
    """A row for each field of which somebody speaks."""
    told = [fields_of(one.record, language) for one in words]
    disputed = {one.field for one in conflicts if not one.settled}
    settled = {one.field for one in conflicts if one.settled}
    keys = {key for one in told for key in one}
    return [
        Row(
            key,
            field_name(key),
            tuple((one, values.get(key, ())) for one, values in zip(words, told, strict=True)),
            key in disputed,
            key in settled,
        )
        for key in NAMES
        if key in keys
    ]
