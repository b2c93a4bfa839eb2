"""N01, N02: numbers with units (量、单位和数值)."""

import re
from collections.abc import Callable, Iterator
from functools import cache

from guiju.core import numbers
from guiju.core.drafting.finding import Finding
from guiju.core.drafting.rulebook import words
from guiju.core.drafting.rules.context import Context
from guiju.core.drafting.rules.places import Place
from guiju.core.drafting.rules.registry import checks, rule

_SKIPPED = ("contents", "bibliography", "normative-references", "foreword")
_ROLES = ("designation", "source", "reference", "quote")
Writer = Callable[[re.Match[str]], str]
_NUMBER = r"\d+(?:\.\d+)?"


@checks("N01")
def units(context: Context) -> Iterator[Finding]:
    """A space before a unit, none before %, signs of the law, no others."""
    for place, taken in _texts(context):
        for found in _close().finditer(place.content):
            if not _inside(found.start(), taken):
                at = found.start("unit")
                say = "celsius" if found["unit"] == "℃" else "space"
                yield rule("N01")(place, say, (at, at), mend=" ", written=found[0])
        if context.language == "zh" and not context.is_old:
            for found in re.finditer(r"(?<=\d)[ \u2009\u00a0]+(?=[%\uff05])", place.content):
                yield rule("N01")(place, "percent", found.span(), mend="")
        for sign, wanted in words("unit_signs").items():
            for found in re.finditer(re.escape(sign), place.content):
                mend = wanted if place.content[: found.start()].endswith(" ") else f" {wanted}"
                if not re.search(r"\d\s*$", place.content[: found.start()]):
                    mend = wanted
                yield rule("N01")(
                    place, "sign", found.span(), mend=mend, written=sign, wanted=wanted
                )
        for form in words("units_not_of_the_law"):
            for found in re.finditer(form["pattern"], place.content):
                yield rule("N01")(
                    place, "not_legal", found.span(), written=found[0], wanted=form["wanted"]
                )


@checks("N02")
def each_with_its_unit(context: Context) -> Iterator[Finding]:
    """Each of several quantities bears its unit."""
    for place, taken in _texts(context):
        for pattern, write in _forms():
            for found in pattern.finditer(place.content):
                if not _inside(found.start(), taken):
                    mend = write(found)
                    if mend != found[0]:
                        yield rule("N02")(
                            place, "unit", found.span(), mend=mend, written=found[0], wanted=mend
                        )


def _texts(context: Context) -> Iterator[tuple[Place, list[tuple[int, int]]]]:
    """The texts with quantities, and where numbers of standards stand in them."""
    for place in context.places:
        if place.zone in _SKIPPED or place.role in _ROLES or not re.search(r"\d", place.content):
            continue
        yield place, [(one.start, one.end) for one in numbers.find(place.content)]


def _inside(at: int, taken: list[tuple[int, int]]) -> bool:
    return any(start <= at < end for start, end in taken)


@cache
def _unit() -> str:
    listed = sorted(words("units"), key=lambda one: (-len(one), one))
    return (
        "(?:"
        + "|".join(re.escape(one) for one in listed)
        + f")(?![A-Za-zμµ°]|{words('not_units_before')})"
    )


@cache
def _close() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![A-Za-z\d.\-—/])(?:[~～±≤≥<>\uff1c\uff1e\u00d7])?{_NUMBER}(?P<unit>{_unit()})"
    )


@cache
def _forms() -> tuple[tuple[re.Pattern[str], Writer], ...]:
    number, unit = _NUMBER, rf"(?P<gap>[ \u2009\u00a0]?)(?P<unit>{_unit()})"
    before = r"(?<![A-Za-z\d.\u00d7~～%\uff05±)）\-—])"
    return (
        (
            re.compile(rf"{before}(?P<a>{number})\s?[~～]\s?(?P<b>{number})\s?[%\uff05]"),
            _percent_range,
        ),
        (
            re.compile(rf"{before}(?P<a>{number})\s?±\s?(?P<b>{number})\s?[%\uff05]"),
            _percent_tolerance,
        ),
        (re.compile(rf"{before}(?P<a>{number}(?:\s?\u00d7\s?{number})+){unit}"), _product),
        (re.compile(rf"{before}(?P<a>{number})(?P<sign>[~～])(?P<b>{number}){unit}"), _range),
        (re.compile(rf"{before}(?P<a>{number})\s?±\s?(?P<b>{number}){unit}"), _tolerance),
    )


def _percent_range(found: re.Match[str]) -> str:
    return f"{found['a']}%~{found['b']}%"


def _percent_tolerance(found: re.Match[str]) -> str:
    return f"({found['a']}±{found['b']})%"


def _product(found: re.Match[str]) -> str:
    return "\u00d7".join(f"{one.strip()} {found['unit']}" for one in found["a"].split("\u00d7"))


def _range(found: re.Match[str]) -> str:
    return f"{found['a']} {found['unit']}{found['sign']}{found['b']} {found['unit']}"


def _tolerance(found: re.Match[str]) -> str:
    return f"({found['a']}±{found['b']}) {found['unit']}"
