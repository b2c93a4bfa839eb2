"""Units as a pattern (计量单位): symbols with prefixes and powers, their products, and words."""

from functools import cache
from typing import Any, cast

from guiju.core.codes.tables import read_table
from guiju.core.drafting.provisions.lexicon import either

_POWER = r"(?:[⁺⁻]?[²³¹⁰⁴-⁹]{1,2}|\^?[-−–]?[1-9](?![\d.]))?"


@cache
def units() -> dict[str, Any]:
    """`rulebook/drafting/units.yaml`."""
    return cast("dict[str, Any]", read_table("units.yaml", "drafting"))


@cache
def symbol() -> str:
    """One symbol with its power: `mm2`, `℃`, `s-1`."""
    table = units()
    prefixed = rf"(?:{either(table['prefixes'])})?(?:{either(table['symbols'])})"
    return rf"(?:(?:{either(table['alone'])}|{prefixed})(?![a-zA-ZΩμµ]){_POWER})"


@cache
def counter() -> str:
    return either(units()["counters"])


@cache
def unit() -> str:
    """A unit behind a number: `kg/(m·s2)`, `次/h`, `个工作日`, `mm`."""
    one = symbol()
    word = rf"(?:{either([*units()['words'], *units()['counters']])})"
    product = rf"{one}(?:\s?[·•⋅∙・*]\s?{one}|\s?[/／]\s?(?:{one}|{word}|[（(]{one}(?:[·•⋅∙・]{one}){{1,3}}[)）])){{0,3}}"
    return rf"(?:{product}|{word}(?:\s?[/／]\s?(?:{one}|{word}|[（(](?:{one}|{word})(?:[·•⋅](?:{one}|{word})){{1,2}}[)）]))?)"
