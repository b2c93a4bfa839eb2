"""What a file names and never uses (没有用到的内容)."""

from collections.abc import Iterator

from guiju.core.errors import Bilingual
from guiju.core.provisions.files.checks.conditions import Part
from guiju.core.provisions.files.nodes import Node, RuleFileError
from guiju.core.provisions.files.problems import Places
from guiju.core.provisions.model import Lookup, RuleSet

_MEND = Bilingual("请删去，或者补上规则。", "Remove it, or add its rule.")


def unused(rules: RuleSet, places: Places) -> Iterator[RuleFileError]:
    """Characteristics, attributes and tables that nothing asks for."""
    used = _used(rules) | _written(places.node)
    for kind, names in (
        ("characteristics", rules.characteristics),
        ("attributes", rules.attributes),
        ("tables", rules.tables),
    ):
        for name in names:
            if name not in used:
                yield places.at(kind, name).wrong(
                    f"没有规则用到“{name}”", f"no rule uses “{name}”", _MEND
                )


def unused_columns(rules: RuleSet, places: Places) -> Iterator[RuleFileError]:
    """Columns of tables that no limit looks up."""
    looked_up = {(one.table, one.column) for one in _lookups(rules)}
    named = {table for table, _ in looked_up}
    for name, table in rules.tables.items():
        for column in table.columns:
            if name in named and (name, column) not in looked_up:
                yield places.at("tables", name).wrong(
                    f"没有规则用到“{name}.{column}”", f"no rule uses “{name}.{column}”", _MEND
                )


def _lookups(rules: RuleSet) -> list[Lookup]:
    limits = [
        *(rule.limit for rule in rules.rules),
        *(limit for ladder in rules.ladders for rung in ladder.rungs for limit in rung.limits),
    ]
    return [limit for limit in limits if isinstance(limit, Lookup)]


def _used(rules: RuleSet) -> set[str]:
    """What rules, ladders and indices name."""
    parts: list[Part] = [
        *rules.rules,
        *(rung for ladder in rules.ladders for rung in ladder.rungs),
        *(scale for index in rules.indices for scale in index.scales),
    ]
    lookups = _lookups(rules)
    return (
        {part.characteristic for part in parts}
        | {one.attribute for part in parts for one in part.when}
        | {one.table for one in lookups}
        | {one.attribute for look in lookups for case in look.cases for one in case.when}
    )


def _written(node: Node) -> set[str]:
    """Every word of the parts of a file that say what becomes of what is measured."""
    found: set[str] = set()
    for key in ("derived", "statistics", "scores", "sampling"):
        if isinstance(node.value, dict) and key in node.value:
            found |= _words(node.value[key])
    return found


def _words(node: Node) -> set[str]:
    if isinstance(node.value, dict):
        return set(node.value).union(*(_words(one) for one in node.value.values()))
    if isinstance(node.value, tuple):
        return set().union(*(_words(one) for one in node.value))
    return {node.value}
