"""What a sentence points to (引用、提及), and the test method among it (试验方法)."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Any, cast

from guiju.core.codes.tables import read_table
from guiju.core.documents import pointing
from guiju.core.documents.pointing import Pointer
from guiju.core.patterns import either


def pointers(text: str) -> tuple[Pointer, ...]:
    """The pointers of a sentence that are ones whatever the document holds."""
    return tuple(one for one in pointing.pointers(text) if one.sure)


def references(known: Sequence[Pointer]) -> tuple[str, ...]:
    """As written, each once; a place of another document with its document: GB/T 99999—2020，5.2."""
    return tuple(dict.fromkeys(_written(one) for one in known))


def _written(one: Pointer) -> str:
    return f"{one.of.text}，{one.text}" if one.of else one.text


def method(text: str, known: Sequence[Pointer]) -> str:
    """The test method that a sentence names (试验方法): what stands behind 按, as written."""
    if not known:
        return ""
    for pattern in _patterns():
        for match in pattern.finditer(text):
            group = "by" if match.group("by") else "see"
            start, end = match.span(group)
            inside = [one for one in known if start <= one.start < end]
            if inside and not all(one.kind in _words()["no_methods"] for one in inside):
                return text[inside[0].start : max(one.end for one in inside)].strip()
    return ""


@cache
def _words() -> dict[str, Any]:
    return cast("dict[str, Any]", read_table("pointers.yaml", "drafting"))


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    own = _words()["methods"]
    by, tested = either(own["zh_by"]), either(own["zh_tested"])
    named, see = either(own["zh_named"]), either(own["zh_see"])
    return (
        re.compile(
            rf"{by}\s?(?P<by>[^，。；：\n]{{1,80}}?)(?:的?(?:规定|要求))?(?:的|所述|给出的)?(?:方法)?[^，。；：\n]{{0,12}}?{tested}"
            rf"|{named}(?:应)?{see}\s?(?P<see>[^，。；：\n]{{1,60}})"
        ),
        re.compile(
            rf"(?:(?:{own['en_tested_pattern']})\b[^.;,]{{0,60}}?)(?:{own['en_by_pattern']})"
            r"\s(?:the (?:method|procedure|test)s?\s(?:\w+\s){0,3}(?:in|of)\s)?(?P<by>[^,;]{1,60})",
            re.IGNORECASE,
        ),
    )
