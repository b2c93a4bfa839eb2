"""Ladders in a rule file (分级规则): every characteristic with its limits from the best level on."""

from guiju.core.provisions.files import parts
from guiju.core.provisions.files.nodes import Node
from guiju.core.provisions.interval import Interval
from guiju.core.provisions.model import Attribute, Certainty, Characteristic, Ladder, Rung
from guiju.core.provisions.written import Limit


def ladder(
    name: str,
    node: Node,
    characteristics: dict[str, Characteristic],
    attributes: dict[str, Attribute],
    certain: Certainty,
) -> Ladder:
    node.only("name", "clause", "levels", "synonyms", "otherwise", "comparison", "limits")
    levels = node.need("levels").texts()
    if len(set(levels)) != len(levels):
        raise node.need("levels").wrong("等级重复", "a level is named twice")
    rungs = tuple(
        _rung(one, levels, characteristics, attributes, certain) for one in node.need("limits").rows
    )
    return Ladder(
        id=name,
        name=parts.bilingual(node.need("name")),
        clause=node.need("clause").text,
        levels=levels,
        otherwise=node.need("otherwise").text,
        rungs=rungs,
        comparison=parts.comparison(node.get("comparison")),
        synonyms=_synonyms(node, levels),
    )


def _rung(
    node: Node,
    levels: tuple[str, ...],
    characteristics: dict[str, Characteristic],
    attributes: dict[str, Attribute],
    certain: Certainty,
) -> Rung:
    node.only("of", "clause", "limits", "limit", "when", "certainty")
    of = node.need("of")
    if of.text not in characteristics:
        raise of.wrong(f"characteristics 中没有“{of.text}”", f"characteristics have no “{of.text}”")
    same = node.get("limit")
    nodes = (same,) * len(levels) if same is not None else node.need("limits").rows
    if len(nodes) != len(levels):
        raise node.wrong(
            f"有 {len(levels)} 个等级，却有 {len(nodes)} 个限值",
            f"there are {len(levels)} levels and {len(nodes)} limits",
        )
    limits = tuple(parts.limit(one) for one in nodes)
    _nested(nodes, limits)
    return Rung(
        clause=node.need("clause").text,
        characteristic=of.text,
        limits=limits,
        written=tuple(one.text for one in nodes),
        when=parts.conditions(node.get("when"), attributes),
        certainty=parts.certainty(node.get("certainty"), certain),
    )


def _nested(nodes: tuple[Node, ...], limits: tuple[Limit, ...]) -> None:
    """What reaches a level reaches all the lower ones."""
    for node, better, lower in zip(nodes[1:], limits, limits[1:], strict=False):
        if not (isinstance(better, Interval) and isinstance(lower, Interval)):
            raise node.wrong("分级的限值应当是数值", "the limits of a ladder must be numbers")
        if not better.within(lower):
            raise node.wrong(
                f"“{lower.written}”没有包含较高等级的“{better.written}”",
                f"“{lower.written}” does not hold “{better.written}” of the better level",
            )


def _synonyms(node: Node, levels: tuple[str, ...]) -> dict[str, str]:
    """How levels are written elsewhere: III, 3类, Ⅲ类."""
    found = node.get("synonyms")
    if found is None:
        return {}
    for level, words in found.fields.items():
        if level not in levels:
            raise words.wrong(f"没有等级“{level}”", f"there is no level “{level}”")
    return {word: level for level, words in found.fields.items() for word in words.texts()}
