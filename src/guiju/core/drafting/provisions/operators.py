"""Words of comparison in a sentence (比较用语): where they stand and what they mean."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache
from typing import Any, cast

from guiju.core.codes.tables import read_table
from guiju.core.drafting.provisions.lexicon import either
from guiju.core.drafting.provisions.model import Operator
from guiju.core.drafting.provisions.quantities import scalar


@dataclass(frozen=True, slots=True)
class Comparison:
    """Words that compare, from `start` to `end` with their modal.

    `firm` says that any value will do; otherwise it is one only with a number behind (为, 至少).
    """

    start: int
    end: int
    operator: Operator
    firm: bool = True
    modal: bool = False
    gap: bool = False  # a verb may stand between it and the value: 至少设置1个
    value: tuple[int, int] | None = None  # where the value stands before it: 1.5 m以上


@dataclass(frozen=True, slots=True)
class Grammar:
    """The patterns of a language; the groups of `main` are named g0, g1 … after `meanings`."""

    main: re.Pattern[str]
    meanings: tuple[tuple[Operator, bool], ...]
    behind: re.Pattern[str]
    behind_words: dict[str, Operator]
    not_detected: re.Pattern[str]
    equal: re.Pattern[str]
    least: tuple[tuple[re.Pattern[str], Operator], ...]


_MODAL = re.compile("应|宜|可|能|须|必须")


@cache
def table(language: str) -> dict[str, Any]:
    """`rulebook/drafting/operators.yaml`, of one language."""
    return cast("dict[str, Any]", read_table("operators.yaml", "drafting")[language])


@cache
def grammar(language: str) -> Grammar:
    return _chinese() if language == "zh" else _english()


def comparisons(text: str, language: str) -> tuple[Comparison, ...]:
    """All words of comparison in order; none reaches into another."""
    own = grammar(language)
    found = [
        Comparison(m.start(), m.end(), "not-detected", modal=True)
        for m in own.not_detected.finditer(text)
    ]
    found += [_compared(m, own) for m in own.main.finditer(text)]
    found += [
        Comparison(
            m.start("value"),
            m.end(),
            own.behind_words[m["word"].lower()],
            value=m.span("value"),
        )
        for m in own.behind.finditer(text)
    ]
    found += [
        Comparison(m.start(), m.end(), operator, firm=False, gap=True)
        for pattern, operator in own.least
        for m in pattern.finditer(text)
    ]
    found += [
        Comparison(m.start(), m.end(), "=", firm=False, modal=bool(m["modal"] or m["sure"]))
        for m in own.equal.finditer(text)
    ]
    return _apart(found)


def _apart(found: list[Comparison]) -> tuple[Comparison, ...]:
    """Those that do not overlap; those found first are the surer ones."""
    kept: list[Comparison] = []
    for one in found:
        at = bisect_left(kept, one.start, key=lambda other: other.start)
        clear_before = not at or kept[at - 1].end <= one.start
        if clear_before and (at == len(kept) or one.end <= kept[at].start):
            kept.insert(at, one)
    return tuple(kept)


def _compared(match: re.Match[str], own: Grammar) -> Comparison:
    operator, negated = own.meanings[int(str(match.lastgroup)[1:])]
    modal = negated or bool(_MODAL.match(match.group()))
    return Comparison(match.start(), match.end(), operator, modal=modal)


def _chinese() -> Grammar:
    words = table("zh")
    negation = rf"(?:{words['negation']})(?:该|当|应|宜)?"
    modal = rf"(?:(?:{words['modal']}){{1,6}})"
    ways, meanings = [], []
    for operator, group in words["comparators"].items():
        own = either(group["words"])
        meanings += [(group["not"], True), (operator, False)]
        ways += [
            rf"(?P<g{len(meanings) - 2}>{modal}?{negation}(?:{own}))",
            rf"(?P<g{len(meanings) - 1}>{modal}?(?:{own}))",
        ]
    negated, plain = ways[::2], ways[1::2]
    for sign, operator in words["cut"].items():
        meanings.append((operator, True))
        negated.append(rf"(?P<g{len(meanings) - 1}>{modal}?{negation}{sign}(?=\s?\d))")
    behind = {word: cast("Operator", sign) for sign, ws in words["behind"].items() for word in ws}
    equal = either(words["equal"])
    return Grammar(
        main=re.compile("|".join([*negated, *plain])),
        meanings=tuple(meanings),
        behind=re.compile(rf"(?<![\d.])(?P<value>{scalar()})\s?的?(?P<word>{either(behind)})"),
        behind_words=behind,
        not_detected=re.compile(either(words["not_detected"])),
        equal=re.compile(
            rf"(?P<modal>(?:应|宜)(?:该|当)?(?:能|均|都|为)?)?(?:(?P<sure>等于|[=＝])|{equal})"
        ),
        least=tuple(
            (re.compile(rf"{modal}?(?:{either(own)}){behind}"), sign)
            for key, behind in (("loose", ""), ("close", r"(?=\s?\d)"))
            for sign, own in words[key].items()
        ),
    )


def _english() -> Grammar:
    words = table("en")
    ways, meanings = [], []
    for operator, group in words["comparators"].items():
        for written in sorted(group, key=lambda one: (-len(one), one)):
            meanings.append((operator, written.startswith("not be") or "exceed" in written))
            spaced = re.escape(written).replace("\\ ", r"\s+")
            edge = r"\b" if written[0].isalpha() else ""
            ways.append((written, rf"{edge}(?P<g{len(meanings) - 1}>{spaced}){edge}"))
    ways.sort(key=lambda way: (-len(way[0]), way[0]))
    behind = {word: cast("Operator", sign) for sign, ws in words["behind"].items() for word in ws}
    return Grammar(
        main=re.compile("|".join(way for _, way in ways), re.IGNORECASE),
        meanings=tuple(meanings),
        behind=re.compile(rf"(?<![\d.])(?P<value>{scalar()})\s(?P<word>{either(behind)})", re.I),
        behind_words=behind,
        not_detected=re.compile(rf"\b(?:{either(words['not_detected'])})", re.IGNORECASE),
        equal=re.compile(
            rf"(?P<modal>\b(?:shall|should|must)\s+)?(?:(?P<sure>\bequal to\b|=)|\b(?:{either(words['equal'])}|{either(words['between'])})(?!\w))",
            re.IGNORECASE,
        ),
        least=(),
    )
