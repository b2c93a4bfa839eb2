"""N03, N04: writing of numbers, punctuation, preferred numbers (数值、标点、优先数)."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from guiju.core.documents.model import Formula, Items, Paragraph, Quote, Table
from guiju.core.drafting.finding import Finding
from guiju.core.drafting.rulebook import any_word, words
from guiju.core.drafting.rules.context import Context
from guiju.core.drafting.rules.registry import checks, rule

_CHINESE = r"[\u4e00-\u9fff]"
_HALF = re.compile(rf"(?<={_CHINESE})[,;:?!](?=\s?{_CHINESE})")
_FULL = dict(zip(",;:?!", "，；：？！", strict=True))
_WIDE = re.compile(r"[０-９\uff21-\uff3a\uff41-\uff5a\uff05．]+")
_DASH = re.compile(r"(?<=\d)[－–](?=(?:19|20)\d\d(?!\d))")
_NO_ZERO = re.compile(r"(?:^|(?<=[\s≤≥<>~～±=（(，、\u4e00-\u9fff]))\.(?=\d)")
_STOPS = "。！？：；.!?:;”）)…"
_SERIES = re.compile(r"\d+(?:\.\d+)?(?:[、,，]\s?\d+(?:\.\d+)?){3,}")


@checks("N03")
def signs(context: Context) -> Iterator[Finding]:
    """Punctuation of Chinese text, figures of one width, a figure before the decimal sign."""
    for place in context.places:
        if place.zone in ("contents", "bibliography") or place.role in ("quote", "designation"):
            continue
        for found in _NO_ZERO.finditer(place.content):
            yield rule("N03")(place, "zero", found.span(), mend="0.")
        if context.language != "zh" or place.language.startswith("en"):
            continue
        for found in _HALF.finditer(place.content):
            mend = _FULL[found[0]]
            yield rule("N03")(place, "half", found.span(), mend=mend, written=found[0], wanted=mend)
        for found in _WIDE.finditer(place.content):
            mend = found[0].translate(_NARROW)
            yield rule("N03")(place, "wide", found.span(), mend=mend, written=found[0], wanted=mend)
        for found in _DASH.finditer(place.content):
            yield rule("N03")(place, "dash", found.span(), mend="—", written=found[0])
    if context.language == "zh":
        yield from _no_stop(context)


_NARROW = {
    **{ord("０") + at: str(at) for at in range(10)},
    **{ord("\uff21") + at: chr(ord("A") + at) for at in range(26)},
    **{ord("\uff41") + at: chr(ord("a") + at) for at in range(26)},
    ord("\uff05"): "%",
    ord("．"): ".",
}


def _no_stop(context: Context) -> Iterator[Finding]:
    """A paragraph that is a sentence ends with its stop."""
    for path in context.paths:
        if path[0].kind not in ("foreword", "introduction", "scope", "clause", "annex"):
            continue
        blocks = path[-1].blocks
        for at, one in enumerate(blocks):
            behind = blocks[at + 1] if at + 1 < len(blocks) else None
            if not isinstance(one, Paragraph) or isinstance(
                behind, Formula | Items | Table | Quote
            ):
                continue
            text = one.text.content.rstrip()
            if len(text) < 12 or text.endswith(tuple(_STOPS)) or not re.search(r"[，、。]", text):
                continue
            if not re.search(rf"{_CHINESE}$", text):
                continue
            yield rule("N03")(
                None, "stop", (len(text), len(text)), address=one.address, line=one.line, mend="。"
            )


@checks("N04")
def preferred_numbers(context: Context) -> Iterator[Finding]:
    """A series that nearly is one of preferred numbers should be one."""
    preferred = {Decimal(str(one)).normalize() for one in words("preferred_numbers")}
    for place in context.places:
        if place.zone not in ("clause", "annex") or not any_word(
            "series_words", context.language
        ).search(place.content):
            continue
        for found in _SERIES.finditer(place.content):
            series = [Decimal(one) for one in re.findall(r"\d+(?:\.\d+)?", found[0])]
            odd = [one for one in series if one and _mantissa(one) not in preferred]
            if odd and len(odd) * 2 < len(series) and _is_geometric(series):
                yield rule("N04")(place, "odd", found.span(), numbers="、".join(map(str, odd)))


def _mantissa(one: Decimal) -> Decimal:
    return one.scaleb(-one.adjusted()).normalize()


def _is_geometric(series: list[Decimal]) -> bool:
    if any(one <= 0 for one in series):
        return False
    steps = [after / before for before, after in pairwise(series)]
    middle = sorted(steps)[len(steps) // 2]
    return middle > Decimal("1.05") and all(abs(one / middle - 1) < Decimal("0.2") for one in steps)
