"""Rule files read and checked (规则文件的读取): all of it is right, or the line that is wrong is named."""

from functools import partial

from guiju.core.numbers import NumberError, canonical, parse
from guiju.core.provisions.files import parts
from guiju.core.provisions.files.indices import index
from guiju.core.provisions.files.ladders import ladder
from guiju.core.provisions.files.nodes import Node, read_yaml
from guiju.core.provisions.model import Attribute, Certainty, Characteristic, Rule, RuleSet


def read_rule_set(data: str, name: str) -> RuleSet:
    """A rule set of one edition. Raises RuleFileError."""
    node = read_yaml(data, name)
    node.only(
        "standard", "title", "in_force", "basis", "certainty", "attributes", "characteristics",
        "rules", "ladders", "indices", "omitted",
    )  # fmt: skip
    standard = node.need("standard")
    try:
        number = canonical(parse(standard.text))
    except NumberError as error:
        raise standard.wrong(error.sentence.zh, error.sentence.en) from error
    dates = node.need("in_force")
    dates.only("from", "until")
    until = dates.get("until")
    certain = parts.certainty(node.need("certainty"), "uncertain")
    known = parts.characteristics(node.need("characteristics"))
    attributes = parts.attributes(node.get("attributes"))
    found = RuleSet(
        standard=number,
        title=parts.bilingual(node.need("title")),
        since=parts.day(dates.need("from")),
        until=None if until is None else parts.day(until),
        basis=node.need("basis").text,
        certainty=certain,
        characteristics=known,
        attributes=attributes,
        rules=_rules(node.get("rules"), known, attributes, certain),
        ladders=tuple(
            ladder(key, one, known, attributes, certain)
            for key, one in _fields(node, "ladders").items()
        ),
        indices=tuple(
            index(key, one, known, attributes) for key, one in _fields(node, "indices").items()
        ),
        omitted=tuple(parts.bilingual(one) for one in _rows(node, "omitted")),
    )
    if found.until is not None and found.until <= found.since:
        raise dates.wrong("失效日期不晚于实施日期", "it ends before it begins")
    if not (found.rules or found.ladders or found.indices):
        raise node.wrong("没有 rules、ladders 或 indices", "there are no rules, ladders or indices")
    return found


def _rules(
    node: Node | None,
    known: dict[str, Characteristic],
    attributes: dict[str, Attribute],
    certain: Certainty,
) -> tuple[Rule, ...]:
    if node is None:
        return ()
    one_of = partial(_rule, known=known, attributes=attributes, certain=certain)
    rules = tuple(one_of(one) for one in node.rows)
    ids = {rule.id for rule in rules}
    for one, rule in zip(node.rows, rules, strict=True):
        if sum(other.id == rule.id for other in rules) > 1:
            raise one.wrong(f"规则号“{rule.id}”重复", f"the id “{rule.id}” is used twice")
        if lost := rule.exceptions - ids:
            raise one.wrong(f"没有规则“{min(lost)}”", f"there is no rule “{min(lost)}”")
    return rules


def _rule(
    node: Node,
    known: dict[str, Characteristic],
    attributes: dict[str, Attribute],
    certain: Certainty,
) -> Rule:
    node.only(
        "id", "clause", "of", "limit", "modality", "when", "comparison", "except", "certainty"
    )
    of, limit, exceptions = node.need("of"), node.need("limit"), node.get("except")
    if of.text not in known:
        raise of.wrong(f"characteristics 中没有“{of.text}”", f"characteristics have no “{of.text}”")
    return Rule(
        id=node.need("id").text,
        clause=node.need("clause").text,
        characteristic=of.text,
        limit=parts.limit(limit),
        written=limit.text,
        modality=parts.choice(
            node.get("modality"), ("requirement", "recommendation", "permission"), "requirement"
        ),
        when=parts.conditions(node.get("when"), attributes),
        comparison=parts.comparison(node.get("comparison")),
        exceptions=frozenset() if exceptions is None else frozenset(exceptions.texts()),
        certainty=parts.certainty(node.get("certainty"), certain),
    )


def _fields(node: Node, key: str) -> dict[str, Node]:
    found = node.get(key)
    return {} if found is None else found.fields


def _rows(node: Node, key: str) -> tuple[Node, ...]:
    found = node.get(key)
    return () if found is None else found.rows
