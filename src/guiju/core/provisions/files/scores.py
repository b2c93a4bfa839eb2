"""Scores in a rule file (评分定级): parts with maxima, and levels by the total and by each part."""

from decimal import Decimal
from itertools import pairwise

from guiju.core.provisions.composed import Item, Level, Part, Score
from guiju.core.provisions.files import parts
from guiju.core.provisions.files.nodes import Node
from guiju.core.provisions.interval import Interval
from guiju.core.provisions.model import Characteristic
from guiju.core.provisions.words import folded


def score(name: str, node: Node, known: dict[str, Characteristic], rules: frozenset[str]) -> Score:
    """A score. Raises RuleFileError where marks do not add up or levels are not nested."""
    node.only("name", "clause", "parts", "total", "order", "levels", "otherwise", "gates")
    some = tuple(_part(key, one, known) for key, one in node.need("parts").fields.items())
    gates = node.get("gates")
    levels = tuple(_level(one) for one in node.need("levels").rows)
    order: str = parts.choice(node.get("order"), ("best_first", "best_last"), "best_first")
    if order == "best_last":
        levels = levels[::-1]
    found = Score(
        id=name,
        name=parts.bilingual(node.need("name")),
        clause=node.need("clause").text,
        parts=some,
        levels=levels,
        otherwise=node.need("otherwise").text,
        gates=() if gates is None else gates.texts(),
    )
    total = node.get("total")
    if total is not None and parts.decimal(total) != found.maximum:
        raise total.wrong(
            f"各部分满分之和是 {found.maximum}", f"the maxima of the parts make {found.maximum}"
        )
    for gate in found.gates:
        if gates is not None and gate not in rules:
            raise gates.wrong(f"没有规则“{gate}”", f"there is no rule “{gate}”")
    _nested(node.need("levels"), levels)
    return found


def _part(name: str, node: Node, known: dict[str, Characteristic]) -> Part:
    if node.is_text:
        part = Part(id=name, maximum=_maximum(node))
    else:
        node.only("maximum", "items")
        items = tuple(
            Item(id=key, maximum=_maximum(one)) for key, one in node.need("items").fields.items()
        )
        part = Part(id=name, maximum=_maximum(node.need("maximum")), items=items)
        total = sum((one.maximum for one in items), Decimal(0))
        if total != part.maximum:
            raise node.wrong(
                f"各项满分之和是 {total}，不是 {part.maximum}",
                f"the maxima of the items make {total} and not {part.maximum}",
            )
    for one in (name, *(item.id for item in part.items)):
        if one not in known:
            raise node.wrong(f"characteristics 中没有“{one}”", f"characteristics have no “{one}”")
    return part


def _maximum(node: Node) -> Decimal:
    found = parts.decimal(node)
    if found <= 0:
        raise node.wrong("满分应当大于零", "a maximum must be above zero")
    return found


def _level(node: Node) -> Level:
    node.only("name", "clause", "total", "each_part")
    return Level(
        name=node.need("name").text,
        clause=node.need("clause").text,
        total=_at_least(node.get("total")),
        each_part=_at_least(node.get("each_part")),
    )


def _at_least(node: Node | None) -> Interval | None:
    """`≥360` marks, `≥40%` of the maximum."""
    if node is None:
        return None
    plain = Node(folded(node.text).rstrip("%"), node.file, node.line, node.path)
    found = parts.limit(plain)
    if not isinstance(found, Interval) or found.low is None or found.high is not None:
        raise node.wrong("应当写成“≥360”", "write “≥360”")
    return found


def _nested(node: Node, levels: tuple[Level, ...]) -> None:
    if not levels:
        raise node.wrong("至少要有一个等级", "there must be a level")
    if len({one.name for one in levels}) != len(levels):
        raise node.wrong("等级重复", "a level is named twice")
    for better, lower in pairwise(levels):
        for high, low in ((better.total, lower.total), (better.each_part, lower.each_part)):
            if low is not None and (high is None or not high.within(low)):
                raise node.wrong(
                    f"“{better.name}”的要求没有高于“{lower.name}”",
                    f"“{better.name}” asks for less than “{lower.name}”",
                )
