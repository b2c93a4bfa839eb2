"""Taking records in (著录入库): the one door by which statements and editions change.

A step takes some thousand records in one transaction, with one journal event. The same again
changes nothing; what changed is settled (state, newest edition, findings) and told to the index.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import sha256

from django.db import transaction

from guiju.apps.catalogue.models import Import, Source, Statement
from guiju.apps.catalogue.selectors.standard.around import OWN_SOURCE, REGISTER_SOURCE
from guiju.apps.catalogue.services.editions import place, renew
from guiju.apps.catalogue.services.relations import write_relations
from guiju.apps.catalogue.services.settling import settle
from guiju.apps.catalogue.services.sources import as_slug
from guiju.apps.catalogue.services.statements import Word, sources_of, stored, write_statements
from guiju.apps.journal.services import record as journal
from guiju.core.records.identity import identity
from guiju.core.records.model import Record
from guiju.core.records.readers.own import to_line
from guiju.web.clashes import one_at_a_time
from guiju.web.viewer import Viewer

STEP = 2_000  # records a transaction: large enough to be fast, small enough to stop within a second
_NAMED = 20  # numbers named in the journal's event


@dataclass(slots=True)
class Step:
    """What one step did, by the numbers as written; `digests` are those of the statements written."""

    new: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    unchanged: int = 0
    digests: dict[str, str] = field(default_factory=dict)

    @property
    def counts(self) -> dict[str, int]:
        return {"new": len(self.new), "changed": len(self.changed), "unchanged": self.unchanged}


def wait_for_records() -> None:
    """Works, editions and committees are made by one act at a time: two might make the same."""
    one_at_a_time("catalogue.records")


def word_of(record: Record, default: str) -> Word:
    """The record under its source and key, with the content by which it is known again.

    A file cannot speak for the cataloguers, nor for the register: only their own acts do.
    """
    content = to_line(record)
    named = as_slug(record.source)
    return Word(
        source=named if named and named not in (OWN_SOURCE, REGISTER_SOURCE) else default,
        key=(record.key or identity(record.number).key)[:240],
        record=record,
        content=content,
        digest=sha256(content.encode()).hexdigest(),
    )


def take(
    *,
    records: Iterable[Record],
    source: Source,
    by: Viewer,
    run: Import | None = None,
    action: str = "catalogue.import_records",
    reason: str = "",
) -> Step:
    """Store what a source says of some documents. Of two records with one key the last counts."""
    with transaction.atomic():
        step = store(records=records, source=source, run=run)
        if step.digests:
            journal(
                by=by,
                action=action,
                subject=f"catalogue.import:{run.pk}" if run else f"catalogue.source:{source.pk}",
                after=step.digests,
                reason=reason,
                details={"source": source.slug, **step.counts, "numbers": _named(step)},
            )
        return step


def store(*, records: Iterable[Record], source: Source, run: Import | None = None) -> Step:
    """What `take` does, inside the transaction of an act that has its own event in the journal."""
    words = {word.at: word for word in (word_of(one, source.slug) for one in records)}
    wait_for_records()
    step = Step()
    sources = sources_of({word.source for word in words.values()}, source)
    known = stored(words.values(), sources)
    fresh: list[Word] = []
    for at, word in words.items():
        old = known.get(at)
        if old is not None and old.digest == word.digest:
            step.unchanged += 1
            continue
        fresh.append(word)
        (step.new if old is None else step.changed).append(word.record.number)
    if fresh:
        _store(fresh, known, sources, run)
        step.digests = {f"{word.source} {word.key}": word.digest for word in fresh}
    return step


def _store(
    fresh: list[Word],
    known: dict[tuple[str, str], Statement],
    sources: dict[str, Source],
    run: Import | None,
) -> None:
    left = {known[word.at].edition_id for word in fresh if word.at in known}
    placed = place(fresh, sources)
    statements = write_statements(fresh, known, sources, placed.editions, run)
    write_relations(statements, fresh)
    touched = {one.edition_id for one in statements} | left
    renew(touched - placed.created)
    settle(touched)


def _named(step: Step) -> list[str]:
    return [*step.new, *step.changed][:_NAMED]
