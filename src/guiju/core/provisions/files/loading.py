"""Rule files read and checked (规则文件的读取): all of it is right, or the line that is wrong is named."""

from dataclasses import replace
from functools import partial

from guiju.core.numbers import NumberError, canonical, parse
from guiju.core.provisions.files import mends, parts
from guiju.core.provisions.files.checks import faults
from guiju.core.provisions.files.indices import index
from guiju.core.provisions.files.ladders import ladder
from guiju.core.provisions.files.nodes import Node, read_yaml
from guiju.core.provisions.files.periods import statistics
from guiju.core.provisions.files.problems import Places
from guiju.core.provisions.files.scores import score
from guiju.core.provisions.files.sums import short_limits, sums
from guiju.core.provisions.files.tables import Tables, limit, tables
from guiju.core.provisions.model import Attribute, Certainty, Characteristic, Rule, RuleSet


def read_rule_set(data: str, name: str) -> RuleSet:
    """A rule set of one edition. Raises RuleFileError, the first of what `linting` finds."""
    node = read_yaml(data, name)
    found = built(node)
    for fault in faults(found, Places(node)):
        raise fault
    return found


def built(node: Node) -> RuleSet:
    """The rule set that a file says, each part by itself. Raises RuleFileError."""
    node.only(
        "standard", "title", "in_force", "basis", "certainty", "attributes", "characteristics",
        "tables", "rules", "ladders", "indices", "derived", "statistics", "scores", "omitted",
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
    kept = tables(node.get("tables"), attributes)
    found = RuleSet(
        standard=number,
        title=parts.bilingual(node.need("title")),
        since=parts.day(dates.need("from")),
        until=None if until is None else parts.day(until),
        basis=node.need("basis").text,
        certainty=certain,
        characteristics=known,
        attributes=attributes,
        tables={name: one.table for name, one in kept.items()},
        rules=_rules(node.get("rules"), known, attributes, certain, kept),
        ladders=tuple(
            ladder(key, one, known, attributes, certain, kept)
            for key, one in _fields(node, "ladders").items()
        ),
        indices=tuple(
            index(key, one, known, attributes) for key, one in _fields(node, "indices").items()
        ),
        omitted=tuple(parts.bilingual(one) for one in _rows(node, "omitted")),
        derived=sums(node.get("derived"), known),
        statistics=statistics(node.get("statistics"), known),
    )
    ids = frozenset(rule.id for rule in found.rules)
    scores = tuple(score(key, one, known, ids) for key, one in _fields(node, "scores").items())
    found = replace(found, scores=scores)
    made = frozenset(one.id for one in found.derived) | {one.id for one in found.statistics}
    rungs = tuple(rung for one in found.ladders for rung in one.rungs)
    short_limits(node, made, found.rules, rungs)
    if found.until is not None and found.until <= found.since:
        raise dates.wrong("失效日期不晚于实施日期", "it ends before it begins", mends.CHECK_DATES)
    if not (found.rules or found.ladders or found.indices or found.scores):
        raise node.wrong(
            "没有 rules、ladders、indices 或 scores",
            "there are no rules, ladders, indices or scores",
        )
    return found


def _rules(
    node: Node | None,
    known: dict[str, Characteristic],
    attributes: dict[str, Attribute],
    certain: Certainty,
    kept: Tables,
) -> tuple[Rule, ...]:
    if node is None:
        return ()
    one_of = partial(_rule, known=known, attributes=attributes, certain=certain, kept=kept)
    rules = tuple(one_of(one) for one in node.rows)
    ids = {rule.id for rule in rules}
    for one, rule in zip(node.rows, rules, strict=True):
        if sum(other.id == rule.id for other in rules) > 1:
            raise one.wrong(
                f"规则号“{rule.id}”重复", f"the id “{rule.id}” is used twice", mends.OTHER_NAME
            )
        if lost := rule.exceptions - ids:
            raise one.need("except").wrong(
                f"没有规则“{min(lost)}”", f"there is no rule “{min(lost)}”", mends.ADD_RULE
            )
    return rules


def _rule(
    node: Node,
    known: dict[str, Characteristic],
    attributes: dict[str, Attribute],
    certain: Certainty,
    kept: Tables,
) -> Rule:
    node.only(
        "id", "clause", "of", "limit", "modality", "when", "comparison", "except", "certainty",
        "from", "until",
    )  # fmt: skip
    of, asked = parts.characteristic_of(node, known), node.need("limit")
    exceptions = node.get("except")
    since, until = parts.dates(node)
    return Rule(
        id=node.need("id").text,
        clause=node.need("clause").text,
        characteristic=of,
        limit=limit(asked, kept),
        written=asked.text,
        modality=parts.choice(
            node.get("modality"), ("requirement", "recommendation", "permission"), "requirement"
        ),
        when=parts.conditions(node.get("when"), attributes),
        comparison=parts.comparison(node.get("comparison")),
        exceptions=frozenset() if exceptions is None else frozenset(exceptions.texts()),
        certainty=parts.certainty(node.get("certainty"), certain),
        since=since,
        until=until,
    )


def _fields(node: Node, key: str) -> dict[str, Node]:
    found = node.get(key)
    return {} if found is None else found.fields


def _rows(node: Node, key: str) -> tuple[Node, ...]:
    found = node.get(key)
    return () if found is None else found.rows
