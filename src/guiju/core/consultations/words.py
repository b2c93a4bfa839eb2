"""The words of places as patterns (位置用语), made once from rulebook/consultations/places.yaml."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any, cast

from guiju.core.codes.tables import read_table
from guiju.core.documents.structure import words as elements
from guiju.core.documents.structure.words import squashed
from guiju.core.patterns import either
from guiju.core.word_numbers import chinese

# 4.2, 12, 0.1
_LABEL = r"\d{1,2}(?:\.\d{1,3}){0,7}(?![\d.]*\d|[A-Za-z](?!\s?\)))"
_ANNEX = r"[A-Za-z](?:\.\d{1,3}){0,7}(?![A-Za-z\d])"
# 1, A.1, 3.0.2-1; what follows a hyphen is a number's part only behind a dot
_NUMBER = r"(?:[A-Za-z]\.?)?\d{1,3}(?:(?:\.\d{1,3}){1,3}(?:-\d{1,2}(?![\d.]))?)?(?!\d)"
_CHINESE = r"[一二三四五六七八九十]{1,3}"
INNER = ("paragraph", "row", "column", "note", "example")


@dataclass(frozen=True, slots=True)
class Patterns:
    """`place` reads a place of its own, `inner` one inside it, the others what stands between."""

    whole: frozenset[str]
    cover: re.Pattern[str]
    points: re.Pattern[str]
    place: re.Pattern[str]
    inner: re.Pattern[str]
    between: re.Pattern[str]
    range: re.Pattern[str]
    list: re.Pattern[str]
    numbers: dict[str, int]
    names: dict[str, str]


@cache
def patterns() -> Patterns:
    own = cast("dict[str, Any]", read_table("places.yaml", "consultations"))
    pointers = cast("dict[str, Any]", read_table("pointers.yaml", "drafting"))
    between, listed, through = own["between"]["zh"], own["list"], own["range"]
    return Patterns(
        whole=frozenset(squashed(one) for one in (*own["whole"]["zh"], *own["whole"]["en"])),
        cover=re.compile(_any(own["cover"]), re.IGNORECASE),
        points=re.compile(r"(?<=[A-Za-z\d])\s*[.。]\s*(?=\d)"),
        place=re.compile("|".join(_places(own, pointers)), re.IGNORECASE),
        inner=re.compile("|".join(_inner(own)), re.IGNORECASE),
        between=re.compile(
            rf"(?:\s|[,，(:]|{either(between)}|\b{either(own['between']['en'])}\b){{1,6}}"
        ),
        range=re.compile(
            rf"\s*(?:[~\-—–―]{{1,2}}|{either(through['zh'])}|\b{either(through['en'])}\b)\s*",
            re.IGNORECASE,
        ),
        list=re.compile(
            rf"\s*(?:(?:[、,;/&\n]|{either(listed['zh'])}|\b{either(listed['en'])}\b)\s*){{1,3}}",
            re.IGNORECASE,
        ),
        numbers={chinese(one): one for one in range(1, 100)},
        names=_names(pointers),
    )


def _names(pointers: dict[str, Any]) -> dict[str, str]:
    """How a kind of place is called: table → 表, foreword → 前言."""
    captions = {kind: own["zh"][0] for kind, own in pointers["named"].items() if own["zh"]}
    return captions | {
        kind: elements.word("elements", kind, "zh") for kind in kinds_of_elements().values()
    }


def _any(words: dict[str, list[str]]) -> str:
    return either([*words["zh"], *words["en"]])


def _places(own: dict[str, Any], pointers: dict[str, Any]) -> list[str]:
    """The groups are named by what they read."""
    named = pointers["named"]
    ways = [
        rf"(?P<{kind}>{_named(named[kind])}\s*\(?\s*(?P<{kind}_no>{_NUMBER})\s*\)?)"
        for kind in ("table", "figure", "formula")
    ]
    short = either(pointers["short_formula"]["zh"])
    ways += [
        rf"(?P<short>{short}\s*\(\s*(?P<short_no>{_NUMBER})\s*\))",
        rf"(?P<annex>{_named(named['annex'])}\s*(?P<annex_no>{_ANNEX}))",
        rf"(?P<element>{_elements()}(?=\s*(?:$|[\d、,，;；~～第(表图附的中])))",
    ]
    counted = either(own["counted"])
    behind, before = either(own["clause"]["zh"]), either(own["clause"]["en"])
    label = rf"(?:{_LABEL}|[A-Z](?:\.\d{{1,3}}){{1,7}}(?![A-Za-z\d]))"
    ways += [
        rf"(?P<chinese>第\s*(?P<chinese_no>{_CHINESE})\s*{behind})",
        rf"(?P<clause>(?:第\s*|{before}\s*|{behind}\s*)?(?<![A-Za-z\d.])(?P<clause_no>{label})(?!\s*{counted})(?:\s*{behind})?)",
        r"(?P<letter>(?-i:(?<![A-Za-z\d])(?P<letter_no>[A-Z])(?![A-Za-z\d.])))",
    ]
    return ways


def _named(rows: dict[str, list[str]]) -> str:
    ways = [r"\s?".join(word) for word in rows["zh"]]
    return "(?:" + "|".join([*ways, rf"\b{either(rows['en'])}(?=[\s(\d])"]) + ")"


def _inner(own: dict[str, Any]) -> list[str]:
    """第2段, paragraph 2, 注1, b)."""
    number = rf"(?:\d{{1,3}}|{_CHINESE})"
    item = _any(own["item"])
    behind = [
        rf"(?P<{kind}>(?:第\s*)?(?P<{kind}_no>{number})\s*(?:个|条)?\s*{_any(own[kind])})"
        for kind in INNER
    ]
    before = [
        rf"(?P<{kind}_word>{_any(own[kind])}\s*(?P<{kind}_word_no>{number})?)" for kind in INNER
    ]
    letter = r"\(?(?P<item_no>[a-z])\s*\)(?:\s*\(?(?P<item_inner>\d{1,2})\s*\))?"
    return [rf"(?P<item>(?:第\s*)?(?:{item}\s*)?{letter}(?:\s*{item})?)", *behind, *before]


@cache
def kinds_of_elements() -> dict[str, str]:
    """前言 → foreword, in every way of writing it."""
    return {
        squashed(word): kind
        for kind in (
            "foreword", "introduction", "scope", "normative-references", "terms", "symbols",
            "bibliography", "index", "contents",
        )
        for word in elements.words("elements", kind)
    }  # fmt: skip


def _elements() -> str:
    kinds = sorted(set(kinds_of_elements().values()))
    return either(word for kind in kinds for word in elements.words("elements", kind))
