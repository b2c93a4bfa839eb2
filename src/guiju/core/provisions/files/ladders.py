"""Ladders in a rule file (分级规则): every characteristic with its limits for every level."""

from guiju.core.provisions.files import mends, parts
from guiju.core.provisions.files.nesting import nested
from guiju.core.provisions.files.nodes import Node
from guiju.core.provisions.files.tables import Tables, limit
from guiju.core.provisions.model import Attribute, Certainty, Characteristic, Ladder, Rung


def ladder(
    name: str,
    node: Node,
    characteristics: dict[str, Characteristic],
    attributes: dict[str, Attribute],
    certain: Certainty,
    kept: Tables,
) -> Ladder:
    node.only(
        "name", "clause", "order", "levels", "synonyms", "otherwise", "comparison", "limits",
        "from", "until",
    )  # fmt: skip
    since, until = parts.dates(node)
    levels = node.need("levels").texts()
    if len(set(levels)) != len(levels):
        raise node.need("levels").wrong("等级重复", "a level is named twice", mends.OTHER_NAME)
    order: str = parts.choice(node.get("order"), ("best_first", "best_last"), "best_first")
    # From here on the best level is the first, however the standard counts them.
    way = 1 if order == "best_first" else -1
    levels = levels[::way]
    rungs = tuple(
        _rung(one, levels, way, characteristics, attributes, certain, kept)
        for one in node.need("limits").rows
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
        since=since,
        until=until,
    )


def _rung(
    node: Node,
    levels: tuple[str, ...],
    way: int,
    characteristics: dict[str, Characteristic],
    attributes: dict[str, Attribute],
    certain: Certainty,
    kept: Tables,
) -> Rung:
    node.only("of", "clause", "limits", "limit", "when", "certainty", "from", "until")
    of, (since, until) = parts.characteristic_of(node, characteristics), parts.dates(node)
    same = node.get("limit")
    nodes = (same,) * len(levels) if same is not None else node.need("limits").rows
    if len(nodes) != len(levels):
        raise node.wrong(
            f"有 {len(levels)} 个等级，却有 {len(nodes)} 个限值",
            f"there are {len(levels)} levels and {len(nodes)} limits",
            mends.EACH_LEVEL,
        )
    nodes = nodes[::way]
    limits = tuple(limit(one, kept) for one in nodes)
    nested(nodes, limits)
    return Rung(
        clause=node.need("clause").text,
        characteristic=of,
        limits=limits,
        written=tuple(one.text for one in nodes),
        when=parts.conditions(node.get("when"), attributes),
        certainty=parts.certainty(node.get("certainty"), certain),
        since=since,
        until=until,
    )


def _synonyms(node: Node, levels: tuple[str, ...]) -> dict[str, str]:
    """How levels are written elsewhere: III, 3类, Ⅲ类."""
    found = node.get("synonyms")
    if found is None:
        return {}
    words_of: dict[str, str] = {}
    for level, words in found.fields.items():
        if level not in levels:
            raise words.wrong(
                f"没有等级“{level}”", f"there is no level “{level}”", mends.OTHER_NAME
            )
        for word in words.texts():
            if words_of.setdefault(word, level) != level or (word != level and word in levels):
                raise words.wrong(
                    f"“{word}”指两个等级", f"“{word}” names two levels", mends.OTHER_NAME
                )
    return words_of
