"""What nobody told (未说明的适用条件): an attribute that has few values is tried under each of them."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import product

from guiju.core.provisions.lookup import keys_of
from guiju.core.provisions.model import Attribute, Rule, Rung, Scale
from guiju.core.provisions.sample import Attributes

# Beyond so many ways the answer is undetermined without trying.
_MOST_WAYS = 64


def deciding(parts: Iterable[Rule | Rung | Scale]) -> tuple[str, ...]:
    """The attributes that decide which limits apply."""
    found: dict[str, None] = {}
    for part in parts:
        found |= {one.attribute: None for one in part.when}
        if isinstance(part, Rule):
            found |= dict.fromkeys(keys_of((part.limit,)))
        elif isinstance(part, Rung):
            found |= dict.fromkeys(keys_of(part.limits))
    return tuple(found)


def tried(
    needed: Iterable[str], told: Iterable[str], attributes: Mapping[str, Attribute]
) -> tuple[str, ...]:
    """Those that decide, were not told and have values, as many as can be tried together."""
    found: list[str] = []
    ways = 1
    for name in needed:
        values = attributes[name].values if name in attributes else {}
        if name not in told and values and ways * len(values) <= _MOST_WAYS:
            found.append(name)
            ways *= len(values)
    return tuple(found)


def ways(names: Iterable[str], attributes: Mapping[str, Attribute]) -> Iterator[dict[str, str]]:
    """Every choice of their values."""
    names = tuple(names)
    for values in product(*(attributes[name].values for name in names)):
        yield dict(zip(names, values, strict=True))


def each_way(
    needed: Iterable[str], told: Attributes, attributes: Mapping[str, Attribute]
) -> tuple[tuple[str, ...], tuple[Attributes, ...]]:
    """The attributes that are tried, and what is told then; without any, what was told."""
    names = tried(needed, told, attributes)
    return names, tuple({**told, **way} for way in ways(names, attributes))
