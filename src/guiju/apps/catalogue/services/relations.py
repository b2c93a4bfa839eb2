"""Relations as statements give them (标准间关系的写入). Editions are tied to them in settling."""

from collections.abc import Iterable, Sequence

from guiju.apps.catalogue.models import Relation, Statement
from guiju.apps.catalogue.services.bulk import Row, fitting, insert
from guiju.apps.catalogue.services.statements import Word
from guiju.core.records.findings import relation_fault
from guiju.core.records.identity import identity
from guiju.core.records.model import Relation as Said

_LAW = "cited_by_law"
FIELDS = (
    "statement",
    "type",
    "subject_key",
    "target_key",
    "written",
    "whole",
    "degree",
    "date",
    "note",
    "kept_out",
    "subject",
    "target",
)


def write_relations(statements: Sequence[Statement], fresh: Iterable[Word]) -> None:
    """The arrows of each statement, in place of those that it gave before."""
    Relation.objects.filter(statement__in=[one.pk for one in statements]).delete()
    insert(
        Relation,
        FIELDS,
        (
            _row(statement, word.record.number, said)
            for statement, word in zip(statements, fresh, strict=True)
            for said in _with_adoption(word)
        ),
    )


def _with_adoption(word: Word) -> Iterable[Said]:
    """What the record says, and what its double number says: identical adoption."""
    said = list(word.record.relations)
    adopted = {identity(one.target).key for one in said if one.type == "adopts"}
    said += [
        Said(type="adopts", target=key, degree="IDT")
        for key in identity(word.record.number).adopts
        if key not in adopted
    ]
    return dict.fromkeys(said)


def _row(statement: Statement, number: str, said: Said) -> Row:
    own = identity(number).key
    other = said.target[:220] if said.type == _LAW else identity(said.target).key
    subject, target = (other, own) if said.inverse else (own, other)
    fault = relation_fault(number, said)
    return (
        statement.pk,
        said.type,
        subject,
        target,
        said.target[:240],
        said.whole,
        fitting(Relation, "degree", said.degree),
        fitting(Relation, "date", said.date),
        said.note[:400],
        Relation.DENIED if said.denied else fault.code if fault else "",
        # Whose statement it is stands in the graph at once; the other end may be unknown yet.
        None if said.inverse else statement.edition_id,
        statement.edition_id if said.inverse else None,
    )
