"""Indices by breakpoints in a rule file (分指数)."""

from decimal import Decimal
from itertools import pairwise

from guiju.core.provisions.files import parts
from guiju.core.provisions.files.nodes import Node
from guiju.core.provisions.model import Attribute, Beyond, Characteristic, Index, Scale


def index(
    name: str,
    node: Node,
    characteristics: dict[str, Characteristic],
    attributes: dict[str, Attribute],
) -> Index:
    node.only("name", "clause", "values", "classes", "primary_above", "scales", "from", "until")
    since, until = parts.dates(node)
    values = tuple(parts.decimal(one) for one in node.need("values").rows)
    _rising(node.need("values"), values)
    scales = tuple(
        _scale(one, len(values), characteristics, attributes) for one in node.need("scales").rows
    )
    classes = tuple(
        (parts.decimal(one.need("above")), one.need("name").text)
        for one in node.need("classes").rows
    )
    _rising(node.need("classes"), tuple(above for above, _ in classes))
    return Index(
        id=name,
        name=parts.bilingual(node.need("name")),
        clause=node.need("clause").text,
        values=values,
        scales=scales,
        classes=classes,
        primary_above=parts.decimal(node.need("primary_above")),
        since=since,
        until=until,
    )


def _scale(
    node: Node,
    count: int,
    characteristics: dict[str, Characteristic],
    attributes: dict[str, Attribute],
) -> Scale:
    node.only("of", "clause", "points", "beyond", "when", "from", "until")
    of, (since, until) = parts.characteristic_of(node, characteristics), parts.dates(node)
    points = tuple(parts.decimal(one) for one in node.need("points").rows)
    _rising(node.need("points"), points)
    beyond: Beyond = parts.choice(node.get("beyond"), ("cap", "skip", "hold"), "cap")
    if len(points) > count or (len(points) < count and beyond == "cap"):
        raise node.need("points").wrong(
            f"有 {count} 个分指数，却有 {len(points)} 个浓度",
            f"there are {count} values and {len(points)} points",
        )
    return Scale(
        clause=node.need("clause").text,
        characteristic=of,
        points=points,
        beyond=beyond,
        when=parts.conditions(node.get("when"), attributes),
        since=since,
        until=until,
    )


def _rising(node: Node, numbers: tuple[Decimal, ...]) -> None:
    pairs = pairwise(numbers)
    if len(numbers) < 2 or any(not one < other for one, other in pairs):
        raise node.wrong("应当从小到大，至少两个", "they must rise, and be two at least")
