"""Units as a pattern (计量单位): symbols with prefixes and powers, their products, and words."""

from functools import cache
from typing import Any, cast

from guiju.core.codes.tables import read_table
from guiju.core.patterns import either

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
    english = rf"{either(units()['english'])}(?![A-Za-z])"
    words = rf"[万亿]?{either([*units()['words'], *units()['counters']])}"
    one = rf"(?:{symbol()}|{words}|{english})"
    by = r"(?:[·•⋅∙・*]|[/／]\s?(?:10{1,3}\s?|1\s000\s?)?)"
    in_brackets = rf"[/／]\s?[（(](?:[·•⋅∙・]?{one}){{2,4}}[)）]"
    return rf"(?:{one}(?:\s?(?:{by}\s?{one}|{in_brackets})){{0,3}})"
