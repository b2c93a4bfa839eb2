"""What an editor writes, checked and brought to its one form (著录项核对). Each refusal is a sentence."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from typing import Any, TypeVar

from guiju.apps.catalogue.models import Edition
from guiju.core import numbers
from guiju.core.codes import ccs, ics
from guiju.core.codes.regions import is_region
from guiju.core.codes.words import words
from guiju.core.errors import Bilingual, InputError
from guiju.core.records.identity import identity
from guiju.core.records.model import RELATIONS, Record, Relation, Role
from guiju.core.records.written import as_iso

DATES = ("issued", "effective", "withdrawn", "reviewed", "as_of")
WORDS = ("level", "nature", "kind", "function")
Value = TypeVar("Value")


class NotACommitteeError(InputError):
    """The number is not a committee's (不是委员会编号)."""

    code = "not_a_committee"
    zh = "“{subject}”不是委员会编号，请写成 SAC/TC 286 的样子。"
    en = "“{subject}” is not the number of a committee; write it like SAC/TC 286."


class UndatedNumberError(InputError):
    """A record is of one edition (缺年代号)."""

    code = "undated_number"
    zh = "“{subject}”没有年代号。一条著录对应一个版本，请加上年代号，如 {subject}—2020。"
    en = "“{subject}” has no year. A record is of one edition; add the year, like {subject}—2020."


class UnknownWordError(InputError):
    """The value is none of the list (取值不在表中)."""

    code = "unknown_word"
    zh = "“{subject}”不是可用的取值，请用：{choices}。"
    en = "“{subject}” is none of the values; use one of: {choices}."


class SelfRelationError(InputError):
    """A standard does not replace, adopt or cite itself (指向自身)."""

    code = "self_relation"
    zh = "“{subject}”与自身不能有这种关系，请核对对方的编号。"
    en = "“{subject}” cannot stand in this relation to itself; check the other number."


class RecordFieldError(InputError):
    """A field of a record is wrong (著录项有误); `field` names it for the form."""

    code = "record_field"
    zh = "{subject}：{why_zh}"
    en = "{subject}: {why_en}"

    def __init__(self, field: str, why: Bilingual) -> None:
        super().__init__(field, why_zh=why.zh, why_en=why.en)
        self.field = field


def own_number(written: str) -> str:
    """The canonical number of one edition."""
    key = known_number(written)
    if not identity(key).dated and not Edition.objects.filter(key=key).exists():
        raise UndatedNumberError(written)
    return key


def known_number(written: str) -> str:
    """The canonical form; a number that cannot be read must at least be that of a record."""
    key = identity(written).key
    if not identity(written).readable and not Edition.objects.filter(key=key).exists():
        numbers.parse(written)  # says why it cannot be read
    return key


def committee(written: str) -> str:
    read = numbers.parse(written)
    if read.kind != "committee":
        raise NotACommitteeError(written[:80])
    return numbers.canonical(read)


def one_of(kind: str, value: str) -> str:
    """The value, if it is one of the catalogue's words or empty."""
    if value and value not in words(kind):
        raise UnknownWordError(value[:40], choices=", ".join(words(kind)))
    return value


def relation(one: Relation, number: str) -> Relation:
    if one.type not in RELATIONS:
        raise UnknownWordError(one.type[:40], choices=", ".join(RELATIONS))
    one_of("degree", one.degree)
    if one.type == "cited_by_law":
        return replace(one, date=as_iso(one.date))
    target = known_number(one.target)
    if target == number:
        raise SelfRelationError(target)
    return replace(one, target=target, date=as_iso(one.date))


def role(one: Role) -> Role:
    one_of("role", one.role)
    return replace(one, name=one.name.strip(), since=as_iso(one.since), until=as_iso(one.until))


def checked(record: Record) -> Record:
    """The whole record in its one form; raises RecordFieldError for the first field that is wrong."""
    number = _at("number", own_number, record.number)
    changes: dict[str, Any] = {
        "number": number,
        "source": "",
        "key": "",
        **{name: _at(name, as_iso, getattr(record, name)) for name in DATES},
        "ics": _all("ics", ics.parse, record.ics),
        "ccs": _all("ccs", ccs.parse, record.ccs),
        "committees": _all("committees", committee, record.committees),
        "roles": _all("roles", role, record.roles),
        "relations": _all("relations", lambda one: relation(one, number), record.relations),
        "region": _at("region", _region, record.region),
        "status": _at("status", lambda value: one_of("state", value), record.status),
    }
    for name in WORDS:
        changes[name] = _at(name, partial(one_of, name), getattr(record, name))
    return replace(record, **changes)


def _region(code: str) -> str:
    if code and not is_region(code):
        raise UnknownWordError(code[:20], choices="GB/T 2260")
    return code


def _at(field: str, read: Callable[[Any], Value], value: Any) -> Value:
    try:
        return read(value)
    except InputError as error:
        raise RecordFieldError(field, error.sentence) from error


def _all(field: str, read: Callable[[Any], Value], values: Iterable[Any]) -> tuple[Value, ...]:
    return tuple(dict.fromkeys(_at(field, read, value) for value in values))
