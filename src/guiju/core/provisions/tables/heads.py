"""Heads of columns (列名): `总磷(mg/L)` is a characteristic and the unit of its numbers."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from typing import Literal

from guiju.core.errors import InputError
from guiju.core.provisions.model import Attribute, Characteristic, RuleSet
from guiju.core.provisions.tables.layout import NUMBERED
from guiju.core.provisions.words import folded

_TAGS = re.compile(r"<[^<>]{0,200}>")
_BRACKETS = re.compile(
    r"(?P<name>.+?)\s*/?\s*[(（\[【](?P<unit>[^()（）\[\]【】]{1,40})[)）\]】]\s*"
)
_SLASH = re.compile(r"(?P<name>[^/]+)/\s*(?P<unit>.+)")
_SPACE = re.compile(r"(?P<name>.+?)[\s,，]+(?P<unit>\S+)")
# What stands for "no unit" in a head.
NO_UNIT = {folded(word) for word in ("无量纲", "-", "1", "—", "/", "dimensionless")}


class TwoColumnsError(InputError):
    """Two columns hold the same characteristic (列重复)."""

    code = "provisions.two-columns"
    zh = "“{first}”和“{second}”两列都是“{subject}”。请删去一列，或用 --column 指明。"
    en = "The columns “{first}” and “{second}” both hold “{subject}”. Remove one or choose with --column."


@dataclass(frozen=True, slots=True)
class Head:
    """A column: what it holds, and the unit that its head states, "" where it states none."""

    column: str
    kind: Literal["characteristic", "attribute"]
    of: str
    unit: str = ""


def mapped(
    columns: Iterable[str], rules: RuleSet, chosen: Mapping[str, str] | None = None
) -> dict[str, Head]:
    """The columns that the rule set knows, by what they hold; `chosen` names a column's meaning.

    Raises TwoColumnsError.
    """
    names = names_in(rules)
    chosen = chosen or {}
    found: dict[str, Head] = {}
    for column in columns:
        head = head_of(column, names, chosen.get(column))
        if head is None:
            continue
        if head.of in found:
            raise TwoColumnsError(head.of, first=found[head.of].column, second=column)
        found[head.of] = head
    return found


def known_heads(rules: RuleSet, heads: Mapping[str, Head]) -> dict[str, Head]:
    """Those of the heads that these rules know: what was chosen by another edition may be new to them."""
    held = {"characteristic": rules.characteristics, "attribute": rules.attributes}
    return {name: one for name, one in heads.items() if name in held[one.kind]}


def head_of(
    column: str, names: dict[str, Characteristic | Attribute], meaning: str | None = None
) -> Head | None:
    """What one head says by itself, by the names of a rule set."""
    if meaning is not None:
        thing = names.get(folded(meaning))
        unit = next((unit for _, unit in _readings(column) if unit), "")
        return None if thing is None else _as(column, thing, unit)
    for name, unit in _readings(column):
        thing = names.get(_known(name))
        if thing is not None:
            return _as(column, thing, unit)
    return None


def _as(column: str, thing: Characteristic | Attribute, unit: str) -> Head:
    unit = "" if folded(unit) in NO_UNIT else unit.strip()
    if isinstance(thing, Attribute):
        return Head(column, "attribute", thing.id, unit)
    return Head(column, "characteristic", thing.id, unit)


def _readings(column: str) -> Iterator[tuple[str, str]]:
    """The head as a name and a unit, the likelier first: a bracket may belong to the name."""
    plain = NUMBERED.sub("", unescape(_TAGS.sub("", column)).strip())
    yield plain, ""
    for pattern in (_BRACKETS, _SLASH, _SPACE):
        if found := pattern.fullmatch(plain):
            yield found["name"], found["unit"]


def names_in(rules: RuleSet) -> dict[str, Characteristic | Attribute]:
    """Whatever the rule set knows, by all its names."""
    things: list[Characteristic | Attribute] = [
        *rules.characteristics.values(),
        *rules.attributes.values(),
    ]
    return {
        _known(name): thing
        for thing in things
        for name in (*thing.synonyms, thing.name.en, thing.name.zh, thing.id)
    }


@lru_cache(maxsize=8192)
def _known(name: str) -> str:
    """The names of rule sets are folded again for every table and report."""
    return folded(name)
