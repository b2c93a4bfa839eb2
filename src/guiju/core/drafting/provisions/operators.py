"""Words of comparison in a sentence (比较用语): where they stand and what they mean.

The words are sought first, since most of a text is none; what stands before them (应, 不) is read
backwards from where one was found.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple, cast

from guiju.core.codes.tables import read_table
from guiju.core.drafting.provisions.model import Operator
from guiju.core.drafting.provisions.quantities import scalar
from guiju.core.patterns import either, lowered, own_words


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


class Meaning(NamedTuple):
    """What a word means alone and negated; alone None for 小 of 不应小 10. `demands` of itself."""

    plain: Operator | None
    negated: Operator
    demands: bool = False


@dataclass(frozen=True, slots=True)
class Grammar:
    """The patterns of a language; `modal` and `negated` read what ends where a word begins."""

    words: re.Pattern[str]
    meanings: dict[str, Meaning]
    modal: re.Pattern[str]
    negated: re.Pattern[str]
    behind_words: dict[str, Operator]
    any_behind: re.Pattern[str]
    not_detected: re.Pattern[str]
    equal: re.Pattern[str]
    equal_modal: re.Pattern[str]
    sure: frozenset[str]
    least: re.Pattern[str]
    least_words: dict[str, Operator]


_MODAL = re.compile("应|宜|可|能|须|必须")
_SPACE = re.compile(r"\s+")
_NEVER = re.compile("(?!)")
_LONGEST_LEAD = 40
_NEGATED: dict[str, Operator] = {">": "≤", "<": "≥"}


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
    text = lowered(text) if language == "en" else text
    found = [
        Comparison(m.start(), m.end(), "not-detected", modal=True)
        for m in own.not_detected.finditer(text)
    ]
    found += _turned(text)
    found += _compared(text, own)
    if own.any_behind.search(text):
        found += [
            Comparison(
                m.start("value"),
                m.end(),
                own.behind_words[m["word"]],
                value=m.span("value"),
            )
            for m in _behind(language).finditer(text)
        ]
    found += _at_least(text, own)
    found += _equal(text, own)
    return _apart(found)


def _turned(text: str) -> Iterator[Comparison]:
    """6 mm≤t: the value stands before the sign, the name behind it."""
    signs, seek, whole = _turning()
    if seek.search(text):
        for m in whole.finditer(text):
            yield Comparison(m.start(), m.end(), signs[m["sign"]], value=m.span("value"))


@cache
def _turning() -> tuple[dict[str, Operator], re.Pattern[str], re.Pattern[str]]:
    signs = {sign: cast("Operator", said) for sign, said in table("zh")["turned"].items()}
    sign = rf"(?P<sign>{either(signs)})"
    name = r"(?=\s?[A-Za-z\u0370-\u03ff\u4e00-\u9fff])"
    return (
        signs,
        re.compile(rf"{sign}{name}"),
        re.compile(rf"(?<![\d.])(?P<value>{scalar()})\s?{sign}{name}", re.IGNORECASE),
    )


@cache
def _behind(language: str) -> re.Pattern[str]:
    """1.5 m以上, 5 mm or more: long, so that it is made only for a text that needs it."""
    gap = r"\s?的?" if language == "zh" else r"\s"
    own = either(grammar(language).behind_words)
    return re.compile(rf"(?<![\d.])(?P<value>{scalar()}){gap}(?P<word>{own})", re.IGNORECASE)


def _apart(found: list[Comparison]) -> tuple[Comparison, ...]:
    """Those that do not overlap; those found first are the surer ones."""
    kept: list[Comparison] = []
    for one in found:
        at = bisect_left(kept, one.start, key=lambda other: other.start)
        clear_before = not at or kept[at - 1].end <= one.start
        if clear_before and (at == len(kept) or one.end <= kept[at].start):
            kept.insert(at, one)
    return tuple(kept)


def _compared(text: str, own: Grammar) -> Iterator[Comparison]:
    """大于, 不应大于, not exceeding."""
    reached = 0
    for match in own.words.finditer(text):
        plain, negated, demands = own.meanings[_SPACE.sub(" ", match.group())]
        first, at = max(reached, match.start() - _LONGEST_LEAD), match.start()
        no = own.negated.search(text, first, at)
        lead = no or own.modal.search(text, first, at)
        operator = negated if no else plain
        if operator is None:
            continue
        start, reached = lead.start() if lead else at, match.end()
        modal = bool(no) or demands or bool(_MODAL.match(text, start, reached))
        yield Comparison(start, reached, operator, modal=modal)


def _at_least(text: str, own: Grammar) -> Iterator[Comparison]:
    """至少, 最低 5."""
    reached = 0
    for match in own.least.finditer(text):
        first, at = max(reached, match.start() - _LONGEST_LEAD), match.start()
        lead = own.modal.search(text, first, at)
        start, reached = lead.start() if lead else at, match.end()
        yield Comparison(start, reached, own.least_words[match.group()], firm=False, gap=True)


def _equal(text: str, own: Grammar) -> Iterator[Comparison]:
    """应为 5, shall be 5, 等于 5."""
    reached = 0
    for match in own.equal.finditer(text):
        lead = own.equal_modal.search(
            text, max(reached, match.start() - _LONGEST_LEAD), match.start()
        )
        start, reached = lead.start() if lead else match.start(), match.end()
        modal = lead is not None or match.group() in own.sure
        yield Comparison(start, reached, "=", firm=False, modal=modal)


def _chinese() -> Grammar:
    words = table("zh")
    modal = rf"(?:(?:{words['modal']}){{1,6}})"
    meanings = {
        word: Meaning(operator, group["not"])
        for operator, group in words["comparators"].items()
        for word in group["words"]
    }
    cut = words["cut"]
    meanings |= {sign: Meaning(None, operator) for sign, operator in cut.items()}
    compared = [word for word in meanings if word not in cut]
    behind = {word: cast("Operator", sign) for sign, ws in words["behind"].items() for word in ws}
    least = {
        word: cast("Operator", sign)
        for key in ("loose", "close")
        for sign, own in words[key].items()
        for word in own
    }
    loose, close = (
        either([word for own in words[key].values() for word in own]) for key in ("loose", "close")
    )
    return Grammar(
        words=re.compile(rf"{either(compared)}|{either(cut)}(?=\s?\d)"),
        meanings=meanings,
        modal=re.compile(rf"{modal}\Z"),
        negated=re.compile(rf"{modal}?(?:{words['negation']})(?:该|当|应|宜)?\Z"),
        behind_words=behind,
        any_behind=re.compile(either(behind)),
        not_detected=re.compile(either(words["not_detected"])),
        equal=re.compile(rf"{either(words['equal'])}|(?<=[差度])(?=\s?±\s?\d)"),
        equal_modal=re.compile(r"(?:应|宜)(?:该|当)?(?:能|均|都)?\Z"),
        sure=frozenset(("等于", "=", "＝")),
        least=re.compile(rf"{loose}|{close}(?=\s?\d)"),
        least_words=least,
    )


def _english() -> Grammar:
    words = table("en")
    meanings = {
        word: Meaning(
            sign, _NEGATED.get(sign, sign), demands=word.startswith("not be") or "exceed" in word
        )
        for sign, group in words["comparators"].items()
        for word in group
    }
    signs = sorted((word for word in meanings if not word[0].isalpha()), key=len, reverse=True)
    compared = [*own_words(word for word in meanings if word[0].isalpha()), *signs]
    equal = [word for word in (*words["equal"], *words["between"]) if word[0].isalpha()]
    behind = {word: cast("Operator", sign) for sign, ws in words["behind"].items() for word in ws}
    return Grammar(
        words=re.compile("|".join(compared)),
        meanings=meanings,
        modal=_NEVER,
        negated=re.compile(r"\b(?:shall|should|must|may|can) not (?:[a-z]+ ){0,3}\Z"),
        behind_words=behind,
        any_behind=re.compile(either(behind)),
        not_detected=re.compile("|".join(own_words(words["not_detected"]))),
        equal=re.compile("|".join(["=", r":(?=\s)", *own_words(equal)])),
        equal_modal=re.compile(r"\b(?:shall|should|must)\s+\Z"),
        sure=frozenset(("=", "equal to")),
        least=_NEVER,
        least_words={},
    )
